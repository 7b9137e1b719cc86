"""A telephone number that changes: what is kept of the old one, and what a page says that is still open."""

import re
from collections import Counter

import pytest

from kept_site import NEW_NUMBER, NUMBER, WORDS, fetched, kept, notice, publish_new_number, quick_server, read, texts, wait_for_kept, wait_until


@pytest.fixture
def server(built_service, tmp_path):
    with quick_server(built_service, tmp_path) as server:
        yield server


def numbers(page):
    """Every telephone number on the pages that are kept, and how often."""
    return Counter(number for text in texts(page) for number in re.findall(r'class="contact-telephone"[^>]*>([^<]+)', text))


def test_a_new_telephone_number_reaches_all_that_is_kept_with_the_first_page(open_page, server):
    page = read(open_page, server, "", "ideas/")
    wait_for_kept(page, server, "cy/syniadau/")
    before = numbers(page)
    assert before.keys() == {NUMBER}
    publish_new_number(server)
    page.goto(f"{server.address}/privacy/")
    assert page.locator("address.contact").get_by_role("link", name=NEW_NUMBER, exact=True).is_visible()
    wait_for_kept(page, server, "privacy/", "cy/preifatrwydd/", "ideas/", "cy/syniadau/", *server.core)
    assert numbers(page) == {NEW_NUMBER: before[NUMBER] + 2}


def test_what_cannot_be_had_with_the_new_telephone_number_is_kept_no_longer(open_page, server):
    page = read(open_page, server, "", "ideas/")
    wait_for_kept(page, server, "cy/syniadau/")
    fetched(page, server, "home.pdf")
    wait_for_kept(page, server, "home.pdf", "cy/hafan.pdf")
    publish_new_number(server)
    server.breaks = lambda path: path != "/privacy/"
    page.goto(f"{server.address}/privacy/")
    wait_until(lambda: kept(page, server) == {"privacy/"})
    server.breaks = lambda path: True
    page.goto(f"{server.address}/privacy/")
    assert page.locator("address.contact").get_by_role("link", name=NEW_NUMBER, exact=True).is_visible()
    assert len(notice(page)) == 1
    server.breaks = lambda path: False
    page.goto(f"{server.address}/privacy/")
    wait_for_kept(page, server, *server.core)
    assert numbers(page).keys() == {NEW_NUMBER}


def test_where_not_even_the_offline_page_is_kept_a_page_says_that_it_is_not(open_page, server):
    page = read(open_page, server, "", "ideas/")
    publish_new_number(server)
    server.breaks = lambda path: path != "/privacy/"
    page.goto(f"{server.address}/privacy/")
    wait_until(lambda: kept(page, server) == {"privacy/"})
    page.goto(f"{server.address}/ideas/")
    assert page.locator("p").all_inner_texts() == [WORDS[code]["page_not_kept"] for code in ("cy", "en")]


# What browsers do with a page that they show again as it was, and with a tab that the reader comes back to.
COMES_BACK = {
    "back": "dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))",
    "tab": "document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))",
}


@pytest.mark.parametrize("event", COMES_BACK.values(), ids=COMES_BACK.keys())
@pytest.mark.parametrize(("code", "address"), [("en", "ideas/"), ("cy", "cy/syniadau/")])
def test_an_open_page_says_where_the_reader_is_that_the_contact_details_have_changed(open_page, server, code, address, event):
    page = open_page(f"{server.address}/{address}#_content", 320)
    note = page.get_by_role("status")
    page.evaluate(event)
    page.wait_for_timeout(300)
    assert note.all_inner_texts() == [""]
    publish_new_number(server)
    for _ in range(2):
        page.evaluate(event)
        page.wait_for_timeout(300)
    assert note.all_inner_texts() == [f"{WORDS[code]['contact_changed']}. {WORDS[code]['load_again']}"]
    for place in ("h1", "address.contact", ".contact-website"):
        page.locator(place).first.scroll_into_view_if_needed()
        top, bottom = note.evaluate("note => [note.getBoundingClientRect().top, note.getBoundingClientRect().bottom]")
        assert 0 <= top < bottom <= 800
    assert note.evaluate("note => note.nextElementSibling.firstElementChild.className") == "page-contact"
    note.get_by_role("link").click()
    page.get_by_role("link", name=NEW_NUMBER, exact=True).wait_for()
    assert note.all_inner_texts() == [""]
    assert page.evaluate("window.refused ?? []") + page.faults == []


def test_a_page_asks_again_when_the_reader_goes_back(open_page, server):
    page = open_page(f"{server.address}/ideas/")
    page.goto(f"{server.address}/privacy/")
    publish_new_number(server)
    page.go_back()
    # Out of the browser's memory it says so; fetched anew it has the new details.
    page.get_by_role("status").get_by_role("link").or_(page.get_by_role("link", name=NEW_NUMBER, exact=True)).first.wait_for()


@pytest.mark.parametrize("fault", ["no signal", "a network's own page"])
def test_an_open_page_that_cannot_ask_says_nothing(open_page, server, fault):
    page = open_page(f"{server.address}/ideas/")
    if fault == "no signal":
        server.stop()
    else:
        server.change("%22contact%22:", "", "404.html")
        server.error = 511
    page.evaluate(COMES_BACK["tab"])
    page.wait_for_timeout(300)
    assert page.get_by_role("status").all_inner_texts() == [""]
    assert page.faults == []
