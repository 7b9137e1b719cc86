"""What a page said before, where git remembers it."""

import subprocess
from pathlib import Path

from sources.content import Content
from sources.pages import Page, parse_page
from sources.reader import read_page


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
