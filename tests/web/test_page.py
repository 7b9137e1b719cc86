"""The page as a browser gets it: its weight, its policy, its keyboard, its accessibility and its search."""

import io
import re
from pathlib import Path

import brotli
import pytest
import yaml
from axe_playwright_python.sync_playwright import Axe
from PIL import Image
from playwright.sync_api import expect

from conftest import SERVICE
from messages.locales import WELSH
from test_build import PAIRS, SOURCES

BUDGET = yaml.safe_load((Path(__file__).parent / "budget.yml").read_text(encoding="utf-8"))
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]}
# Pages that stand for the others of the real site: its home page, its longest Welsh one, and what stands at no address.
LONGEST = max(SOURCES.pages, key=lambda page: len(page.text) if page.locale is WELSH else 0)
TEMPLATES = ["/", f"/{SOURCES.addresses[LONGEST.path]}", "/nowhere/"]
GALLERY = ["/gallery/", "/cy/oriel/"]


def weight(data):
    return len(brotli.compress(data, quality=11))


def refused(page):
    return page.evaluate("window.refused ?? []") + page.faults


@pytest.mark.parametrize("address", [address for pair in PAIRS.items() for address in pair])
def test_a_page_keeps_to_its_budget_and_its_policy(open_page, served_site, address):
    page = open_page(f"{served_site}/{address}", wait_until="networkidle")
    assert [answer.url for answer in page.answers if not answer.url.startswith(served_site)] == []
    weights = {answer.url: weight(answer.body()) for answer in page.answers}
    pictures = [weights.pop(url) for url in [*weights] if url.endswith((".webp", ".png", ".jpg"))]
    assert [each for each in pictures if each > BUDGET["picture"]] == []
    whole, html = sum(weights.values()), page.answers[0].body()
    # Text, menu and contact details are as long as a service needs them.
    chosen = rb'(?s)(<div class="page-text">).*(</div>.*<section class="page-side")|<nav.*?</nav>|<address.*?</address>'
    frame = whole - weight(html) + weight(re.sub(chosen, rb"\1\2", html))
    script = sum(each for url, each in weights.items() if url.endswith(".js"))
    found = {"bytes": whole, "frame": frame, "script": script, "requests": len(weights)}
    assert {name: most for name, most in found.items() if most > BUDGET[name]} == {}
    assert refused(page) == []


def test_the_policy_refuses_what_a_page_should_not_hold(open_page, served_service):
    page = open_page(served_service)
    page.evaluate("""() => {
        document.body.insertAdjacentHTML("beforeend", "<p style='color: red' onclick='window.ran = true'></p>");
        document.body.lastElementChild.click();
        document.body.append(Object.assign(document.createElement("script"), { textContent: "window.ran = true" }));
        document.head.append(Object.assign(document.createElement("style"), { textContent: "p { color: red }" }));
        fetch("https://example.org/").catch(() => {});
    }""")
    page.wait_for_timeout(500)
    assert sorted(refused(page)) == ["connect-src", "script-src-attr", "script-src-elem", "style-src-attr", "style-src-elem"]
    assert page.evaluate("window.ran") is None


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing(open_page, served_site, served_gallery, width, scheme):
    page = open_page("about:blank", width, color_scheme=scheme, bypass_csp=True)
    for address in [*(served_site + path for path in TEMPLATES), *(served_gallery + path for path in GALLERY)]:
        page.goto(address)
        assert violations(page) == []
    open_search(page)
    assert violations(page) == []


def violations(page):
    found = Axe().run(page, options=RULES).response["violations"]
    return [(rule["id"], node["html"], page.url) for rule in found for node in rule["nodes"]]


