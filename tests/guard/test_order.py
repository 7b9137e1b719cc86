"""What is told first of several faults of a pair."""

import pytest

from conftest import write
from guard.all_checks import check_sources
from sources.all_sources import read_sources

ENGLISH, WELSH = "docs/sleep.md", "docs-cy/sleep.md"
# What is done to the English page, and to the Welsh one, and the checks that tell of it.
TOLD = {
    "new words": ({"See": "Please see"}, {}, ["outdated_translation"]),
    "a new number": ({"See": "Twice 5: see"}, {}, ["numbers_differ"]),
    "a sign in the new words": ({"See": "TODO: see"}, {}, ["placeholder_left"]),
    "a new paragraph": ({"See": "Words.\n\nSee"}, {}, ["passages_differ"]),
    "a paragraph and a number": ({"See": "5 words.\n\nSee"}, {}, ["numbers_differ"]),
    "no pin": ({}, {"translation:": "updated_by:"}, ["front_matter_key_unknown"]),
}


@pytest.mark.parametrize("name", TOLD)
def test_the_pin_is_asked_for_last(site, name):
    *edits, checks = TOLD[name]
    for path, edit in zip((ENGLISH, WELSH), edits, strict=True):
        text = (site / path).read_text(encoding="utf-8")
        for old, new in edit.items():
            text = text.replace(old, new)
        write(site / path, text)
    assert [problem.check for problem in check_sources(read_sources(site))] == checks
