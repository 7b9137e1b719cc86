"""How a page's own text stands on the site: what its editor typed, with what the site adds."""

import re

import pytest

from conftest import SERVICE
from messages.locales import ENGLISH, WELSH
from sources.all_sources import make_sources
from sources.pages import parse_page
from sources.pictures import size_of
from sources.settings import Settings, read_settings
from web.bodies import page_bodies

SETTINGS = read_settings(SERVICE / "mkdocs.yml")
# What an editor types on docs-cy/a/b.md, and what stands on the page.
SHOWN = {
    "[C](../c.md#d) [E](e.pdf) [F](#f)": (
        '<p><a data-to="example.org/cy/c/#d" href="../../c/#d">C</a> '
        '<a data-to="example.org/cy/a/e.pdf" href="../e.pdf">E</a> <a href="#f">F</a></p>\n'
    ),
    "![G](g h.png)": "<p>![G](g h.png)</p>\n",
    "![G](<tŷ h.png>)": '<p><img src="../t%C5%B7%20h.png" alt="G" decoding="async"></p>\n',
    "> [!CAUTION]\n> Words.": '<div class="admonition caution">\n<p class="admonition-title">Gofal</p>\n<p>Words.</p>\n</div>\n',
    "| a |\n|:-:|": (
        '<div class="table-scroll" role="group" tabindex="0" aria-label="Tabl">\n<table>\n<thead>\n<tr>\n'
        '<th class="align-center">a</th>\n</tr>\n</thead>\n</table>\n</div>\n'
    ),
    "## A *b*\n\n### C [D](#a-b)": '<h2 id="a-b"><a href="#a-b">A <em>b</em></a></h2>\n<h3 id="c-d">C <a href="#a-b">D</a></h3>\n',
    "- [ ] to do\n  - [x] done": (
        '<ul>\n<li class="task"><label><input type="checkbox" disabled=""> to do</label>\n'
        '<ul>\n<li class="task"><label><input type="checkbox" checked="" disabled=""> done</label></li>\n</ul>\n</li>\n</ul>\n'
    ),
    "- [ ] to do\n\n- more": (
        '<ul>\n<li class="task">\n<p><label><input type="checkbox" disabled=""> to do</label></p>\n</li>\n<li>\n<p>more</p>\n</li>\n</ul>\n'
    ),
    "A[^1].\n\n[^1]: B.": (
        '<p>A<sup class="footnote"><a href="#fn-1" id="fnref-1" data-pagefind-ignore="">1</a></sup>.</p>\n'
        '<section class="footnotes">\n<ol>\n<li id="fn-1">\n<p>B. <a href="#fnref-1" class="footnote-back" aria-label="Yn ôl i\'r testun" '
        'data-pagefind-ignore="">↩</a></p>\n</li>\n</ol>\n</section>\n'
    ),
}


def body(text: str, front_matter: str = "") -> str:
    pages = [parse_page(WELSH, "a/b.md", f"---\ntitle: B\n{front_matter}---\n{text}"), parse_page(WELSH, "c.md", "# C\n")]
    return page_bodies(make_sources(SERVICE, SETTINGS, pages), "https://example.org/")["docs-cy/a/b.md"]


@pytest.mark.parametrize(("typed", "shown"), SHOWN.items())
def test_what_is_typed_is_shown_like_this(typed, shown):
    assert body(typed) == shown


PICTURES = {
    "![A](plan.png)": 'alt="A" decoding="async" width="{w}" height="{h}"',
    '<img src="plan.png" alt="A" width="60">': 'alt="A" width="60" decoding="async" height="{h60}"',
    '<img src="plan.png" alt="A" height="9" width="60">': 'alt="A" height="9" width="60" decoding="async"',
    "![](gone.png) ![A](plan.png)": 'alt="A" decoding="async" width="{w}" height="{h}">',
}


@pytest.mark.parametrize(("typed", "shown"), PICTURES.items())
def test_a_picture_has_its_size_and_waits_for_nothing(typed, shown):
    width, height = size_of(SERVICE / "images/plan.png")
    made = body(typed.replace("plan.png", "../../images/plan.png"))
    assert shown.format(w=width, h=height, h60=round(60 * height / width)) in made


