"""A pair that is written in Welsh first and translated into English, from its start to its handouts."""

import datetime
import json
import os
import shutil

import pytest
from selectolax.lexbor import LexborHTMLParser
from translate.storage.xliff import Xliff1File

from commands import run_command
from conftest import answer, build_strictly, copy_generator, make_site, write
from guard.all_checks import check_sources
from guard.welsh import proof_sources
from handouts.read_back import read_pdf
from messages.locales import ENGLISH
from sources.all_sources import read_sources

TODAY = datetime.date.today()
ANSWERS = {
    "Bwyd": "Food",
    "Am fwyd y baban.": "On the baby's food.",
    "Gweler cwsg.": 'See <g id="1">sleep</g>.',
    "Y llwy gyntaf": "The first spoon",
    "Chwe mis oed.": "Six months old.",
}


def run(site, script, *words):
    """What a command of scripts/ answers, as an editor runs it."""
    return run_command([f"scripts/{script}.py", *words], site, {**os.environ})


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    """A site with a pair that an editor started and wrote in Welsh, and a translator put into English."""
    site = make_site(tmp_path_factory.mktemp("written"))
    copy_generator(site, "hooks", "scripts")
    assert run(site, "new_page", "bwyd", "Food", "Bwyd", "--welsh-first").returncode == 0
    edit(site / "docs-cy/bwyd.md", "'[ychwanegwch un frawddeg am y dudalen hon]'", "Am fwyd y baban.")
    edit(site / "docs-cy/bwyd.md", "[ychwanegwch y testun]", "Gweler [cwsg](sleep.md#cwsg).\n\n## Y llwy gyntaf\n\nChwe mis oed.")
    edit(site / "mkdocs.yml", "      - index.md#home-page\n", "      - index.md#home-page\n      - bwyd.md#y-llwy-gyntaf\n")
    assert run(site, "write_xliff", "--lang", "en").stdout.startswith("docs-cy/bwyd.md: 6 passages for docs/bwyd.md\n")
    store = Xliff1File.parsefile(str(site / "translation.xlf"))
    assert (store.sourcelanguage, store.targetlanguage) == ("cy", "en")
    for unit in store.units:
        answer(unit, ANSWERS[str(unit.source)])
    store.save()
    assert run(site, "read_xliff", "translation.xlf", "--lang", "en").stdout == "docs/bwyd.md is written.\nNow check the pages: make check\n"
    return site


@pytest.fixture
def site(written, tmp_path):
    """A copy of that site, to spoil."""
    return shutil.copytree(written, tmp_path / "site")


@pytest.fixture(scope="module")
def built(written, tmp_path_factory):
    """That site as it is published while the English page has yet to follow an urgent correction."""
    site = shutil.copytree(written, tmp_path_factory.mktemp("built") / "site")
    edit(site / "docs-cy/bwyd.md", "Chwe mis oed", "Tua chwe mis oed")
    edit(site / "docs-cy/bwyd.md", "title:", f"translation_pending: {TODAY}, wrong age\ntitle:")
    build_strictly(site, HANDOUTS="1")
    return site / "site"


def edit(path, old, new):
    text = path.read_text(encoding="utf-8")
    assert old in text
    write(path, text.replace(old, new, 1))


def notices(page):
    return [node.text() for node in LexborHTMLParser(page.read_text(encoding="utf-8")).css("p.draft")]


def words_of(handout):
    return " ".join(" ".join(read_pdf(handout.read_bytes()).pages).split())


def test_the_english_page_is_the_translation(written):
    page = (written / "docs/bwyd.md").read_text(encoding="utf-8")
    pin = read_sources(written).contents["docs-cy/bwyd.md"].fingerprint
    assert page.startswith(
        f"---\ntitle: Food\ndescription: On the baby's food.\nupdated: {TODAY}\nslug: food\nreview: draft\ntranslation: {pin}\n---\n"
    )
    assert check_sources(read_sources(written)) == proof_sources(read_sources(written)) == []
    assert "bwyd.md       Welsh       current      draft " in run(written, "show_status", "--lang", "en").stdout


