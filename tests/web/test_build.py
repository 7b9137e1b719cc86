"""The built site as files, and the commands that make it."""

import datetime
import re
from urllib.parse import urljoin
from xml.etree import ElementTree

import pytest
from PIL import Image
from selectolax.lexbor import LexborHTMLParser

from conftest import PAGES, ROOT, build, build_strictly, mark_all, served, write
from messages.locales import ENGLISH, LOCALES, WELSH
from sources.all_sources import Sources, read_sources
from sources.files import SHARED
from sources.pairs import is_draft
from sources.succession import succession
from web.moved import files_that_lead_on

SOURCES = read_sources(ROOT)


def pairs_of(sources: Sources) -> dict[str, str]:
    """The address of each English page and of its Welsh one, whatever pages editors add or take out."""
    return {sources.addresses[page.path]: sources.addresses[page.counterpart] for page in sources.pages if page.locale is ENGLISH}


PAIRS = pairs_of(SOURCES)
MOVED = files_that_lead_on(succession(SOURCES))
SITE_URL = SOURCES.settings.get("site_url")
WORDS = {locale.code: words for locale, words in SOURCES.settings.words.items()}


def read(site, address):
    return LexborHTMLParser((site / address / "index.html").read_text(encoding="utf-8"))


def links(document, selector):
    return {node.attributes.get("hreflang"): node.attributes["href"] for node in document.css(selector)}


def test_the_pages_are_these_and_no_other(built_site):
    pages = {path.relative_to(built_site).as_posix() for path in built_site.rglob("*.html")}
    assert pages == {f"{address}index.html" for pair in PAIRS.items() for address in pair} | {"404.html", "offline.html", *MOVED}


def test_nothing_is_published_that_only_the_build_needs(built_site):
    kinds = {path.suffix for path in built_site.rglob("*") if path.is_file() and "pagefind" not in path.parts}
    folders = [*(locale.folder for locale in LOCALES), SHARED.folder]
    given = {path.suffix for folder in folders for path in (ROOT / folder).rglob("*.*")} - {".md"}
    assert kinds - given <= {".html", ".js", ".svg", ".webp", ".pdf", ".xml", ".gz", ".br", ".txt", ".map", ""}


@pytest.mark.parametrize(("english", "welsh"), PAIRS.items())
def test_head_names_both_languages_with_whole_addresses(built_site, english, welsh):
    for address in (english, welsh):
        document = read(built_site, address)
        assert links(document, "link[rel=canonical]") == {None: SITE_URL + address}
        assert links(document, "link[rel=alternate]") == {
            "en": SITE_URL + english,
            "cy": SITE_URL + welsh,
            "x-default": SITE_URL + english,
        }


@pytest.mark.parametrize("address", ["growing/", "cy/tyfu/"])
def test_head_describes_the_page_to_those_who_share_it(built_service, address):
    nodes = read(built_service, address).css("meta[property]")
    found = {node.attributes["property"]: node.attributes["content"] for node in nodes}
    assert found["og:url"] == "https://example.org/" + address
    assert found["og:title"] == read(built_service, address).css_first("h1").text()
    assert found["og:description"] == read(built_service, address).css_first("meta[name=description]").attributes["content"]


def test_the_headers_file_holds_the_policy_of_the_pages(built_site):
    policy = read(built_site, "").css_first("meta[http-equiv]").attributes["content"]
    assert f"Content-Security-Policy: {policy}; frame-ancestors 'none'\n" in (built_site / "_headers").read_text(encoding="utf-8")
    assert "unsafe-inline" not in policy and "'unsafe-eval'" not in policy


def test_the_headers_file_lets_nothing_run_in_what_is_no_page(built_site):
    told = (built_site / "_headers").read_text(encoding="utf-8")
    inert = set(re.findall(r"^/\*(\.\w+)\n  Content-Security-Policy: default-src 'none'; style-src 'unsafe-inline'; sandbox$", told, re.MULTILINE))
    # What the search adds is fetched by its programs, and shows nothing.
    there = {path.suffix for path in built_site.rglob("*") if path.is_file() and "pagefind" not in path.parts}
    assert {".svg", ".xml"} <= inert and there - inert <= {".html", ".js", ".pdf", "", ".br"}


