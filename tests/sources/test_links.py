"""Where a link of a page leads: one answer for the guard, the page and the handout."""

import pytest

from handouts.handout import Frame
from messages.locales import ENGLISH, WELSH
from sources.all_sources import make_sources
from sources.links import published_at, target_name
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
    "https://www.llyw.cymru/": (None, None),
    "mailto:a@b.cymru": (None, None),
    "http://[": ("more/http:/[", "cy/more/http:/["),
}


@pytest.mark.parametrize(("link", "place"), LINKS.items())
def test_a_link_leads_to_one_place(link, place):
    assert (target_name(link, PLAY), published_at(link, PLAY, ADDRESSES)) == place


def test_page_and_handout_lead_to_the_same_place():
    texts = {"index.md": "# A\n\n[B](b.md?x=1#b) [C](c.pdf)\n", "b.md": "# B\n\nText.\n"}
    pages = [parse_page(locale, name, text) for locale in (ENGLISH, WELSH) for name, text in texts.items()]
    sources = make_sources(None, Settings({"site_url": "https://site.cymru/guide/"}), pages)
    frame = Frame(sources)
    for path, home in (("docs/index.md", ""), ("docs-cy/index.md", "cy/")):
        on_paper = [node["href"] for node in frame.nodes[path][1]["children"] if isinstance(node, dict)]
        assert on_paper == [f"https://site.cymru/guide/{home}{place}" for place in ("b/?x=1#b", "c.pdf")]
        body = page_bodies(sources, frame.site_url)[path]
        assert [f'href="{place}"' in body for place in ("b/?x=1#b", "c.pdf")] == [True, True]