def test_a_change_of_the_welsh_is_told_on_the_english_page(site):
    edit(site / "docs-cy/bwyd.md", "Chwe mis oed", "Tua chwe mis oed")
    (problem,) = check_sources(read_sources(site))
    assert (problem.path, problem.check) == ("docs/bwyd.md", "outdated_translation")
    assert problem.message == (
        'The Welsh page docs-cy/bwyd.md has changed since this page was translated: the section "Y llwy gyntaf" (docs-cy/bwyd.md:12).'
    )


def test_a_change_of_the_english_asks_nothing_of_the_welsh(site):
    edit(site / "docs/bwyd.md", "Six months old.", "At six months.")
    assert check_sources(read_sources(site)) == []


def test_the_english_page_is_marked_and_reviewed(site):
    edit(site / "docs-cy/bwyd.md", "Chwe mis oed", "Tua chwe mis oed")
    assert run(site, "mark_translated", "docs/bwyd.md", "--reviewed-by", "Siân Jones").returncode == 0
    assert check_sources(read_sources(site)) == []
    assert f"bwyd.md       Welsh       current      live   Siân Jones  {TODAY}  " in run(site, "show_status", "--lang", "en").stdout


def test_the_welsh_page_is_not_marked(site):
    result = run(site, "mark_translated", "docs-cy/bwyd.md", "--lang", "en")
    assert (result.returncode, result.stderr) == (2, "docs-cy/bwyd.md was written first. Fix: name its translation, docs/bwyd.md.\n")


def test_only_the_section_that_changed_goes_to_the_translator(site):
    edit(site / "docs-cy/bwyd.md", "Chwe mis oed", "Tua chwe mis oed")
    assert run(site, "write_xliff", "--output", "b.xlf", "--lang", "en").stdout.startswith("docs-cy/bwyd.md: 2 passages for docs/bwyd.md\n")


def test_terms_are_compared_and_told_on_the_welsh_page(site):
    edit(site / "docs-cy/bwyd.md", "Chwe mis oed.", "Holwch y tadau.")
    edit(site / "docs/bwyd.md", "Six months old.", "Ask the parents.")
    run(site, "mark_translated", "docs/bwyd.md")
    (warning,) = proof_sources(read_sources(site))
    assert (warning.path, warning.check) == ("docs-cy/bwyd.md", "term_differs")


def test_the_english_page_alone_is_a_draft_and_behind(built):
    assert notices(built / "food/index.html") == [
        "Draft – not yet checked by a translator",
        f"The Welsh page has an urgent correction that this page does not have yet ({ENGLISH.long_day(TODAY)}) Mae'r dudalen hon ar gael yn Gymraeg",
    ]
    assert notices(built / "cy/bwyd/index.html") == []


def test_each_page_leads_to_the_other(built):
    links = [
        LexborHTMLParser((built / path / "index.html").read_text(encoding="utf-8")).css_first("a.site-language").attributes
        for path in ("food", "cy/bwyd")
    ]
    assert [(link["href"], link["hreflang"]) for link in links] == [("../cy/bwyd/", "cy"), ("../../food/", "en")]


def test_the_search_knows_the_welsh_page(built):
    forms = [json.loads(path.read_text(encoding="utf-8")) for path in (built / "pagefind").glob("forms.cy.*.json")]
    assert [part["bwyd"] for part in forms if "bwyd" in part] == ["bwyd fwyd"]


def test_the_handouts_say_so_too(built):
    english, welsh = (words_of(built / path) for path in ("food/food.pdf", "cy/bwyd/bwyd.pdf"))
    assert "Draft – not yet checked by a translator" in english
    assert "The Welsh page has an urgent correction" in english
    assert "Drafft" not in welsh


def test_the_leaflet_has_the_section_in_both_languages(built):
    english, welsh = (words_of(built / path) for path in ("leaflet.pdf", "cy/taflen-wybodaeth.pdf"))
    assert ("Six months old." in english, "Tua chwe mis oed." in welsh) == (True, True)
