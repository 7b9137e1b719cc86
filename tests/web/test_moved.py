"""What stands at the former address of a page or a PDF, in a small site of which a page has moved."""

import json
import re
import shutil
import subprocess
import zipfile

import pytest
from selectolax.lexbor import LexborHTMLParser

from conftest import SERVICE, build, build_strictly, commit, make_site, mark_all, served, write
from guard.all_checks import check_sources
from kept_site import KEPT, wait_until
from sources.all_sources import read_sources
from sources.front_matter import set_line
from zip_site import zip_site


def move(root, old="sleep.md", new="rest.md"):
    """Rename a page in both languages, with a Welsh address of its own, and all that names it."""
    for folder in ("docs", "docs-cy"):
        (root / folder / old).rename(root / folder / new)
    for path in ("docs/index.md", "docs-cy/index.md", "mkdocs.yml"):
        write(root / path, (root / path).read_text(encoding="utf-8").replace(old, new))
    welsh = root / "docs-cy" / new
    write(welsh, welsh.read_text(encoding="utf-8").replace("slug: cwsg", "slug: gorffwys"))
    index = root / "docs-cy/index.md"
    write(index, set_line(index.read_text(encoding="utf-8"), "translation", "PIN"))
    mark_all(root)


@pytest.fixture(scope="module")
def root(tmp_path_factory):
    """The project: a page moved after it was published, another took over an address from an older website."""
    root = make_site(tmp_path_factory.mktemp("moved"))
    for folder in ("docs", "docs-cy"):
        shutil.copy(SERVICE / folder / "diary.pdf", root / folder / "form.pdf")
    commit(root)
    assert build(root, "--strict", "--site-dir", str(root.with_name("before"))).returncode == 0
    move(root)
    (root / "docs-cy/form.pdf").rename(root / "docs-cy/ffurflen.pdf")
    settings = root / "mkdocs.yml"
    write(settings, settings.read_text(encoding="utf-8").replace("  page_list:", "  downloads:\n    form.pdf: ffurflen.pdf\n  page_list:"))
    page = root / "docs/more/play.md"
    write(page, set_line(page.read_text(encoding="utf-8"), "formerly", "/old/games.html"))
    build_strictly(root, HANDOUTS="1")
    return root


@pytest.fixture(scope="module")
def built(root):
    return root / "site"


def read(path):
    return LexborHTMLParser(path.read_text(encoding="utf-8"))


def kept(page, address):
    return {url.removeprefix(f"{address}/") for url in page.evaluate(KEPT)}


@pytest.mark.parametrize(
    ("file", "code", "new", "link", "words"),
    [
        ("sleep/index.html", "en", "rest/", "../rest/", "What you are looking for is on this page now: Sleep"),
        ("cy/cwsg/index.html", "cy", "cy/gorffwys/", "../../cy/gorffwys/", "Mae'r hyn yr ydych yn chwilio amdano ar y dudalen hon bellach: Cwsg"),
        ("old/games.html", "en", "more/play/", "../more/play/", "What you are looking for is on this page now: Play"),
    ],
)
def test_a_renamed_page_leads_on_in_its_language(built, file, code, new, link, words):
    page = read(built / file)
    assert page.css_first("html").attributes["lang"] == code
    assert page.css_first("link[rel=canonical]").attributes["href"] == f"https://example.org/{new}"
    assert page.css_first("meta[http-equiv=refresh]").attributes["content"] == f"0; url={link}"
    (said,) = [node for node in page.css("main p") if node.css_first("a")]
    assert (said.text(), said.css_first("a").attributes["href"]) == (words, link)
    assert len(page.css("address.contact")) == 1


def test_a_pdf_is_served_where_it_was(built):
    for old, new in {
        "cy/form.pdf": "cy/ffurflen.pdf",
        "sleep/sleep.pdf": "rest/rest.pdf",
        "cy/cwsg/cwsg-print-bras.pdf": "cy/gorffwys/gorffwys-print-bras.pdf",
    }.items():
        assert (built / old).read_bytes() == (built / new).read_bytes()


def test_servers_are_told(built):
    assert (built / "_redirects").read_text(encoding="utf-8") == (
        "/cy/cwsg/ /cy/gorffwys/ 301\n/old/games.html /more/play/ 301\n/sleep/ /rest/ 301\n"
    )
    assert (built / "_redirects.map").read_text(encoding="utf-8") == (
        '"/cy/cwsg/" "/cy/gorffwys/";\n"/old/games.html" "/more/play/";\n"/sleep/" "/rest/";\n'
    )


def test_search_engines_and_the_search_of_the_site_know_the_new_address_alone(built):
    listed = (built / "sitemap.xml").read_text(encoding="utf-8")
    assert ("/rest/" in listed, re.findall(r"/sleep/|/cwsg/|games", listed)) == (True, [])
    languages = json.loads((built / "pagefind/pagefind-entry.json").read_text(encoding="utf-8"))["languages"]
    assert {code: language["page_count"] for code, language in languages.items()} == {"cy": 2, "en": 2}  # Not the list of all pages.


