"""What was found out about pages, kept in .cache/ from one run to the next while all that it was found from is the same."""

import contextlib
import functools
import hashlib
import json
import sys
from collections import defaultdict
from collections.abc import Callable, Container
from pathlib import Path
from typing import Any

from sources.writing import written_whole

CACHE = ".cache"


def key_of(*parts: Any) -> str:
    """The fingerprint of some values, each of which says itself whole when it is printed."""
    return hashlib.sha256(repr(parts).encode("utf-8", "surrogatepass")).hexdigest()[:32]


class Memory:
    """Answers to questions about pages, each question's in a file of its own below a repository root.

    An answer is JSON, and there for one key alone: the fingerprint of all that it was made from. A file that other rules made,
    or that is damaged, counts as none. Each is written whole, so that of two runs at once the last one's stands.
    """

    def __init__(self, root: Path):
        self._root = root
        self._kept: dict[str, dict[str, list]] = {}
        self._new: dict[str, set[str]] = defaultdict(set)

    def answer(self, question: str, path: str, key: str, make: Callable[[], Any], anew: bool = False) -> Any:
        """What is known about the page at a path, or what `make` finds out; nothing that a run before found, if it is to be found `anew`."""
        if question not in self._kept:
            self._kept[question] = _read(self._file(question))
        kept = self._kept[question]
        if path not in kept or kept[path][0] != key or anew and path not in self._new[question]:
            kept[path] = [key, make()]
            self._new[question].add(path)
        return kept[path][1]

    def save(self, paths: Container[str]) -> None:
        """Keep what is known about the pages at some paths for the next run, and forget those that are gone."""
        for question in filter(self._new.get, self._kept):
            kept = {path: answer for path, answer in self._kept[question].items() if path in paths}
            body = json.dumps(kept, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
            # What cannot be written is found out again.
            with contextlib.suppress(OSError), written_whole(self._file(question)) as file:
                file.writelines((_seal(body), body))
        self._new.clear()

    def _file(self, question: str) -> Path:
        return self._root / CACHE / f"{question}.json"


def _read(path: Path) -> dict[str, list]:
    """The answers in a file; none where it is not as the rules of now wrote it."""
    try:
        with open(path, "rb") as file:
            seal, body = file.readline(), file.read()
    except OSError:
        return {}
    return json.loads(body.decode("utf-8", "surrogatepass")) if seal == _seal(body) else {}


def _seal(body: bytes) -> bytes:
    """The first line of a file: the fingerprint of the rules and of what follows."""
    found = hashlib.sha256(_rules())
    found.update(body)
    return found.hexdigest().encode() + b"\n"


@functools.cache
def _rules() -> bytes:
    """The fingerprint of all that answers depend on besides the pages: this code with its lists of words, the packages, Python."""
    hooks = Path(__file__).resolve().parent.parent
    found = hashlib.sha256(sys.version.encode())
    for path in sorted(path for path in hooks.rglob("*") if path.is_file() and path.suffix != ".pyc"):
        found.update(path.relative_to(hooks).as_posix().encode() + hashlib.sha256(path.read_bytes()).digest())
    # The name of such a folder holds the version.
    packages = {each.name for folder in sys.path for each in Path(folder).glob("*.dist-info")}
    found.update("\n".join(sorted(packages)).encode())
    return found.digest()
