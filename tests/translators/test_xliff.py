"""The round trip of a translator who works outside git: pages to XLIFF, and XLIFF to pages."""

import re
import subprocess

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from translate.storage.tmx import tmxfile
from translate.storage.xliff import Xliff1File

from conftest import ROOT, SERVICE, answer, mark_all, write
from guard.all_checks import check_sources
from messages import locales
from messages.problem import report
from sources.all_sources import read_sources
from translators.job import make_job, names_to_translate
from translators.memory import memory_of
from translators.passages import cut, scalar
from translators.returned import read_xliff
from translators.xliff import xliff_of

RICH = """---
title: "Everything: all"
description: >
  In two
  lines
updated: 2026-11-01
waive:
  numbers_differ: A reason.
---

# Everything #

Words [words](sleep.md#x), wrapped
in two lines.  <!-- a comment -->

Setext
======

* one
  more
* two

  1. nested

         code

- [x] done
- [ ] <span lang="cy">Dechrau'n Deg</span>

| A | `x\\|y` | C \\| D |
|---|:-----:|--------|
| 24 | **words** | - |

> [!NOTE]
> Inside[^1],
> wrapped.

<details>
<summary>More</summary>

Folded *away*.

</details>

```
# code
```

<!-- nothing
to translate -->

![A picture](images/baby.svg)

> Quoted,
> twice

---

[address]: https://example.org/ "Title"
[^1]: A footnote.
"""
RICH_PASSAGES = [
    ("title", "Everything: all"),
    ("description", "In two lines"),
    ("start", ""),
    ("heading", "Everything"),
    ("paragraph", "Words [words](sleep.md#x), wrapped\nin two lines.  <!-- a comment -->"),
    ("heading", "Setext"),
    ("point", "one\nmore"),
    ("point", "two"),
    ("point", "nested"),
    ("point", "done"),
    ("point", '<span lang="cy">Dechrau\'n Deg</span>'),
    ("table cell", "A"),
    ("table cell", "`x\\|y`"),
    ("table cell", "C \\| D"),
    ("table cell", "24"),
    ("table cell", "**words**"),
    ("paragraph", "Inside[^1],\nwrapped."),
    ("paragraph", "More"),
    ("paragraph", "Folded *away*."),
    ("paragraph", "![A picture](images/baby.svg)"),
    ("paragraph", "Quoted,\ntwice"),
    ("point", "A footnote."),
    ("end", ""),
]

ENGLISH = """---
title: Play
description: On play.
updated: 2026-11-01
---

# Play

Words.

- Sing to the baby.
- Talk to the baby.
- Read to the baby.

```
123
```

## Outside

Walk.
"""
WELSH = """---
title: Chwarae
description: "Am chwarae."
updated: 2026-11-01
slug: chwarae
review: draft
translation: PIN
---

Chwarae
=======

Geiriau.

*   Canwch i'r baban.
*   Siaradwch â'r baban.
*   Darllenwch i'r baban.

```
123
```

## Y tu allan <!-- gofyn i Siân -->

Cerddwch.
"""


def joined(text):
    return "".join(passage.literal + passage.raw for passage in cut(text))


@pytest.mark.parametrize("path", [*sorted(SERVICE.glob("docs*/*.md")), ROOT / "README.md"], ids=lambda path: path.name)
def test_passages_joined_are_the_page(path):
    text = path.read_bytes().decode("utf-8")
    assert joined(text) == text


@pytest.mark.parametrize("text", [RICH, "\ufeff" + RICH, RICH.replace("\n", "\r\n"), RICH.replace("\n", "\r")])
def test_each_passage_is_cut_out_whole(text):
    assert joined(text) == text
    assert [(passage.kind, passage.text) for passage in cut(text)] == RICH_PASSAGES


MARKS = ("\r\n", "\r", "\n", "    ", "|", "---\n", "`", "<!--", "-->", "ŵ", "\u2028", "# ", "> ")
PIECES = st.sampled_from([*RICH.splitlines(keepends=True), *MARKS])


@given(st.one_of(st.text(), st.lists(PIECES).map("".join), st.lists(PIECES).map("---\ntitle: a\n---\n".join)))
def test_any_text_is_its_passages_joined(text):
    assert joined(text) == text


@given(st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn", "Co", "Zl", "Zp"]), min_size=1))
def test_any_title_can_be_written(text):
    title = next(passage for passage in cut(f"---\ntitle: {scalar('x' + text)}\n---\n") if passage.kind == "title")
    assert title.text == ("x" + text).strip()


def commit(site):
    git = ["git", "-c", "user.name=Siân", "-c", "user.email=sian@example.org"]
    for words in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "As it was"]):
        subprocess.run([*git, *words], cwd=site, check=True)