def test_sitemap_names_both_languages_with_whole_addresses(built_site):
    spaces = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
    found = {
        url.findtext("s:loc", namespaces=spaces): {link.get("hreflang"): link.get("href") for link in url.findall("x:link", spaces)}
        for url in ElementTree.parse(built_site / "sitemap.xml").getroot()
    }
    assert found == {
        SITE_URL + address: {"en": SITE_URL + english, "cy": SITE_URL + welsh, "x-default": SITE_URL + english}
        for english, welsh in PAIRS.items()
        for address in (english, welsh)
    }


@pytest.mark.parametrize(
    ("address", "source"),
    [("growing/", "docs/growing.md"), ("cy/tymhorau/gaeaf/", "docs-cy/seasons/winter.md"), ("cy/", "docs-cy/index.md")],
)
def test_edit_links_open_the_file_of_that_language(built_service, address, source):
    edit = read(built_service, address).css_first("a[rel=edit]")
    assert edit.attributes["href"] == f"https://example.org/repository/edit/main/{source}"


def test_a_draft_says_so_in_its_own_language(built_site):
    for path, content in SOURCES.contents.items():
        marks = [node.text() for node in read(built_site, SOURCES.addresses[path]).css("main .draft")]
        pair = SOURCES.pairs[content.page.name]
        assert (WORDS[content.page.locale.code]["draft"] in marks) == is_draft(content, pair), path


def test_a_site_below_a_path_names_it_where_links_cannot_be_relative(site, browser):
    text = (site / "mkdocs.yml").read_text(encoding="utf-8")
    write(site / "mkdocs.yml", text.replace("site_url: https://example.org/", "site_url: https://example.org/guidance/"))
    build_strictly(site)
    assert links(read(site / "site", "cy/cwsg"), "link[rel=canonical]") == {None: "https://example.org/guidance/cy/cwsg/"}
    assert "<loc>https://example.org/guidance/cy/cwsg/</loc>" in (site / "site/sitemap.xml").read_text(encoding="utf-8")
    with served(site / "site", "/guidance") as address:
        page = browser.new_page()
        failed = []
        page.on("response", lambda answer: answer.status >= 400 and failed.append(answer.url))
        page.goto(f"{address}/cy/some/where/", wait_until="networkidle")
        assert failed == [f"{address}/cy/some/where/"]
        assert page.evaluate("navigator.serviceWorker.ready.then(({ scope }) => scope)") == f"{address}/"
        page.locator(".site-name a[href$='/cy/']").click()
        assert (page.url, page.locator("h1").inner_text()) == (f"{address}/cy/", "Tudalen hafan")
        page.close()


def test_the_page_for_a_wrong_address_speaks_both_languages(built_site):
    document = LexborHTMLParser((built_site / "404.html").read_text(encoding="utf-8"))
    sections = {section.attributes["lang"]: section for section in document.css("main > section")}
    assert {code: section.css_first(".not-found").text() for code, section in sections.items()} == {
        code: words["page_not_found"] for code, words in WORDS.items()
    }
    assert {code: section.css_first(".contact-name").text() for code, section in sections.items()} == {
        locale.code: contact.name for locale, contact in SOURCES.contacts.items()
    }


def test_nothing_is_loaded_from_another_host(built_site):
    for path in [*built_site.rglob("*.html"), *built_site.rglob("*.css")]:
        text = path.read_text(encoding="utf-8")
        loaded = re.findall(r'<(?:script|img|iframe|source)[^>]*\bsrc="(https?:)?//|url\(["\']?(?:https?:)?//|@import', text)
        loaded += re.findall(r'<link[^>]*rel="(?:stylesheet|icon|preconnect|preload)"[^>]*href="(?:https?:)?//', text)
        assert loaded == [], path


def test_front_matter_is_escaped(site):
    title = 'A "quoted" & x <b or more'
    front_matter = f"title: '{title}'\ndescription: '{title}'"
    write(site / "docs/sleep.md", PAGES["docs/sleep.md"].replace("title: Sleep\ndescription: On sleep.", front_matter))
    write(site / "docs-cy/sleep.md", PAGES["docs-cy/sleep.md"])
    mark_all(site)
    build_strictly(site, HANDOUTS="1")
    document = read(site / "site", "sleep/")
    assert document.css_first("meta[name=description]").attributes["content"] == title
    assert document.css_first("title").text().startswith(title)


