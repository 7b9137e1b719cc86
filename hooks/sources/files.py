"""The files of docs/ and docs-cy/."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from messages.locales import LOCALES, Locale

# What git leaves in a file where two changes meet.
_CONFLICT = re.compile(r"^(?:<{7}|>{7})(?: .*)?$", re.MULTILINE)


def files_in(folder: Path) -> Iterator[Path]:
    """Every file below a folder that becomes part of the site; MkDocs leaves dot files out."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not is_hidden(path.relative_to(folder).as_posix()):
            yield path


def is_hidden(name: str) -> bool:
    """Whether a file, or a folder that it lies in, starts with a dot."""
    return name.startswith(".") or "/." in name


# A file or folder of a language with its name there.
Entry = tuple[Locale, str, Path]


def entries(root: Path) -> list[Entry]:
    """Every file and folder of both languages."""
    found = []
    for locale in LOCALES:
        folder = root / locale.folder
        names = ((path.relative_to(folder).as_posix(), path) for path in sorted(folder.rglob("*")))
        found += [(locale, name, path) for name, path in names if not is_hidden(name)]
    return found


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