def test_a_page_below_a_section_says_above_its_title_where_it_is():
    deep = {"Deep": ["c/d.md", "a/b.md", "c/e/f.md"]}
    menu = [{"Top & all": ["https://b.org", "c.md", deep]}, "g.md"]
    languages = [{"locale": "en"}, {"locale": "cy", "nav_translations": {"Deep": "Dwfn"}}]
    settings = Settings({**SETTINGS.values, "nav": menu, "plugins": [{"i18n": {"languages": languages}}]})
    pages = [parse_page(WELSH, name, "# T\n") for name in ("c.md", "c/d.md", "a/b.md", "c/e/f.md", "g.md", "h.md")]
    top, section = '<a data-to="example.org/cy/c/" href="{}">Top &amp; all</a>', ' › <a data-to="example.org/cy/c/d/" href="{}">Dwfn</a>'
    trails = ["", top.format("../"), top.format("../../c/") + section.format("../../c/d/"), top.format("../../") + section.format("../../d/"), "", ""]
    assert list(page_bodies(make_sources(SERVICE, settings, pages), "https://example.org/").values()) == [
        (f'<nav class="here" aria-label="Rydych chi yma" data-pagefind-ignore="">{trail}</nav>\n' if trail else "") + '<h1 id="t">T</h1>\n'
        for trail in trails
    ]


@pytest.mark.parametrize(
    ("menu", "listed"),
    [
        ([{"Top": ["a/b.md", "c.md", {"Deep": ["a/d.md", "a/e.md"]}]}], [("../../c/", "C"), ("../d/", "D")]),
        (["c.md", {"Top": ["a/d.md"]}], [("../d/", "D"), ("../e/", "E")]),
    ],
)
def test_a_page_lists_those_of_its_section_or_of_its_folder_above_its_notes(menu, listed):
    settings = Settings({**SETTINGS.values, "nav": menu})
    texts = {"a/b.md": "B[^1]\n\n[^1]: Note.", "a/d.md": "D", "a/e.md": "E", "c.md": "C"}
    pages = [parse_page(WELSH, name, f"---\ntitle: {text[0]}\ndescription: On it.\n---\n{text}") for name, text in texts.items()]
    english = parse_page(ENGLISH, "a/b.md", "---\nsection_list: yes\n---\nB")
    made = page_bodies(make_sources(SERVICE, settings, [english, *pages]), "https://example.org/")["docs-cy/a/b.md"]
    points = re.findall(r'<li><a data-to="[^"]+" href="([^"]+)">(\w)</a><br>On it.</li>', made.partition('<ul data-pagefind-ignore="">')[2])
    assert points == listed
    assert made.index("</ul>") < made.index('<section class="footnotes">')


def test_only_lists_of_links_become_cards_and_only_where_they_are_asked_for():
    points = "- [C](../c.md): c\n- [D](../c.md)\n\n1. one\n\n<!-- -->\n\n- plain\n- [C](../c.md)\n"
    assert [body(points, asked).count('class="card"') for asked in ("", "cards: no\n", "cards: yes\n")] == [0, 0, 2]


def test_the_title_of_a_card_stands_on_a_line_of_its_own():
    shown = body("- [C](../c.md): after it *is* so.\n- [D](../c.md)\n", "cards: yes\n")
    assert [line.partition("</a>")[2] for line in shown.split("\n") if "card" in line] == ["<br>After it <em>is</em> so.</li>", "</li>"]


def test_a_page_of_many_sections_lists_them_before_the_first():
    shown = body("Before.\n\n## A\n\n### B\n\n## C\n\n## [D](#a)\n\n## *E*[^1]\n\n[^1]: F.")
    points = "".join(f'<li><a href="#{name}">{words}</a></li>\n' for name, words in (("a", "A"), ("c", "C"), ("d", "D"), ("e1", "<em>E</em>")))
    nav = '<nav class="contents" aria-label="Ar y dudalen hon" data-pagefind-ignore="">'
    assert shown.startswith(f"<p>Before.</p>\n{nav}\n<p>Ar y dudalen hon</p>\n<ol>\n{points}</ol>\n</nav>\n<h2")
    assert "<nav" not in body("## A\n\n### B\n\n## C\n\n## D")
