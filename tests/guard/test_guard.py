"""What the guard lets pass, and what it makes of the settings."""

import datetime
import re
import subprocess
from pathlib import Path

import pytest

from conftest import PAGES, ROOT, SERVICE, write
from guard.all_checks import check_sources
from guard.files import KINDS
from guard.settings import setting_unknown
from guard.welsh import proof_sources
from messages.locales import ENGLISH, WELSH
from messages.message import Message
from messages.problem import Problem, report
from sources.addresses import addresses
from sources.all_sources import read_sources
from sources.contact import contact_in
from sources.downloads import DOCUMENTS
from sources.pages import Page, read_pages
from sources.pairs import review_pin
from sources.pictures import KINDS as PICTURES
from sources.settings import Settings, questions, read_settings

TODAY = datetime.date(2026, 11, 23)


def test_the_made_up_service_is_sound_and_its_welsh_raises_no_warning():
    sources = read_sources(SERVICE)
    assert (check_sources(sources), proof_sources(sources)) == ([], [])


def test_the_made_up_service_is_built_as_the_real_one():
    parts = [(root / "mkdocs.yml").read_text(encoding="utf-8").rpartition("\ntheme:\n")[2] for root in (ROOT, SERVICE)]
    assert parts[0] == parts[1]


def test_a_page_of_too_many_parts_is_told_and_not_read(site):
    write(site / "docs/sleep.md", PAGES["docs/sleep.md"] + "\n" + "- a\n" * 10_000)
    told = [problem for problem in check_sources(read_sources(site, TODAY)) if problem.check == "page_too_long"]
    message = "This page has more than 20000 points, headings, links and the like."
    assert [(problem.path, problem.message, problem.fix) for problem in told] == [("docs/sleep.md", message, "make several pages of it.")]


def test_publishing_names_each_open_question():
    problems = check_sources(read_sources(SERVICE), publish=True)
    items = [item for item, _ in questions(read_settings(SERVICE / "mkdocs.yml"))]
    assert [problem.message.split(":")[0] for problem in problems] == items
    assert {problem.check for problem in problems} == {"to_confirm"}


@pytest.mark.parametrize(
    ("name", "old", "new", "told"),
    [
        ("mkdocs.yml", "https://gardens.wales/", "https://example.org/", '"https://example.org/" is nobody\'s address: it only stands in for one.'),
        (
            "mkdocs.yml",
            "https://gardens.wales/code",
            "http://localhost:8000",
            '"http://localhost:8000" is nobody\'s address: it only stands in for one.',
        ),
        ("docs/sleep.md", "See", "*To be confirmed: when.* See", '"To be confirmed: when. See play." tells readers that something is still open.'),
        ("docs-cy/sleep.md", "Gweler", "I’w gadarnhau. Gweler", '"I’w gadarnhau. Gweler chwarae." tells readers that something is still open.'),
        ("docs/sleep.md", "See", "At nine (to be agreed). See", '"(to be agreed). See play." tells readers that something is still open.'),
        ("docs/sleep.md", "See", "A name has to be confirmed by two. See", None),
        ("docs-cy/sleep.md", "Gweler", "Mae angen ei enw i'w gadarnhau. Gweler", None),
    ],
)
def test_what_stands_in_for_what_the_owner_settles_is_not_published(site, name, old, new, told):
    settings = (site / "mkdocs.yml").read_text(encoding="utf-8")
    settings = re.sub(r"  to_confirm:\n(?:    .*\n)+", "  to_confirm: []\n", settings)
    write(
        site / "mkdocs.yml",
        settings.replace("https://example.org/repository/", "https://gardens.wales/code").replace("https://example.org/", "https://gardens.wales/"),
    )
    assert check_sources(read_sources(site, TODAY), publish=True) == []
    write(site / name, (site / name).read_text(encoding="utf-8").replace(old, new, 1))
    found = [problem for problem in check_sources(read_sources(site, TODAY), publish=True) if problem.check == "stand_in_left"]
    assert [problem.message for problem in found] == ([told] if told else [])
    assert all(problem.check != "stand_in_left" for problem in check_sources(read_sources(site, TODAY)))


