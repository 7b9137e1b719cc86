"""The finished PDFs: what they say, how they are tagged, and that the same sources make the same ones."""

import re
from collections import Counter
from datetime import date

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from babel.dates import format_date
from selectolax.lexbor import LexborHTMLParser

from conftest import PAGES, ROOT, SERVICE, mark_all, write
from handouts.all_handouts import make_handouts
from handouts.fitting import leaflet_faults
from handouts.handout import Frame, page_handouts
from handouts.leaflet import leaflets
from handouts.read_back import read_pdf
from handouts.typesetter import CACHE
from messages.locales import ENGLISH, WELSH
from sources.all_sources import read_sources
from sources.handouts import FORMS, has_handout
from sources.links import published_at
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
BLOCKS = r"<(/?(?:p|li|h\d|td|th|dt|dd|div|br|summary|blockquote|pre)\b)"


@pytest.fixture(scope="module")
def made(service):
    """Every handout of the made-up service, and what they were made of."""
    frame = frame_of(service)
    handouts, problems = make_handouts(frame)
    assert problems == []
    return frame, {each.handout.path: each for each in handouts}


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


def colour_at_the_head(page):
    """What is printed a little below the corner of the text."""
    shown = page.render(scale=1).to_pil()
    return shown.getpixel((78, 48))


def frame_of(root):
    sources = read_sources(root)
    return Frame(sources)


def pdfs_of(site):
    handouts, problems = make_handouts(frame_of(site))
    assert problems == []
    return {each.handout.path: each.pdf for each in handouts}


def words(text):
    return Counter(re.findall(r"\w+", text))


def words_of_page(content, frame):
    """The words of a page as a browser has them, with what paper adds: addresses, what abbreviations mean, numbers of points, titles of notes."""
    document = LexborHTMLParser(re.sub(BLOCKS, r" <\1", content.html))
    interface = frame.words(content.page.locale)
    added = [node.attributes["title"] for node in document.css("abbr[title]")]
    added += [interface["alert_" + node.attributes["class"].removeprefix("admonition ")] for node in document.css(".admonition")]
    for node in document.css("a[href]:not([href^='#'], .footnote-back)"):
        href = node.attributes["href"]
        place = published_at(href, content.page, frame.sources.contents, frame.sources.addresses)
        address = href if place is None else f"{frame.site_url}{place.partition('#')[0]}"
        added += [re.sub("^https?://", "", address)] if address.startswith("http") else []
    for node in document.css("ol"):
        start = int(node.attributes.get("start") or 1)
        added += [str(start + i) for i in range(len([child for child in node.iter() if child.tag == "li"]))]
    return words(f"{document.body.text()} {' '.join(added)}")


def words_around(side):
    contact = side["contact"]
    rows = [f"{label} {value}" for label, value, _ in contact["rows"]]
    said = [f"{words} {shown}" for _, words, _, shown in side["addresses"]]
    return words(" ".join([*said, side["organisation"], side["updated"], *side["notices"], contact["heading"], contact["name"], *rows]))


def words_at_the_foot(handout, pages):
    """What one line at the foot of each sheet holds: the title, or as much of it as there is room for, and the sheet's number."""
    if handout.data["sheet"] or len(pages) == 1:
        return Counter()
    title, found = handout.data["sides"][0]["title"], Counter()
    foots = [title, *(f"{title[:i]}…" for i in range(len(title), 0, -1))]
    for number, page in enumerate(pages, 1):
        said, mark, rest = " ".join(page.split()).rpartition(f" {number} / {len(pages)}")
        assert mark and not rest
        found += words(next(foot for foot in foots if said.endswith(foot)) + mark)
    return found


def struct_tree(pdf, page):
    """The tags of a page in reading order, each with its depth and alternative text."""
    document = pypdfium2.PdfDocument(pdf)
    tree = pdfium.FPDF_StructTree_GetForPage(document[page])
    found = []

    def read(ask, element):
        buffer = pdfium.create_string_buffer(400)
        length = ask(element, buffer, 400)
        return buffer.raw[: max(0, length - 2)].decode("utf-16-le")

    def walk(element):
        found.append((read(pdfium.FPDF_StructElement_GetType, element), read(pdfium.FPDF_StructElement_GetAltText, element)))
        for i in range(pdfium.FPDF_StructElement_CountChildren(element)):
            if child := pdfium.FPDF_StructElement_GetChildAtIndex(element, i):
                walk(child)

    for i in range(pdfium.FPDF_StructTree_CountChildren(tree)):
        walk(pdfium.FPDF_StructTree_GetChildAtIndex(tree, i))
    pdfium.FPDF_StructTree_Close(tree)
    return found


