"""The pages in Firefox and in WebKit: they fit, whom to ask is seen, nothing is in people's way, search finds."""

from pathlib import Path

import axe_playwright_python
import pytest

pytestmark = [pytest.mark.everything, pytest.mark.parametrize("name", ["firefox", "webkit"])]
ADDRESSES = ["", "cy/", "growing/", "cy/tyfu/", "handouts/", "cy/taflenni/"]
FITS = "document.documentElement.scrollWidth <= innerWidth"
SEEN = """[...document.querySelectorAll(".contact a")].map((link) => {
    link.scrollIntoView({ block: "center" });
    const { left, top, width, height } = link.getClientRects()[0];
    return document.elementFromPoint(left + width / 2, top + height / 2) === link;
})"""
# What is typed before the search has come is asked again.
SEARCH = """(async () => {
    document.querySelector("[data-search]").click();
    const words = document.querySelector("#search-words");
    words.value = "WORDS";
    for (let i = 0; i < 20; i++) {
        words.dispatchEvent(new Event("input", { bubbles: true }));
        await new Promise((done) => setTimeout(done, 1000));
        const found = document.querySelector(".search ol a");
        if (found) return found.textContent;
    }
})()"""


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
    assert engine.run(SEARCH.replace("WORDS", words)) == title
