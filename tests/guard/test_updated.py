"""Whether a page that has new words says so, where git knows what main has."""

import datetime
import subprocess

import pytest

from conftest import write
from guard.welsh import proof_sources
from messages.locales import ENGLISH
from messages.problem import report
from sources.all_sources import read_sources

TODAY = datetime.date(2026, 11, 23)
PATH = "docs/sleep.md"
TOLD = """docs/sleep.md:4 (updated_unchanged)
  The words of this page are new, and "updated: 2026-11-01" is the day of the old ones.
  Fix: write "updated: 2026-11-23", unless readers get nothing new.

1 warning found."""


@pytest.fixture
def known_site(site):
    """A sound site whose main git remembers, with a branch for a change."""
    for words in (["init", "--quiet"], ["add", "."], ["commit", "--quiet", "--message", "A sound site"], ["branch", "--move", "main"]):
        git(site, *words)
    git(site, "switch", "--quiet", "--create", "change")
    return site


def git(site, *words):
    subprocess.run(["git", "-c", "user.name=A", "-c", "user.email=a@example.org", *words], cwd=site, check=True)


def edit(site, old, new):
    text = (site / PATH).read_text(encoding="utf-8")
    assert old in text
    write(site / PATH, text.replace(old, new))


def told(site):
    found = [warning for warning in proof_sources(read_sources(site, TODAY)) if warning.check == "updated_unchanged"]
    return report(found, "warning", (ENGLISH,)) if found else ""


@pytest.mark.parametrize("is_committed", [True, False])
def test_new_words_with_the_old_day_are_told(known_site, is_committed):
    edit(known_site, "See", "Look at")
    if is_committed:
        git(known_site, "commit", "--quiet", "--all", "--message", "A change")

    assert told(known_site) == TOLD


@pytest.mark.parametrize(
    ("old", "new"),
    [("See", "See"), ("See ", "See\n"), ("description: On sleep.", "description: On sleep.\nreview_by: 2027-11-01"), ("2026-11-01", "2026-11-23")],
)
def test_what_changes_no_word_or_its_day_too_is_not_told(known_site, old, new):
    edit(known_site, old, new)
    if new == "2026-11-23":
        edit(known_site, "See", "Look at")

    assert told(known_site) == ""


def test_without_git_nothing_is_told(site):
    edit(site, "See", "Look at")

    assert told(site) == ""