@pytest.mark.parametrize("path", [*TEMPLATES, "/cy/oriel/"])
@pytest.mark.parametrize("width", [320, 1280])
def test_the_keyboard_reaches_everything_and_its_place_shows(turn_to, served_site, served_gallery, width, path):
    page = turn_to((served_gallery if "oriel" in path else served_site) + path, width)
    count = page.evaluate("[...document.querySelectorAll('a[href], button, summary')].filter(e => e.checkVisibility()).length")
    seen = []
    for _ in range(count + 9):
        page.keyboard.press("Tab")
        place = page.evaluate("""() => {
            const e = document.activeElement, box = e.getBoundingClientRect(), style = getComputedStyle(e);
            if (e === document.body) return null;
            return { name: e.outerHTML.slice(0, 90), box: JSON.stringify(box), shown: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
                     there: box.width > 0 && box.left >= 0 && box.right <= innerWidth && box.top >= -1 && box.bottom <= innerHeight + 1 };
        }""")
        if place is None:
            break
        seen.append(place)
    assert [place for place in seen if not (place["shown"] and place["there"])] == []
    assert "skip-link" in seen[0]["name"]
    # A table or a block of code that scrolls sideways is a stop, too.
    assert len([place for place in seen if place["name"].startswith(("<a", "<button", "<summary"))]) == count


def test_the_skip_link_leads_to_the_text(turn_to, served_service):
    page = turn_to(f"{served_service}/cy/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.tagName") == "MAIN"


def open_search(page):
    page.locator("[data-search]").click()
    page.wait_for_selector("dialog[open]")
    return page.locator("dialog")


def found_by(dialog, words):
    dialog.locator("input").fill("")
    expect(dialog.locator(".search-status")).to_have_text("")
    dialog.locator("input").fill(words)
    expect(dialog.locator(".search-status")).to_have_text(re.compile(r": \d"))
    return [link.inner_text() for link in dialog.locator("li a").all()]


def test_search_speaks_the_language_of_the_page(open_page, served_service):
    page = open_page(f"{served_service}/cy/tyfu/", 320)
    before = [answer.url for answer in page.answers]
    assert not [url for url in before if "pagefind" in url or "search" in url]
    dialog = open_search(page)
    assert dialog.get_by_label("Chwilio").evaluate("input => input === document.activeElement")
    assert "Beth sy'n rhwystr" in found_by(dialog, "gwlithod")
    assert dialog.locator(".search-status").inner_text().startswith("Tudalennau a gafwyd: ")
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.dataset.search") is not None
    assert refused(page) == []


@pytest.mark.parametrize(
    "forms", [("planhigyn", "blanhigyn", "phlanhigyn", "planhigion"), ("gardd", "ardd", "ngardd", "gerddi"), ("blodyn", "flodyn", "mlodyn", "flodau")]
)
def test_search_finds_a_welsh_word_by_any_of_its_forms(turn_to, served_service, forms):
    dialog = open_search(turn_to(f"{served_service}/cy/"))
    found = {}
    for form in forms:
        found[form] = set(found_by(dialog, form))
    assert len(found[forms[0]]) >= 2
    assert [form for form in forms if found[form] != found[forms[0]]] == []


@pytest.mark.parametrize(("address", "word", "title"), [("", "visit", "Visits"), ("cy/", "ymweliad", "Ymweliadau")])
def test_a_page_that_has_the_word_in_its_title_is_found_first(turn_to, served_service, address, word, title):
    dialog = open_search(turn_to(f"{served_service}/{address}"))
    assert found_by(dialog, word)[0] == title


def test_a_word_of_the_contact_block_is_asked_of_the_pages_that_have_it(turn_to, served_service):
    dialog = open_search(turn_to(served_service))
    assert found_by(dialog, "visit")
    assert dialog.locator(".search-contact .contact-telephone").count() == 0
    dialog.locator("input").fill("garden advice line")
    dialog.locator(".search-contact .contact-telephone").wait_for()


def test_search_finds_pages_with_all_of_the_words(turn_to, served_service):
    dialog = open_search(turn_to(f"{served_service}/cy/"))
    assert found_by(dialog, "wlithod ebrill") == ["Beth sy'n rhwystr"]


def test_search_finds_letters_with_and_without_their_accents(turn_to, served_gallery):
    dialog = open_search(turn_to(f"{served_gallery}/cy/"))
    assert found_by(dialog, "ty") == ["Oriel"]
    assert found_by(dialog, "tŷ") == ["Oriel"]


