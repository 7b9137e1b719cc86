"""Where a link of a page leads: one answer for the guard, the page and the handout."""

from pathlib import Path

import pytest

from handouts.handout import Frame
from messages.locales import ENGLISH, WELSH
from sources.all_sources import make_sources
from sources.links import locale_of, published_at, target_name
from sources.pages import Page, parse_page
from sources.settings import Settings
from web.bodies import page_bodies

ADDRESSES = {"docs-cy/index.md": "cy/", "docs-cy/sleep.md": "cy/cwsg/", "docs-cy/more/play.md": "cy/more/chwarae/"}
PLAY = Page(WELSH, "more/play.md")
# Each link of docs-cy/more/play.md with the file that it names and the place where that is published.
LINKS = {
    "../sleep.md": ("sleep.md", "cy/cwsg/"),
    "../sleep.md?size=2#nos": ("sleep.md", "cy/cwsg/?size=2#nos"),
    "../%73leep.md": ("sleep.md", "cy/cwsg/"),
    "#nos": ("more/play.md", "cy/more/chwarae/#nos"),
    "form.pdf": ("more/form.pdf", "cy/more/form.pdf"),
    "/form.pdf": ("/form.pdf", None),
    "../../images/plan.png": ("../images/plan.png", "images/plan.png"),
    "../images/plan.png": ("images/plan.png", "cy/images/plan.png"),
    "https://www.llyw.cymru/": (None, None),
    "mailto:a@b.cymru": (None, None),
    "http://[": ("more/http:/[", "cy/more/http:/["),
}


@pytest.mark.parametrize(("link", "place"), LINKS.items())
def test_a_link_leads_to_one_place(link, place):
    assert (target_name(link, PLAY), published_at(link, PLAY, {}, ADDRESSES)) == place


def test_a_heading_is_reached_by_githubs_spelling_too():
    page = parse_page(WELSH, "a.md", "# Tŷ a chân\n\n## Ein tŷ\n\n## Ein tŷ\n")
    sources = make_sources(None, Settings({}), [page])
    names = ("ty-a-chan", "tŷ-a-chân", "t%C5%B7-a-ch%C3%A2n", "ein-tŷ", "ein-tŷ-1", "ein-ty_1", "arall")
    places = [published_at(f"#{name}", page, sources.contents, sources.addresses) for name in names]
    assert places == [f"cy/a/#{name}" for name in ("ty-a-chan", "ty-a-chan", "ty-a-chan", "ein-ty", "ein-ty_1", "ein-ty_1", "arall")]


LANGUAGES = {
    "https://www.llyw.cymru/a": WELSH,
    "https://gov.wales/a": ENGLISH,
    "https://site.cymru/guide/b/": ENGLISH,
    "https://site.cymru/guide/cy/b/": WELSH,
    "https://www.example.org/cy/x": WELSH,
    "https://cy.example.org/": WELSH,
    "https://www.example.org/en-GB/x": ENGLISH,
    "https://www.example.org/policy": None,
    "https://forms.example.org/ask?id=7&lang=2": WELSH,
    "https://forms.example.org/ask?lang=1&id=7": ENGLISH,
    "https://forms.example.org/ask?id=7": None,
    "https://www.council.gov.uk/cymorth/a": WELSH,
    "https://council.gov.uk/help?x=1": ENGLISH,
    "https://council.gov.uk/helpers": None,
    "mailto:Gofyn@council.gov.uk?subject=a": WELSH,
    "mailto:ask@council.gov.uk": ENGLISH,
    "/help": None,
    "b.md": None,
}


@pytest.mark.parametrize(("address", "locale"), LANGUAGES.items())
def test_an_address_may_tell_its_language(address, locale):
    addresses = [
        {"en": "gov.wales", "cy": "llyw.cymru"},
        {"en": "forms.example.org/ask?lang=1", "cy": "forms.example.org/ask?lang=2"},
        {"en": "https://www.council.gov.uk/help", "cy": "https://www.council.gov.uk/cymorth/"},
        {"en": "ask@council.gov.uk", "cy": "gofyn@council.gov.uk"},
    ]
    settings = Settings({"site_url": "https://site.cymru/guide/", "extra": {"language_addresses": addresses}})
    assert locale_of(address, settings) is locale


def test_a_link_into_the_other_language_says_so():
    page = parse_page(WELSH, "a.md", "# A\n\n[B](https://example.org/en/b) [C](https://example.org/c)\n")
    sources = make_sources(Path(), Settings({}), [page])
    assert page_bodies(sources, "")["docs-cy/a.md"] == (
        '<h1 id="a">A</h1>\n<p><a data-to="example.org/en/b" href="https://example.org/en/b" hreflang="en">B</a> '
        '<a data-to="example.org/c" href="https://example.org/c">C</a></p>\n'
    )


def test_page_and_handout_lead_to_the_same_place():
    texts = {"index.md": "# A\n\n[B](b.md?x=1#b) [C](c.pdf)\n", "b.md": "# B\n\nText.\n"}
    pages = [parse_page(locale, name, text) for locale in (ENGLISH, WELSH) for name, text in texts.items()]
    sources = make_sources(Path(), Settings({"site_url": "https://site.cymru/guide/"}), pages)
    frame = Frame(sources)
    for path, home in (("docs/index.md", ""), ("docs-cy/index.md", "cy/")):
        on_paper = [node["href"] for node in frame.nodes(sources.contents[path])[1]["children"] if isinstance(node, dict)]
        assert on_paper == [f"https://site.cymru/guide/{home}{place}" for place in ("b/?x=1#b", "c.pdf")]
        body = page_bodies(sources, frame.site_url)[path]
        assert [f'href="{place}"' in body for place in ("b/?x=1#b", "c.pdf")] == [True, True]
