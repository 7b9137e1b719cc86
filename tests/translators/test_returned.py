"""What of a returned file is refused, what is told of it, and what is understood all the same."""

import re

import pytest

from conftest import write
from messages import locales
from messages.problem import report
from round_trip import edit, exported, fill, imported, make_pair
from sources.all_sources import read_sources
from translators.returned import read_xliff

AGAIN = "Fix: write the file again with scripts/write_xliff.py, and let the translator take over what is done."
NOT_XLIFF = (
    "translation.xlf:1 (translation_file)\n  This file is not one that a translator's program has saved as XLIFF 1.2, or it is damaged.\n"
    "  Fix: ask the translator to save it once more as XLIFF 1.2, with the ending .xlf.\n\n1 problem found."
)


@pytest.fixture
def pair(site):
    return make_pair(site)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x00\xff",
        b"<xliff",
        b"<html/>",
        b'<xliff version="2.0" xmlns="urn:oasis:names:tc:xliff:document:2.0"><file id="a"/></xliff>',
        b'<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"/>',
        b'<xliff version="1.2"><file original="docs/more/play.md"><body/></file></xliff>',
        "# A page".encode("utf-16"),
    ],
)
def test_a_file_that_is_not_xliff_is_refused(pair, data):
    assert imported(pair, data) == NOT_XLIFF


def one_change(site, translation="Cerddwch ymhell."):
    edit(site / "docs/more/play.md", ("Walk.", "Walk far."))
    return fill(exported(site), {"Walk far.": translation})


def refused(site, data):
    page = site / "docs-cy/more/play.md"
    before = page.read_bytes()
    told = imported(site, data)
    assert page.read_bytes() == before
    return told


def test_a_source_that_changed_since_is_refused(pair):
    data = one_change(pair)
    edit(pair / "docs/more/play.md", ("Words.", "Other words."))
    assert refused(pair, data) == (
        f"translation.xlf:3 (translation_file)\n  docs/more/play.md has changed since this file was written.\n  {AGAIN}\n\n1 problem found."
    )


def test_a_translation_that_changed_since_is_refused(pair):
    data = one_change(pair)
    edit(pair / "docs-cy/more/play.md", ("Cerddwch.", "Ewch am dro."))
    assert refused(pair, data) == (
        f'translation.xlf:8 (translation_file)\n  "Cerddwch ymhell." is for a passage that docs-cy/more/play.md does not ask for now.\n  {AGAIN}\n\n1 problem found.'
    )


def test_a_page_brought_up_to_date_since_is_refused(pair):
    data = one_change(pair)
    assert imported(pair, data) == ["docs-cy/more/play.md"]
    assert refused(pair, data) == (
        "translation.xlf:3 (translation_file)\n  docs-cy/more/play.md is up to date with docs/more/play.md: it waits for no translation.\n"
        "  Fix: take what is new in this file over by hand, or write the file again with scripts/write_xliff.py, "
        "and let the translator take over what is done.\n\n1 problem found."
    )


@pytest.mark.parametrize("name", ["../x.md", "docs/../../x.md", "/x.md", "docs/nowhere.md", "mkdocs.yml", ""])
def test_a_page_that_is_not_there_is_refused(pair, name):
    data = one_change(pair).replace(b'original="docs/more/play.md"', f'original="{name}"'.encode())
    assert refused(pair, data) == (
        f'translation.xlf:3 (translation_file)\n  This file names the page "{name}", and there is no such page in docs/ or docs-cy/.\n  {AGAIN}\n\n1 problem found.'
    )


def test_a_link_out_of_the_pages_is_refused(pair, tmp_path_factory):
    outside = tmp_path_factory.mktemp("outside")
    (pair / "docs-cy/away").symlink_to(outside)
    write(pair / "docs/away/page.md", "# Sleep\n")
    assert imported(pair, fill(exported(pair), {"Sleep": "Cwsg"})) == (
        "translation.xlf:3 (translation_file)\n  The file docs-cy/away/page.md would lie outside docs-cy/.\n"
        "  Fix: put a folder in the place of the link that leads out of it.\n\n1 problem found."
    )
    assert not list(outside.iterdir())


def test_languages_the_wrong_way_round_are_refused(pair):
    data = one_change(pair).replace(b'"en"', b'"xx"').replace(b'"cy"', b'"en-GB"').replace(b'"xx"', b'"cy"')
    assert refused(pair, data) == (
        f"translation.xlf:3 (translation_file)\n  This file says that docs/more/play.md goes from cy to en. It goes from en to cy.\n  {AGAIN}\n\n1 problem found."
    )


