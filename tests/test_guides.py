"""The editors' guides: each holds what the other does, leads where it says, and the Welsh one is proofed as a page is."""

import re

import pytest

from conftest import ROOT
from guard.all_checks import check_pair
from guard.welsh import proof_sources
from messages.locales import ENGLISH, WELSH
from messages.message import catalogue
from sources.all_sources import Sources, make_sources
from sources.pages import parse_page
from sources.settings import read_settings
from test_faults import FAULTS, all_checks

GUIDES = {ENGLISH: "CONTRIBUTING.md", WELSH: "CYFRANNU.md"}
# Each links to the other, neither is pinned, and the Welsh one alone says that it is a draft.
NOT_OF_GUIDES = {"links_differ", "translation_unmarked", "passages_differ"}
# Right, and not in the dictionary: of byrhau and cymharu, the term for an encoding, and what programs are called.
KNOWN = {"Byrhewch", "Cymharwch", "amgodiad", "http", "https", "md", "memoQ", "zip"}
# Code, and what stands on a screen: GitHub's own words are English in either guide.
_QUOTED = re.compile(r'^ *```.*?^ *```|`[^`\n]+`|"(?:[^"\n]|\n(?!\n))+"', re.MULTILINE | re.DOTALL)


def read(locale) -> str:
    return (ROOT / GUIDES[locale]).read_text(encoding="utf-8")


def as_pages(texts: dict) -> Sources:
    """The guides as if they were a pair of pages."""
    return make_sources(ROOT, read_settings(ROOT / "mkdocs.yml"), [parse_page(locale, "guide.md", text) for locale, text in texts.items()])


def slug(heading: str) -> str:
    """The place that GitHub gives a heading."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


@pytest.mark.parametrize("locale", GUIDES)
def test_a_guide_explains_each_check_once(locale):
    rows = re.findall(r"^\|.*\| `(\w+)` \|$", read(locale), re.MULTILINE)
    assert sorted(rows) == sorted(all_checks())


def quotes(locale) -> list[tuple[str, str]]:
    """What a guide's tables quote, between what stands for any words, each with the check that says so."""
    rows = re.findall(r"^\| (.*?) \| .* \| `(\w+)` \|$", read(locale), re.MULTILINE)
    return [(part.strip('" ,:'), check) for said, check in rows for part in re.split(r"`.*?`|…| / |[()]", said)]


def test_the_english_guide_quotes_what_the_messages_say():
    reports = {}
    for name, fault in FAULTS.items():
        check = name.split(".")[0]
        reports[check] = reports.get(check, "") + (fault.get("report") or fault["warnings"])
    assert [(said, check) for said, check in quotes(ENGLISH) if check in reports and said not in reports[check]] == []


def test_the_welsh_guide_quotes_what_the_messages_say():
    # Fields and numbers differ from message to message; what the owner has to confirm is a question of its own.
    told = " ".join(re.sub(r"\{language\}", "Cymraeg", message) for message in catalogue(WELSH.code).values())
    parts = [(part.strip(), check) for said, check in quotes(WELSH) for part in re.split(r"\d+", said) if check != "to_confirm"]
    assert [(said, check) for said, check in parts if said.strip(" :") not in told] == []


def test_both_guides_have_the_same_parts():
    sources = as_pages({locale: read(locale) for locale in GUIDES})
    (pair,) = sources.pairs.values()
    assert [problem for problem in check_pair(pair, sources) if problem.check not in NOT_OF_GUIDES] == []


@pytest.mark.parametrize("locale", GUIDES)
def test_each_link_and_picture_of_a_guide_is_there(locale):
    content = as_pages({locale: read(locale)}).contents[f"{locale.folder}/guide.md"]
    places = {f"#{slug(section.title)}" for section in content.sections}
    elements = [element for section in content.sections for element in section.elements]
    targets = {element.value for element in elements if element.kind in ("link", "image")}
    assert [target for target in targets if target not in places and not (ROOT / target).exists()] == []
    assert all(element.text for element in elements if element.kind == "image")


def test_pictures_of_the_guides_are_small_and_all_shown():
    shown = set(re.findall(r"\.github/pictures/([\w.]+)", "".join(map(read, GUIDES)) + (ROOT / "README.md").read_text(encoding="utf-8")))
    pictures = list((ROOT / ".github/pictures").iterdir())
    assert {picture.name for picture in pictures} == shown
    assert [picture.name for picture in pictures if picture.suffix == ".webp" and picture.stat().st_size > 40_000] == []


def test_the_welsh_guide_raises_no_warning():
    told = proof_sources(as_pages({WELSH: _QUOTED.sub("·", read(WELSH))}))
    assert [problem for problem in told if problem.path != "mkdocs.yml" and problem.message.split('"')[1] not in KNOWN] == []
