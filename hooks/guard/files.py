"""Whether the files of docs/, docs-cy/ and images/ are what they seem, and have usable names."""

import os
import re
from pathlib import Path, PurePosixPath

from guard.svg import is_drawing
from messages.locales import ENGLISH, LOCALES, WELSH, other
from messages.message import Message
from messages.problem import Problem
from sources.addresses import address_part
from sources.all_sources import Sources
from sources.files import SHARED, Entry, address_of_file
from sources.handouts import handout_addresses
from sources.pictures import KINDS as PICTURES
from sources.pictures import PHOTOGRAPHS

# Python's MkDocs takes these for Markdown too, and the guard would not see them.
_OTHER_MARKDOWN = {".markdown", ".mdown", ".mkdn", ".mkd", ".mdwn", ".mdtxt", ".mdtext", ".text"}
# What a browser would run, or show as a page without the contact block.
_ACTIVE = {".html", ".htm", ".xhtml", ".xht", ".js", ".mjs", ".css", ".swf", ".php"}
# The kinds of files that a site publishes besides pages, each with what such a file starts with, and up to where that may stand.
_ZIP, _BOX = [(b"PK\x03\x04", 0)], [(b"ftyp", 4)]
KINDS = {
    ".avif": _BOX,
    ".csv": [(b"", 0)],
    ".docx": _ZIP,
    ".epub": _ZIP,
    ".gif": [(b"GIF8", 0)],
    ".ics": [(b"BEGIN:VCALENDAR", 3)],
    ".jpeg": [(b"\xff\xd8\xff", 0)],
    ".jpg": [(b"\xff\xd8\xff", 0)],
    ".mp3": [(b"ID3", 0), (b"\xff\xfb", 0), (b"\xff\xf3", 0), (b"\xff\xf2", 0)],
    ".mp4": _BOX,
    ".odt": _ZIP,
    ".pdf": [(b"%PDF-", 0)],
    ".png": [(b"\x89PNG\r\n\x1a\n", 0)],
    ".pptx": _ZIP,
    ".svg": [(b"<svg", None)],
    ".txt": [(b"", 0)],
    ".webp": [(b"WEBP", 8)],
    ".xlsx": _ZIP,
}
# What a page starts with, and the folders whose Markdown is for other readers, or is read by other checks.
_TITLED = re.compile(r"\ufeff?\s*---\s*\n(?:.*\n)*?title\s*:", re.IGNORECASE)
_NO_PAGES = {*(locale.folder for locale in LOCALES), "hooks", "overrides", "scripts", "tests", "benchmarks", "site", "node_modules"}
# Where a build puts its own files, and the Welsh pages.
_OWN_FOLDERS = {"assets", "pagefind", WELSH.prefix.rstrip("/")}
_GOOD_NAME = re.compile(r"[a-z0-9]+(?:[._-][a-z0-9]+)*|README\.md")
# What word processors and file managers leave beside a file: ~$form.docx is that of form.docx while somebody has it open.
_LEFT = re.compile(r"~\$.*|.*(?:~|\.tmp|\.bak|\.orig|\.swp)|thumbs\.db|desktop\.ini", re.IGNORECASE)


def folder_missing(root: Path) -> list[Problem]:
    """Languages whose folder is not there, or is a file."""
    problems = []
    for locale in LOCALES:
        if not (root / locale.folder).is_dir():
            of_these = {"folder": locale.folder, "language": locale.language}
            message = Message("The folder {folder}/ of the {language} pages is not there.", **of_these)
            if (root / locale.folder).exists():
                message = Message("The folder {folder}/ of the {language} pages is a file, and has to be a folder.", **of_these)
            fix = Message("put the folder {folder}/ with its pages back.", folder=locale.folder)
            problems.append(Problem(locale.folder, 1, "folder_missing", message, fix))
    return problems


def file_name_unusable(found: list[Entry]) -> list[Problem]:
    """Files and folders whose name makes no good address, or hides what they are."""
    taken = {entry.where for entry in found}
    problems = []
    for entry in found:
        name = entry.path.name
        wanted = name_to_be(name)
        if entry.is_file and _LEFT.fullmatch(name):
            message = Message('"{name}" was left here by a program, and is no file of the site.', name=name)
            problems.append(Problem(entry.where, 1, "file_name_unusable", message, Message("take it out.")))
            continue
        if _is_page(entry):
            message = Message('"{name}" is a page only if its name ends in .md.', name=name)
            wanted = f"{wanted.partition('.')[0]}.md"
        elif not _GOOD_NAME.fullmatch(name):
            message = Message('"{name}" makes no good address: small letters a to z, digits and hyphens do.', name=name)
        else:
            continue
        stem, dot, suffix = wanted.partition(".")
        while str(PurePosixPath(entry.where).with_name(wanted)) in taken:
            stem = f"{stem}-2"
            wanted = f"{stem}{dot}{suffix}"
        fix = Message('rename it to "{name}".', name=wanted)
        problems.append(Problem(entry.where, 1, "file_name_unusable", message, fix))
    return problems


