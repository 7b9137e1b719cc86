"""The pages in Firefox and in WebKit: they fit, whom to ask is seen, nothing is in people's way, search finds, what was read is kept."""

import time
import zipfile
from pathlib import Path

import axe_playwright_python
import pytest

from kept_site import KEPT, NEW_NUMBER, NUMBER, WORDS, publish_new_number, quick_server
from zip_site import zip_site

pytestmark = [pytest.mark.everything, pytest.mark.parametrize("name", ["firefox", "webkit"])]
ADDRESSES = ["", "cy/", "growing/", "cy/tyfu/", "handouts/", "cy/taflenni/"]
FITS = "document.documentElement.scrollWidth <= innerWidth"
SEEN = """[...document.querySelectorAll(".contact a")].map((link) => {
    link.scrollIntoView({ block: "center" });
    const { left, top, width, height } = link.getClientRects()[0];
    return document.elementFromPoint(left + width / 2, top + height / 2) === link;
})"""
TYPE = """(async () => {
    document.querySelector("[data-search]").click();
    const words = document.querySelector("#search-words");
    words.value = "WORDS";
    words.dispatchEvent(new Event("input", { bubbles: true }));
})()"""
STATUS = "document.querySelector('.search-status').textContent"
FOUND = "document.querySelector('.search ol a')?.textContent"
NUMBERS = "[...document.querySelectorAll('address.contact .contact-telephone')].map((each) => each.textContent)"


def until(engine, script, come=bool):
    """Wait until what an expression comes to on the page is as it should."""
    end = time.monotonic() + 30
    while not come(found := engine.run(script)):
        assert time.monotonic() < end, found
        time.sleep(0.1)
    return found


def search(engine, words):
    engine.run(TYPE.replace("WORDS", words))


@pytest.fixture
def server(built_service, tmp_path):
    with quick_server(built_service, tmp_path, copy=1000, none=3000) as server:
        yield server


def read(engine, server, *addresses):
    """Open some addresses one after another; all are kept."""
    for address in addresses:
        engine.open(f"{server.address}/{address}")
        engine.run("navigator.serviceWorker.ready.then(() => true)")
        until(engine, f"({KEPT})()", lambda kept, one=address: f"{server.address}/{one}" in kept)


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_a_page_fits_its_window_and_shows_whom_to_ask(engines, served_service, name, width):
    engine = engines(name)
    for address in ADDRESSES:
        engine.open(f"{served_service}/{address}", width)
        assert engine.run("innerWidth") == width
        assert engine.run(FITS), address
        seen = engine.run(SEEN)
        assert len(seen) >= 3 and all(seen), address


@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing(engines, served_service, name, width):
    source = next(Path(axe_playwright_python.__file__).parent.rglob("axe.min.js")).read_text(encoding="utf-8")
    engine = engines(name)
    for address in ADDRESSES:
        engine.open(f"{served_service}/{address}", width)
        script = f"(async () => {{ {source}; return (await axe.run()).violations.map((each) => each.id) }})()"
        assert engine.run(script) == [], address


@pytest.mark.parametrize(("address", "words", "title"), [("", "visit", "Visits"), ("cy/", "ymweliad", "Ymweliadau")])
def test_search_finds(engines, served_service, name, address, words, title):
    engine = engines(name)
    engine.open(f"{served_service}/{address}")
    search(engine, words)
    assert until(engine, FOUND) == title


def test_a_search_without_a_signal_says_so_and_tries_again(engines, server, name):
    engine = engines(name)
    server.breaks = lambda path: path.startswith("/pagefind/")
    engine.open(f"{server.address}/cy/")
    search(engine, "ymweliad")
    until(engine, STATUS, lambda told: told == WORDS["cy"]["search_failed"])
    server.breaks = lambda path: False
    assert until(engine, FOUND) == "Ymweliadau"


def test_a_slow_search_says_that_it_loads(engines, server, name):
    engine = engines(name)
    server.breaks = lambda path: path.startswith("/pagefind/") and time.sleep(0.5)
    engine.open(f"{server.address}/")
    search(engine, "visit")
    until(engine, STATUS, lambda told: told == WORDS["en"]["search_waiting"])
    assert until(engine, FOUND) == "Visits"


