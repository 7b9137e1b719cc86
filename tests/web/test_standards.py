"""What the Welsh Language Standards ask of the built site as a whole, and whether the table of them in tests/README.md is true."""

import re

import pytest
from selectolax.lexbor import LexborHTMLParser

from conftest import ROOT, SERVICE
from messages.locales import WELSH
from sources.all_sources import read_sources
from sources.settings import in_locale
from test_build import PAIRS, read
from welsh.vote import vote
from welsh.words import any_of

SOURCES = read_sources(SERVICE)
SETTINGS = SOURCES.settings
# What a reader sees or hears of an attribute, and what others see who find the page or share it.
SPOKEN = ("alt", "title", "aria-label", "data-waiting", "data-failed")
SHARED = "meta[name=description], meta[property='og:title'], meta[property='og:description'], meta[property='og:site_name']"
# What stands round the text of a page, which the two languages share.
FRAME = "header *, .draft, .days, .changed, .page-side *, footer *"


def said(document: LexborHTMLParser, code: str) -> list[str]:
    """Every text of a page, seen, heard or shared, that does not say it is in another language."""
    for node in document.css("style, script, code"):
        node.decompose()
    for template in document.css("template"):
        template.replace_with(LexborHTMLParser(template.inner_html or "").body)
    for node in document.css(f"[lang]:not(html):not([lang={code}])"):
        node.decompose()
    texts = [node.text_content or "" for node in document.root.traverse(include_text=True) if node.tag == "-text"]
    spoken = [node.attributes.get(key) or "" for node in document.css("*") for key in SPOKEN]
    shared = [node.attributes["content"] or "" for node in document.css(SHARED)]
    assert len(shared) == 4
    return [text for text in texts + spoken + shared if text.strip()]


@pytest.mark.parametrize(("address", "locale"), [(SOURCES.addresses[page.path], page.locale) for page in SOURCES.pages])
def test_a_page_is_in_its_own_language_alone(built_service, address, locale):
    names = any_of([*SETTINGS.names, in_locale(SETTINGS.get("extra", "contact", "name"), locale), locale.language])
    sign = 1 if locale is WELSH else -1
    assert [text for text in said(read(built_service, address), locale.code) if sign * vote(names.sub(" ", text)) > 0] == []


@pytest.mark.parametrize(("english", "welsh"), PAIRS.items())
def test_both_languages_have_the_same_round_their_text(built_site, english, welsh):
    frames = [
        [(node.tag, node.attributes.get("class"), node.attributes.get("rel")) for node in read(built_site, address).css(FRAME)]
        for address in (english, welsh)
    ]
    # The Welsh says beside it that it is a draft.
    assert [each for each in frames[1] if each[1] != "draft"] == frames[0]


def test_each_test_that_the_table_names_is_there():
    table = (ROOT / "tests/README.md").read_text(encoding="utf-8").partition("## What the Welsh Language Standards ask")[2].partition("\n## ")[0]
    rows = [line.rpartition(" | ")[2] for line in table.splitlines() if line.startswith("| ")][1:]
    tests = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "tests").rglob("test_*.py"))
    assert len(rows) >= 8
    for row in rows:
        named = re.findall(r"`([^`]+)`", row)
        assert named
        for name in named:
            there = list((ROOT / "tests").rglob(name)) or f"def {name}(" in tests
            assert there, name
