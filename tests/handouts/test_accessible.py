"""Each finished PDF before a program that reads its tags, fonts and links as a screen reader does."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import ROOT, SERVICE
from sources.all_sources import read_sources
from sources.handouts import handout_addresses

# Not wrong here: a task has its box for a mark, a file is called as its page, and the
# checker takes the words of a link before those that it underlines.
KNOWN = {"TAG-020", "DOC-040", "ORD-001"}
# In a PDF of all pages each has its own foot, which is rightly passed over, and its own head, with its day, which is rightly read.
KNOWN_OF_LINES = {"TAG-002": r" \d+ / \d+$", "PAG-001": "Updated|Diweddarwyd"}


def is_known(finding):
    line = KNOWN_OF_LINES.get(finding["rule"])
    return finding["rule"] in KNOWN or line is not None and re.search(line, finding["evidence"]) is not None


@pytest.mark.everything
def test_a_checker_of_pdf_ua_finds_nothing_in_any_handout(built_service, built_site):
    places = [(built_service, SERVICE), (built_site, ROOT)]
    pdfs = [str(site / path) for site, root in places for path in handout_addresses(read_sources(root)) if path.endswith(".pdf")]
    command = [str(Path(sys.executable).with_name("outloud")), "--json", "-", *pdfs]
    result = subprocess.run(command, capture_output=True, text=True, encoding="utf-8")
    told = json.loads(result.stdout[result.stdout.index("{") :])["results"]
    assert sorted(each["path"] for each in told if each["rules"] and not each["error"]) == sorted(pdfs)
    assert [(each["path"], finding) for each in told for finding in each["findings"] if not is_known(finding)] == []
