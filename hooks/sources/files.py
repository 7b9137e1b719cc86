"""The files of docs/ and docs-cy/."""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from messages.locales import LOCALES, Locale

# What git leaves in a file where two changes meet.
_CONFLICT = re.compile(r"^(?:<{7}|>{7})(?: .*)?$", re.MULTILINE)


def files_in(folder: Path) -> Iterator[Path]:
    """Every file below a folder that becomes part of the site."""
    return (Path(entry.path) for _, entry in _below(folder) if is_file(Path(entry.path)))


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


def is_file(path: Path) -> bool:
    """Whether there is a file of that name, which an editor may have typed."""
    try:
        return path.is_file()
    except (OSError, ValueError):  # A name that no file system can hold.
        return False


def is_hidden(name: str) -> bool:
    """Whether a file, or a folder that it lies in, starts with a dot."""
    return name.startswith(".") or "/." in name


# A file or folder of a language with its name there.
Entry = tuple[Locale, str, Path]


def entries(root: Path) -> list[Entry]:
    """Every file and folder of both languages."""
    return [(locale, name, Path(entry.path)) for locale in LOCALES for name, entry in _below(root / locale.folder)]


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
