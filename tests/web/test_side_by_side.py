"""Both languages of a pair beside each other, in the preview."""

from urllib.parse import urljoin

from selectolax.lexbor import LexborHTMLParser

from conftest import build_strictly, mark_all, write
from messages.locales import WELSH
from sources.all_sources import read_sources
from sources.options import Options
from web.bodies import page_bodies
from web.build import make_build
from web.side_by_side import write_pairs

OPTIONS = Options(publish=False, require_reviewed=False, handouts=None)
TOP = "---\ntitle: {}\ndescription: {}\n---\n\n# {}\n\n"


def rows(site, name):
    """What a pair's page holds, a row a section: the language and the HTML of each half."""
    sources = read_sources(site)
    write_pairs(site / "site", sources, page_bodies(sources, "https://example.org/"), "")
    halves = LexborHTMLParser((site / "site/pair" / name / "index.html").read_bytes()).css("section")
    assert [half.attributes["lang"] for half in halves] == ["en", "cy"] * (len(halves) // 2)
    return [tuple(half.text(deep=True, separator=" ").split() for half in halves[i : i + 2]) for i in range(0, len(halves), 2)]


def test_each_section_stands_beside_its_counterpart(site):
    write(site / "docs/sleep.md", TOP.format("Sleep", "About.", "Sleep") + "One.\n\n## Nights\n\nTwo.\n\n### Early\n\n## Days\n\nThree.\n")
    write(site / "docs-cy/sleep.md", TOP.format("Cwsg", "Am.", "Cwsg") + "Un.\n\n## Nosau\n\nDau.\n\n### Cynnar\n\n## Dyddiau\n\nTri.\n")
    assert rows(site, "sleep")[1:] == [
        (["Sleep", "One."], ["Cwsg", "Un."]),
        (["Nights", "Two."], ["Nosau", "Dau."]),
        (["Early"], ["Cynnar"]),
        (["Days", "Three."], ["Dyddiau", "Tri."]),
    ]


def test_a_section_without_a_counterpart_stands_alone(site):
    write(site / "docs/sleep.md", TOP.format("Sleep", "About.", "Sleep") + "One.\n\n## Nights\n\nTwo.\n")
    write(site / "docs-cy/sleep.md", TOP.format("Cwsg", "Am.", "Cwsg") + "Un.\n")
    assert rows(site, "sleep")[2:] == [(["Nights", "Two."], [])]


def test_the_first_row_names_the_files_and_has_the_descriptions(site):
    write(site / "docs/sleep.md", TOP.format("Sleep", "About sleep.", "Sleep"))
    write(site / "docs-cy/sleep.md", TOP.format("Cwsg", "Am gwsg.", "Cwsg"))
    draft = read_sources(site).settings.words[WELSH]["draft"].split()
    assert rows(site, "sleep")[0] == (
        ["English", "docs/sleep.md", "About", "sleep."],
        ["Cymraeg", "docs-cy/sleep.md", *draft, "Am", "gwsg."],
    )


def test_a_heading_within_something_else_parts_nothing(site):
    text = "> ## Quoted\n>\n> One.\n\n<details><summary>More</summary>\n\n## Inside\n\n</details>\n\n## Nights\n\nTwo.\n"
    write(site / "docs/sleep.md", TOP.format("Sleep", "About.", "Sleep") + text)
    assert [row[0] for row in rows(site, "sleep")[1:]] == [["Sleep", "Quoted", "One.", "More", "Inside"], ["Nights", "Two."]]


def test_links_and_pictures_lead_where_they_lead_on_their_own_page(site):
    text = '[a](more/play.md) [b](https://example.org/) [c](#sleep) ![d](images/baby.svg) `href="e"`\n'
    write(site / "docs/sleep.md", TOP.format("Sleep", "About.", "Sleep") + text)
    rows(site, "sleep")
    page = LexborHTMLParser((site / "site/pair/sleep/index.html").read_bytes())
    half = page.css("section[lang=en]")[1]
    found = [link.attributes["href"] for link in half.css("a")] + [picture.attributes["src"] for picture in half.css("img")]
    assert [urljoin("/pair/sleep/", each) for each in found] == ["/more/play/", "https://example.org/", "/pair/sleep/#sleep", "/images/baby.svg"]
    assert half.css_first("code").text() == 'href="e"'
    assert [urljoin("/pair/sleep/", link.attributes["href"]) for link in page.css(".place a")] == ["/sleep/", "/cy/cwsg/"]


def test_problems_stand_in_place(site):
    page = site / "docs-cy/sleep.md"
    write(page, page.read_text(encoding="utf-8") + "\n## Nos\n\n[dim](nunlle.md)\n")
    source = site / "docs/sleep.md"
    write(source, source.read_text(encoding="utf-8") + "\n## Night\n\n[nothing](more/play.md)\n")
    built = make_build(site, "https://example.org/", OPTIONS, None, is_preview=True)
    write_pairs(site / "site", built.sources, built.bodies, built.style)
    last = LexborHTMLParser((site / "site/pair/sleep/index.html").read_bytes()).css("section[lang=cy]")[-1]
    assert [child.tag for child in last.css("h2, aside")][:2] == ["h2", "aside"]


def test_a_page_of_an_editor_at_that_address_stands(site):
    for folder, title in (("docs", "Sleep too"), ("docs-cy", "Cwsg hefyd")):
        write(site / folder / "pair/sleep.md", TOP.format(title, f"{title}.", title) + "One.\n")
    sources = read_sources(site)
    write_pairs(site / "site", sources, page_bodies(sources, ""), "")
    assert [(site / "site/pair" / name / "index.html").exists() for name in ("sleep", "index", "pair/sleep")] == [False, True, True]


def test_no_published_site_has_them(site):
    mark_all(site)
    build_strictly(site)
    assert not (site / "site/pair").exists()
    assert "pair/sleep" not in (site / "site/sleep/index.html").read_text(encoding="utf-8")
