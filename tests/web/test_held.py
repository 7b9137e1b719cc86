"""A page that is not ready: on no published site, and in the preview."""

import pytest

from conftest import build, make_site, write
from guard.all_checks import check_sources
from sources.all_sources import read_sources
from sources.front_matter import set_line
from sources.options import Options
from web.build import make_build


@pytest.fixture(scope="module")
def root(tmp_path_factory):
    """The sound site with a pair in the menu that is half written."""
    root = make_site(tmp_path_factory.mktemp("held"))
    write(root / "docs/nap.md", "---\ntitle: Nap\n---\n\n# Nap\n\n[add the text]\n")
    write(root / "docs-cy/nap.md", "---\ntitle: Cyntun\nslug: cyntun\nhold: waits for a picture\n---\n")
    settings = (root / "mkdocs.yml").read_text(encoding="utf-8")
    write(
        root / "mkdocs.yml",
        settings.replace("nav:\n  - index.md\n", "nav:\n  - index.md\n  - Naps:\n      - nap.md\n  - Rest: [nap.md, more/play.md]\n", 1),
    )
    return root


def test_the_guard_asks_nothing_of_it(root):
    # What is told is of the menu's own titles and entries.
    assert {problem.path for problem in check_sources(read_sources(root))} == {"mkdocs.yml"}


def test_it_is_in_nothing_that_is_published(root):
    settings = (root / "mkdocs.yml").read_text(encoding="utf-8")
    write(root / "mkdocs.yml", settings.replace("  - Naps:\n      - nap.md\n  - Rest: [nap.md, more/play.md]\n", "  - nap.md\n"))
    result = build(root, "--strict", HANDOUTS="1")
    write(root / "mkdocs.yml", settings)
    assert result.returncode == 0, result.stderr
    assert "Held back: nap.md (waits for a picture)" in result.stderr
    files = {path.relative_to(root / "site").as_posix(): path for path in (root / "site").rglob("*") if path.is_file()}
    assert [name for name in files if "nap" in name or "cyntun" in name] == []
    pages = "".join(path.read_text(encoding="utf-8") for name, path in files.items() if name.endswith((".html", "sitemap.xml")))
    assert [word for word in ("nap.md", "Nap<", "Cyntun", "nap/") if word in pages] == []


def test_the_preview_has_it_with_what_is_still_to_be_done(root):
    options = Options(publish=False, require_reviewed=False, handouts=False)
    preview = make_build(root, "https://example.org/", options, None, is_preview=True)
    published = make_build(root, "https://example.org/", options, None, is_preview=False)
    assert {"docs/nap.md", "docs-cy/nap.md"} <= preview.pages.keys()
    assert {problem.check for problem in preview.problems if "nap.md" in problem.path} >= {"placeholder_left", "page_empty"}
    assert [name.as_posix() for _, _, name in published.files if name.name == "nap.md"] == []
    assert published.menu([{"Naps": ["nap.md"]}, {"Rest": ["nap.md", "more/play.md"]}]) == [{"Rest": ["more/play.md"]}]


def test_a_page_of_which_only_one_language_exists_may_wait(tmp_path):
    root = make_site(tmp_path)
    write(root / "docs/nap.md", "---\ntitle: Nap\nhold: waits for its Welsh\n---\n\n# Nap\n\nWords.\n")
    assert check_sources(read_sources(root)) == []
    page = root / "docs-cy/sleep.md"
    write(page, set_line(page.read_text(encoding="utf-8"), "hold", "waits"))
    (problem,) = {problem.message for problem in check_sources(read_sources(root)) if problem.path == "docs/index.md"}
    assert problem == 'The link to "sleep.md" leads to a page that is held back.'
