"""The page that lists what has changed, in both languages."""

from conftest import build_strictly, write
from test_build import read

LISTED = {
    "changes": [
        ("Winter, 10 November 2026", "A line on frozen ground.", "../seasons/winter/"),
        ("Ideas for your garden, 1 November 2026", "Sharing seeds & tools: a new idea.", "../ideas/"),
    ],
    "cy/beth-sydd-wedi-newid": [
        ("Gaeaf, 10 Tachwedd 2026", "Llinell am dir wedi rhewi.", "../tymhorau/gaeaf/"),
        ("Syniadau ar gyfer eich gardd, 1 Tachwedd 2026", "Rhannu hadau & chelfi: syniad newydd.", "../syniadau/"),
    ],
}


def test_changes_are_listed_in_their_language_the_newest_first(built_service):
    for address, listed in LISTED.items():
        points = read(built_service, address).css(".page-list li")
        assert [
            (*point.text(separator="\n").replace("\n, ", ", ").strip().split("\n"), point.css_first("a").attributes["href"]) for point in points
        ] == listed


def test_where_nothing_has_changed_the_page_says_so(site):
    text = (site / "mkdocs.yml").read_text(encoding="utf-8")
    write(site / "mkdocs.yml", text.replace("  page_list:", "  change_list: sleep.md\n  page_list:"))
    build_strictly(site)
    assert read(site / "site", "cy/cwsg").css(".page-text p")[-2].text() == "Nid oes dim wedi newid eto."


def test_without_lists_of_pages_the_home_page_takes_the_place_of_none(site):
    text = (site / "mkdocs.yml").read_text(encoding="utf-8")
    write(site / "mkdocs.yml", text.replace("  page_list: more/play.md\n", ""))
    build_strictly(site, HANDOUTS="1")
    for address, said in (("", "Home page See sleep . Updated: 1 November 2026"), ("cy", "Tudalen hafan Gweler cwsg . Diweddarwyd: 1 Tachwedd 2026")):
        page = read(site / "site", address)
        assert " ".join(page.css_first(".page-text").text(separator=" ").split()).endswith(said)
        assert "data-pagefind-body" in page.css_first("main").attributes
