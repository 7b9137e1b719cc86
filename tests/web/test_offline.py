"""The site without a signal: what a device keeps of it, and that no old contact details are among it."""

import contextlib
import json
import os
import re
import shutil
import socket
import threading
import time
from collections import Counter
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from conftest import SERVICE, served
from messages.locales import ENGLISH
from sources.all_sources import read_sources
from test_build import pairs_of
from test_page import violations
from web import offline

_SOURCES = read_sources(SERVICE)
PAIRS = pairs_of(_SOURCES)
NUMBER, NEW_NUMBER = _SOURCES.contacts[ENGLISH].telephone, "029 2087 2087"
WORDS = {locale.code: words for locale, words in _SOURCES.settings.words.items()}
KEPT = """async () => {
    const kept = [];
    for (const name of await caches.keys()) for (const { url } of await (await caches.open(name)).keys()) kept.push(url);
    return kept;
}"""


class Server:
    """A copy of the site, its address while it runs, and what was asked of it."""

    def __init__(self, folder, prefix=""):
        self.folder = folder
        self.core = {*json.loads((folder / "worker.js").read_text(encoding="utf-8").splitlines()[0][len("const SITE = ") : -1])["core"]}
        self.asked, self.hangs, self.breaks, self.error = [], False, lambda path: False, None
        self.running = contextlib.ExitStack()
        # As GitHub Pages has it: a browser left to itself would show the old page for ten minutes.
        self.address = self.running.enter_context(served(folder, prefix, self.answer, fresh_for=600))

    def answer(self, path):
        self.asked.append(path)
        while self.hangs:
            time.sleep(0.02)
        if self.breaks(path):
            raise ConnectionAbortedError
        return self.error

    def change(self, old, new, names="**/*.html"):
        for path in self.folder.glob(names):
            later = path.stat().st_mtime + 2
            path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
            # Python's server tells files apart by the second alone.
            os.utime(path, (later, later))

    def stop(self):
        # A browser may have opened a connection in advance, which goes on being served.
        self.hangs, self.breaks = False, lambda path: True
        self.running.close()


@pytest.fixture
def server(built_service, tmp_path):
    server = Server(shutil.copytree(built_service, tmp_path / "site"))
    # Nobody wants to wait so long in a test.
    server.change("copy: 4_000, none: 15_000", "copy: 400, none: 1_500", "worker.js")
    yield server
    server.stop()


def read(open_page, server, *addresses):
    """A page on which these addresses were opened, the first before there was a worker; all are kept."""
    page = open_page(f"{server.address}/{addresses[0]}")
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    for address in addresses[1:]:
        page.goto(f"{server.address}/{address}")
    wait_for_kept(page, server, *addresses)
    return page


def kept(page, server):
    return {url.removeprefix(f"{server.address}/") for url in page.evaluate(KEPT)}


def wait_for_kept(page, server, *addresses):
    wait_until(lambda: {*addresses} <= kept(page, server))


def wait_until(true):
    end = time.monotonic() + 20
    while not true():
        assert time.monotonic() < end
        time.sleep(0.05)


def notice(page):
    return page.locator("main > .kept").all_inner_texts()


@pytest.mark.parametrize(
    ("code", "other", "first", "read_one", "counterpart"),
    [("en", "cy", "", "ideas/", "cy/syniadau/"), ("cy", "en", "cy/", "cy/syniadau/", "ideas/")],
)
def test_what_was_read_opens_without_a_signal_in_both_languages(open_page, server, code, other, first, read_one, counterpart):
    page = read(open_page, server, first, read_one)
    wait_for_kept(page, server, counterpart)
    assert notice(page) == []
    server.stop()
    today = time.strftime(" (%d/%m/%Y)")
    page.goto(f"{server.address}/{read_one}")
    assert notice(page) == [WORDS[code]["kept_copy"] + today]
    assert page.locator("address.contact").get_by_role("link", name=NUMBER, exact=True).is_visible()
    assert page.locator("[data-print]").is_visible()
    page.get_by_role("link", name=WORDS[other]["language"], exact=True).click()
    assert page.url == f"{server.address}/{counterpart}"
    assert notice(page) == [WORDS[other]["kept_copy"] + today]
    assert page.locator("address.contact").get_by_role("link", name=NUMBER, exact=True).is_visible()
    assert page.evaluate("window.refused ?? []") + page.faults == []


