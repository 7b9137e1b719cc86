"""The head of each page: on a phone, on a desk and in large type, with a short menu and with a long one."""

import pytest

from conftest import build_strictly, make_service, make_site, served, write

ROWS = """() => {
    const boxes = [...document.querySelectorAll("header a, header button")].filter((each) => each.checkVisibility()).map((each) => each.getBoundingClientRect());
    const rows = [];
    for (const { top, bottom } of boxes) {
        const row = rows.find((each) => top < each.bottom && bottom > each.top);
        row ? row.count++ : rows.push({ top, bottom, count: 1 });
    }
    return rows.map(({ count }) => count);
}"""
# Words of headings, of the site's name and of the titles of cards that stand on more than one line.
BROKEN = r"""() => {
    const broken = [];
    for (const heading of document.querySelectorAll("h1, h2, h3, .site-name, .card > a:first-child")) {
        const walker = document.createTreeWalker(heading, NodeFilter.SHOW_TEXT);
        for (let node; (node = walker.nextNode()); ) {
            for (const { 0: word, index } of node.data.matchAll(/[\p{L}\p{N}']+/gu)) {
                const range = document.createRange();
                range.setStart(node, index);
                range.setEnd(node, index + word.length);
                if (new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1) broken.push(word);
            }
        }
    }
    return broken;
}"""
DOUBLED = "document.documentElement.style.fontSize = `${parseFloat(getComputedStyle(document.documentElement).fontSize) * 2}px`"
HOMES = pytest.mark.parametrize("home", ["/", "/cy/"])


@HOMES
def test_on_a_phone_the_header_has_two_rows_and_no_entry_alone(turn_to, served_site, home):
    page = turn_to(served_site + home, 390)
    assert len(rows := page.evaluate(ROWS)) == 2
    assert min(rows) > 1


@HOMES
def test_the_telephone_number_is_one_tap_away_at_the_top_of_a_phone(turn_to, served_gallery, home):
    link = turn_to(f"{served_gallery}{home}", 390).locator("header a[href^='tel:']")
    assert link.get_attribute("href") == "tel:+443069990133"
    assert link.inner_text() in ("Contact us\n03069 990 133", "Cysylltu â ni\n03069 990 133")
    assert link.evaluate("link => link.getBoundingClientRect().bottom") < 130


@pytest.mark.parametrize("width", [390, 1280])
def test_the_language_link_stays_in_its_place(turn_to, served_site, width):
    page = turn_to(served_site + "/", width)
    where = "link => { const { right, top } = link.getBoundingClientRect(); return [right, top] }"
    before = page.locator(".site-language").evaluate(where)
    page.locator(".site-language").click()
    assert page.locator(".site-language").inner_text() == "English"
    assert page.locator(".site-language").evaluate(where) == pytest.approx(before, abs=12)


@HOMES
def test_with_text_doubled_nothing_is_cut_no_heading_breaks_a_word_and_a_page_is_left(turn_to, served_site, home):
    for width, most in ((320, 220), (390, 240), (1280, 220)):
        page = turn_to(served_site + home, width)
        page.evaluate(DOUBLED)
        assert page.evaluate("document.documentElement.scrollWidth") == width
        assert page.evaluate(BROKEN) == []
        assert page.evaluate("document.querySelector('header').offsetHeight") <= most


@pytest.mark.parametrize("path", ["/404.html", "/offline.html"])
def test_a_page_of_both_languages_fits_a_narrow_window_with_text_doubled(open_page, served_service, path):
    page = open_page(served_service + path, 320)
    page.evaluate(DOUBLED)
    assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_the_menu_opens_and_closes_by_keyboard_without_a_script(open_page, served_site):
    page = open_page(f"{served_site}/cy/", 390, java_script_enabled=False)
    entry = page.get_by_role("navigation").get_by_role("link", name="Hafan")
    assert not entry.is_visible()
    page.get_by_role("button", name="Dewislen").press("Enter")
    assert entry.is_visible()
    page.keyboard.press("Tab")
    assert page.get_by_role("button", name="Cau").evaluate("button => button.matches(':focus')")
    page.keyboard.press("Escape")
    assert not entry.is_visible()


