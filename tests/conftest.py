"""Small sites drawn in tmp_path, the made-up service and the real site built once each, and one browser."""

import contextlib
import fcntl
import functools
import os
import re
import shutil
import subprocess
import sys
import tempfile
import threading
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import hypothesis
import pytest
import yaml
from lxml import etree

from commands import ROOT, run_command
from sources.all_sources import read_sources

ENGINE = [sys.executable, str(ROOT / "scripts/run_engine.py")]
# How long one example takes says more of the machine than of the code.
hypothesis.settings.register_profile("tests", deadline=None)
hypothesis.settings.load_profile("tests")
# The pages and settings of a made-up service, on which the generator is tried.
SERVICE = ROOT / "tests/service"

# A pair in the menu and a pair in a folder that the menu leaves out.
# `PIN` stands for the fingerprint of the other page's text, put in by `site`.
PAGES = {
    "docs/index.md": "---\ntitle: Home page\ndescription: The start.\nupdated: 2026-11-01\n---\n\n# Home page\n\nSee [sleep](sleep.md).\n",
    "docs/sleep.md": "---\ntitle: Sleep\ndescription: On sleep.\nupdated: 2026-11-01\n---\n\n# Sleep\n\nSee [play](more/play.md).\n",
    "docs/more/play.md": "---\ntitle: Play\ndescription: On play.\nupdated: 2026-11-01\n---\n\n# Play\n\nWords.\n",
    "docs-cy/index.md": "---\ntitle: Tudalen hafan\ndescription: Y dechrau.\ntranslation: PIN\nupdated: 2026-11-01\n---\n\n# Tudalen hafan\n\nGweler [cwsg](sleep.md).\n",
    "docs-cy/sleep.md": "---\ntitle: Cwsg\ndescription: Am gwsg.\nslug: cwsg\nreview: draft\ntranslation: PIN\nupdated: 2026-11-01\n---\n\n# Cwsg\n\nGweler [chwarae](more/play.md).\n",
    "docs-cy/more/play.md": "---\ntitle: Chwarae\ndescription: Am chwarae.\nslug: chwarae\ntranslation: PIN\nupdated: 2026-11-01\n---\n\n# Chwarae\n\nGeiriau.\n",
}
# What the made-up service chooses in its mkdocs.yml, and what the sound site has in its place.
CHOSEN = {
    r"^nav:\n(?:  .*\n)+": "nav:\n  - index.md\n  - sleep.md\n",
    r"^          nav_translations:\n(?:            .*\n)+": "          nav_translations: {}\n",
    r"^  glossary:\n(?:    .*\n)+": """  glossary:
    baby / babies / infant / infants: baban / babanod / babi / babis
    mental health: iechyd meddwl
    mental health difficulties: anawsterau iechyd meddwl
    infant mental health: iechyd meddwl babanod
    parent / parents: rhiant / rhieni
    violence: trais
    Flying Start: Dechrau'n Deg
""",
    r"^  leaflet:\n(?:    .*\n)+": "  leaflet:\n    front:\n      - index.md#home-page\n    back:\n      - index.md\n",
    r"^  leaflets:\n(?:    .*\n)+": "",
    r"^    more:\n(?:      .*\n)+": "",
    r"^  page_list:(?s:.*?)^  footer_pages:\n(?:    .*\n)+": "  page_list: more/play.md\n  footer_pages: [more/play.md]\n",
    r"^  kept_pages:\n(?:    .*\n)+": "  kept_pages: [more/play.md]\n",
}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A sound site: the templates over six short pages, with the settings of the made-up service, and no code yet."""
    return make_site(tmp_path)


def make_site(root: Path) -> Path:
    copy_generator(root, "overrides")
    for name, text in sound_files().items():
        write(root / name, text)
    return root


@functools.cache
def sound_files() -> dict[str, str]:
    """What editors write of the sound site, each page with its pin."""
    settings = (SERVICE / "mkdocs.yml").read_text(encoding="utf-8")
    for pattern, text in CHOSEN.items():
        settings, count = re.subn(pattern, text, settings, flags=re.MULTILINE)
        assert count == 1, f"service/mkdocs.yml no longer holds {pattern}"
    picture = '<svg xmlns="http://www.w3.org/2000/svg"/>'
    files = {"mkdocs.yml": settings, **PAGES, "docs/images/baby.svg": picture, "docs-cy/images/baby.svg": picture}
    with tempfile.TemporaryDirectory() as folder:
        for name, text in files.items():
            write(Path(folder, name), text)
        mark_all(Path(folder))
        return {name: Path(folder, name).read_text(encoding="utf-8") for name in files}


def make_service(root: Path) -> Path:
    """A checkout of the made-up service: the generator over its pages and settings."""
    copy_generator(root, "hooks", "overrides", "scripts")
    return shutil.copytree(SERVICE, root, dirs_exist_ok=True)


def copy_generator(root: Path, *folders: str) -> None:
    for folder in folders:
        shutil.copytree(ROOT / folder, root / folder, ignore=shutil.ignore_patterns("__pycache__"))


def mark_all(root: Path) -> None:
    """Put the source's fingerprint in place of each PIN."""
    for pair in read_sources(root).pairs.values():
        path = root / pair.translation.page.path
        write(path, path.read_text(encoding="utf-8").replace("PIN", pair.source.fingerprint))