def test_pages_with_gaps_are_left_and_the_others_written(pair):
    edit(pair / "docs/more/play.md", ("Walk.", "Walk far."), ("Words.", "Other words."))
    edit(pair / "docs/sleep.md", ("# Sleep", "# All sleep"))
    store = exported(pair)
    for unit in store.units:
        if unit.source in ("Walk far.", "All sleep"):
            unit.target = {"Walk far.": "", "All sleep": "Pob cwsg"}[unit.source]
    before = (pair / "docs-cy/more/play.md").read_bytes()

    pages, problems = read_xliff(bytes(store), "translation.xlf", read_sources(pair))

    assert list(pages) == ["docs-cy/sleep.md"]
    assert report(problems, languages=(locales.ENGLISH,)) == (
        'docs/more/play.md:9 (translation_file)\n  The paragraph "Other words." is in the file as it was sent, without a translation.\n'
        "  Fix: translate it, or, if it is the same in both languages, mark it in the translator's program as translated.\n\n"
        'docs/more/play.md:21 (translation_file)\n  The paragraph "Walk far." has no translation in the file.\n'
        "  Fix: translate it; until then nothing of docs-cy/more/play.md is written.\n\n2 problems found."
    )
    assert (pair / "docs-cy/more/play.md").read_bytes() == before


@pytest.mark.parametrize(
    "translation",
    [
        *("# Cerddwch", "- Cerddwch", "1. Cerddwch", "> Cerddwch", "Cerddwch\n\nymhell", "[a]: b"),
        *("[^1]: ymhell", "<div>Cerddwch", "Cerddwch\u003cscript>", "> [!NOTE]", "```Cerddwch"),
    ],
)
def test_a_translation_that_would_be_something_else_is_refused(pair, translation):
    shown = " ".join(translation.split())
    assert refused(pair, one_change(pair, translation)) == (
        f'docs/more/play.md:21 (translation_file)\n  The paragraph "Walk far." would no longer be one: its translation is "{shown}".\n'
        "  Fix: write it in one line, with a \\ before a mark that starts something else (such as \\# or \\|); "
        "until then nothing of docs-cy/more/play.md is written.\n\n1 problem found."
    )


def test_a_cell_cannot_be_cut_in_two(site):
    write(site / "docs/table.md", "# Sleep\n\n| Day | Night |\n|---|---|\n| Play | Sleep |\n")
    welsh = {"Sleep": "Cwsg", "Day": "Dydd", "Night": "Nos | hwyr", "Play": "Chwarae"}
    assert 'The table cell "Night" would no longer be one: its translation is "Nos | hwyr".' in imported(site, fill_all(site, welsh))
    assert imported(site, fill_all(site, welsh | {"Night": "Nos \\| hwyr"})) == ["docs-cy/table.md"]
    assert (site / "docs-cy/table.md").read_text(encoding="utf-8").endswith("| Dydd | Nos \\| hwyr |\n|---|---|\n| Chwarae | Cwsg |\n")


def fill_all(site, translations):
    store = exported(site)
    for unit in store.units:
        unit.target = translations[unit.source]
    return bytes(store)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (r'<target state="translated">Cerddwch ymhell.', "<target>Cerddwch ymhell."),
        (r'<target state="translated">Cerddwch ymhell.', "<target>Cerddwch\n   ymhell."),
        (r'<target state="translated">Cerddwch ymhell.', '<target><mrk mtype="seg" mid="1">Cerddwch</mrk><mrk mtype="seg" mid="2">ymhell.</mrk>'),
        (r"<note from[^<]*</note>", ""),
        (r'original="docs/more/play.md"', 'original="play.md"'),
        (r'original="docs/more/play.md"', r'original="C:\\jobs\\docs\\more\\play.md"'),
    ],
)
def test_what_translators_programs_do_to_a_file_is_understood(pair, old, new):
    data = one_change(pair).decode("utf-8")
    changed = re.sub(old, new, data)
    assert changed != data
    assert imported(pair, changed.encode("utf-8")) == ["docs-cy/more/play.md"]
    assert (pair / "docs-cy/more/play.md").read_text(encoding="utf-8").endswith("\nCerddwch ymhell.\n")


def told_of(site, old, new):
    data = one_change(site).decode("utf-8")
    changed = re.sub(old, new, data, flags=re.DOTALL)
    assert changed != data
    return refused(site, changed.encode("utf-8")).splitlines()[1].strip()


def test_what_is_marked_for_a_second_look_is_told(pair):
    told = told_of(pair, 'state="translated"', 'state="needs-review-translation"')
    assert told == 'The translation of the paragraph "Walk far." is marked in the file as one to look at again.'


def test_two_answers_to_one_passage_are_told(pair):
    assert told_of(pair, "(<trans-unit.*</trans-unit>)", r"\1\1") == "This file answers a passage of docs/more/play.md more than once."


def test_a_sign_for_words_that_are_not_there_is_told(pair):
    told = told_of(pair, r"<xliff(.*)Cerddwch ymhell", r'<!DOCTYPE xliff SYSTEM "x.dtd"><xliff\1Cerddwch &pell;')
    assert told == 'This file holds "&pell;", a sign that stands for words which are not in it.'


def test_a_translation_of_megabytes_is_told_at_once(pair):
    told = told_of(pair, "Cerddwch ymhell", "Cerddwch <" + "!-- --> *" * 400_000)
    assert told == 'The translation of the paragraph "Walk far." is many times as long as its source.'
