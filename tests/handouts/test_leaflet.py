"""The leaflets: their sides, their order, and what they say of one another."""

import re

import pytest

from conftest import mark_all, write
from handouts.all_handouts import make_handouts
from handouts.fitting import leaflet_faults
from handouts.leaflet import leaflets
from handouts.read_back import read_pdf
from messages.locales import ENGLISH
from printed import frame_of, in_order, make_all, pdfs_of, plain, sizes_of_type, struct_tree
from sources.all_sources import read_sources


@pytest.fixture(scope="module")
def made(service):
    return make_all(service)


def test_what_stands_at_the_foot_is_of_its_own_side(made):
    each = made[1]["taflen-wybodaeth-leaflet-print-bras.pdf"]
    pages = [" ".join(page.split()) for page in read_pdf(each.pdf).pages]
    titles = [side["title"] for side in each.handout.data["sides"]]
    feet = [next(title for title in titles if page.endswith(f"{title} {number} / {len(pages)}")) for number, page in enumerate(pages, 1)]
    assert list(dict.fromkeys(feet)) == titles


def test_the_leaflet_is_one_sheet_with_its_parts_in_order(made):
    for path, pages in {"leaflet.pdf": 2, "cy/taflen-wybodaeth.pdf": 2, "taflen-wybodaeth-leaflet.pdf": 4}.items():
        assert len(read_pdf(made[1][path].pdf).pages) == pages
    front, back = (" ".join(page.split()) for page in read_pdf(made[1]["leaflet.pdf"].pdf).pages)
    sources = made[0].sources
    passages = {side: passages_of(sources.settings.get("extra", "leaflet", side), sources) for side in ("front", "back")}
    in_order(front, [made[0].words(ENGLISH)["leaflet_front"], *passages["front"]])
    in_order(back, passages["back"])
    holder, other = (front, back) if "Telephone" in front else (back, front)
    assert holder.endswith("On the web: example.org Mae'r ddogfen hon ar gael yn Gymraeg: example.org/cy")
    assert other.endswith("Contact us: overleaf") and "Telephone" not in other


def test_a_leaflet_with_a_front_alone_has_one_side_in_each_language(made):
    paths = {"a-visit-to-your-garden.pdf": 1, "cy/ymweliad-ach-gardd.pdf": 1, "ymweliad-ach-gardd-a-visit-to-your-garden.pdf": 2}
    for path, pages in paths.items():
        printed = read_pdf(made[1][path].pdf).pages
        assert len(printed) == pages
        assert all("03069 990 133" in page for page in printed)
    assert plain(printed[0]).startswith("Cyfeillion Gerddi") and plain(printed[1]).startswith("Garden Friends")
    in_order(printed[1], ["A visit to your garden", *passages_of(["visits.md", "growing.md#after-you-have-sown"], made[0].sources)])


def test_a_part_of_the_leaflet_with_nothing_behind_its_sign_is_the_whole_page(site):
    settings = (site / "mkdocs.yml").read_text(encoding="utf-8")
    write(site / "mkdocs.yml", settings.replace("      - index.md#home-page\n", "      - 'index.md#'\n"))
    assert "See sleep (example.org/sleep)." in " ".join(read_pdf(pdfs_of(site)["leaflet.pdf"]).pages)


def test_the_leaflet_says_overleaf_of_what_stands_there(site):
    text = (site / "mkdocs.yml").read_text(encoding="utf-8")
    write(
        site / "mkdocs.yml",
        text.replace("      - index.md#home-page\n    back:\n      - index.md\n", "      - index.md\n    back:\n      - sleep.md\n"),
    )
    said = {path: " ".join(read_pdf(pdf).pages) for path, pdf in pdfs_of(site).items()}
    assert "See sleep, overleaf." in said["leaflet.pdf"] and "See play (example.org/more/play)." in said["leaflet.pdf"]
    assert "Gweler cwsg, trosodd." in said["cy/taflen-wybodaeth.pdf"]
    # In large print the page follows on another sheet.
    assert "See sleep." in said["leaflet-large-print.pdf"]


def test_the_sides_of_the_leaflet_are_filled_alike_in_the_largest_type_that_fits(site):
    lines = "Words to fill a side of the leaflet with, as many as it takes.\n\n"
    for folder, pin in (("docs", ""), ("docs-cy", "translation: PIN\n")):
        for name, count in (("long", 40), ("short", 12)):
            said = lines if folder == "docs" else "Geiriau i lenwi ochr.\n\n"
            write(
                site / folder / f"{name}.md",
                f"---\ntitle: {name[0]}\ndescription: P.\n{pin}updated: 2026-11-01\n---\n\n# {name[0]}\n\n{said * count}",
            )
    mark_all(site)
    text = (site / "mkdocs.yml").read_text(encoding="utf-8")
    write(
        site / "mkdocs.yml",
        text.replace("      - index.md#home-page\n    back:\n      - index.md\n", "      - long.md\n    back:\n      - short.md\n"),
    )
    pdf = pdfs_of(site)["leaflet.pdf"]
    front, back = read_pdf(pdf).pages
    assert "Telephone" in back and front.endswith("Contact us: overleaf")
    assert 10 < sizes_of_type(pdf).most_common(1)[0][0] <= 12


def passages_of(entries, sources):
    """The first words of each paragraph and point of the parts of a side of the leaflet, as they stand on it."""
    found = []
    for entry in entries:
        file, _, anchor = entry.partition("#")
        sections = [section for section in sources.contents[f"docs/{file}"].sections if section.level]
        if anchor:
            start = next(i for i, section in enumerate(sections) if section.anchor == anchor)
            end = next((i for i in range(start + 1, len(sections)) if sections[i].level <= sections[start].level), len(sections))
            sections = sections[start:end]
        pictures = {element.text for section in sections for element in section.elements}
        texts = [text for section in sections for text in section.passages if text not in pictures]
        # The first heading of a side gives way to the side's title.
        found += [" ".join(plain(text).split()[:4]) for text in (texts if found else texts[1:])]
    return found


def test_a_screen_reader_meets_the_leaflet_in_order(made):
    sides = [struct_tree(made[1]["leaflet.pdf"].pdf, side) for side in (0, 1)]
    for tags in sides:
        levels = [int(tag[1]) for tag, _ in tags if re.fullmatch(r"H\d", tag)]
        assert levels[0] == 1 and levels.count(1) == 1
        assert all(after <= before + 1 for before, after in zip(levels, levels[1:], strict=False))
    assert [alt for tags in sides for tag, alt in tags if alt.startswith("QR")] == ["QR code for https://example.org/"]


def test_the_check_tells_of_a_long_leaflet_what_a_build_would(site):
    for name, words in (("docs/index.md", "Rest."), ("docs-cy/index.md", "Gorffwys.")):
        write(site / name, (site / name).read_text(encoding="utf-8") + f"\n{words}\n" * 100)
    told = leaflet_faults(read_sources(site))
    assert [problem.path for problem in told] == ["docs/index.md", "docs-cy/index.md"]
    assert sorted(told) == sorted(make_handouts(frame_of(site))[1])


def test_a_leaflet_without_pages_is_none(site):
    text = (site / "mkdocs.yml").read_text(encoding="utf-8")
    pages = "    front:\n      - index.md#home-page\n    back:\n      - index.md\n"
    assert pages in text
    write(site / "mkdocs.yml", text.replace(pages, "    front: []\n"))
    assert leaflets(frame_of(site)) == []