def commit(root: Path) -> None:
    """Make what is below a root the next state of main, in a repository of its own."""
    git = ["git", "-c", "user.name=Editor", "-c", "user.email=editor@example.org"]
    for words in (["init", "-q", "-b", "main"], ["add", "--all"], ["commit", "-qm", "Pages"]):
        subprocess.run([*git, *words], cwd=root, check=True, capture_output=True)


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="")


@pytest.fixture
def run(site):
    """Run a command of scripts/ in a sound site, as an editor runs it."""
    copy_generator(site, "hooks", "scripts")

    def run(script, *words):
        return run_command([f"scripts/{script}.py", *words], site, {**os.environ})

    run.site = site
    return run


@pytest.fixture
def git(run):
    """A sound site as a repository with one commit, and a way to run git in it."""

    def git(*words):
        identity = ["-c", "user.name=Editor", "-c", "user.email=editor@example.org"]
        subprocess.run(["git", *identity, *words], cwd=run.site, check=True, capture_output=True)

    git("init", "-q")
    git("add", ".")
    git("commit", "-qm", "All pages")
    return git


def build(root: Path, *options: str, **environment: str) -> subprocess.CompletedProcess:
    """Run `mkdocs build` as an editor would, but that handouts, two thirds of the work, are made where HANDOUTS="1" alone.

    A site without code gets it now. static-i18n leaves MkDocs patched after a stop.
    """
    if not (root / "hooks").exists():
        copy_generator(root, "hooks")
    return run_command([*ENGINE[1:], "build", *options], root, {**os.environ, "NO_MKDOCS_2_WARNING": "1", "HANDOUTS": "0", **environment})


def report_in(output: str) -> str:
    """The guard's report in what a build printed, in English."""
    _, mark, rest = output.partition("ERROR   -  ")
    lines = rest.splitlines()
    end = next(i for i, line in enumerate(lines) if line.endswith((" problem found.", " problems found.")))
    # MkDocs indents the lines of a message that follow its first.
    told = "\n".join(line.removeprefix("          ") for line in lines[: end + 1]) + "\n"
    return re.sub(r"  .*\n  I'w gywiro: .*\n(?=  )|Canfuwyd .*\n", "", told)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """One more than there are cores: tests of browsers and previews wait half of their time."""
    return (os.cpu_count() or 1) + 1


@pytest.fixture(scope="session")
def made_once(tmp_path_factory):
    """Fill a folder of this name once for all workers: the first that asks does, and others wait."""
    folder = tmp_path_factory.getbasetemp()
    together = folder.parent if "PYTEST_XDIST_WORKER" in os.environ else folder

    def made_once(name: str, make) -> Path:
        with (together / f"{name} is made").open("a+") as note:
            fcntl.flock(note, fcntl.LOCK_EX)
            if not note.seek(0, os.SEEK_END):
                make(together / name)
                note.write("yes")
        return together / name

    return made_once


def build_strictly(root: Path, *options: str, **environment: str) -> None:
    result = build(root, "--strict", *options, **environment)
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.fixture(scope="session")
def built_site(made_once) -> Path:
    """The real content, built strictly; with $SITE, the site that is about to be published."""
    if site := os.environ.get("SITE"):
        return Path(site)
    return made_once("real site", lambda folder: build_strictly(ROOT, "--site-dir", str(folder), HANDOUTS="1"))