def test_a_welsh_picture_and_a_note_are_welsh(site):
    write(site / "docs/images/picture.svg", '<svg xmlns="http://www.w3.org/2000/svg"/>')
    write(site / "docs-cy/images/llun.svg", '<svg xmlns="http://www.w3.org/2000/svg"/>')
    note = "\n![{}](images/{}.svg)\n\n> [!NOTE]\n> {}.\n"
    write(site / "docs/sleep.md", PAGES["docs/sleep.md"] + note.format("Picture", "picture", "Words"))
    write(site / "docs-cy/sleep.md", PAGES["docs-cy/sleep.md"] + note.format("Llun", "llun", "Geiriau"))
    mark_all(site)
    build_strictly(site)
    document = read(site / "site", "cy/cwsg/")
    assert document.css_first("main img").attributes["src"] == "../images/llun.svg"
    assert (site / "site/cy/images/llun.svg").is_file()
    assert document.css_first(".admonition-title").text() == "Nodyn"


def test_a_page_whose_translation_is_pending_says_so_in_its_language(site):
    today = datetime.date.today()
    page = PAGES["docs/sleep.md"].replace("Sleep\n\nSee", "Sleep\n\nPlease see")
    write(site / "docs/sleep.md", page.replace("title:", f"translation_pending: {today}, wrong words\ntitle:"))
    build_strictly(site)
    notice = f"Mae cywiriad brys ar y dudalen Saesneg nad yw ar y dudalen hon eto ({WELSH.long_day(today)})"
    document = read(site / "site", "cy/cwsg/")
    assert [node.text().partition(" This")[0] for node in document.css("main .draft")][-1:] == [notice]
    assert links(document, "main .draft a") == {"en": "../../sleep/"}
    assert read(site / "site", "sleep/").css("main .draft") == []


def test_a_page_says_in_its_language_when_it_was_changed_and_is_next_reviewed(site):
    page = (site / "docs-cy/sleep.md").read_text(encoding="utf-8")
    write(site / "docs-cy/sleep.md", page.replace("updated: 2026-11-01", "updated: 2026-11-01\nreview_by: 2027-08-31"))
    build_strictly(site)
    said = {address: [node.text() for node in read(site / "site", address).css(".days span")] for address in ("cy/cwsg", "sleep")}
    assert said == {"cy/cwsg": ["Diweddarwyd: 1 Tachwedd 2026", "Dyddiad yr adolygiad nesaf: 31 Awst 2027"], "sleep": ["Updated: 1 November 2026"]}


def test_a_strict_build_that_mkdocs_stops_still_gets_the_report(site):
    (site / "docs-cy/sleep.md").unlink()
    result = build(site, "--strict")
    assert result.returncode == 1
    assert "This page has no Welsh page: there is no file docs-cy/sleep.md." in result.stderr
    assert not any((site / "site").iterdir())


@pytest.mark.parametrize(("asked", "told"), [("[hours, address]", 2), ("[]", 0)])
def test_a_build_ends_with_what_waits_for_the_owner_and_how_to_see_the_site(site, asked, told):
    settings = site / "mkdocs.yml"
    write(settings, re.sub(r"(?m)^  to_confirm:\n(?:    .*\n)+", f"  to_confirm: {asked}\n", settings.read_text(encoding="utf-8")))
    lines = [line.removeprefix("INFO    -").strip() for line in build(site).stderr.splitlines()]
    command = f"python3 -m http.server --bind 127.0.0.1 --directory {site / 'site'}"
    waiting = [
        f'Cwestiynau na all ond perchennog y gwasanaeth eu hateb: {told} (mae "make status" yn eu dangos).',
        f'Questions that only the owner of the service can answer: {told} ("make status" shows them).',
    ]
    assert [line for line in lines if line in waiting] == waiting * bool(told)
    assert lines[-3:-1] == [
        f'Mae\'r wefan yn "{site / "site"}". I\'w gweld, rhedwch "{command}" ac agorwch "http://127.0.0.1:8000/".',
        f'The site is in "{site / "site"}". To see it, run "{command}" and open "http://127.0.0.1:8000/".',
    ]
    assert "".join(lines).count("hours") == 0