def name_to_be(name: str) -> str:
    """What a file or folder of some name would have to be called; a good name stays."""
    if _GOOD_NAME.fullmatch(name):
        return name
    stem, dot, suffix = name.strip().rpartition(".")
    ending = re.sub(r"[^a-z0-9]", "", suffix.lower())
    return f"{_plain(stem)}.{ending}" if stem and dot and ending else _plain(name)


def path_to_be(path: str) -> str:
    """What a path would have to be called, in each of its parts."""
    return "/".join(map(name_to_be, path.split("/")))


def paths_to_be(found: list[Entry]) -> set[str]:
    """The files of both languages as they will be called once each is called, and written, as it has to be."""
    paths = ((f"{entry.owner.folder}/{path_to_be(entry.name)}", entry) for entry in found if entry.is_file)
    return {f"{to_be.rpartition('.')[0]}.md" if _is_page(entry) or entry.kind in _ACTIVE else to_be for to_be, entry in paths}


def _is_page(entry: Entry) -> bool:
    """Whether this is the file of a page, if its name does not end as that of one."""
    return entry.is_file and (
        entry.kind in _OTHER_MARKDOWN
        or entry.path.suffix == ".MD"
        or entry.kind == ".txt"
        and bool(_TITLED.match(entry.path.read_text(encoding="utf-8", errors="replace")))
    )


def _plain(name: str) -> str:
    return address_part(name).strip("-_").replace("_", "-") or "new-name"


def file_expected(found: list[Entry]) -> list[Problem]:
    """Folders where a page should be, and files where the other language has a folder."""
    folders = {(entry.owner, entry.name) for entry in found if entry.is_folder}
    problems = []
    for entry in found:
        if entry.is_folder and entry.name.endswith(".md"):
            message, fix = Message("This is a folder, and its name is that of a page."), Message('take ".md" out of its name.')
            problems.append(Problem(entry.where, 1, "file_expected", message, fix))
        elif not entry.is_folder and entry.owner in LOCALES and (other(entry.owner), entry.name) in folders:
            message = Message("This is a file, and in the other language it is a folder.")
            fix = Message("take the file out, and add a folder with the same pages.")
            problems.append(Problem(entry.where, 1, "file_expected", message, fix))
    return problems


def link_leaves_folder(found: list[Entry], root: Path) -> list[Problem]:
    """Symbolic links, which could publish what lies outside, and folders of which the guard does not see."""
    return [
        Problem(
            entry.where,
            1,
            "link_leaves_folder",
            Message("This is a link to {target}, and no folder of its own.", target=os.readlink(entry.path))
            if entry.is_folder
            else Message("This is a link to {target}, and no file of its own.", target=os.readlink(entry.path)),
            Message("put a copy here in its place."),
        )
        for entry in found
        if entry.is_link and (entry.is_folder or not _lies_in(entry.path, root / entry.owner.folder))
    ]


def _lies_in(path: Path, folder: Path) -> bool:
    try:
        return path.resolve(strict=True).is_relative_to(folder.resolve())
    except (OSError, RuntimeError):  # It leads nowhere, or in a circle.
        return False


def file_in_the_way(found: list[Entry], sources: Sources) -> list[Problem]:
    """Files that would be published where the build puts a file of its own."""
    taken = handout_addresses(sources)
    problems = []
    for entry in _files(found):
        address = f"{entry.owner.prefix}{entry.name}"
        if address in taken or entry.owner is ENGLISH and entry.name.partition("/")[0] in _OWN_FOLDERS:
            message = Message('The site puts a file of its own in the place of this one: "/{address}".', address=address)
            fix = Message("give it another name, or move it to another folder, such as images/.")
            problems.append(Problem(entry.where, 1, "file_in_the_way", message, fix))
    return [*problems, *_published_twice(found)]