def sizes_of_type(pdf):
    document = pypdfium2.PdfDocument(pdf)
    texts = [page.get_textpage() for page in document]
    seen = [(text, i) for text in texts for i in range(text.count_chars()) if text.get_text_range(i, 1).strip()]
    return Counter(round(pdfium.FPDFText_GetFontSize(text, i), 2) for text, i in seen)


def fonts_of(pdf):
    """The names of the typefaces of the first page."""
    text, buffer, names = pypdfium2.PdfDocument(pdf)[0].get_textpage(), pdfium.create_string_buffer(100), set()
    for i in range(text.count_chars()):
        pdfium.FPDFText_GetFontInfo(text, i, buffer, 100, None)
        names.add(buffer.value.decode().partition("+")[2])
    return names - {""}


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


def test_what_stands_at_the_foot_is_of_its_own_side(made):
    each = made[1]["taflen-wybodaeth-leaflet-print-bras.pdf"]
    pages = [" ".join(page.split()) for page in read_pdf(each.pdf).pages]
    titles = [side["title"] for side in each.handout.data["sides"]]
    feet = [next(title for title in titles if page.endswith(f"{title} {number} / {len(pages)}")) for number, page in enumerate(pages, 1)]
    assert list(dict.fromkeys(feet)) == titles


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


def test_the_leaflet_is_one_sheet_with_its_parts_in_order(made):
    for path, pages in {"leaflet.pdf": 2, "cy/taflen-wybodaeth.pdf": 2, "taflen-wybodaeth-leaflet.pdf": 4}.items():
        assert len(read_pdf(made[1][path].pdf).pages) == pages
    front, back = (" ".join(page.split()) for page in read_pdf(made[1]["leaflet.pdf"].pdf).pages)
    sources = made[0].sources
    passages = {side: passages_of(sources.settings.get("extra", "leaflet", side), sources) for side in ("front", "back")}
    in_order(front, [made[0].words(ENGLISH)["leaflet_front"], *passages["front"]])
    in_order(back, passages["back"])
    holder, other = (front, back) if "Telephone" in front else (back, front)
    assert holder.endswith("On the web: example.org Mae'r ddogfen hon ar gael yn Gymraeg: example.org/cy")
    assert other.endswith("Contact us: overleaf") and "Telephone" not in other


def test_a_leaflet_with_a_front_alone_has_one_side_in_each_language(made):
    paths = {"a-visit-to-your-garden.pdf": 1, "cy/ymweliad-ach-gardd.pdf": 1, "ymweliad-ach-gardd-a-visit-to-your-garden.pdf": 2}
    for path, pages in paths.items():
        printed = read_pdf(made[1][path].pdf).pages
        assert len(printed) == pages
        assert all("03069 990 133" in page for page in printed)
    assert plain(printed[0]).startswith("Cyfeillion Gerddi") and plain(printed[1]).startswith("Garden Friends")
    in_order(printed[1], ["A visit to your garden", *passages_of(["visits.md", "growing.md#after-you-have-sown"], made[0].sources)])


def test_a_part_of_the_leaflet_with_nothing_behind_its_sign_is_the_whole_page(site):
    settings = (site / "mkdocs.yml").read_text(encoding="utf-8")
    write(site / "mkdocs.yml", settings.replace("      - index.md#home-page\n", "      - 'index.md#'\n"))
    assert "See sleep (example.org/sleep)." in " ".join(read_pdf(pdfs_of(site)["leaflet.pdf"]).pages)


def test_the_leaflet_says_overleaf_of_what_stands_there(site):
    text = (site / "mkdocs.yml").read_text(encoding="utf-8")
    write(
        site / "mkdocs.yml",
        text.replace("      - index.md#home-page\n    back:\n      - index.md\n", "      - index.md\n    back:\n      - sleep.md\n"),
    )
    said = {path: " ".join(read_pdf(pdf).pages) for path, pdf in pdfs_of(site).items()}
    assert "See sleep, overleaf." in said["leaflet.pdf"] and "See play (example.org/more/play)." in said["leaflet.pdf"]
    assert "Gweler cwsg, trosodd." in said["cy/taflen-wybodaeth.pdf"]
    # In large print the page follows on another sheet.
    assert "See sleep." in said["leaflet-large-print.pdf"]


