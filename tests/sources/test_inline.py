"""Text without a mark is passed by, and every page says the same as without that short cut."""

import string

import markdown
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import ROOT
from sources.inline import pass_plain_text_by
from sources.reader import Reader
from sources.settings import read_settings

SETTINGS = read_settings(ROOT / "mkdocs.yml")
SHORT = Reader(SETTINGS)
LONG = markdown.Markdown(extensions=["fenced_code", *SETTINGS.get("markdown_extensions")])
PIECES = st.sampled_from(
    [*string.punctuation, *"\n\x02\x03", "  \n", "\n\n", "- ", "1. ", "    ", "# ", "| a | b |\n|---|---|\n", "!!! note\n    ", ":   ", "<b>", "</b>"]
    + ["[a](b.md)", "![a](b.png)", "[a][b]", "[b]: c.md", "*[NHS]: National Health Service\n\n", "NHS ", '*x*{: lang="en" }', "{: #x }"]
    + ["&amp;", "<a@b.cymru>", "https://a.cymru ", "<https://a.cymru>", "<!-- x -->", "```\n", "Geiriau plaen. ", "tŷ "]
)


@settings(max_examples=300, deadline=None, derandomize=True)
@given(st.lists(PIECES, max_size=30).map("".join))
def test_a_page_says_the_same_as_by_the_long_way(text):
    assert SHORT._markdown.reset().convert(text) == LONG.reset().convert(text)


def test_most_text_goes_by_the_short_cut():
    assert SHORT._markdown.reset().convert("Plain.\n\nA *marked* text.") == "<p>Plain.</p>\n<p>A <em>marked</em> text.</p>"
    assert [text for _, text in SHORT._markdown.treeprocessors["kept"].texts] == ["Plain."]


@pytest.mark.parametrize("extension", ["nl2br", "footnotes", "pymdownx.tilde"])
def test_patterns_of_an_extension_see_every_text(extension):
    md = markdown.Markdown(extensions=[extension])
    pass_plain_text_by(md)
    assert "kept" not in md.treeprocessors