def test_the_first_page_read_the_home_pages_and_those_of_the_settings_are_kept(open_page, server):
    page = read(open_page, server, "cy/tyfu/")
    wait_for_kept(page, server, "growing/")
    assert kept(page, server) == server.core | {"cy/tyfu/", "growing/"}
    assert server.core >= {"", "cy/", "visits/", "cy/ymweliadau/", "offline.html"}


def test_a_page_that_is_not_kept_gives_way_to_the_contact_details_in_both_languages(open_page, server):
    page = read(open_page, server, "", "ideas/")
    wait_for_kept(page, server, "cy/syniadau/")
    server.stop()
    page.goto(f"{server.address}/cy/tyfu/")
    assert page.locator(".not-found").all_inner_texts() == [WORDS[code]["page_not_kept"] for code in ("cy", "en")]
    assert page.locator("address.contact").get_by_role("link", name=NUMBER, exact=True).count() == 2
    pages = {address for address in server.core if address.endswith("/") or not address} | {"ideas/", "cy/syniadau/"}
    for code in ("cy", "en"):
        listed = page.eval_on_selector_all(f"[data-kept={code}] a", "links => links.map(link => link.href)")
        assert {url.removeprefix(f"{server.address}/") for url in listed} == {each for each in pages if each.startswith("cy/") == (code == "cy")}
    page.locator("[data-kept] a[href$='/cy/syniadau/']").click()
    assert notice(page)
    assert page.evaluate("window.refused ?? []") + page.faults == []


@pytest.mark.parametrize(
    ("first", "handout", "counterpart"),
    [("ideas/", "ideas/ideas.pdf", "cy/syniadau/syniadau.pdf"), ("cy/", "cy/hafan-print-bras.pdf", "home-large-print.pdf")],
)
def test_a_handout_asked_for_is_kept_with_its_counterpart(open_page, server, first, handout, counterpart):
    page = read(open_page, server, first)
    page.goto(f"{server.address}/{first}")
    assert fetched(page, server, handout) == (server.folder / handout).read_bytes()
    wait_for_kept(page, server, handout, counterpart)
    server.stop()
    for name in (handout, counterpart):
        assert fetched(page, server, name) == (server.folder / name).read_bytes()


def fetched(page, server, address):
    read = "address => fetch(address).then((answer) => answer.bytes()).then((bytes) => [...bytes])"
    return bytes(page.evaluate(read, f"{server.address}/{address}"))


def test_the_handout_asked_for_longest_ago_goes_first(open_page, server):
    server.change("handouts: 2_000_000", "handouts: 200_000", "worker.js")
    page = read(open_page, server, "handouts/")
    page.goto(f"{server.address}/handouts/")
    for name in ("ideas/ideas.pdf", "growing/growing.pdf", "visits/visits.pdf", "privacy/privacy.pdf"):
        fetched(page, server, name)
        wait_for_kept(page, server, name)
    wait_for_kept(page, server, "cy/preifatrwydd/preifatrwydd.pdf")
    wait_until(lambda: "ideas/ideas.pdf" not in kept(page, server))
    assert kept(page, server) >= {"handouts/", "cy/taflenni/", "visits/visits.pdf", "cy/ymweliadau/ymweliadau.pdf"}


def test_a_page_and_its_counterpart_list_their_handouts_in_the_same_order(built_service):
    for english, welsh in PAIRS.items():
        htmls = [(built_service / address / "index.html").read_text(encoding="utf-8") for address in (english, welsh)]
        found = [re.findall(r'href="([^"]+)\.pdf"', text) for text in htmls]
        large = [[name.endswith(("-large-print", "-print-bras")) for name in names] for names in found]
        assert large[0] == large[1]
        # Pages that list pages have none of their own.
        assert any(large[0]) or english in ("all-pages/", "changes/")


def test_what_was_read_longest_ago_goes_first_and_the_home_pages_never(open_page, server):
    # So large that four pages fit in besides the core, and six do not.
    core = [address for address in server.core if address.endswith(("/", ".html")) or not address]
    server.change("</body>", f"<!--{'x' * (1_000_000 // (len(core) + 5) - 16_000)}--></body>")
    page = read(open_page, server, "ideas/", "privacy/")
    page.goto(f"{server.address}/growing/")
    wait_until(lambda: kept(page, server) >= {"growing/", "cy/tyfu/"} and "ideas/" not in kept(page, server))
    assert kept(page, server) >= server.core | {"privacy/"}
    size = page.evaluate("""async () => {
        const pages = await caches.open((await caches.keys()).find((name) => name.includes(" pages ")));
        const sizes = (await pages.matchAll()).map(async (answer) => (await answer.blob()).size);
        return (await Promise.all(sizes)).reduce((sum, size) => sum + size);
    }""")
    assert 700_000 < size <= 1_000_000


