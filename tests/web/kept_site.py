"""A site on a server that hangs, breaks off or goes away when it is told to, and what a device keeps of it."""

import contextlib
import json
import os
import re
import shutil
import time

from conftest import SERVICE, served
from messages.locales import ENGLISH
from sources.all_sources import read_sources

_SOURCES = read_sources(SERVICE)
NUMBER = _SOURCES.contacts[ENGLISH].telephone
NEW_NUMBER = "029 2087 2087"
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


@contextlib.contextmanager
def quick_server(built_service, folder, copy=400, none=1500):
    """The made-up service on a server that a device waits for so many milliseconds, with a copy of the page and without: nobody wants to wait longer in a test."""
    server = Server(shutil.copytree(built_service, folder / "site"))
    server.change("copy: 4_000, none: 15_000", f"copy: {copy}, none: {none}", "worker.js")
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


def fetched(page, server, address):
    read = "address => fetch(address).then((answer) => answer.bytes()).then((bytes) => [...bytes])"
    return bytes(page.evaluate(read, f"{server.address}/{address}"))


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
