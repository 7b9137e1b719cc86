"""What can be asked of a finished PDF, and of the page that it prints."""

import re
from collections import Counter

import pypdfium2
import pypdfium2.raw as pdfium
from selectolax.lexbor import LexborHTMLParser

from handouts.all_handouts import make_handouts
from handouts.handout import Frame
from sources.all_sources import read_sources
from sources.links import published_at

BLOCKS = r"<(/?(?:p|li|h\d|td|th|dt|dd|div|br|summary|blockquote|pre)\b)"


def colour_at_the_head(page):
    """What is printed a little below the corner of the text."""
    shown = page.render(scale=1).to_pil()
    return shown.getpixel((78, 48))


def frame_of(root):
    return Frame(read_sources(root))


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


def plain(text):
    """The words alone: paper adds where links lead, and sets its own quotation marks."""
    return " ".join(re.findall(r"\w+", re.sub(r"\(\S+\.\S+\)", "", text)))


def make_all(service):
    """Every handout of the made-up service, and what they were made of."""
    frame = frame_of(service)
    handouts, problems = make_handouts(frame)
    assert problems == []
    return frame, {each.handout.path: each for each in handouts}


def in_order(text, parts):
    place, text = 0, plain(text)
    for part in map(plain, parts):
        assert part in text[place:], f"{part!r} is not below what stands above it"
        place = text.index(part, place) + len(part)
