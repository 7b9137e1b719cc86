"""The files of docs/, docs-cy/ and images/."""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from messages.locales import LOCALES, Locale

# What git leaves in a file where two changes meet.
_CONFLICT = re.compile(r"^(?:<{7}|>{7})(?: .*)?$", re.MULTILINE)


@dataclass(frozen=True)
class Shared:
    """A folder beside those of the languages: `folder` from the repository root, `prefix` starts its addresses on the site."""

    folder: str
    prefix: str


# The pictures that both languages show. Pages name them as GitHub does: ../images/plan.png, from a folder ../../images/plan.png.
SHARED = Shared("images", "images/")
FOLDERS = (*LOCALES, SHARED)


def files_in(folder: Path) -> Iterator[Path]:
    """Every file below a folder that becomes part of the site."""
    return (Path(entry.path) for _, entry in _below(folder) if _kind(entry)[0])


def _below(folder: Path | str, start: str = "") -> Iterator[tuple[str, os.DirEntry]]:
    """Every file and folder below a folder by its name there, in the order of the names; MkDocs leaves dot files out, and so is what links lead to."""
    try:
        with os.scandir(folder) as found:
            here = sorted((entry for entry in found if not is_hidden(entry.name)), key=lambda entry: entry.name)
    except OSError:  # None may look into it.
        return
    for entry in here:
        yield (name := f"{start}{entry.name}"), entry
        if entry.is_dir(follow_symlinks=False):
            yield from _below(entry.path, f"{name}/")


def _kind(entry: os.DirEntry) -> tuple[bool, bool]:
    """Whether this is a file, and whether a folder; a link is what it leads to."""
    if entry.is_symlink():
        return os.path.isfile(entry.path), os.path.isdir(entry.path)
    return entry.is_file(), entry.is_dir()


def is_file(path: Path) -> bool:
    """Whether there is a file of that name, which an editor may have typed."""
    try:
        return path.is_file()
    except (OSError, ValueError):  # A name that no file system can hold.
        return False


def is_hidden(name: str) -> bool:
    """Whether a file, or a folder that it lies in, starts with a dot."""
    return name.startswith(".") or "/." in name


@dataclass(frozen=True)
class Entry:
    """A file or folder below `owner`, a language or what both share, with its `name` there; a link is what it leads to."""

    owner: Locale | Shared
    name: str
    path: Path
    is_file: bool
    is_folder: bool
    is_link: bool

    @property
    def where(self) -> str:
        """Its path from the repository root."""
        return f"{self.owner.folder}/{self.name}"

    @property
    def kind(self) -> str:
        """What its name ends on, in small letters: .png."""
        return self.path.suffix.lower()


def entries(root: Path) -> list[Entry]:
    """Every file and folder of both languages, and of what they share."""
    return [
        Entry(owner, name, Path(entry.path), *_kind(entry), entry.is_symlink()) for owner in FOLDERS for name, entry in _below(root / owner.folder)
    ]


def address_of_file(path: str) -> str:
    """Where a file of these folders that is no page is published, below the site's own address; "" for one of another folder."""
    folder, _, name = path.partition("/")
    return next((each.prefix + name for each in FOLDERS if each.folder == folder), "")


def paths_at(address: str) -> list[str]:
    """The files, whether there or not, that would be published at an address."""
    return [f"{each.folder}/{address.removeprefix(each.prefix)}" for each in FOLDERS if address.startswith(each.prefix)]


@dataclass(frozen=True)
class Unreadable:
    """Why a file could not be read: the name of the check that tells of it, the line, and the words there."""

    check: str
    line: int = 1
    words: str = ""


def conflict_left(text: str) -> Unreadable | None:
    """The place in a file where git left two changes side by side."""
    mark = _CONFLICT.search(text)
    return Unreadable("conflict_left", text[: mark.start()].count("\n") + 1) if mark else None