@pytest.mark.parametrize(
    ("old", "new", "heading"), [("sleep/", "rest/", "Sleep"), ("cy/cwsg/", "cy/gorffwys/", "Cwsg"), ("old/games.html", "more/play/", "Play")]
)
def test_a_browser_goes_there_below_any_path_and_by_itself(open_page, built, old, new, heading):
    with served(built, "/guidance") as address:
        page = open_page(f"{address}/{old}")
        page.wait_for_url(f"{address}/{new}")
        assert page.locator("h1").inner_text() == heading


def test_a_device_that_kept_a_page_keeps_the_one_that_takes_its_place(open_page, root, built, tmp_path):
    folder = shutil.copytree(root.with_name("before"), tmp_path / "site")
    with served(folder) as address:
        page = open_page(f"{address}/")
        page.evaluate("navigator.serviceWorker.ready.then(() => true)")
        page.goto(f"{address}/sleep/")
        wait_until(lambda: "sleep/" in kept(page, address))
        # Of this moment: Python's server tells files apart by the second alone, and both sites may be built in one.
        shutil.copytree(built, folder, dirs_exist_ok=True, copy_function=shutil.copy)
        # The reader opens another page, with which the new site arrives.
        page.goto(f"{address}/cy/")
        wait_until(lambda: "rest/" in kept(page, address))
    page.goto(f"{address}/sleep/", wait_until="commit")
    page.wait_for_url(f"{address}/rest/")
    assert page.locator("main > .kept").count() == 1


def test_the_zip_holds_what_pages_link_alone(built, tmp_path):
    zip_site(built, tmp_path / "site.zip")
    names = zipfile.ZipFile(tmp_path / "site.zip").namelist()
    assert "rest/rest.pdf" in names
    assert [name for name in names if name.startswith(("sleep/", "cy/cwsg/", "old/", "_"))] == []


def test_a_page_that_leads_on_is_read_back(root, tmp_path):
    """A template that lost the contact block stops the build, as it does of any other page."""
    template = root / "overrides/moved.html"
    text = template.read_text(encoding="utf-8")
    write(template, text.replace("{{ contact_block(moved.locale.code) }}", ""))
    result = build(root, "--site-dir", str(tmp_path / "site"))
    write(template, text)
    assert result.returncode == 1
    assert "overrides/moved.html:1 (contact_block_missing)" in result.stderr


def test_without_a_history_it_is_said_once_and_nothing_stops(run):
    checked = run("check_sources", "--lang", "en")
    said = "This copy of the project lacks the history of the pages: the guard cannot tell here which addresses were published before."
    assert (checked.returncode, checked.stdout, checked.stderr.count(said)) == (0, "Nothing to mend.\n", 1)
    built = build(run.site)
    assert (built.returncode, built.stderr.count(said)) == (0, 1)
    commit(run.site)
    assert run("check_sources", "--lang", "en").stderr == ""


def test_what_is_staged_is_compared_with_what_was_published(run):
    commit(run.site)
    for folder in ("docs", "docs-cy"):
        (run.site / folder / "more/play.md").unlink()
    subprocess.run(["git", "add", "--all"], cwd=run.site, check=True)
    told = run("check_sources", "--staged", "--lang", "en")
    assert '(address_lost)\n  "more/play.md" was published at /more/play/, /cy/more/chwarae/.' in told.stdout


def test_addresses_that_differ_by_capitals_alone_do_not_lead_in_a_circle(tmp_path):
    root = make_site(tmp_path)
    for folder, slug in (("docs", "Sleep"), ("docs-cy", "Cwsg")):
        page = root / folder / "more/play.md"
        write(page, set_line(page.read_text(encoding="utf-8"), "formerly", f"/{'cy/' if folder == 'docs-cy' else ''}{slug}/"))
    assert check_sources(read_sources(root)) == []
    assert build(root).returncode == 0
    assert not (root / "site/_redirects").exists()
    assert "Sleep" in (root / "site/sleep/index.html").read_text(encoding="utf-8")
    assert 'http-equiv="refresh"' not in (root / "site/sleep/index.html").read_text(encoding="utf-8")


@pytest.mark.everything
def test_nginx_leads_on(root):
    from run_server import serving
    from test_server import ask, let_all_in

    let_all_in(root)
    with serving(root / "site") as (port, _):
        answers = {path: ask(port, path)[0] for path in ("/sleep/", "/cy/cwsg/", "/old/games.html", "/rest/", "/_redirects", "/_redirects.map")}
        assert {path: (answer.status, answer.getheader("Location")) for path, answer in answers.items()} == {
            "/sleep/": (301, "/rest/"),
            "/cy/cwsg/": (301, "/cy/gorffwys/"),
            "/old/games.html": (301, "/more/play/"),
            "/rest/": (200, None),
            "/_redirects": (404, None),
            "/_redirects.map": (404, None),
        }
        assert ask(port, "/sleep/sleep.pdf")[1] == (root / "site/rest/rest.pdf").read_bytes()
