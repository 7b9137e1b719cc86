"""The search dialog in a browser: when it opens, what it says, and what it does where the index cannot be had."""

import pytest
from playwright.sync_api import expect

from conftest import PAGES, SERVICE, build_strictly, make_site, mark_all, served, write
from sources.all_sources import read_sources

TEXTS = {
    "docs/index.md": "See [sleep](sleep.md).\n\nSinging to a newborn calms her.",
    "docs/sleep.md": "See [play](more/play.md).\n\nA short night. Infants sleep a little at a time. Their mental health comes first.",
    "docs-cy/index.md": "Gweler [cwsg](sleep.md).\n\nMae canu i fabi newydd yn ei dawelu.",
    "docs-cy/sleep.md": "Gweler [chwarae](more/play.md).\n\nNoson fer. Mae babanod yn cysgu ychydig ar y tro. Daw eu hiechyd meddwl yn gyntaf.",
}
WORDS = {locale.code: words for locale, words in read_sources(SERVICE).settings.words.items()}


@pytest.fixture(scope="module")
def small_site(tmp_path_factory):
    root = make_site(tmp_path_factory.mktemp("search"))
    for name, text in TEXTS.items():
        head, *_ = PAGES[name].rpartition("See " if name.startswith("docs/") else "Gweler ")
        write(root / name, f"{head}{text}\n")
    mark_all(root)
    build_strictly(root)
    with served(root / "site") as address:
        yield address


def open_search(page):
    page.locator("[data-search]").click()
    return page.locator("dialog")


def answers(dialog, words, status):
    """The titles of the pages found, once the status says so."""
    dialog.locator("input").fill(words)
    expect(dialog.locator(".search-status")).to_have_text(status)
    return [link.inner_text() for link in dialog.locator("ol a").all()]


@pytest.mark.parametrize("form", ["cysgu", "gysgodd", "cysgwch", "babi", "faban", "byr"])
def test_a_welsh_word_is_found_by_forms_that_stand_nowhere(turn_to, small_site, form):
    dialog = open_search(turn_to(f"{small_site}/cy/"))
    dialog.locator("input").fill(form)
    expect(dialog.locator(".search-status")).to_contain_text(f"{WORDS['cy']['search_found']}: ")
    assert "Cwsg" in [link.inner_text() for link in dialog.locator("ol a").all()]


LOST = ["**/search*.js*", "**/pagefind/pagefind.js*", "**/*.json*", "**/*.pf_meta", "**/*.pagefind", "**/*.pf_index", "**/*.pf_fragment"]


@pytest.mark.parametrize("code", ["en", "cy"])
@pytest.mark.parametrize("lost", LOST)
def test_a_search_that_cannot_be_reached_says_so_and_tries_again(open_page, small_site, code, lost):
    page = open_page(f"{small_site}/{'cy/' if code == 'cy' else ''}", service_workers="block")
    # Nobody waits here for the next try: the clock is put forward.
    page.clock.install()
    words, query = WORDS[code], {"en": "night", "cy": "noson"}[code]
    failing = [True]
    page.route(lost, lambda route: route.abort() if failing[0] else route.continue_())
    dialog = open_search(page)
    assert answers(dialog, query, words["search_failed"]) == []
    assert dialog.get_by_role("link", name=words["all_pages"]).is_visible()
    # The program that shows whom to ask beside this has to have come itself.
    assert dialog.locator(".contact-telephone").is_visible() == ("search" not in lost)
    failing[0] = False
    page.clock.fast_forward(4000)
    expect(dialog.locator(".search-status")).to_have_text(f"{words['search_found']}: 1", timeout=9000)
    assert [link.inner_text() for link in dialog.locator("ol a").all()] == [{"en": "Sleep", "cy": "Cwsg"}[code]]


def test_a_closed_dialog_asks_for_nothing(open_page, small_site):
    page = open_page(f"{small_site}/", service_workers="block")
    page.clock.install()
    asked = []
    page.route("**/*.pf_index", lambda route: (asked.append(1), route.abort()))
    dialog = open_search(page)
    assert answers(dialog, "night", WORDS["en"]["search_failed"]) == []
    page.keyboard.press("Escape")
    before = len(asked)
    for _ in range(3):
        page.clock.fast_forward(4000)
        page.wait_for_timeout(100)
    assert len(asked) == before
    open_search(page)
    page.clock.fast_forward(4000)
    for _ in range(200):
        page.wait_for_timeout(50 if len(asked) == before else 0)
    assert len(asked) > before


def test_old_results_never_stand_under_a_failure(open_page, small_site):
    page = open_page(small_site, service_workers="block")
    dialog = open_search(page)
    assert answers(dialog, "night", f"{WORDS['en']['search_found']}: 1") == ["Sleep"]
    page.route("**/pagefind/**", lambda route: route.fulfill(status=503, body="no"))
    assert answers(dialog, "singing", WORDS["en"]["search_failed"]) == []


def test_the_dialog_opens_at_once_and_once_and_enter_asks(open_page, small_site):
    page = open_page(small_site, service_workers="block")
    waiting = []
    page.route("**/search*.js*", lambda route: waiting.append(route))
    page.evaluate("for (let time = 0; time < 3; time++) document.querySelector('[data-search]').click()")
    dialog = page.locator("dialog[open]")
    assert dialog.locator(".search-status").inner_text() == WORDS["en"]["search_waiting"]
    page.keyboard.type("night")
    page.keyboard.press("Enter")
    assert dialog.is_visible()
    for route in waiting:
        route.continue_()
    page.locator("dialog li a").wait_for()
    page.keyboard.press("Enter")
    expect(page.locator("dialog li a")).to_be_focused()
    assert len(waiting) == 1 and page.faults == []