def test_without_scripts_all_pages_are_listed_and_no_dead_button_shows(open_page, served_service):
    page = open_page(f"{served_service}/cy/", java_script_enabled=False)
    assert page.get_by_role("button").count() == 0
    page.get_by_role("link", name="Chwilio").click()
    listed = {link.get_attribute("href") for link in page.locator(".page-list a").all()}
    assert len(listed) == len([*(SERVICE / "docs-cy").rglob("*.md")]) - 1


def test_a_component_that_a_page_uses_is_styled(turn_to, served_gallery):
    page = turn_to(f"{served_gallery}/gallery/")
    note = page.locator(".admonition.note")
    assert note.evaluate("note => getComputedStyle(note).borderLeftStyle") == "solid"
    assert page.locator("td").nth(1).evaluate("cell => getComputedStyle(cell).textAlign") == "right"


def test_a_table_that_is_wider_than_a_phone_shows_a_shadow_where_there_is_more_of_it(turn_to, served_gallery):
    page = turn_to(f"{served_gallery}/gallery/", 390)
    table = page.locator(".table-scroll")

    def edges():
        shown = Image.open(io.BytesIO(table.screenshot())).convert("L")
        return [shown.getpixel((x, shown.height - 30)) < 200 for x in (0, shown.width - 1)]

    assert edges() == [False, True]
    table.evaluate("table => { table.scrollLeft = 60 }")
    assert edges() == [True, True]
    table.evaluate("table => { table.scrollLeft = 9999 }")
    assert edges() == [True, False]


@pytest.mark.parametrize("width", [320, 1280])
def test_in_a_card_the_link_that_is_tapped_is_the_one_that_is_seen(turn_to, served_gallery, width):
    page = turn_to(f"{served_gallery}/gallery/", width)
    tapped = """card => {
        card.scrollIntoView({ block: "center" });
        const at = (x, y) => document.elementFromPoint(x, y).closest("a")?.textContent;
        const middles = [...card.querySelectorAll("a")].map((link) => {
            const [{ left, top, width, height }] = link.getClientRects();
            return [link.textContent, at(left + width / 2, top + height / 2)];
        });
        const { left, bottom } = card.getBoundingClientRect();
        return [...middles, ["the card", at(left + 4, bottom - 4)]];
    }"""
    assert [card.evaluate(tapped) for card in page.locator(".card").all()] == [
        [["Sleep", "Sleep"], ["the card", "Sleep"]],
        [["Play", "Play"], ["sleep", "sleep"], ["the card", "Play"]],
    ]


def test_the_print_button_prints(turn_to, served_service):
    page = turn_to(f"{served_service}/cy/")
    page.evaluate("window.print = () => { window.printed = true }")
    page.get_by_role("button", name="Argraffu'r dudalen hon").click()
    assert page.evaluate("window.printed")


def test_the_page_is_shared_by_the_dialog_of_the_device_where_there_is_one(open_page, served_gallery):
    page = open_page(f"{served_gallery}/cy/oriel/")
    share = page.locator("[data-share]")
    assert share.is_hidden() != page.evaluate("'share' in navigator")
    page.add_init_script("navigator.share = async (what) => { window.shared = what; throw new DOMException('', 'AbortError') }")
    page.reload()
    page.get_by_role("button", name="Rhannu'r dudalen hon").click()
    assert page.evaluate("window.shared") == {"title": page.title(), "url": "https://example.org/cy/oriel/"}
    assert refused(page) == []


def test_paper_is_black_on_white_and_says_where_links_lead(open_page, served_gallery):
    page = open_page(f"{served_gallery}/gallery/", color_scheme="dark")
    page.emulate_media(media="print", color_scheme="dark")
    colours = page.evaluate("[document.body, document.querySelector('h1')].map(e => getComputedStyle(e).color)")
    assert (colours[1], page.evaluate("getComputedStyle(document.body).backgroundColor")) == ("rgb(0, 0, 0)", "rgb(255, 255, 255)")
    assert page.locator(".printed-address").inner_text() == "https://example.org/gallery/"
    link = page.locator("main p a", has_text="advice")
    assert link.evaluate("link => getComputedStyle(link, '::after').content") == '"(example.org/sleep/)"'
    shown = [each.inner_text() for each in page.locator("header a, footer, main button").all() if each.is_visible()]
    assert shown == [page.locator(".site-name").inner_text()]
