"""The finished PDFs: what they say, how they are tagged, and that the same sources make the same ones."""

import re
from collections import defaultdict
from datetime import date

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from babel.dates import format_date
from selectolax.lexbor import LexborHTMLParser

from conftest import PAGES, ROOT, SERVICE, mark_all, write
from handouts.all_handouts import make_handouts
from handouts.handout import page_handouts
from handouts.read_back import read_pdf
from handouts.typesetter import CACHE
from messages.locales import ENGLISH, WELSH
from printed import (
    colour_at_the_head,
    fonts_of,
    frame_of,
    in_order,
    make_all,
    pdfs_of,
    plain,
    sizes_of_type,
    struct_tree,
    words,
    words_around,
    words_at_the_foot,
    words_of_page,
)
from sources.all_sources import read_sources
from sources.handouts import FORMS, has_handout
from sources.menu import LISTS
from sources.pages import read_pages
from sources.settings import read_settings

EVERYTHING = """---
title: {title}
description: {title}.
updated: 2026-11-01
---

# {title}

{word} **{word}1** *{word}2* `{word}3` <mark>{word}4</mark> <kbd>{word}5</kbd> <q>{word}6</q> <u>{word}7</u> <s>{word}8</s>
H<sub>2</sub>O x<sup>3</sup> <small>{word}9</small><br>{word} <abbr title="National Health Service">NHS</abbr> [{word}](sleep.md) [{word}](https://www.nes.scot.nhs.uk/x/)
<span lang="{other}">{word}</span> <i>a</i> <b>b</b> <cite>c</cite> <time datetime="2026-11-01">d</time> &lt;ŵŷ&gt;

## {word} one

* {word}
* {word}
  1. {word}
  2. {word}
     * {word}

- [x] ~~{word}~~
- [ ] {word}[^a]

3. {word}
4. {word}

[^a]: {word} note.

### {word} two

| {word} | {word} |
|:------:|-------:|
| 24     | **{word}** |

> [!NOTE]
> {word}
>
> * {word}

> [!CAUTION]
> **{word}**
>
> {word}

<details><summary>{word}</summary>{word}</details>

![{word}](images/baby.svg)

{word} ![{word}](images/baby.svg)

> {word}
>
> > {word}

---

```
code  {word}
```

3. {word}

   {word}
"""
PRINTED = [page for page in read_pages(SERVICE) if has_handout(page.name, read_settings(SERVICE / "mkdocs.yml"))]
PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect width="40" height="20"/></svg>'


@pytest.fixture(scope="module")
def made(service):
    return make_all(service)


@pytest.fixture
def rich_site(site):
    """A site with a page in each language that holds each element that a page can hold."""
    write(site / "docs/rich.md", EVERYTHING.format(title="Everything", word="word", other="cy"))
    welsh = EVERYTHING.format(title="Popeth", word="gair", other="en")
    write(site / "docs-cy/rich.md", welsh.replace("updated:", "translation: PIN\nupdated:"))
    for folder in ("docs", "docs-cy"):
        write(site / folder / "images/baby.svg", PICTURE)
    mark_all(site)
    return site


def test_the_services_logo_stands_at_the_head_of_each_language(site):
    for locale, colour in ((ENGLISH, "#f00"), (WELSH, "#00f")):
        drawing = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 6 2"><path fill="{colour}" d="M0 0h6v2H0z"/></svg>'
        write(site / locale.folder / "images/logo.svg", drawing)
    settings = (site / "mkdocs.yml").read_text(encoding="utf-8")
    write(site / "mkdocs.yml", settings.replace('logo: ""', "logo: {en: docs/images/logo.svg, cy: docs-cy/images/logo.svg}"))
    handouts, problems = make_handouts(frame_of(site))
    assert problems == []
    shown = {each.handout.path: colour_at_the_head(pypdfium2.PdfDocument(each.pdf)[0]) for each in handouts}
    assert {path: colour for path, colour in shown.items() if colour != ((0, 0, 255) if "cy/" in path or "taflen" in path else (255, 0, 0))} == {}


