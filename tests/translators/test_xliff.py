"""What is sent to a translator who works outside git, and what the pages are once it comes back."""

import subprocess

import pytest
from lxml import etree
from translate.storage.tmx import tmxfile

from conftest import write
from guard.all_checks import check_sources
from messages import locales
from messages.problem import report
from round_trip import edit, exported, fill, imported, make_pair
from sources.all_sources import read_sources
from test_passages import RICH
from translators.job import make_job, names_to_translate
from translators.memory import memory_of
from translators.xliff import xliff_of

CHANGES = (
    ("- Sing to the baby.\n", "- Play with the baby every day.\n- Sing to the baby.\n"),
    ("- Talk to the baby.", "- Talk to the baby often."),
    ("- Read to the baby.\n", ""),
)
TRANSLATIONS = {
    "Play with the baby every day.": "Chwaraewch gyda'r baban bob dydd.",
    "Talk to the baby often.": "Siaradwch â'r baban yn aml.",
}


@pytest.fixture
def pair(site):
    return make_pair(site)


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_page_that_is_behind_gets_what_changed_and_keeps_the_rest(pair, newline):
    page = pair / "docs-cy/more/play.md"
    page.write_bytes(b"\xef\xbb\xbf" + page.read_bytes().replace(b"\n", newline.encode()))
    before = page.read_bytes().decode("utf-8")
    edit(pair / "docs/more/play.md", *CHANGES)
    store = exported(pair)
    assert [(unit.target, unit.target_dom.get("state"), unit.isapproved()) for unit in store.units] == [
        ("Play with the baby every day.", "needs-translation", False),
        ("Talk to the baby often.", "needs-translation", False),
    ]

    assert imported(pair, fill(store, TRANSLATIONS)) == ["docs-cy/more/play.md"]

    assert check_sources(read_sources(pair)) == []
    pin = read_sources(pair).contents["docs/more/play.md"].fingerprint
    points = "*   Chwaraewch gyda'r baban bob dydd.\n*   Canwch i'r baban.\n*   Siaradwch â'r baban yn aml.\n".replace("\n", newline)
    start, _, rest = before.partition("*   Canwch")
    expected = start + points + rest.partition("Darllenwch i'r baban." + newline)[2]
    old_pin = before.partition("translation: ")[2].partition(newline)[0]
    assert page.read_bytes().decode("utf-8") == expected.replace(old_pin, pin)


def test_without_git_the_sections_that_changed_are_sent_whole(pair):
    edit(pair / "docs/more/play.md", ("Walk.", "Walk far."), ("On play.", "On all play."))
    subprocess.run(["git", "checkout", "-q", "--orphan", "new"], cwd=pair, check=True)
    store = exported(pair)
    former = [unit.xmlelement.findtext("{*}alt-trans/{*}target") for unit in store.units]
    assert former == ["Chwarae", "Am chwarae.", "Y tu allan", "Cerddwch."]
    assert [(unit.source, unit.target) for unit in store.units] == [
        ("Play", "Play"),
        ("On all play.", "On all play."),
        ("Outside", "Outside"),
        ("Walk far.", "Walk far."),
    ]
    page = pair / "docs-cy/more/play.md"
    before = page.read_bytes().splitlines()
    for unit in store.units:
        answers = {"Walk far.": "Cerddwch ymhell.", "On all play.": "Am bob chwarae: ŵ ŷ", "Play": "Chwarae", "Outside": "Y tu allan"}
        unit.target = answers[unit.source]
        unit.marktranslated()
        unit.markapproved()
    assert imported(pair, bytes(store)) == ["docs-cy/more/play.md"]
    after = page.read_bytes().splitlines()
    changed = [new.decode() for old, new in zip(before, after, strict=True) if old != new]
    pin = read_sources(pair).contents["docs/more/play.md"].fingerprint
    assert changed == ['description: "Am bob chwarae: ŵ ŷ"', f"translation: {pin}", "Cerddwch ymhell."]


def test_a_new_description_and_a_taken_out_section(pair):
    edit(pair / "docs-cy/more/play.md", ('description: "Am chwarae."\n', ""))
    edit(pair / "docs/more/play.md", ("On play.", "On all play."), ("## Outside\n\nWalk.\n", ""))
    page = pair / "docs-cy/more/play.md"
    before = page.read_text(encoding="utf-8")

    assert imported(pair, fill(exported(pair), {"On all play.": "Am bob chwarae."})) == ["docs-cy/more/play.md"]

    pin = read_sources(pair).contents["docs/more/play.md"].fingerprint
    start, _, _ = before.partition("## Y tu allan")
    head, _, body = start.partition("translation: ")
    assert page.read_text(encoding="utf-8") == f"{head}translation: {pin}\ndescription: Am bob chwarae.\n---\n" + body.partition("---\n")[2]


def test_a_moved_section_needs_no_translation(pair):
    edit(pair / "docs/more/play.md", ("## Outside\n\nWalk.\n", ""), ("# Play\n", "## Outside\n\nWalk.\n\n# Play\n"))
    assert imported(pair, fill(exported(pair), {})) == ["docs-cy/more/play.md"]
    assert {problem.check for problem in check_sources(read_sources(pair))} == {"heading_level_skipped"}
    text = (pair / "docs-cy/more/play.md").read_text(encoding="utf-8")
    assert text.index("## Y tu allan") < text.index("Chwarae\n======")


