"""What the guard lets pass, and what it makes of the settings."""

import pytest
from addresses import addresses
from conftest import PAGES, ROOT, write
from contact import contact_in
from guard import check_sources
from locales import ENGLISH, WELSH
from pages import Page, read_pages
from problem import Problem, report
from settings import questions, read_settings


def test_the_real_sources_are_sound():
    assert check_sources(ROOT, publish=False) == []


def test_publishing_names_each_open_question():
    problems = check_sources(ROOT, publish=True)
    items = [item for item, _ in questions(read_settings(ROOT / "mkdocs.yml"))]
    assert [problem.message.split(":")[0] for problem in problems] == items
    assert {problem.check for problem in problems} == {"to_confirm"}


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda text: text.replace("\n", "\r\n"), id="CRLF"),
        pytest.param(lambda text: "\ufeff" + text, id="byte order mark"),
        pytest.param(lambda text: text.replace("title", "# a comment\ntitle"), id="comment"),
        pytest.param(lambda text: text.replace("Gweler", "Gweler’r tŷ a’r dŵr"), id="accents and curly quotes"),
        pytest.param(lambda text: text.split("---\n\n")[1], id="no front matter"),
    ],
)
def test_honest_edits_raise_nothing(site, change):
    write(site / "docs-cy/sleep.md", change(PAGES["docs-cy/sleep.md"]))
    assert check_sources(site, publish=False) == []


def test_a_new_pair_in_a_new_folder_raises_nothing(site):
    for folder in ("docs", "docs-cy"):
        write(site / folder / "food/first/solids.md", "# Food\n")
    assert check_sources(site, publish=False) == []


def test_files_that_are_no_pages_raise_nothing(site):
    for name in ("docs/.notes.md", "docs/images/baby.txt"):
        write(site / name, "x")
    assert check_sources(site, publish=False) == []


def test_slugs_make_addresses_and_an_index_names_its_folder():
    pages = [
        Page(ENGLISH, "index.md"),
        Page(ENGLISH, "topics/sleep.md"),
        Page(WELSH, "index.md"),
        Page(WELSH, "topics/index.md", front_matter={"slug": "pynciau"}),
        Page(WELSH, "topics/sleep.md", front_matter={"slug": "cwsg"}),
        Page(WELSH, "topics/play.md"),
    ]
    assert addresses(pages) == {
        "docs/index.md": "",
        "docs/topics/sleep.md": "topics/sleep/",
        "docs-cy/index.md": "cy/",
        "docs-cy/topics/index.md": "cy/pynciau/",
        "docs-cy/topics/sleep.md": "cy/pynciau/cwsg/",
        "docs-cy/topics/play.md": "cy/pynciau/play/",
    }


@pytest.mark.parametrize(
    ("locale", "front_matter", "draft"),
    [
        (WELSH, {}, True),
        (WELSH, {"review": "draft"}, True),
        (WELSH, {"review": "Siân Jones, 2026-12-01"}, False),
        (ENGLISH, {}, False),
        (ENGLISH, {"review": "draft"}, True),
    ],
)
def test_a_page_is_a_draft_until_a_person_is_named(locale, front_matter, draft):
    assert Page(locale, "sleep.md", front_matter=front_matter).is_draft is draft


def test_contact_details_are_shared_or_per_language():
    settings = read_settings(ROOT / "mkdocs.yml")
    english, welsh = contact_in(settings, ENGLISH), contact_in(settings, WELSH)
    assert (english.name, welsh.name) == ("Cardiff Family Gateway", "Porth Teuluoedd Caerdydd")
    assert english.telephone == welsh.telephone == "03000 133 133"
    assert welsh.links == {
        "telephone": "tel:03000133133",
        "email": "mailto:ContactFAS@Cardiff.gov.uk",
        "website": "https://www.cardiffamilies.co.uk",
    }


def test_a_report_is_sorted_and_counted_and_tells_each_problem_once():
    late = Problem("docs/b.md", 2, "check", "Late.", "mend it.")
    early = Problem("docs/b.md", 1, "check", "Early.", "mend it.")
    assert report([late, early, late]) == (
        "docs/b.md:1\n  Early.\n  Fix: mend it.\n\ndocs/b.md:2\n  Late.\n  Fix: mend it.\n\n2 problems found."
    )


def test_pages_know_their_lines(site):
    page = next(page for page in read_pages(site) if page.path == "docs-cy/sleep.md")
    assert (page.line_of("slug:"), page.line_of("# Cwsg"), page.line_of("nowhere")) == (4, 8, 1)