def test_a_wide_logo_leaves_the_name_beside_it_its_room(site):
    write(site / "docs/images/logo.svg", '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 1"><path d="M0 0h10v1H0z"/></svg>')
    settings = (site / "mkdocs.yml").read_text(encoding="utf-8").replace('logo: ""', "logo: docs/images/logo.svg")
    name = "Llinell Gyngor Rhieni a Babanod y Cymoedd a'r Fro"
    write(site / "mkdocs.yml", re.sub(r"(    organisation:.*\n.*\n      cy: ).*", rf"\g<1>{name}", settings))
    shown = {each.handout.path: read_pdf(each.pdf).pages[0] for each in make_handouts(frame_of(site))[0] if WELSH in each.handout.locales}
    heads = {path: said.partition("Diweddarwyd")[0].strip() for path, said in shown.items()}
    assert {" ".join(head.split()) for head in heads.values()} == {name}
    assert {path: head for path, head in heads.items() if len(head.splitlines()) > 2} == {}


def test_a_handout_lists_the_pages_of_its_section_as_the_page_does(site):
    for folder, word, line in (("docs", "Trust", "section_list: yes\n"), ("docs-cy", "Ymddiriedaeth", "translation: PIN\n")):
        write(site / folder / "more/index.md", f"---\ntitle: {word}\ndescription: {word}.\n{line}updated: 2026-11-01\n---\n\n# {word}\n\n{word}.\n")
    mark_all(site)
    handouts, problems = make_handouts(frame_of(site))
    assert problems == []
    said = {each.handout.path: " ".join(read_pdf(each.pdf).pages[0].split()) for each in handouts}
    assert "• Play (example.org/more/play) On play." in said["more/more.pdf"]
    assert "• Chwarae (example.org/cy/more/chwarae) Am chwarae." in said["cy/more/more-print-bras.pdf"]


def test_each_page_has_a_handout_and_a_large_print_one_beside_it(built_site):
    sources = read_sources(ROOT)
    for page in sources.pages:
        address = sources.addresses[page.path]
        links = LexborHTMLParser((built_site / address / "index.html").read_text(encoding="utf-8")).css(".handouts a")
        pdfs = [built_site / address / link.attributes["href"] for link in links]
        kinds = len(FORMS) if has_handout(page.name, sources.settings) else 0
        assert [path.read_bytes()[:8] for path in pdfs] == [b"%PDF-1.7"] * kinds, address


def test_no_list_but_that_of_all_pages_is_printed(made):
    settings = made[0].sources.settings
    lists = {settings.get("extra", key) for key in LISTS} - {settings.get("extra", "page_list")}
    assert None not in lists and not lists & {content.page.name for each in made[1].values() for content in each.handout.contents}


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("growing/", [("growing.pdf", "Handout"), ("growing-large-print.pdf", "Large-print handout")]),
        ("cy/tyfu/", [("tyfu.pdf", "Taflen"), ("tyfu-print-bras.pdf", "Taflen mewn print bras")]),
    ],
)
def test_a_page_links_its_handouts_with_format_and_size(built_service, address, expected):
    document = LexborHTMLParser((built_service / address / "index.html").read_text(encoding="utf-8"))
    links = document.css(".handouts a")
    assert [link.attributes["href"] for link in links] == [name for name, _ in expected]
    for link, (name, said) in zip(links, expected, strict=True):
        size = (built_service / address / name).stat().st_size
        assert link.text() == f"{said} (PDF,\N{NO-BREAK SPACE}{round(size / 1000)}\N{NO-BREAK SPACE}kB)"


def of_a_page(built_service, address):
    """The links to its handouts that a page in the language of an address has."""
    page = built_service / ("cy/tyfu" if address.startswith("cy/") else "growing") / "index.html"
    return LexborHTMLParser(page.read_text(encoding="utf-8")).css(".handouts a")


