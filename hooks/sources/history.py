"""What git remembers: pages as they were, who changed a line last, and each state of main, which is what was published."""

import datetime
import os
import re
import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from messages.locales import LOCALES
from sources.content import Content
from sources.pages import Page, parse_page
from sources.reader import read_page
from sources.settings import PATH

MAIN = ("refs/remotes/origin/main", "refs/heads/main")


@dataclass(frozen=True)
class Revision:
    """The newest state of main; of a shallow copy git does not know all that was before."""

    root: Path
    commit: str
    is_whole: bool


@dataclass(frozen=True)
class Step:
    """One change of main: its day, and the file that is meant by the blob of git, "" for one that went, by its path."""

    day: datetime.date
    blobs: dict[str, str]


_BLAMED = re.compile(r"^([0-9a-f]{40,64}) .*\nauthor (.*)\nauthor-mail .*\nauthor-time (\d+)\n", re.MULTILINE)


@dataclass(frozen=True)
class Change:
    """Who wrote a line as it is, and on which day; both are None of a line that is in no commit yet."""

    who: str | None
    day: datetime.date | None


def last_changes(path: str, root: Path) -> list[Change]:
    """Who changed each line of a file last; [] without git, and where it holds no more than the end of its history."""
    if _git(root, "rev-parse", "--is-shallow-repository").strip() != "false":
        return []
    blamed = _BLAMED.findall(_git(root, "blame", "-w", "--line-porcelain", "--", path))
    return [Change(who, _day(seconds)) if commit.strip("0") else Change(None, None) for commit, who, seconds in blamed]


def _day(seconds: str) -> datetime.date:
    return datetime.datetime.fromtimestamp(int(seconds), datetime.UTC).date()


def content_with(fingerprint: str, page: Page, root: Path, most: int = 50) -> Content | None:
    """The content of a page when it had a fingerprint, from its latest `most` changes; None without git or such a one."""
    return next((was for (was,) in contents_before([page], root, most) if was.fingerprint == fingerprint), None)


def contents_before(pages: list[Page], root: Path, most: int = 50) -> Iterator[list[Content]]:
    """Some pages as each of the latest `most` changes to one of them left them, the last first; none without git."""
    commits = _git(root, "log", f"--max-count={most}", "--format=%H", "--", *(page.path for page in pages))
    for commit in commits.split():
        yield [content_at(commit, page, root) for page in pages]


def content_at(commit: str, page: Page, root: Path) -> Content:
    """A page as it was in a commit; without any words if it was not there."""
    return read_page(parse_page(page.locale, page.name, _git(root, "show", f"{commit}:./{page.path}")))


def files_changed_since(commit: str, folders: Iterable[str], root: Path) -> set[str]:
    """The files below some folders that are not as they were in a commit, from the repository root."""
    return set(_git(root, "diff", "--name-only", "--relative", "-z", commit, "--", *folders).split("\0")) - {""}


def has_commit(name: str, root: Path) -> bool:
    """Whether git knows a commit by this name: its number, or a branch."""
    return bool(_git(root, "rev-parse", "--verify", "--quiet", f"{name}^{{commit}}"))


def newest_on_main(root: Path) -> Revision | None:
    """Where main stands, or what is checked out where there is no main; None without git, before the first commit, and for a part of a project."""
    # What is staged lies in a folder of its own, of which the environment says where its repository is.
    if not (root / ".git").exists() and "GIT_DIR" not in os.environ:
        return None
    known = _git(root, "for-each-ref", "--format=%(HEAD)%(refname)", *MAIN).split()
    # What was committed to main here may be published from here; on any other branch what the others have counts.
    name = "HEAD" if "*refs/heads/main" in known else next((name for name in MAIN if name in known), "HEAD")
    is_shallow, _, commit = _git(root, "rev-parse", "--is-shallow-repository", name).strip().partition("\n")
    return Revision(root, commit, is_shallow == "false") if commit else None


def steps_of(revision: Revision) -> list[Step]:
    """Each change of the pages and of mkdocs.yml that main has seen, the oldest first.

    What was done on a branch before it came to main was not published, so only first parents count.
    """
    form = ("--first-parent", "-m", "--reverse", "--no-renames", "--raw", "--abbrev=40", "-z", "--format=%x01%cs")
    folders = [locale.folder for locale in LOCALES]
    words = iter(_git(revision.root, "log", *form, revision.commit, "--", *folders, PATH).split("\0"))
    steps: list[Step] = []
    for word in (word.lstrip("\n") for word in words):
        if word.startswith("\1"):
            steps.append(Step(datetime.date.fromisoformat(word[1:]), {}))
        elif word.startswith(":"):
            blob, kind = word.split(" ")[3:5]
            steps[-1].blobs[next(words)] = "" if kind == "D" else blob
    return steps


def texts_of(blobs: Iterable[str], root: Path) -> dict[str, str]:
    """The text of each blob, whichever way its lines end."""
    asked = sorted({*blobs} - {""})
    return dict(_told(_run(root, "cat-file", "--batch", given="\n".join(asked)), len(asked))) if asked else {}


def _told(told: bytes, count: int) -> Iterator[tuple[str, str]]:
    start = 0
    for _ in range(count):
        end = told.find(b"\n", start)
        blob, _, size = told[start:end].decode().partition(" blob ")
        # One that git does not have, as in a partial copy, is a line without a size.
        length = int(size) if size else -1
        if size:
            yield blob, told[end + 1 : end + 1 + length].decode("utf-8-sig", errors="replace")
        start = end + 2 + length


def text_at(commit: str, path: str, root: Path) -> str:
    """What a file held at a commit, or ""."""
    return _git(root, "show", f"{commit}:./{path}")


def _git(root: Path, *words: str) -> str:
    """What git prints, or "" where there is no git, no repository or no such file."""
    return _run(root, *words).decode("utf-8-sig", errors="replace")


def _run(root: Path, *words: str, given: str = "") -> bytes:
    try:
        run = subprocess.run(["git", *words], cwd=root, input=given.encode(), capture_output=True, timeout=60)
    except (OSError, subprocess.TimeoutExpired):
        return b""
    return run.stdout if run.returncode == 0 else b""