def test_a_server_that_hangs_is_not_waited_for(open_page, server):
    page = read(open_page, server, "ideas/")
    server.hangs = True
    for address, shown in (("ideas/", WORDS["en"]["kept_copy"]), ("growing/", WORDS["cy"]["page_not_kept_help"])):
        start = time.monotonic()
        page.goto(f"{server.address}/{address}", wait_until="commit")
        assert page.locator(".kept").first.inner_text().startswith(shown)
        assert time.monotonic() - start < 10


def test_an_answer_that_breaks_off_counts_as_none(open_page, server):
    page = read(open_page, server, "ideas/")
    server.stop()

    def answer_half():
        with listener, listener.accept()[0] as connection:
            connection.recv(10_000)
            html = (server.folder / "ideas/index.html").read_bytes()
            head = f"HTTP/1.0 200 OK\r\nContent-Type: text/html\r\nContent-Length: {len(html)}\r\n\r\n"
            connection.sendall(head.encode() + html[: len(html) // 2])

    listener = socket.create_server(("127.0.0.1", urlsplit(server.address).port))
    threading.Thread(target=answer_half, daemon=True).start()
    page.goto(f"{server.address}/ideas/")
    assert len(notice(page)) == 1
    assert page.locator("address.contact").get_by_role("link", name=NUMBER, exact=True).is_visible()


def test_a_server_in_trouble_gives_way_to_the_copy(open_page, server):
    page = read(open_page, server, "ideas/")
    server.error = 503
    page.goto(f"{server.address}/ideas/")
    assert (page.locator(".not-found").count(), len(notice(page))) == (0, 1)


def test_wrong_addresses_and_redirects_are_not_kept_and_a_page_taken_down_goes(open_page, server):
    page = read(open_page, server, "", "ideas/")
    wait_for_kept(page, server, "cy/syniadau/")
    before = server.core | {"ideas/", "cy/syniadau/", "images/plan.png"}
    wait_for_kept(page, server, *before)
    page.goto(f"{server.address}/nowhere/")
    assert page.locator(".not-found").first.inner_text() == WORDS["cy"]["page_not_found"]
    page.goto(f"{server.address}/visits")
    assert page.url == f"{server.address}/visits/"
    (server.folder / "ideas/index.html").rename(server.folder / "elsewhere.html")
    (server.folder / "ideas").rename(server.folder / "else")
    page.goto(f"{server.address}/ideas/")
    wait_until(lambda: kept(page, server) == before - {"ideas/"})
    server.stop()
    page.goto(f"{server.address}/visits")
    assert (page.url, len(notice(page))) == (f"{server.address}/visits/", 1)


def publish_new_number(server):
    """The pages of a site that is published again with another telephone number."""
    mark = re.search(r'"worker" content="{%22contact%22:%22(\w+)%22', (server.folder / "index.html").read_text(encoding="utf-8"))[1]
    server.change(NUMBER, NEW_NUMBER)
    server.change(f"%22contact%22:%22{mark}%22", "%22contact%22:%220000feed%22")


def texts(page):
    """The pages that are kept."""
    return page.evaluate("""async () => {
        const texts = [];
        for (const name of await caches.keys()) for (const answer of await (await caches.open(name)).matchAll()) {
            if (answer.headers.get("Content-Type").startsWith("text/html")) texts.push(await answer.text());
        }
        return texts;
    }""")


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


def test_a_new_version_of_the_site_renews_what_is_kept(open_page, server):
    page = read(open_page, server, "", "ideas/")
    wait_for_kept(page, server, "cy/syniadau/")
    other_tab = page.context.new_page()
    other_tab.goto(f"{server.address}/growing/")
    wait_for_kept(page, server, "cy/tyfu/")
    server.change("</h1>", " anew</h1>")
    server.change('"version": "', '"version": "1', "worker.js")
    page.goto(f"{server.address}/visits/")
    wait_until(lambda: all(" anew</h1>" in text for text in texts(page)))
    server.stop()
    other_tab.locator(".site-menu a[href*=ideas]").click()
    assert other_tab.locator("h1").inner_text().endswith(" anew")
    other_tab.go_back()
    assert other_tab.locator("address.contact").get_by_role("link", name=NUMBER, exact=True).is_visible()


def test_a_device_without_room_works_as_without_a_worker(open_page, server):
    page = open_page("about:blank")
    page.context.new_cdp_session(page).send("Storage.overrideQuotaForOrigin", {"origin": server.address, "quotaSize": 20_000})
    for address in ("", "ideas/", "cy/syniadau/"):
        page.goto(f"{server.address}/{address}")
        assert page.locator("address.contact").get_by_role("link", name=NUMBER, exact=True).is_visible()
    assert page.evaluate("window.refused ?? []") + page.faults == []


def test_axe_finds_nothing_without_a_signal(open_page, server):
    page = open_page(f"{server.address}/", 320, bypass_csp=True)
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    server.stop()
    for address in ("cy/", "ideas/"):
        page.goto(f"{server.address}/{address}")
        assert page.locator(".kept").count() and violations(page) == []


def test_search_without_a_signal_leads_to_what_is_there(open_page, server):
    page = read(open_page, server, "cy/syniadau/")
    page.goto(f"{server.address}/cy/syniadau/")
    server.stop()
    page.get_by_role("link", name=WORDS["cy"]["search"]).click()
    expect(page.locator(".search-status")).to_have_text(WORDS["cy"]["search_failed"])
    page.locator("dialog").get_by_role("link", name=WORDS["cy"]["all_pages"]).click()
    page.wait_for_url(f"{server.address}/cy/pob-tudalen/")
    assert page.locator(".not-found").first.inner_text() == WORDS["cy"]["page_not_kept"]


def test_the_search_is_not_kept(open_page, server):
    page = read(open_page, server, "cy/syniadau/", "cy/")
    page.get_by_role("link", name=WORDS["cy"]["search"]).click()
    page.locator("dialog input").fill("blodyn")
    page.locator("dialog li a").first.wait_for()
    assert [address for address in kept(page, server) if "pagefind" in address] == []


@pytest.fixture
def below_a_path(built_service):
    server = Server(built_service, "/guidance")
    yield server
    server.stop()


def test_the_site_works_below_a_path(open_page, below_a_path):
    server = below_a_path
    page = open_page(f"{server.address}/", wait_until="networkidle")
    faults = []
    page.on("response", lambda answer: answer.status >= 400 and faults.append(answer.url))
    for english, welsh in PAIRS.items():
        page.goto(f"{server.address}/{english}")
        page.get_by_role("link", name="Cymraeg", exact=True).click()
        assert page.url == f"{server.address}/{welsh}"
        page.get_by_role("link", name="English", exact=True).click()
        assert page.url == f"{server.address}/{english}"
        for handout in page.eval_on_selector_all("a[href$='.pdf']", "links => links.map(link => link.href)"):
            assert (server.folder / handout.removeprefix(f"{server.address}/")).is_file()
    page.get_by_role("link", name="Search").click()
    page.locator("dialog input").fill("slugs")
    page.locator("dialog li a").first.click()
    assert page.url.startswith(f"{server.address}/") and page.locator("address.contact").is_visible()
    scope = page.evaluate("navigator.serviceWorker.ready.then(({ scope }) => scope)")
    assert (scope, faults) == (f"{server.address}/", [])
    wait_for_kept(page, server, "", "cy/", "ideas/")
    assert [path for path in server.asked if not path.startswith("/guidance/")] == []
    server.stop()
    page.goto(f"{server.address}/cy/nid-yma/")
    page.get_by_role("link", name="Hafan").or_(page.locator(".site-name a")).first.click()
    assert page.url == f"{server.address}/cy/" and notice(page)


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


def test_a_worker_that_is_not_the_sites_goes_with_the_next_page(open_page, server):
    (server.folder / "former.js").write_text("addEventListener('fetch', () => {});", encoding="utf-8")
    page = open_page(f"{server.address}/")
    page.evaluate("navigator.serviceWorker.register('/former.js', { scope: '/ideas/' }).then(() => true)")
    page.goto(f"{server.address}/privacy/")
    workers = "navigator.serviceWorker.getRegistrations().then((all) => all.map(({ scope }) => new URL(scope).pathname))"
    wait_until(lambda: page.evaluate(workers) == ["/"])


def test_the_version_is_another_when_any_file_is(built_service, tmp_path):
    site = shutil.copytree(built_service, tmp_path / "site")
    path = next(site.glob("assets/javascripts/site.*.js"))
    versions = {offline._version(site)}
    for change in (lambda: path.write_text("//"), lambda: path.rename(site / "assets/site.js"), lambda: (site / "a.xml").write_text("")):
        change()
        versions.add(offline._version(site))
    assert len(versions) == 4
