"""Files to keep that went: the one that takes the place of each, for who has its address."""

import hashlib
from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path

from messages.locales import ENGLISH, LOCALES, WELSH
from sources.files import files_in, is_file, is_hidden

# What the names of files end on that a site publishes besides pages and pictures.
DOCUMENTS = (".csv", ".docx", ".epub", ".ics", ".mp3", ".mp4", ".odt", ".pdf", ".pptx", ".txt", ".xlsx")
# The names of one document in both languages, in the order of LOCALES.
Names = tuple[str, str]


def is_download(path: str) -> bool:
    """Whether a file, from the repository root, is one to keep."""
    folder, _, name = path.partition("/")
    return folder in {locale.folder for locale in LOCALES} and name.endswith(DOCUMENTS) and not is_hidden(name)


class Downloads:
    """The downloads of today below a repository root, beside those of the past.

    `past` has all that each file ever held, as git calls it, the latest last;
    `pairs` are the names of each document that `named` them differently, up to now.
    """

    def __init__(self, root: Path, named: dict[str, str], past: dict[str, list[str]], pairs: Iterable[Names]):
        self._root, self._named, self._past, self._pairs = root, named, past, [*pairs, *named.items()]

    def moved(self) -> dict[str, str]:
        """Each file that went, with the one that came with its content, or that is now the counterpart of its counterpart."""
        gone = [path for path in self._past if not is_file(self._root / path)]
        return {path: heir for path in gone if (heir := self._renamed(path) or self._counterpart(path))}

    @cached_property
    def _held(self) -> dict[str, set[str]]:
        """All that each file ever held, and holds now."""
        held = {path: {*blobs} for path, blobs in self._past.items()}
        for path in (path for locale in LOCALES for path in files_in(self._root / locale.folder)):
            if is_download(name := path.relative_to(self._root).as_posix()):
                held.setdefault(name, set()).add(_blob(path.read_bytes()))
        return held

    def _renamed(self, path: str, passed: tuple[str, ...] = ()) -> str | None:
        """The file of today that a file became: it, or the one that came with what it held last, however often that was renamed."""
        if is_file(self._root / path):
            return path
        folder, last = path.partition("/")[0], self._past.get(path, [""])[-1]
        same = (each for each, held in self._held.items() if last in held and each.startswith(f"{folder}/") and each not in (path, *passed))
        return next(filter(None, (self._renamed(each, (*passed, path)) for each in same)), None)

    def _counterpart(self, path: str) -> str | None:
        """What today is in the language of a file that went, where its document is still there in the other."""
        folder, _, name = path.partition("/")
        is_welsh = folder == WELSH.folder
        now = self._named if is_welsh else {welsh: english for english, welsh in self._named.items()}
        for theirs in self._names_beside(name, is_welsh):
            if there := self._renamed(f"{(ENGLISH if is_welsh else WELSH).folder}/{theirs}"):
                there = there.partition("/")[2]
                if is_file(self._root / (found := f"{folder}/{now.get(there, there)}")):
                    return found
        return None

    def _names_beside(self, name: str, is_welsh: bool) -> Iterator[str]:
        """The names that the document of a name had in the other language, the latest first; without a word on it the same."""
        yield from (pair[not is_welsh] for pair in reversed(self._pairs) if pair[is_welsh] == name)
        yield name


def _blob(content: bytes) -> str:
    """What git calls a content."""
    return hashlib.sha1(b"blob %d\0%b" % (len(content), content), usedforsecurity=False).hexdigest()
