"""What files said before and who changed them, where git remembers it."""

import datetime
import re
import subprocess
from dataclasses import dataclass
from pathlib import Path

from sources.content import Content
from sources.pages import Page, parse_page
from sources.reader import read_page

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
    commits = _git(root, "log", f"--max-count={most}", "--format=%H", "--", page.path)
    for commit in commits.split():
        text = _git(root, "show", f"{commit}:./{page.path}")
        was = read_page(parse_page(page.locale, page.name, text))
        if was.fingerprint == fingerprint:
            return was
    return None


def _git(root: Path, *words: str) -> str:
    """What git prints, or "" where there is no git, no repository or no such file."""
    try:
        run = subprocess.run(["git", *words], cwd=root, capture_output=True, timeout=10)
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return run.stdout.decode("utf-8-sig", errors="replace") if run.returncode == 0 else ""