def test_code_that_changed_is_for_a_person(pair):
    edit(pair / "docs-cy/more/play.md", ("```\n123\n", "```\ncod\n"))
    edit(pair / "docs/more/play.md", ("```\n123\n", "```\n456\n"))
    assert report([make_job(read_sources(pair), "more/play.md")], languages=(locales.ENGLISH,)) == (
        "docs-cy/more/play.md:1 (translation_file)\n"
        "  What changed in docs/more/play.md is not in a passage that a translator reads; it may be code, or a mark.\n"
        '  Fix: bring this page up to date by hand, then run "scripts/mark_translated.py docs-cy/more/play.md".\n\n1 problem found.'
    )


@pytest.mark.parametrize(("source", "target"), [("docs", "docs-cy"), ("docs-cy", "docs")])
def test_a_missing_page_is_made_whole(site, source, target):
    text = "\ufeff" + RICH.replace("\n", "\r\n")
    write(site / source / "rich.md", text)
    store = exported(site)
    codes = ("en", "cy") if source == "docs" else ("cy", "en")
    assert (store.sourcelanguage, store.targetlanguage) == codes
    translations = {unit.source: unit.source for unit in store.units} | {"Everything: all": "Popeth: dŵr & <tŷ>"}

    assert imported(site, fill(store, translations)) == [f"{target}/rich.md"]

    content = read_sources(site).contents[f"{source}/rich.md"]
    assert (site / target / "rich.md").read_bytes().decode("utf-8") == (
        '\ufeff---\r\ntitle: "Popeth: dŵr & <tŷ>"\r\ndescription: >\r\n  In two\r\n  lines\r\n\r\n'
        f"updated: 2026-11-01\r\nslug: popeth-dwr-ty\r\nreview: draft\r\ntranslation: {content.fingerprint}\r\n---\r\n"
        + text.partition("A reason.\r\n---\r\n")[2]
    )
    assert not read_sources(site).pairs["rich.md"].is_outdated


def test_the_file_is_xliff_1_2(site):
    write(site / "docs/rich.md", RICH)
    write(site / "docs-cy/other.md", "# Arall\n\nDŵr a thŷ < & \" ' > {0} %s\n")
    sources = read_sources(site)
    root = etree.fromstring(xliff_of([make_job(sources, name) for name in names_to_translate(sources)]))
    space = "{urn:oasis:names:tc:xliff:document:1.2}"
    assert (root.tag, root.get("version")) == (f"{space}xliff", "1.2")
    files = root.findall(f"{space}file")
    assert [dict(each.attrib) for each in files] == [
        {"original": "docs-cy/other.md", "source-language": "cy", "target-language": "en", "datatype": "plaintext"},
        {"original": "docs/rich.md", "source-language": "en", "target-language": "cy", "datatype": "plaintext"},
    ]
    assert [[child.tag for child in each] for each in files] == [[f"{space}header", f"{space}body"]] * 2
    units = list(root.iter(f"{space}trans-unit"))
    assert len({(unit.getparent().getparent().get("original"), unit.get("id")) for unit in units}) == len(units)
    for unit in units:
        assert [child.tag for child in unit] == [f"{space}source", f"{space}target", f"{space}context-group", f"{space}note"]
        assert (unit.get("approved"), unit.get("{http://www.w3.org/XML/1998/namespace}space")) == ("no", "preserve")
        assert unit.find(f"{space}target").get("state") == "needs-translation"
        source, target = (etree.tostring(unit.find(f"{space}{name}"), method="c14n").partition(b">")[2] for name in ("source", "target"))
        assert source.removesuffix(b"</source>") == target.removesuffix(b"</target>") != b""
    assert units[1].find(f"{space}source").text == "Dŵr a thŷ < & \" ' > {0} %s"


def test_what_changed_goes_along(pair):
    edit(pair / "docs/more/play.md", ("Talk to the baby.", "Talk to the baby often."))
    unit = exported(pair).units[0].xmlelement
    assert [unit.findtext("{*}alt-trans/{*}source"), unit.findtext("{*}alt-trans/{*}target")] == ["Talk to the baby.", "Siaradwch â'r baban."]
    assert [note.text for note in unit.findall("{*}note")] == ["pwynt / point", "Talk to the [-baby.-] {+baby often.+}"]
    contexts = {each.get("context-type"): each.text for each in unit.iter("{*}context")}
    assert contexts == {"sourcefile": "docs/more/play.md", "linenumber": "12", "x-heading": "Play", "x-kind": "pwynt / point"}


def test_a_page_that_cannot_be_read_is_told_and_not_sent(site):
    write(site / "docs/loose.md", "# Loose\n\n<details>\n\nWords.\n")
    problem = make_job(read_sources(site), "loose.md")
    assert report([problem], languages=(locales.ENGLISH,)) == (
        "docs/loose.md:1 (translation_file)\n  This page cannot be divided into passages for a translator.\n"
        '  Fix: run "make check" and mend what it says about this page, then write the file again.\n\n1 problem found.'
    )


def test_the_memory_holds_what_is_translated(pair):
    store = tmxfile.parsestring(memory_of(read_sources(pair)))
    said = {str(unit.source): str(unit.target) for unit in store.units}
    assert {key: said[key] for key in ("Talk to the baby.", "Outside", "On play.")} == {
        "Talk to the baby.": "Siaradwch â'r baban.",
        "Outside": "Y tu allan",
        "On play.": "Am chwarae.",
    }
    edit(pair / "docs/more/play.md", ("Walk.", "Walk far."))
    assert "Outside" not in {str(unit.source) for unit in tmxfile.parsestring(memory_of(read_sources(pair))).units}