def edit(path, *changes):
    text = path.read_bytes().decode("utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    write(path, text)


@pytest.fixture
def pair(site):
    """A sound site in git, with one pair whose translation has marks of its own."""
    write(site / "docs/more/play.md", ENGLISH)
    write(site / "docs-cy/more/play.md", WELSH)
    mark_all(site)
    commit(site)
    return site


def exported(site):
    sources = read_sources(site)
    return Xliff1File.parsestring(xliff_of([make_job(sources, name) for name in names_to_translate(sources)]))


def fill(store, translations):
    """Translate each unit, whose sources have to be those given, and return the file."""
    assert [unit.source for unit in store.units] == list(translations)
    for unit in store.units:
        unit.target = translations[unit.source]
        unit.marktranslated()
    return bytes(store)


def imported(site, data):
    """What reading a file back reports, with its pages written."""
    pages, problems = read_xliff(data, "translation.xlf", read_sources(site))
    for path, text in pages.items():
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_bytes(text.encode("utf-8"))
    return report(problems, languages=(locales.ENGLISH,)) if problems else sorted(pages)


CHANGES = (
    ("- Sing to the baby.\n", "- Play with the baby every day.\n- Sing to the baby.\n"),
    ("- Talk to the baby.", "- Talk to the baby often."),
    ("- Read to the baby.\n", ""),
)
TRANSLATIONS = {
    "Play with the baby every day.": "Chwaraewch gyda'r baban bob dydd.",
    "Talk to the baby often.": "Siaradwch â'r baban yn aml.",
}


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


AGAIN = "Fix: write the file again with scripts/write_xliff.py, and let the translator take over what is done."
NOT_XLIFF = (
    "translation.xlf:1 (translation_file)\n  This file is not one that a translator's program has saved as XLIFF 1.2, or it is damaged.\n"
    "  Fix: ask the translator to save it once more as XLIFF 1.2, with the ending .xlf.\n\n1 problem found."
)


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


def test_the_commands_write_and_read(run):
    assert run("write_xliff").stdout == "Nid oes dim i'w gyfieithu.\nNothing to translate.\n"
    assert not (run.site / "translation.xlf").exists()
    (run.site / "docs-cy/more/play.md").unlink()
    (run.site / "docs/sleep.md").unlink()
    written = run("write_xliff", "docs/more/play.md", "--lang", "en")
    assert (written.returncode, written.stdout) == (
        0,
        "docs/more/play.md: 4 passages for docs-cy/more/play.md\n"
        "Written to translation.xlf. When the translator sends it back: scripts/read_xliff.py translation.xlf\n",
    )
    again = run("write_xliff", "--lang", "en")
    assert (again.returncode, again.stderr) == (2, "translation.xlf is there already. Fix: name another file, or delete this one.\n")
    assert "It goes both ways between English and Welsh." in run("write_xliff", "--output", "both.xlf").stdout
    assert run("write_xliff", "docs/nowhere.md").returncode == 2
    assert run("write_xliff", "docs/index.md", "--lang", "en").stdout == (
        "docs/index.md waits for no translation; make status shows how each pair of pages stands.\nNothing to translate.\n"
    )

    store = Xliff1File.parsefile(str(run.site / "translation.xlf"))
    for unit in store.units:
        unit.target = {"Play": "Chwarae", "On play.": "Am chwarae.", "Words.": "Geiriau."}[unit.source]
    store.save()
    read = run("read_xliff", "translation.xlf")
    assert (read.returncode, read.stdout, read.stderr) == (
        0,
        "Mae docs-cy/more/play.md wedi'i hysgrifennu.\ndocs-cy/more/play.md is written.\n"
        'Nawr gwiriwch y tudalennau: "make check"\nNow check the pages: make check\n',
        "",
    )
    assert run("read_xliff", "nowhere.xlf").returncode == 2
    write(run.site / "page.xlf", "# A page")
    assert (run("read_xliff", "page.xlf").returncode, run("read_xliff", "page.xlf", "--lang", "cy").stdout) == (1, "Nid ysgrifennwyd dim.\n")


def test_a_page_is_started_translated_and_sound_in_one_sitting(run):
    assert run("new_page", "nap", "Nap", "Cyntun").returncode == 0
    edit(run.site / "docs/nap.md", ("'[add one sentence about this page]'", "On naps."), ("[add the text]", "Words.\n\n- One.\n- Two."))
    assert run("write_xliff", "--output", "nap.xlf").returncode == 0
    file = run.site / "nap.xlf"
    answers = {"Nap": "Cyntun", "On naps.": "Am gyntun.", "Words.": "Geiriau.", "One.": "Un.", "Two.": "Dau."}
    store = Xliff1File.parsefile(str(file))
    for unit in store.units:
        unit.target = answers[str(unit.source)]
        unit.target_dom.set("state", "translated")
    store.save()
    assert run("read_xliff", "nap.xlf", "--lang", "en").stdout == "docs-cy/nap.md is written.\nNow check the pages: make check\n"
    assert run("check_sources", "--lang", "en").stdout == "Nothing to mend.\n"
    assert (run.site / "docs-cy/nap.md").read_text(encoding="utf-8").endswith("# Cyntun\n\nGeiriau.\n\n- Un.\n- Dau.\n")


CODES = 'Words <g id="1">sleep</g> and <g id="2">bold <g id="3">x</g></g> <x id="4"/>.'


def coded(site):
    """A site with a new page that holds codes, and the file for its translator."""
    write(site / "docs/codes.md", "# Codes\n\nWords [sleep](sleep.md#sleep) and **bold *x*** `c`.\n\n| A | 24 |\n|---|---|\n| `x` | - |\n")
    return exported(site)


def coded_answers(store, markup):
    for unit, said in zip(store.units, ("Codau", markup, "A"), strict=True):
        answer(unit, said)
    return bytes(store)


def test_codes_are_protected_and_nothing_else_is_sent(site):
    store = coded(site)
    assert [
        re.sub(r" (?:xmlns|ctype|equiv-text)=\"[^\"]*\"|</?source[^>]*>", "", etree.tostring(unit.source_dom).decode().strip())
        for unit in store.units
    ] == [
        "Codes",
        CODES,
        "A",
    ]
    assert imported(site, coded_answers(store, '<x id="4"/> geiriau <g id="2">trwm <g id="3">x</g></g>, <g id="1">cwsg</g>.')) == ["docs-cy/codes.md"]
    text = (site / "docs-cy/codes.md").read_text(encoding="utf-8")
    assert text.endswith("\n`c` geiriau **trwm *x***, [cwsg](sleep.md#cwsg).\n\n| A | 24 |\n|---|---|\n| `x` | - |\n")


@pytest.mark.parametrize(
    "markup",
    [
        '<ph id="4"/> geiriau <bpt id="2">{</bpt>trwm <bpt id="3">{</bpt>x<ept id="3">}</ept><ept id="2">}</ept>, <g id="1">cwsg</g>.',
        '<x id="4"/> geiriau <bx id="7" rid="2"/>trwm <g id="3">x</g><ex id="8" rid="2"/>, <bx id="1"/>cwsg<ex id="1"/>.',
    ],
)
def test_codes_in_two_halves_are_codes(site, markup):
    store = coded(site)
    assert imported(site, coded_answers(store, markup)) == ["docs-cy/codes.md"]
    assert "\n`c` geiriau **trwm *x***, [cwsg](sleep.md#cwsg).\n" in (site / "docs-cy/codes.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("markup", "told"),
    [
        (
            'A <g id="1"/>b <g id="2">c <g id="3">d</g></g> <x id="4"/>',
            'The translation of the paragraph "Words sleep and bold x c." has lost a code of its source: "[…](sleep.md#sleep)".',
        ),
        (
            'A <bpt id="1"/>b <g id="2">c <g id="3">d</g></g> <x id="4"/>',
            'The translation of the paragraph "Words sleep and bold x c." has a code more often than its source: "1".',
        ),
        (CODES.replace('<x id="4"/>', ""), 'The translation of the paragraph "Words sleep and bold x c." has lost a code of its source: "`c`".'),
        (CODES + '<x id="4"/>', 'The translation of the paragraph "Words sleep and bold x c." has a code more often than its source: "4".'),
        (CODES + '<x id="9"/>', 'The translation of the paragraph "Words sleep and bold x c." has a code more often than its source: "9".'),
        (
            'A <g id="1">b</g> <g id="3">c <g id="2">d</g></g> <x id="4"/>',
            'The codes in the translation of the paragraph "Words sleep and bold x c." are crossed: they stand in one another otherwise than in the source.',
        ),
    ],
)
def test_a_code_that_is_lost_doubled_or_crossed_is_told(site, markup, told):
    data = coded_answers(coded(site), markup)
    assert imported(site, data) == (
        f"docs/codes.md:3 (translation_file)\n  {told}\n"
        "  Fix: put the codes into the translation as they are in the source, each once, in the translator's program.\n\n1 problem found."
    )


def test_what_changed_goes_along(pair):
    edit(pair / "docs/more/play.md", ("Talk to the baby.", "Talk to the baby often."))
    unit = exported(pair).units[0].xmlelement
    assert [unit.findtext("{*}alt-trans/{*}source"), unit.findtext("{*}alt-trans/{*}target")] == ["Talk to the baby.", "Siaradwch â'r baban."]
    assert [note.text for note in unit.findall("{*}note")] == ["pwynt / point", "Talk to the [-baby.-] {+baby often.+}"]
    contexts = {each.get("context-type"): each.text for each in unit.iter("{*}context")}
    assert contexts == {"sourcefile": "docs/more/play.md", "linenumber": "12", "x-heading": "Play", "x-kind": "pwynt / point"}


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


def test_the_memory_is_written_once(run):
    assert run("write_xliff", "--memory", "--lang", "en").stdout == (
        "All that is translated already is written to memory.tmx, for the translator's program.\n"
    )
    assert (run.site / "memory.tmx").exists()
    assert run("write_xliff", "--memory", "--lang", "en").returncode == 2