@pytest.fixture(scope="module")
def long_menu(tmp_path_factory):
    """A built site whose menu has two sections with long names, and with a logo of its own in each language."""
    names = {
        "A section with quite a long name on nights and sleep": "Adran am nosau a chwsg",
        "Another section with a long name, on play": "Adran am chwarae",
    }
    site = make_site(tmp_path_factory.mktemp("menu"))
    (nights, play), text = names, (site / "mkdocs.yml").read_text(encoding="utf-8")
    menu = f"nav:\n  - index.md\n  - {nights}:\n    - sleep.md\n  - {play}:\n    - more/play.md\n"
    translated = ", ".join(f"'{english}': {welsh}" for english, welsh in names.items())
    text = text.replace("nav:\n  - index.md\n  - sleep.md\n", menu).replace("nav_translations: {}", f"nav_translations: {{{translated}}}")
    write(site / "mkdocs.yml", text.replace('logo: ""', "logo: {en: docs/images/baby.svg, cy: docs-cy/images/baby.svg}"))
    build_strictly(site)
    with served(site / "site") as address:
        yield address


@pytest.mark.parametrize("width", [390, 1280])
def test_a_menu_too_long_for_one_row_opens_from_a_button_in_both_languages(long_menu, turn_to, width):
    for path, menu, entries in (
        ("/sleep/", "Menu", ["Home", "A section with quite a long name on nights and sleep", "Sleep", "Another section with a long name, on play"]),
        ("/cy/cwsg/", "Dewislen", ["Hafan", "Adran am nosau a chwsg", "Cwsg", "Adran am chwarae"]),
    ):
        page = turn_to(long_menu + path, width)
        assert len(page.evaluate(ROWS)) <= 2
        page.get_by_role("button", name=menu).click()
        assert [link.inner_text() for link in page.locator("nav a").all()] == entries
        assert page.locator("nav a").last.is_visible()


def test_a_short_menu_stands_open_on_a_desk(served_gallery, turn_to):
    page = turn_to(f"{served_gallery}/sleep/")
    assert page.get_by_role("navigation").get_by_role("link").all_inner_texts() == ["Home", "Sleep"]
    assert page.get_by_role("button", name="Menu").count() == 0


def test_the_services_own_logo_stands_before_its_name(long_menu, open_page):
    for path, logo in (("/sleep/", "/images/baby.svg"), ("/cy/cwsg/", "/cy/images/baby.svg")):
        page = open_page(long_menu + path)
        assert page.locator(".site-name img").evaluate("image => image.src") == long_menu + logo
        assert page.faults == []


@pytest.fixture(scope="module")
def wide_logo(tmp_path_factory):
    """The made-up service with a longer name, and a logo ten times as wide as it is high."""
    root = make_service(tmp_path_factory.mktemp("logo"))
    text = (root / "mkdocs.yml").read_text(encoding="utf-8")
    text = text.replace("site_name Growing food at home", "site_name Growing food in schools and community gardens")
    text = text.replace("cy: Tyfu bwyd gartref", "cy: Anghydraddoldebau iechyd a thyfu bwyd gartref")
    write(root / "mkdocs.yml", text.replace('logo: ""', "logo: images/wide.svg"))
    write(root / "images/wide.svg", '<svg xmlns="http://www.w3.org/2000/svg" width="900" height="90"><path d="M0 0h900v90H0z"/></svg>')
    build_strictly(root)
    with served(root / "site") as address:
        yield address


@HOMES
def test_a_wide_logo_leaves_the_name_of_the_service_its_room(wide_logo, turn_to, home):
    for width, doubled in ((390, False), (390, True), (320, True)):
        page = turn_to(wide_logo + home, width)
        if doubled:
            page.evaluate(DOUBLED)
        assert page.evaluate(BROKEN) == []
        assert page.evaluate("document.documentElement.scrollWidth") == width
        # Below the logo, not beside it.
        assert page.evaluate("document.querySelector('.site-name span').offsetWidth > document.querySelector('.site-name').offsetWidth * 0.9")
