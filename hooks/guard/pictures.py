"""Whether pictures are light, and shown; and whether the logo is one."""

from collections.abc import Set
from pathlib import PurePosixPath

from messages.locales import LOCALES
from messages.message import Message
from messages.problem import Problem
from sources.all_sources import Sources
from sources.files import Entry
from sources.links import shared_path
from sources.pictures import is_picture, shared_pictures
from sources.settings import PATH, Settings, in_locale

_HEAVIEST = 1_000_000  # bytes


def picture_too_heavy(found: list[Entry]) -> list[Problem]:
    """Pictures that keep a telephone waiting."""
    fix = Message("save it smaller: {width} pixels across are enough.", width=1600)
    problems = []
    for entry in found:
        if entry.is_file and is_picture(entry.path) and (size := entry.path.stat().st_size) > _HEAVIEST:
            message = Message("This picture weighs {size} MB, and a page a hundredth of one.", size=f"{size / 1_000_000:.1f}")
            problems.append(Problem(entry.where, 1, "picture_too_heavy", message, fix))
    return problems


def picture_unused(sources: Sources, to_mend: Set[str]) -> list[Problem]:
    """Pictures that both languages share and nothing shows: they would be published, though somebody may have taken them off their page.

    Pages at the paths `to_mend`, and those that are held back, may only mean to show one: it is enough that they name it.
    """
    named = {path for content in sources.contents.values() for name in content.targets if (path := shared_path(name))}
    named |= {in_locale(sources.settings.get("extra", "logo"), locale) for locale in LOCALES}
    meant = [page.text.lower() for page in [*sources.pages, *sources.held] if page.is_held or page.path in to_mend]
    if "" in meant:
        return []  # It could not be read at all.
    message, fix = Message("No page shows this picture, and it would be published."), Message("take it out, or let a page show it.")
    return [
        Problem(path, 1, "picture_unused", message, fix)
        for path in shared_pictures(sources.root)
        if path not in named and not any(PurePosixPath(path).name.lower() in text for text in meant)
    ]


def logo_missing(found: list[Entry], settings: Settings) -> list[Problem]:
    """A logo that is no SVG file of docs/, docs-cy/ or images/; what such a file holds is looked at with all others."""
    drawings = {entry.where for entry in found if entry.path.suffix == ".svg" and entry.is_file}
    named = {in_locale(settings.get("extra", "logo"), locale) for locale in LOCALES} - {""}
    fix = Message('write the path of an SVG file, such as "images/logo.svg", or leave it empty: logo: "".')
    return [
        Problem(PATH, settings.line("extra", "logo", value=logo), "logo_missing", Message('"{logo}" is no SVG file that is there.', logo=logo), fix)
        for logo in sorted(named - drawings)
    ]