def test_the_sides_of_the_leaflet_are_filled_alike_in_the_largest_type_that_fits(site):
    lines = "Words to fill a side of the leaflet with, as many as it takes.\n\n"
    for folder, pin in (("docs", ""), ("docs-cy", "translation: PIN\n")):
        for name, count in (("long", 40), ("short", 12)):
            said = lines if folder == "docs" else "Geiriau i lenwi ochr.\n\n"
            write(
                site / folder / f"{name}.md",
                f"---\ntitle: {name[0]}\ndescription: P.\n{pin}updated: 2026-11-01\n---\n\n# {name[0]}\n\n{said * count}",
            )
    mark_all(site)
    text = (site / "mkdocs.yml").read_text(encoding="utf-8")
    write(
        site / "mkdocs.yml",
        text.replace("      - index.md#home-page\n    back:\n      - index.md\n", "      - long.md\n    back:\n      - short.md\n"),
    )
    pdf = pdfs_of(site)["leaflet.pdf"]
    front, back = read_pdf(pdf).pages
    assert "Telephone" in back and front.endswith("Contact us: overleaf")
    assert 10 < sizes_of_type(pdf).most_common(1)[0][0] <= 12


def passages_of(entries, sources):
    """The first words of each paragraph and point of the parts of a side of the leaflet, as they stand on it."""
    found = []
    for entry in entries:
        file, _, anchor = entry.partition("#")
        sections = [section for section in sources.contents[f"docs/{file}"].sections if section.level]
        if anchor:
            start = next(i for i, section in enumerate(sections) if section.anchor == anchor)
            end = next((i for i in range(start + 1, len(sections)) if sections[i].level <= sections[start].level), len(sections))
            sections = sections[start:end]
        pictures = {element.text for section in sections for element in section.elements}
        texts = [text for section in sections for text in section.passages if text not in pictures]
        # The first heading of a side gives way to the side's title.
        found += [" ".join(plain(text).split()[:4]) for text in (texts if found else texts[1:])]
    return found


def in_order(text, parts):
    place, text = 0, plain(text)
    for part in map(plain, parts):
        assert part in text[place:], f"{part!r} is not below what stands above it"
        place = text.index(part, place) + len(part)


def plain(text):
    """The words alone: paper adds where links lead, and sets its own quotation marks."""
    return " ".join(re.findall(r"\w+", re.sub(r"\(\S+\.\S+\)", "", text)))


def test_a_screen_reader_meets_the_leaflet_in_order(made):
    sides = [struct_tree(made[1]["leaflet.pdf"].pdf, side) for side in (0, 1)]
    for tags in sides:
        levels = [int(tag[1]) for tag, _ in tags if re.fullmatch(r"H\d", tag)]
        assert levels[0] == 1 and levels.count(1) == 1
        assert all(after <= before + 1 for before, after in zip(levels, levels[1:], strict=False))
    assert [alt for tags in sides for tag, alt in tags if alt.startswith("QR")] == ["QR code for https://example.org/"]


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


def test_the_check_tells_of_a_long_leaflet_what_a_build_would(site):
    for name, words in (("docs/index.md", "Rest."), ("docs-cy/index.md", "Gorffwys.")):
        write(site / name, (site / name).read_text(encoding="utf-8") + f"\n{words}\n" * 100)
    told = leaflet_faults(read_sources(site))
    assert [problem.path for problem in told] == ["docs/index.md", "docs-cy/index.md"]
    assert sorted(told) == sorted(make_handouts(frame_of(site))[1])


def test_a_leaflet_without_pages_is_none(site):
    text = (site / "mkdocs.yml").read_text(encoding="utf-8")
    pages = "    front:\n      - index.md#home-page\n    back:\n      - index.md\n"
    assert pages in text
    write(site / "mkdocs.yml", text.replace(pages, "    front: []\n"))
    assert leaflets(frame_of(site)) == []


def test_fonts_come_with_the_project(made):
    assert {name.partition("-")[0] for name in fonts_of(made[1]["cy/syniadau/syniadau.pdf"].pdf)} == {"SourceSans3"}
