"""A new page: in both languages, in the menu, and refused where it cannot be."""

import datetime
import json

import pytest


def test_a_new_page_stands_in_both_languages_and_in_the_menu(run):
    menu = (run.site / "mkdocs.yml").read_text(encoding="utf-8")
    assert run("new_page", "topics/nap", "Naps: how", "Cyntun a'r nos").returncode == 0
    assert (run.site / "docs-cy/topics/nap.md").read_text(encoding="utf-8") == (
        "---\ntitle: Cyntun a'r nos\ndescription: '[ychwanegwch un frawddeg am y dudalen hon]'\n"
        f"updated: {datetime.date.today()}\nslug: cyntun-ar-nos\nreview: draft\n---\n\n"
        "# Cyntun a'r nos\n\n[ychwanegwch y testun]\n"
    )
    assert (run.site / "mkdocs.yml").read_text(encoding="utf-8") == menu.replace("  - sleep.md\n", "  - sleep.md\n  - topics/nap.md\n")
    checks = [problem["check"] for problem in json.loads(run("check_sources", "--format", "json").stdout)]
    assert checks == ["placeholder_left"] * 4


def test_a_page_that_is_written_in_welsh_first_is_started_so(run):
    assert run("new_page", "topics/cyntun", "Naps", "Cyntun", "--welsh-first").returncode == 0
    assert "slug: cyntun\n---\n" in (run.site / "docs-cy/topics/cyntun.md").read_text(encoding="utf-8")
    assert "slug: naps\nreview: draft\n---\n" in (run.site / "docs/topics/cyntun.md").read_text(encoding="utf-8")
    assert "topics/cyntun.md  Welsh       unmarked     draft " in run("show_status", "--lang", "en").stdout


def test_two_pages_that_are_there_already_become_a_pair(run, tmp_path):
    (run.site / "docs-cy/cysgu.md").write_text("# Cysgu: sut\n\nGeiriau.\n", encoding="utf-8")
    elsewhere = tmp_path / "sleeping.md"
    elsewhere.write_text("---\ntitle: Sleeping\ndescription: How.\nupdated: 2026-10-01\n---\n\n# Sleeping\n\nWords.\n", encoding="utf-8")
    assert run("new_page", "sleeping", "--from", str(elsewhere), "docs-cy/cysgu.md").returncode == 0
    assert (run.site / "docs/sleeping.md").read_bytes() == elsewhere.read_bytes()
    assert (run.site / "docs-cy/sleeping.md").read_text(encoding="utf-8") == (
        f"---\ntitle: 'Cysgu: sut'\ndescription: '[ychwanegwch un frawddeg am y dudalen hon]'\nupdated: {datetime.date.today()}\n"
        "slug: cysgu\nreview: draft\n---\n\n# Cysgu: sut\n\nGeiriau.\n"
    )
    assert not (run.site / "docs-cy/cysgu.md").exists()


def test_a_page_that_has_no_english_yet_waits_for_it(run):
    (run.site / "docs/more/play.md").unlink()
    assert "more/play.md  Welsh       missing " in run("show_status", "--lang", "en").stdout


def test_the_page_that_is_named_is_marked_where_neither_is_yet(run):
    page = run.site / "docs-cy/more/play.md"
    page.write_text(page.read_text(encoding="utf-8").replace("translation: ", "# "), encoding="utf-8")

    result = run("mark_translated", "docs/more/play.md", "--lang", "en")

    assert result.stdout == "docs/more/play.md is marked as the translation of docs-cy/more/play.md as it is now.\n"
    assert run("check_sources", "--lang", "en").stdout == "Nothing to mend.\n"


def test_a_new_page_goes_below_a_menu_section(run):
    settings = run.site / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace("  - sleep.md\n", "  - Night:\n      - sleep.md # last\n"), encoding="utf-8")
    assert run("new_page", "nap", "Nap", "Cyntun").returncode == 0
    assert "      - sleep.md # last\n  - nap.md\n" in settings.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("sleep", "Sleep", "Cwsg"), "docs/sleep.md is there already, and stays as it is. Fix: choose another name.\n"),
        (("Our Sleep", "Sleep", "Cwsg"), '"Our Sleep" makes no good address. Fix: write "our-sleep".\n'),
        (("../nap", "Nap", "Cyntun"), '"../nap" makes no good address. Fix: write "page/nap".\n'),
        (
            ("nap", "--from", "docs/sleep.md", "/nowhere.md"),
            "/nowhere.md cannot be read. Fix: name a file of Markdown that is there, kept as UTF-8.\n",
        ),
        (
            ("sleep", "--from", "docs/sleep.md", "docs-cy/index.md"),
            "docs-cy/sleep.md is there already, and stays as it is. Fix: choose another name.\n",
        ),
        (("nap", " ", "Cyntun"), "The English title has no letters. Fix: write the title after the name of the page.\n"),
    ],
)
def test_a_new_page_is_refused(run, words, message):
    before = {path: path.read_bytes() for path in run.site.rglob("*.*") if path.is_file()}
    result = run("new_page", *words, "--lang", "en")
    assert (result.returncode, result.stderr) == (2, message)
    assert {path: path.read_bytes() for path in before} == before


def test_a_menu_that_is_no_list_stays_as_it_is(run):
    settings = run.site / "mkdocs.yml"
    settings.write_text(
        settings.read_text(encoding="utf-8").replace("nav:\n  - index.md\n  - sleep.md\n", "nav: [index.md, sleep.md]\n"), encoding="utf-8"
    )
    text = settings.read_bytes()
    result = run("new_page", "nap", "Nap", "Cyntun")
    assert 'Fix: add a line "- nap.md" below "nav:" where it belongs.' in result.stdout
    assert settings.read_bytes() == text