def test_files_that_are_no_pages_raise_nothing(site):
    for name in ("docs/.notes.md", "docs/images/baby.txt"):
        write(site / name, "x")
    assert check_sources(read_sources(site)) == []


def test_a_page_that_cannot_be_opened_is_told(site, monkeypatch):
    read_text = Path.read_text

    def refuse(path, *words, **options):
        if path.name == "play.md":
            raise PermissionError(13, "Permission denied")
        return read_text(path, *words, **options)

    monkeypatch.setattr(Path, "read_text", refuse)
    assert [(problem.path, problem.check) for problem in check_sources(read_sources(site, TODAY))] == [
        ("docs/more/play.md", "page_not_opened"),
        ("docs-cy/more/play.md", "page_not_opened"),
    ]


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


def test_contact_details_are_shared_or_per_language(site):
    settings = read_settings(site / "mkdocs.yml")
    english, welsh = contact_in(settings, ENGLISH), contact_in(settings, WELSH)
    assert (english.name, welsh.name) == ("Garden Advice Line", "Llinell Gyngor Gerddi")
    assert english.telephone == welsh.telephone == "03069 990 133"
    assert welsh.links == {
        "telephone": "tel:+443069990133",
        "email": "mailto:AskUs@Gardens.org.uk",
        "website": "https://www.gardenadvice.co.uk",
    }


def test_a_report_is_sorted_and_counted_and_tells_each_problem_once():
    late = Problem("docs/b.md", 2, "check", Message("Late."), Message("mend it."))
    early = Problem("docs/b.md", 1, "check", Message("Early."), Message("mend it."))
    assert report([late, early, late], languages=(ENGLISH,)) == (
        "docs/b.md:1 (check)\n  Early.\n  Fix: mend it.\n\ndocs/b.md:2 (check)\n  Late.\n  Fix: mend it.\n\n2 problems found."
    )


def test_pages_know_their_lines(site):
    page = next(page for page in read_pages(site) if page.path == "docs-cy/sleep.md")
    assert (page.line_of("slug:"), page.line_of("# Cwsg"), page.line_of("nowhere")) == (4, 10, 1)


def test_an_outdated_translation_is_told_with_old_and_new_words(site):
    git = ["git", "-c", "user.name=Editor", "-c", "user.email=editor@example.org"]
    for words in (["init", "-q"], ["add", "."], ["commit", "-qm", "All pages"]):
        subprocess.run([*git, *words], cwd=site, check=True)
    words = "Some words that stay, for now, and see [play](more/play.md)."
    write(site / "docs/sleep.md", PAGES["docs/sleep.md"].replace("See [play](more/play.md).", words))
    (problem,) = check_sources(read_sources(site, TODAY))
    assert problem.message == (
        "The English page docs/sleep.md has changed since this page was translated: "
        'the section "Sleep" (docs/sleep.md:7), from "Sleep See play." to "Sleep Some words that stay, for now, and see play.".'
    )


def test_each_setting_that_the_code_asks_for_is_known():
    code = "".join(path.read_text(encoding="utf-8") for folder in ("hooks", "scripts") for path in (ROOT / folder).rglob("*.py"))
    asked = set(re.findall(r'"extra", "(\w+)"', code))
    assert (len(asked) > 10, setting_unknown(Settings({"extra": dict.fromkeys(asked)}))) == (True, [])


def test_an_urgent_change_of_a_checked_pair_needs_no_new_check(site):
    pair = read_sources(site).pairs["sleep.md"]
    review = f"review: A reader, {pair.today}, {review_pin(pair)}"
    write(site / "docs-cy/sleep.md", pair.translation.page.text.replace("review: draft", review))
    change = pair.source.page.text.replace("See", "Please see").replace("title:", f"translation_pending: {pair.today}, wrong words\ntitle:", 1)
    write(site / "docs/sleep.md", change)
    asked = {problem.path for problem in check_sources(read_sources(site), require_reviewed=True)}
    assert asked == {"docs-cy/index.md", "docs-cy/more/play.md"}


def test_what_the_guard_lets_be_published_goes_on_being_served():
    assert {*DOCUMENTS} == {*KINDS} - PICTURES
