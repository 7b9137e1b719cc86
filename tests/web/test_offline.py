"""The site without a signal: what a device keeps of it, and that no old contact details are among it."""

import re
import shutil
import socket
import threading
import time
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from conftest import SERVICE
from kept_site import NUMBER, WORDS, Server, fetched, kept, notice, quick_server, read, texts, wait_for_kept, wait_until
from sources.all_sources import read_sources
from test_build import pairs_of
from test_page import violations
from web import offline

PAIRS = pairs_of(read_sources(SERVICE))


@pytest.fixture
def server(built_service, tmp_path):
    with quick_server(built_service, tmp_path) as server:
        yield server


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