def test_what_is_typed_while_the_index_comes_asks_for_no_second_one(open_page, small_site):
    page = open_page(small_site, service_workers="block")
    programs = []
    page.route("**/pagefind/pagefind.js*", lambda route: programs.append(route))
    dialog = open_search(page)
    dialog.locator("input").fill("night")
    expect(dialog.locator(".search-status")).to_have_text(WORDS["en"]["search_waiting"])
    # What was typed last is asked after a pause.
    page.wait_for_timeout(300)
    for program in programs:
        program.continue_()
    expect(dialog.locator(".search-status")).to_have_text(f"{WORDS['en']['search_found']}: 1")
    assert len(programs) == 1


def test_the_status_is_told_when_it_has_changed_alone(open_page, small_site):
    page = open_page(small_site)
    dialog = open_search(page)
    expect(dialog.locator(".search-status")).to_have_text("")
    page.evaluate("""() => {
        window.told = [];
        const status = document.querySelector(".search-status");
        new MutationObserver(() => told.push(status.textContent)).observe(status, { childList: true, characterData: true, subtree: true });
    }""")
    page.keyboard.type("nig", delay=60)
    expect(dialog.locator(".search-status")).to_have_text(f"{WORDS['en']['search_found']}: 1")
    page.keyboard.type("ht", delay=60)
    page.wait_for_timeout(600)
    assert [each for each in page.evaluate("told") if each != WORDS["en"]["search_waiting"]] == [f"{WORDS['en']['search_found']}: 1"]


def test_the_dialog_itself_is_no_stop_of_the_keyboard(open_page, small_site):
    page = open_page(small_site, 320)
    open_search(page)
    page.set_viewport_size({"width": 320, "height": 120})
    stops = []
    for _ in range(4):
        page.keyboard.press("Tab")
        stops.append(page.evaluate("document.activeElement.className || document.activeElement.tagName"))
    assert not {"search", "search-body"} & {*stops}


def found(code, number, key="search_found"):
    return f"{WORDS[code][key]}: {number}"


@pytest.mark.parametrize(
    ("code", "words", "status", "titles"),
    [
        ("en", "what can I do about an infant at night?", found("en", 1), ["Sleep"]),
        ("en", "baby", found("en", 1), ["Sleep"]),
        ("en", "singing zebra", found("en", 1, "search_some"), ["Home page"]),
        ("en", "infant\N{MODIFIER LETTER APOSTROPHE}s sleep", found("en", 1), ["Sleep"]),
        ("en", "newbor", found("en", 1), ["Home page"]),  # not typed whole yet
        ("en", "nightingale", WORDS["en"]["search_nothing"], []),  # no start of it is asked for
        ("en", "babanod", found("en", 1), ["Sleep"]),
        ("en", "mental health difficulties", found("en", 1, "search_some"), ["Sleep"]),
        ("cy", "iechyd meddwl", found("cy", 1), ["Cwsg"]),
        ("cy", "anawsterau iechyd meddwl", found("cy", 1, "search_some"), ["Cwsg"]),
        ("cy", "infants", found("cy", 2), None),
        ("cy", "nôs", WORDS["cy"]["search_nothing"], []),
        ("cy", "babi", found("cy", 2), None),
        ("cy", "beth sydd ar noson fer", found("cy", 1), ["Cwsg"]),
        ("cy", "babi yn crio", found("cy", 2, "search_some"), None),
    ],
)
def test_what_people_type_finds_what_they_mean(turn_to, small_site, code, words, status, titles):
    dialog = open_search(turn_to(f"{small_site}/{'cy/' if code == 'cy' else ''}"))
    names = answers(dialog, words, status)
    assert names == titles if titles is not None else {*names} == {"Cwsg", "Tudalen hafan"}


@pytest.mark.parametrize(
    ("code", "words"), [("en", "phone number"), ("en", "telephone"), ("en", "03069990133"), ("cy", "rhif ffôn"), ("cy", "rhif ffon")]
)
def test_contact_details_are_the_first_answer(turn_to, small_site, code, words):
    dialog = open_search(turn_to(f"{small_site}/{'cy/' if code == 'cy' else ''}"))
    dialog.locator("input").fill(words)
    dialog.locator(".search-contact .contact-telephone").wait_for()
    expect(dialog.locator(".search-status")).to_have_text(WORDS[code]["contact"])


def test_where_nothing_is_found_all_pages_and_the_contact_details_stand(turn_to, small_site):
    dialog = open_search(turn_to(f"{small_site}/sleep/"))
    assert answers(dialog, "zebra", WORDS["en"]["search_nothing"]) == []
    assert dialog.locator(".search-contact .contact-telephone").is_visible()
    pages = {link.inner_text(): link.evaluate("link => link.href") for link in dialog.locator(".search-pages a").all()}
    assert pages == {"Home page": f"{small_site}/", "Sleep": f"{small_site}/sleep/"}


def test_an_excerpt_starts_at_a_sentence(turn_to, small_site):
    dialog = open_search(turn_to(small_site))
    answers(dialog, "time", found("en", 1))
    assert dialog.locator("li p").inner_text().strip() == "Infants sleep a little at a time. Their mental health comes first."
    assert dialog.locator("li mark").inner_text() == "time."