def _published_twice(found: list[Entry]) -> list[Problem]:
    """Pictures that both languages share, at whose address a file of docs/ would be published too."""
    paths = {entry.where for entry in _files(found)}
    fix = Message("take one of the two out, or give it another name.")
    return [
        Problem(path, 1, "file_in_the_way", Message("{file} would be published at the same address.", file=same), fix)
        for path in sorted(paths)
        if path.startswith(f"{SHARED.folder}/") and (same := f"{ENGLISH.folder}/{address_of_file(path)}") in paths
    ]


def file_active(found: list[Entry]) -> list[Problem]:
    """Files that a browser would run, or show without the contact block; pictures with a program in them."""
    problems = []
    for entry in _files(found):
        if entry.kind in _ACTIVE:
            message = Message('A browser would run "{name}", or show it without the contact block.', name=entry.path.name)
            fix = Message("take the file out, and write its words as a page whose name ends in .md.")
            problems.append(Problem(entry.where, 1, "file_active", message, fix))
        elif entry.kind == ".svg" and not is_drawing(entry.path.read_text(encoding="utf-8", errors="replace")):
            message = Message("This picture holds more than a drawing: a program, an address, or what no browser can show.")
            fix = Message("save it again as a plain SVG, or as PNG.")
            problems.append(Problem(entry.where, 1, "file_active", message, fix))
    return problems


def file_kind_unknown(found: list[Entry]) -> list[Problem]:
    """Files of other kinds than those that a site of pages, pictures and documents needs."""
    # A file that is a folder in the other language is told as that.
    folders = {f"{locale.folder}/{entry.name}" for entry in found if entry.is_folder for locale in LOCALES}
    problems = []
    for entry in _files(found):
        is_shared = entry.owner is SHARED
        if is_shared and entry.kind in {*KINDS} - PICTURES:
            message = Message('"{name}" is no picture, and the folder {folder}/ is for pictures.', name=entry.path.name, folder=SHARED.folder)
            fix = Message("move it into docs/, or into docs-cy/ if it is Welsh.")
        elif entry.kind not in {".md", *KINDS, *_ACTIVE, *_OTHER_MARKDOWN} and entry.where not in folders:
            message = Message('"{name}" is of a kind that this site does not publish.', name=entry.path.name)
            fix = Message("take it out, or save it as one of {kinds}.", kinds=", ".join(sorted(PICTURES if is_shared else KINDS)))
        else:
            continue
        problems.append(Problem(entry.where, 1, "file_kind_unknown", message, fix))
    return problems


def file_not_what_it_seems(found: list[Entry]) -> list[Problem]:
    """Files that hold something else than their names end on, and pictures that no browser can show."""
    problems = []
    for entry in _files(found):
        kind = entry.kind
        if kind in KINDS and not (_starts_as(entry.path, kind) and (kind not in PHOTOGRAPHS or _is_picture(entry.path))):
            message = Message('"{name}" is no {kind} file, whatever its name ends on.', name=entry.path.name, kind=kind)
            fix = Message("save it again as {kind}, or take it out.", kind=kind)
            problems.append(Problem(entry.where, 1, "file_not_what_it_seems", message, fix))
    return problems


def page_outside(root: Path) -> list[Problem]:
    """Pages that lie where no page is published: beside the two folders, or in one that is called nearly as they are."""
    folders = [root, *(path for path in root.iterdir() if path.is_dir() and not path.name.startswith((".", "_")) and path.name not in _NO_PAGES)]
    message = Message("This page lies outside docs/ and docs-cy/, so nobody gets it.")
    fix = Message('move it into docs/, or into docs-cy/ if it is Welsh; if it is no page, take the line "title:" out.')
    return [
        Problem(path.relative_to(root).as_posix(), 1, "page_outside", message, fix)
        for folder in folders
        for path in sorted(folder.glob("*.md") if folder == root else folder.rglob("*.md"))
        if path.is_file() and _TITLED.match(path.read_text(encoding="utf-8", errors="replace"))
    ]


def _files(found: list[Entry]) -> list[Entry]:
    return [entry for entry in found if entry.is_file]


def _starts_as(path: Path, kind: str) -> bool:
    with path.open("rb") as file:
        start = file.read(1024)
    return any(sign in start[: place + len(sign)] if place is not None else sign in start for sign, place in KINDS[kind])


def _is_picture(path: Path) -> bool:
    # Most builds have none that is new.
    from PIL import Image

    try:
        with Image.open(path) as picture:
            picture.verify()
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return False
    return True