@pytest.fixture(scope="session")
def service(made_once) -> Path:
    """A checkout of the made-up service, built once; tests leave it as it is."""
    return made_once("made-up service", lambda root: build_strictly(make_service(root), HANDOUTS="1"))


@pytest.fixture(scope="session")
def built_service(service) -> Path:
    return service / "site"


@contextlib.contextmanager
def served(folder: Path, prefix: str = "", before=lambda path: None, fresh_for: int = 0):
    """The address of a built site on a free port of this machine, below a `prefix` such as /guidance.

    A wrong address gets the site's own 404.html; `before` is called with the path of each request,
    and what it returns, if anything, is the status of an error. Browsers may use an answer again
    for `fresh_for` seconds.
    """

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *args):
            pass

        def send_head(self):
            error = before(self.path) or (None if self.path.startswith(f"{prefix}/") else 404)
            return self.send_error(error) if error else super().send_head()

        def end_headers(self):
            if fresh_for:
                self.send_header("Cache-Control", f"max-age={fresh_for}")
            super().end_headers()

        def translate_path(self, path):
            return super().translate_path(path.removeprefix(prefix))

        def send_error(self, code, message=None, explain=None):
            page = (folder / "404.html").read_bytes()
            self.send_response(code)
            self.send_header("Content-Type", "text/html")
            self.send_header("Content-Length", str(len(page)))
            self.end_headers()
            self.wfile.write(page)

    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=folder))
    # A connection that a test breaks off is no news.
    server.handle_error = lambda request, address: None
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}{prefix}"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def served_site(built_site: Path):
    with served(built_site) as address:
        yield address


@pytest.fixture(scope="session")
def served_service(built_service: Path):
    with served(built_service) as address:
        yield address


@pytest.fixture(scope="session")
def served_gallery(made_once):
    """A small site with one pair that uses everything that Markdown offers here, /gallery/ and /cy/oriel/."""
    with served(made_once("gallery", make_gallery) / "site") as address:
        yield address


def make_gallery(root: Path) -> None:
    make_site(root)
    for name, text in yaml.safe_load((ROOT / "tests/web/gallery.yml").read_text(encoding="utf-8")).items():
        write(root / name, text)
    mark_all(root)
    build_strictly(root, HANDOUTS="1")


@pytest.fixture(scope="session")
def browser():
    from playwright.sync_api import sync_playwright

    from install_browser import find_browser

    flags = ["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
    flags += ["--disable-component-update", "--disable-sync"]
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        flags.append("--no-sandbox")
    path = find_browser()
    assert path, "no browser; `make test` installs one"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=flags)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def engines():
    """Firefox and WebKit by name, each started once, when a test first asks for it."""
    from engines import engine

    with contextlib.ExitStack() as running:
        yield functools.cache(lambda name: running.enter_context(engine(name)))


_WATCH = "addEventListener('securitypolicyviolation', (event) => (window.refused ??= []).push(event.violatedDirective))"


@pytest.fixture
def open_page(browser):
    """Open an address in a page of its own; the page keeps what the policy refused, its errors and its requests."""
    contexts = []

    def open_page(address, width=1280, wait_until="load", **options):
        context = browser.new_context(viewport={"width": width, "height": 800}, **options)
        contexts.append(context)
        page = context.new_page()
        page.add_init_script(_WATCH)
        page.faults, page.answers = [], []
        page.on("pageerror", lambda error: page.faults.append(str(error)))
        page.on("response", lambda answer: page.answers.append(answer))
        page.goto(address, wait_until=wait_until)
        return page

    yield open_page
    for context in contexts:
        context.close()


@pytest.fixture(scope="module")
def turn_to(browser):
    """Open an address in the one window of a module, which keeps nothing of the pages before."""
    page = browser.new_page(service_workers="block")

    def turn_to(address, width=1280):
        page.set_viewport_size({"width": width, "height": 800})
        page.goto(address)
        return page

    yield turn_to
    page.close()


def answer(unit, markup):
    """Put a translation with its codes into a unit of a translator's file, marked as translated."""
    target = unit.target_dom
    for child in list(target):
        target.remove(child)
    made = etree.fromstring(f'<target xmlns="urn:oasis:names:tc:xliff:document:1.2">{markup}</target>')
    target.text = made.text
    target.extend(list(made))
    target.set("state", "translated")