def test_publishing_tells_each_open_question(site):
    settings = site / "mkdocs.yml"
    write(settings, re.sub(r"(?m)^  to_confirm:\n(?:    .*\n)+", "  to_confirm: [hours, address]\n", settings.read_text(encoding="utf-8")))
    result = build(site, PUBLISH="1")
    assert (result.returncode, result.stderr.count("(to_confirm)"), "2 problems found." in result.stderr) == (1, 2, True)


def test_a_section_of_the_menu_leads_to_its_first_page_however_deep_that_lies(site):
    settings = (site / "mkdocs.yml").read_text(encoding="utf-8")
    settings = settings.replace("  - sleep.md\n", "  - Topics:\n    - Nights:\n      - sleep.md\n      - more/play.md\n")
    write(site / "mkdocs.yml", settings.replace("nav_translations: {}", "nav_translations: {Topics: Pynciau, Nights: Nosau}"))
    result = build(site)
    assert result.returncode == 0, result.stderr
    links = {
        name: [(link.text(strip=True), link.attributes["href"]) for link in LexborHTMLParser((site / "site" / name).read_bytes()).css(selector)]
        for name, selector in (("cy/cwsg/index.html", ".site-menu a"), ("404.html", "main [lang=cy] li a"))
    }
    assert links == {
        "cy/cwsg/index.html": [("Hafan", "../"), ("Pynciau", "./"), ("Nosau", "./"), ("Cwsg", "./"), ("Chwarae", "../more/chwarae/")],
        "404.html": [("Tudalen hafan", "/cy/"), ("Cwsg", "/cy/cwsg/")],
    }


def test_a_picture_of_both_languages_is_published_once_and_says_no_more_than_it_shows(site):
    exif = Image.Exif()
    exif[0x010E] = "Our garden"
    write(site / "images/README.md", "What lies here.\n")
    Image.new("RGB", (40, 30)).save(site / "images/garden.jpg", exif=exif)
    for name, picture in (("docs/more/play.md", "![A garden]"), ("docs-cy/more/play.md", "![Gardd]")):
        write(site / name, f"{PAGES[name]}\n{picture}(../../images/garden.jpg)\n")
    mark_all(site)
    build_strictly(site, HANDOUTS="1")
    shown = {address: read(site / "site", address).css_first("main img").attributes for address in ("more/play/", "cy/more/chwarae/")}
    assert {urljoin(address, image["src"]) for address, image in shown.items()} == {"images/garden.jpg"}
    assert [(image["width"], image["height"]) for image in shown.values()] == [("40", "30")] * 2
    assert [*(site / "site").rglob("garden*"), *(site / "site").rglob("README*")] == [site / "site/images/garden.jpg"]
    with Image.open(site / "site/images/garden.jpg") as picture:
        assert (picture.size, dict(picture.getexif())) == ((40, 30), {})


def test_a_name_that_could_name_a_language_loses_no_file(site):
    names = [f"images/{name}.svg" for name in ("photo.sm", "baby.en", "baby.cy", "baby.fr")]
    pictures = "".join(f"![A baby]({name})\n\n" for name in names)
    for folder, page in (("docs", "more/play.md"), ("docs-cy", "more/play.md")):
        text = PAGES[f"{folder}/{page}"].replace("Play", "Nap").replace("play", "nap").replace("hwarae", "hwsg")
        write(site / folder / "nap.fr.md", text + (pictures if folder == "docs" else pictures.replace("A baby", "Baban")))
        for name in names:
            write(site / folder / name, '<svg xmlns="http://www.w3.org/2000/svg"/>')
    mark_all(site)
    build_strictly(site)
    published = [f"{prefix}{name}" for prefix in ("", "cy/") for name in names] + ["nap.fr/index.html", "cy/chwsg/index.html"]
    assert [name for name in published if not (site / "site" / name).is_file()] == []