@pytest.mark.parametrize(("address", "leaflet"), [("handouts/", "../leaflet.pdf"), ("cy/taflenni/", "../taflen-wybodaeth.pdf")])
def test_the_handouts_page_lists_every_handout_of_its_language(built_service, address, leaflet):
    document = LexborHTMLParser((built_service / address / "index.html").read_text(encoding="utf-8"))
    links = [link.attributes["href"] for link in document.css("main a[href$='.pdf']")]
    assert links[0] == leaflet
    assert all((built_service / address / link).is_file() for link in links)
    # Two leaflets, each in this language and in both.
    assert len(set(links)) == (2 * 2 + len(PRINTED) // 2) * len(FORMS)
    rows = [[cell.text() for cell in row.css("th, td")] for row in document.css("main table tr")]
    assert len({len(row) for row in rows}) == 1 and rows[0][1:] == [link.text().partition(" (")[0] for link in of_a_page(built_service, address)]
    for link in document.css("main table a"):
        # What is heard names the page, and holds what is seen.
        title = link.parent.parent.css_first("th").text()
        # Whoever speaks to a computer says what is seen, so that comes first.
        assert link.attributes["aria-label"].startswith(f"{link.text()}: {title}, ")
    heard = [link.attributes["aria-label"] for link in document.css(".leaflets a")]
    assert len(set(heard)) == len(heard) and all(each.startswith(link.text()) for each, link in zip(heard, document.css(".leaflets a"), strict=True))
    for picture in document.css(".leaflets img"):
        assert (built_service / address / picture.attributes["src"]).read_bytes().startswith(b"RIFF")
        assert picture.attributes["alt"] and picture.attributes["width"] and picture.attributes["height"]


def test_a_handout_has_the_words_of_its_page_and_no_others(made):
    frame, handouts = made
    for each in handouts.values():
        handout = each.handout
        if handout.leaflet or len(handout.sides) > 1:
            continue
        printed = read_pdf(each.pdf)
        content, *listed = handout.sides[0]
        expected = words_of_page(content, frame) + words_around(handout.data["sides"][0])
        expected += words_at_the_foot(handout, printed.pages)
        for page in (each.page for each in listed):
            expected += words(f"{page.title} {page.front_matter['description']} {frame.address(page).removeprefix('https://').rstrip('/')}")
        found = words(" ".join(printed.pages))
        # Each sheet that a table goes on to has its head again.
        heads = LexborHTMLParser(content.html).css("thead th")
        assert not expected - found and found - expected <= words(" ".join(cell.text() for cell in heads)), handout.path


@pytest.mark.parametrize(("path", "page"), [("all-pages/all-pages.pdf", "page"), ("cy/pob-tudalen/pob-tudalen-print-bras.pdf", "tudalen")])
def test_behind_the_list_of_all_pages_each_is_printed_on_a_sheet_of_its_own(made, path, page):
    frame, each = made[0], made[1][path]
    _, *contents = [side[0] for side in each.handout.sides]
    listed = {content.page.name for content in frame.sources.contents.values() if has_handout(content.page.name, frame.sources.settings)}
    assert {content.page.name for content in contents} == listed - {"all-pages.md"}
    marks = [(mark.get_title(), mark.get_dest().get_index()) for mark in pypdfium2.PdfDocument(each.pdf).get_toc() if mark.level == 0]
    titles, starts = zip(*marks[1:], strict=True)
    assert list(titles) == [content.page.title for content in contents] and len(set(starts)) == len(starts)
    sheets = [plain(sheet) for sheet in read_pdf(each.pdf).pages]
    in_order(
        sheets[0],
        [
            f"{content.page.title} ({page} {start + 1}) {content.page.front_matter['description']}"
            for content, start in zip(contents, starts, strict=True)
        ],
    )
    for content, start in zip(contents, starts, strict=True):
        in_order(sheets[start], [frame.words(content.page.locale)["organisation"], content.page.title])
    telephone = frame.contact(each.handout.locales[0]).telephone
    assert [telephone in sheet for sheet in sheets] == [False] * (len(sheets) - 1) + [True]


def test_in_a_pdf_of_all_pages_a_link_leads_to_the_sheet_that_it_names(made):
    document = pypdfium2.PdfDocument(made[1]["all-pages/all-pages.pdf"].pdf)
    position, link, found = pdfium.c_int(0), pdfium.FPDF_LINK(), []
    while pdfium.FPDFLink_Enumerate(document[0], position, link):
        found.append(pdfium.FPDFDest_GetDestPageIndex(document, pdfium.FPDFLink_GetDest(document, link)) + 1)
    sheets = [int(number) for number in re.findall(r"\(page (\d+)\)", document[0].get_textpage().get_text_range())]
    assert found == sheets and len(sheets) > 5


def test_of_very_many_pages_the_list_alone_is_printed(made, monkeypatch):
    monkeypatch.setattr("handouts.handout._PACKED", 3)
    handout = next(each for each in page_handouts(made[0]) if each.path == "all-pages/all-pages.pdf")
    assert [each.page.name for side in handout.sides for each in side][:2] == ["all-pages.md", "index.md"] and len(handout.data["sides"]) == 1


def test_every_element_of_a_page_is_printed(rich_site):
    frame = frame_of(rich_site)
    handouts, problems = make_handouts(frame)
    assert problems == []
    found = {each.handout.path: each for each in handouts}
    for path in ("rich/rich.pdf", "rich/rich-large-print.pdf", "cy/rich/rich.pdf"):
        handout, printed = found[path].handout, read_pdf(found[path].pdf)
        content = handout.sides[0][0]
        expected = words_of_page(content, frame) + words_around(handout.data["sides"][0])
        expected += words_at_the_foot(handout, printed.pages)
        word = "gair" if content.page.locale is WELSH else "word"
        # At the foot of the sheet the footnote's number stands right before its words.
        expected += words(f"1{word}") - words(f"1 {word}")
        expected -= words(f"1 {word}")
        assert words(" ".join(printed.pages)) == expected, path
    tags = [tag for tag, _ in struct_tree(found["rich/rich.pdf"].pdf, 0)]
    assert {"Table", "TR", "TH", "TD", "L", "LI", "Lbl", "LBody", "BlockQuote", "Figure", "Link", "Code", "Note"} <= set(tags)


def test_the_text_is_twelve_point_and_large_print_eighteen(made):
    for each in made[1].values():
        least = 18 if each.handout.form else 10 if each.handout.leaflet else 12
        sizes = sizes_of_type(each.pdf)
        assert sizes.most_common(1)[0][0] >= least and min(sizes) >= max(10, least * 0.9), each.handout.path


def test_large_print_has_no_slanted_and_no_underlined_words(rich_site):
    handouts, problems = make_handouts(frame_of(rich_site))
    assert problems == []
    for form, slanted in (("", True), ("large_print", False)):
        found = [each.pdf for each in handouts if each.handout.source == "docs/rich.md" and each.handout.form == form]
        assert any("It" in name for name in fonts_of(found[0])) is slanted


def test_no_sheet_holds_the_contact_block_alone(site):
    for count in range(18, 32, 2):
        for folder, pin in (("docs", ""), ("docs-cy", "translation: PIN\n")):
            points = "* Gair\n" * count
            write(site / folder / f"p{count}.md", f"---\ntitle: P{count}\ndescription: P.\n{pin}updated: 2026-11-01\n---\n\n# P{count}\n\n{points}")
    mark_all(site)
    handouts, problems = make_handouts(frame_of(site))
    assert problems == []
    long = [(each.handout, read_pdf(each.pdf).pages) for each in handouts if re.fullmatch(r".*/p\d+\.md", each.handout.source)]
    assert len([pages for handout, pages in long if len(pages) > 1]) >= 4
    for handout, pages in long:
        assert not pages[-1].startswith(handout.data["sides"][0]["contact"]["heading"]), handout.path


def test_a_rule_may_end_a_sheet_above_a_footnote(site):
    for folder, pin in (("docs", ""), ("docs-cy", "translation: PIN\n")):
        rules = "Gair.[^a]\n\n---\n\n" + "Gair.\n\n---\n\n" * 70 + "[^a]: Nodyn.\n\n"
        write(site / folder / "rules.md", f"---\ntitle: R\ndescription: R.\n{pin}updated: 2026-11-01\n---\n\n# R\n\n{rules}[x](sleep.md)\n")
    mark_all(site)
    assert make_handouts(frame_of(site))[1] == []


def letters_that_meet(pdf):
    """Letters that stand upon others or off the sheet, as they follow each other; those of a ligature are one."""
    found = []
    for page in pypdfium2.PdfDocument(pdf):
        text, width = page.get_textpage(), page.get_width()
        boxes = [(text.get_text_range(i, 1), *text.get_charbox(i)) for i in range(text.count_chars()) if text.get_text_range(i, 1).strip()]
        near = defaultdict(list)
        for letter, left, bottom, right, top in boxes:
            middle = ((left + right) / 2, (bottom + top) / 2)
            if right > width or any(
                x0 < middle[0] < x1 and y0 < middle[1] < y1 and (x0, x1) != (left, right) for x0, y0, x1, y1 in near[middle[1] // 20]
            ):
                found.append(letter)
            for row in {bottom // 20, top // 20}:
                near[row].append((left, bottom, right, top))
    return "".join(found)


WIDE = (
    "| "
    + " | ".join(f"Measurement{i}" for i in range(8))
    + " |\n"
    + "|---" * 8
    + "|\n"
    + ("| " + " | ".join(f"value{i}" for i in range(8)) + " |\n") * 2
)
FITTING = "| Anghydraddoldebau | Gair | Gair |\n|---|---|---|\n| gair |" + " gair arall" * 20 + " |" + " gair arall" * 20 + " |\n"


@pytest.mark.parametrize(
    ("table", "said"), [(WIDE, "Measurement0: value0 • Measurement1: value1 • Measurement2: value2"), (FITTING, "Anghydraddoldebau Gair Gair gair")]
)
def test_a_table_wider_than_a_sheet_is_printed_row_by_row_and_no_word_runs_into_the_next(site, table, said):
    for folder in ("docs", "docs-cy"):
        path = site / folder / "sleep.md"
        write(path, path.read_text(encoding="utf-8") + "\n" + table)
    mark_all(site)
    pdfs = pdfs_of(site)
    for path in ("sleep/sleep.pdf", "cy/cwsg/cwsg-print-bras.pdf"):
        assert letters_that_meet(pdfs[path]) == ""
        assert said in " ".join(" ".join(read_pdf(pdfs[path]).pages).split())


def test_a_contact_block_as_long_as_a_sheet_hides_nothing(site):
    settings = (site / "mkdocs.yml").read_text(encoding="utf-8")
    lines = "".join(
        f"      - label: {{en: Line {i} of the team in the country, cy: Llinell {i} y tîm yng nghefn gwlad}}\n        telephone: '03069 990 {140 + i}'\n"
        for i in range(14)
    )
    settings = settings.replace("    front:\n      - index.md#home-page\n", "    front: []\n")
    write(site / "mkdocs.yml", settings.replace("    website: www", f"    more:\n{lines}    website: www", 1))
    for folder, pin in (("docs", ""), ("docs-cy", "translation: PIN\n")):
        points = "* Gair\n" * 14 + "\n> [!NOTE]\n> Gair.\n"
        write(site / folder / "long.md", f"---\ntitle: L\ndescription: L.\n{pin}updated: 2026-11-01\n---\n\n# L\n\n{points}")
    mark_all(site)
    for path, pdf in pdfs_of(site).items():
        assert letters_that_meet(pdf) == "", path


def test_cells_of_numbers_beside_each_other_are_no_telephone_number(site):
    table = "| a | b | c |\n|---|---|---|\n| 9:30–16:30 | 16:30 | 7 |\n| 2:58:31 | 112 | 3 |\n"
    for folder in ("docs", "docs-cy"):
        path = site / folder / "sleep.md"
        write(path, path.read_text(encoding="utf-8") + "\n" + table)
    mark_all(site)
    assert make_handouts(frame_of(site))[1] == []


def test_a_title_that_ends_in_a_number_is_none_with_that_of_the_sheet(site):
    for folder, pin in (("docs", ""), ("docs-cy", "translation: PIN\n")):
        text = "Gair.\n\n" * 80
        write(
            site / folder / "plan.md", f"---\ntitle: Plan 2025-2026\ndescription: Plan.\n{pin}updated: 2026-11-01\n---\n\n# Plan 2025-2026\n\n{text}"
        )
    mark_all(site)
    assert make_handouts(frame_of(site))[1] == []


def test_a_handout_says_in_which_other_formats_it_can_be_had(site):
    settings = site / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    write(settings, text.replace("  interface:\n", "  interface:\n    other_formats:\n      en: Ask for braille.\n      cy: Holwch am braille.\n"))
    found = {each.handout.path: " ".join(read_pdf(each.pdf).pages) for each in make_handouts(frame_of(site))[0]}
    for path, said in (("sleep/sleep.pdf", "Ask for braille."), ("cy/cwsg/cwsg-print-bras.pdf", "Holwch am braille.")):
        assert said in found[path]


def test_a_handout_says_where_it_is_from_and_that_it_is_a_draft(made):
    pair = made[0].sources.pairs["growing.md"]
    page = made[0].sources.contents["docs-cy/growing.md"].page
    day = format_date(date.fromisoformat(page.front_matter["updated"]), "d MMMM y", locale="cy")
    draft = "Drafft – heb ei wirio eto gan gyfieithydd "
    text = " ".join(" ".join(read_pdf(made[1]["cy/tyfu/tyfu.pdf"].pdf).pages).split())
    contact, words = made[0].contact(WELSH), made[0].words(WELSH)
    for said in (
        f"{words['organisation']} Diweddarwyd {day} {'' if pair.reviewer else draft}{page.title}",
        f"{contact.name} Ffôn: {contact.telephone} E-bost: {contact.email} Gwefan: {contact.website}",
        "Ar y we: example.org/cy/tyfu",
        "This document is available in English: example.org/growing",
    ):
        assert said in text
    assert "Draft" not in " ".join(read_pdf(made[1]["growing/growing.pdf"].pdf).pages)


def test_links_lead_to_whole_addresses(made):
    frame, handouts = made
    for name, address in (("ideas", "ideas/"), ("growing", "growing/")):
        typed = [
            element.value for section in frame.sources.contents[f"docs/{name}.md"].sections for element in section.elements if element.kind == "link"
        ]
        assert read_pdf(handouts[f"{address}{name}.pdf"].pdf).links == [
            *(whole_address(link, frame) for link in typed),
            *frame.contact(ENGLISH).links.values(),
            f"https://example.org/{address}",
            f"https://example.org/{frame.sources.addresses[f'docs-cy/{name}.md']}",
        ]


def whole_address(link, frame):
    file, mark, anchor = link.partition("#")
    return link if ":" in link else f"https://example.org/{frame.sources.addresses.get(f'docs/{file}', file)}{mark}{anchor}"


def test_the_same_sources_make_the_same_bytes(site):
    first = {each.handout.path: (each.pdf, each.picture) for each in make_handouts(frame_of(site))[0]}
    for path in (site / CACHE).iterdir():
        path.unlink()
    assert {each.handout.path: (each.pdf, each.picture) for each in make_handouts(frame_of(site))[0]} == first


def test_only_what_changed_is_made_again(site):
    make_handouts(frame_of(site))
    before = {path.name for path in (site / CACHE).iterdir()}
    write(site / "docs/sleep.md", PAGES["docs/sleep.md"].replace("See", "Look at"))
    make_handouts(frame_of(site))
    after = {path.name for path in (site / CACHE).iterdir()}
    # The page in both sizes, and what holds all pages.
    assert len(after - before) == len(before - after) == 4


def test_fonts_come_with_the_project(made):
    assert {name.partition("-")[0] for name in fonts_of(made[1]["cy/syniadau/syniadau.pdf"].pdf)} == {"SourceSans3"}
