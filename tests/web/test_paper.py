"""Pages as a browser prints them: what stands on the sheets, and where one ends."""

import re
import shutil

import pypdfium2
import pytest

from conftest import SERVICE, build_strictly, make_site, mark_all, served, write

PARAGRAPH = "{word} {word} {word} {word} {word} {word} {word} {word}. "
CLOSED = "<details><summary>{word}</summary>\n\n{closed}\n\n</details>\n"
PAGES = {
    "short": "{word}.\n",
    "closed": CLOSED,
    # Headings come to stand at every height of a sheet.
    "long": "".join(f"## {{head}} {i}\n\n{PARAGRAPH * (1 + i * 7 % 23)}\n\n" for i in range(1, 41)),
    # The last stands far below what a window shows.
    "pictures": "![{word}](../images/plan.png)\n\n"
    + PARAGRAPH * 200
    + "\n\n![{word}](../images/plan.png)\n\n"
    + PARAGRAPH * 200
    + "\n\n![{word}](../images/plan.png)\n",
    "numbers": "\n\n".join("".join(f"{{word}} {i}. " for i in range(start, start + 30)) for start in range(1, 1201, 30)) + "\n",
}
# The text ends at every height of a sheet: in a paragraph, in a list, in a paragraph below a heading.
ENDS = {f"paragraph-{count}": f"{PARAGRAPH}{{word}} {{word}} {{word}}.\n\n" * count for count in range(14, 22)}
ENDS |= {f"list-{count}": "## {head} 1\n\n" + "- {word} {word}\n" * count for count in range(16, 32, 2)}
ENDS |= {f"heading-{count}": ENDS[f"paragraph-{count}"] + "## {head} 1\n\n{word} {word}.\n" for count in range(14, 21)}
PAGES |= ENDS
WORDS = {
    "docs": {"word": "word", "closed": "Hidden", "head": "Head", "pin": ""},
    "docs-cy": {"word": "gair", "closed": "Cudd", "head": "Pen", "pin": "translation: PIN\n"},
}


@pytest.fixture(scope="module")
def paper_site(tmp_path_factory):
    """The address of a small site of pages to print."""
    root = make_site(tmp_path_factory.mktemp("paper"))
    shutil.copytree(SERVICE / "images", root / "images")
    for folder, words in WORDS.items():
        for number, (name, body) in enumerate(PAGES.items(), 1):
            title = f"{words['head']} {number}"
            front = f"---\ntitle: {title}\ndescription: {title}.\n{words['pin']}updated: 2026-11-01\n---\n\n# {title}\n\n"
            write(root / folder / f"{name}.md", front + body.format(**words))
    mark_all(root)
    build_strictly(root)
    with served(root / "site") as address:
        yield address


@pytest.fixture(params=["chromium", *(pytest.param(name, marks=pytest.mark.everything) for name in ("firefox", "webkit"))])
def sheets(request, paper_site):
    """Print a page with margins of so many millimetres: the sheets."""

    def printed(name, margin):
        address = f"{paper_site}/{name}/"
        if request.param == "chromium":
            around = dict.fromkeys(("top", "right", "bottom", "left"), f"{margin}mm")
            return request.getfixturevalue("turn_to")(address).pdf(format="A4", margin=around)
        engine = request.getfixturevalue("engines")(request.param)
        engine.open(address)
        return engine.pdf(margin)

    return lambda name, margin=15: list(pypdfium2.PdfDocument(printed(name, margin)))


def words_on(sheet):
    return " ".join(sheet.get_textpage().get_text_range().split())


def test_a_short_page_is_one_sheet(sheets):
    assert len(sheets("short")) == 1


def test_what_is_closed_is_printed(sheets):
    assert "Hidden" in words_on(sheets("closed")[0])


def test_pictures_far_below_the_window_are_printed(sheets):
    kinds = [each.type for sheet in sheets("pictures") for each in sheet.get_objects(max_depth=5)]
    assert kinds.count(pypdfium2.raw.FPDF_PAGEOBJ_IMAGE) == 3


def test_no_heading_stands_alone_at_the_foot_of_a_sheet(sheets):
    ends = [words_on(sheet)[-20:] for sheet in sheets("long")]
    assert len(ends) > 5
    assert [end for end in ends if re.search(r"Head \d+$", end)] == []


def test_no_sheet_holds_the_contact_block_alone(sheets):
    lasts = {name: words_on(sheets(name)[-1]) for name in ENDS}
    assert [name for name, last in lasts.items() if "word" not in last] == []


def test_no_line_is_cut_or_lost(sheets):
    found = sheets("numbers", margin=5)
    assert re.findall(r"word (\d+)", " ".join(map(words_on, found))) == [str(number) for number in range(1, 1201)]
    for sheet in found:
        text = sheet.get_textpage()
        assert min(text.get_charbox(i)[1] for i in range(text.count_chars()) if text.get_text_range(i, 1).strip()) > 5 / 25.4 * 72


@pytest.mark.parametrize("name", ["short", "long", "numbers"])
def test_the_last_sheet_says_whom_to_ask_and_where_the_page_is_in_either_language(sheets, name):
    last = words_on(sheets(name)[-1])
    for said in ("03069 990 133", f"Mae'r dudalen hon ar gael yn Gymraeg (example.org/cy/{name}/)", f"https://example.org/{name}/"):
        assert said in last


def test_a_long_contact_block_leaves_no_sheet_empty(turn_to, paper_site):
    lengthen = "() => { for (const each of document.querySelectorAll('.contact > span')) each.after(...Array.from({ length: 3 }, () => each.cloneNode(true))) }"
    shorten = "count => [...document.querySelectorAll('.page-text > p')].slice(1, -count).forEach((each) => each.remove())"
    for count in range(4, 14):
        page = turn_to(f"{paper_site}/heading-14/")
        page.evaluate(lengthen)
        page.evaluate(shorten, count)
        said = [words_on(sheet) for sheet in pypdfium2.PdfDocument(page.pdf(format="A4"))]
        assert "word" in said[0] and [each.count("03069 990 133") for each in said] == [0] * (len(said) - 1) + [4], count
    assert len(said) == 2
