"""The site from a disk, without a server."""

import shutil
import zipfile

import pytest

from conftest import SERVICE
from sources.all_sources import read_sources
from test_build import pairs_of
from zip_site import for_disk, zip_site


@pytest.fixture(scope="module")
def unpacked(built_service, tmp_path_factory):
    folder = tmp_path_factory.mktemp("disk")
    zip_site(built_service, folder / "site.zip")
    with zipfile.ZipFile(folder / "site.zip") as archive:
        archive.extractall(folder / "site")
    return folder / "site"


@pytest.mark.parametrize(
    ("link", "on_disk"),
    [
        ('<a href="../ideas/">', '<a href="../ideas/index.html">'),
        ('<a href="./">', '<a href="./index.html">'),
        ('<a href=".">', '<a href="index.html">'),
        ('<a href="../.">', '<a href="../index.html">'),
        ('<a href="..">', '<a href="../index.html">'),
        ('<a href="../..#here">', '<a href="../../index.html#here">'),
        ('<a href="../#here">', '<a href="../index.html#here">'),
        ('<a href="#here">', '<a href="#here">'),
        ('<a href="ideas.pdf">', '<a href="ideas.pdf">'),
        ('<a href="https://example.org/">', '<a href="https://example.org/">'),
        ('<a href="tel:03069990133">', '<a href="tel:03069990133">'),
    ],
)
def test_links_name_files(link, on_disk):
    assert for_disk(link) == on_disk


def test_every_page_language_link_and_handout_opens_from_the_disk(browser, unpacked):
    page = browser.new_page()
    waiting, seen, handouts = [(unpacked / "index.html").as_uri()], set(), set()
    while waiting:
        page.goto(address := waiting.pop())
        seen.add(address)
        assert page.locator("address.contact").is_visible()
        links = page.eval_on_selector_all("a", "links => links.map(link => link.href.split('#')[0])")
        files = {link for link in links if link.startswith("file:")}
        assert [link for link in files if link.endswith("/")] == []
        handouts |= {link for link in files if link.endswith(".pdf")}
        waiting += [link for link in files if link.endswith(".html") and link not in {*seen, *waiting}]
    page.close()
    pages = {(unpacked / address / "index.html").as_uri() for pair in pairs_of(read_sources(SERVICE)).items() for address in pair}
    assert seen == pages
    assert handouts == {path.as_uri() for path in unpacked.rglob("*.pdf")}
    assert {path.as_uri() for path in unpacked.rglob("*.html")} == pages
    assert [*unpacked.rglob("*.js")] == []


def test_what_pages_link_and_show_is_there_and_no_other_file(built_service, tmp_path):
    site = shutil.copytree(built_service, tmp_path / "site")
    before = zip_site(site, tmp_path / "site.zip")
    # As a form is served at the address that it had formerly.
    shutil.copy(site / "form.docx", site / "old-form.docx")
    assert zip_site(site, tmp_path / "site.zip") == before
    names = {*zipfile.ZipFile(tmp_path / "site.zip").namelist()}
    assert names >= {"form.docx", "cy/ffurflen.docx", "images/plan.png", "leaflet.webp"} and not {"old-form.docx", "sitemap.xml.gz"} & names


def test_the_same_site_makes_the_same_zip(built_service, tmp_path):
    for name in ("one.zip", "two.zip"):
        zip_site(built_service, tmp_path / name)
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()