def test_what_was_read_opens_without_a_signal_in_both_languages(engines, server, name):
    engine = engines(name)
    read(engine, server, "", "ideas/", "cy/syniadau/")
    server.stop()
    for code, address in (("en", "ideas/"), ("cy", "cy/syniadau/")):
        engine.open(f"{server.address}/{address}")
        assert engine.run("document.querySelector('main > .kept').textContent").startswith(WORDS[code]["kept_copy"])
        assert engine.run(NUMBERS) == [NUMBER]
    engine.open(f"{server.address}/cy/tyfu/")
    assert engine.run("[...document.querySelectorAll('.not-found')].map((each) => each.textContent)") == [
        WORDS[code]["page_not_kept"] for code in ("cy", "en")
    ]
    assert engine.run(NUMBERS) == [NUMBER] * 2


def test_what_was_read_longest_ago_goes_first(engines, server, name):
    engine = engines(name)
    # So large that four pages fit in besides the core, and six do not.
    core = [address for address in server.core if address.endswith(("/", ".html")) or not address]
    server.change("</body>", f"<!--{'x' * (1_000_000 // (len(core) + 5) - 16_000)}--></body>")
    read(engine, server, "ideas/", "privacy/", "ideas/")
    order = [f"{server.address}/{address}" for address in ("cy/preifatrwydd/", "ideas/", "cy/syniadau/")]
    until(engine, f"({KEPT})()", lambda kept: [each for each in kept if each in order] == order)
    read(engine, server, "growing/")
    gone = {f"{server.address}/{address}" for address in ("privacy/", "cy/preifatrwydd/")}
    kept = until(engine, f"({KEPT})()", lambda kept: not gone & {*kept})
    assert {*kept} >= {f"{server.address}/{address}" for address in (*server.core, "ideas/", "growing/", "cy/tyfu/")}


def test_a_new_telephone_number_reaches_what_is_kept(engines, server, name):
    engine = engines(name)
    read(engine, server, "", "ideas/", "cy/syniadau/")
    publish_new_number(server)
    engine.open(f"{server.address}/privacy/")
    until(engine, f"({KEPT})()", lambda kept: f"{server.address}/ideas/" in kept)
    server.stop()
    engine.open(f"{server.address}/ideas/")
    assert engine.run(NUMBERS) == [NEW_NUMBER]


def test_where_nothing_is_kept_no_old_telephone_number_is_shown(engines, server, name):
    engine = engines(name)
    read(engine, server, "", "ideas/")
    publish_new_number(server)
    server.breaks = lambda path: path != "/privacy/"
    engine.open(f"{server.address}/privacy/")
    until(engine, f"({KEPT})()", lambda kept: kept == [f"{server.address}/privacy/"])
    engine.open(f"{server.address}/ideas/")
    shown = engine.run("[...document.querySelectorAll('p')].map((each) => each.textContent)")
    assert shown == [WORDS[code]["page_not_kept"] for code in ("cy", "en")]


def test_a_page_gone_back_to_has_the_new_number_or_says_that_there_is_one(engines, server, name):
    engine = engines(name)
    engine.open(f"{server.address}/ideas/")
    engine.open(f"{server.address}/privacy/")
    publish_new_number(server)
    engine.back()
    note = "[...document.querySelectorAll('[data-changed] a')].map((each) => each.textContent)"
    told = until(engine, f"({NUMBERS}).concat({note})", lambda told: told == [NEW_NUMBER] or told[1:])
    assert told in ([NEW_NUMBER], [NUMBER, WORDS["en"]["load_again"]])


@pytest.mark.parametrize("width", [320, 1280])
def test_pages_from_a_disk_fit_and_lead_on(engines, built_service, tmp_path, name, width):
    zip_site(built_service, tmp_path / "site.zip")
    with zipfile.ZipFile(tmp_path / "site.zip") as archive:
        archive.extractall(tmp_path / "site")
    engine = engines(name)
    for address in ADDRESSES:
        engine.open((tmp_path / "site" / address / "index.html").as_uri(), width)
        seen = engine.run(SEEN)
        assert engine.run(FITS) and len(seen) >= 3 and all(seen), address
        assert engine.run("getComputedStyle(document.querySelector('.site-band')).backgroundColor") not in ("rgba(0, 0, 0, 0)", "transparent")
        # A place in the same page is in the file that is open.
        links = engine.run("[...document.querySelectorAll('a')].filter((link) => link.protocol === 'file:').map((link) => link.href.split('#')[0])")
        assert [link for link in links if not Path(link.removeprefix("file://")).is_file()] == []
