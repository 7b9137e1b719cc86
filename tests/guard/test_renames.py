"""What is offered in the place of a name that no page has any more, where git knows what the page said."""

import shutil
import subprocess

import pytest

from conftest import mark_all, write
from guard.all_checks import check_sources
from sources.all_sources import read_sources
from sources.front_matter import set_line

FOLDERS = ("docs", "docs-cy")


@pytest.fixture
def known_site(site):
    """A sound site that git remembers, with a page of nearly the name of another one."""
    for name, text in (("docs/sleeps.md", "Snooze"), ("docs-cy/sleeps.md", "Hepian")):
        page = f"---\ntitle: {text}\ndescription: {text}.\nupdated: 2026-11-01\ntranslation: PIN\n---\n\n# {text}\n\n{text}.\n"
        write(site / name, page.replace("translation: PIN\n", "") if name.startswith("docs/") else page)
    mark_all(site)
    git(site, "init", "--quiet")
    git(site, "add", ".")
    git(site, "commit", "--quiet", "--message", "A sound site")
    return site


def git(site, *words):
    subprocess.run(["git", "-c", "user.name=A", "-c", "user.email=a@example.org", *words], cwd=site, check=True)


def rename(site, old, new):
    for folder in FOLDERS:
        (site / folder / new).parent.mkdir(exist_ok=True)
        (site / folder / old).rename(site / folder / new)


def fixes(site):
    return {(problem.path, problem.check): str(problem.fix) for problem in check_sources(read_sources(site))}


@pytest.mark.parametrize("new", ["rest.md", "topics/sleep.md"])
@pytest.mark.parametrize("is_committed", [True, False])
def test_a_renamed_page_is_offered_by_its_new_name(known_site, new, is_committed):
    rename(known_site, "sleep.md", new)
    for folder in FOLDERS:
        page = known_site / folder / new
        text = page.read_text(encoding="utf-8")
        write(page, text.replace("(more", "(../more") if "/" in new else text)
    if is_committed:
        git(known_site, "add", ".")
        git(known_site, "commit", "--quiet", "--message", "Rename a page")

    write_it = f'write "{new}" instead.'
    found = fixes(known_site)
    assert {key: fix for key, fix in found.items() if key[1] != "outdated_translation"} == {
        ("docs/index.md", "link_target_missing"): write_it,
        ("docs-cy/index.md", "link_target_missing"): write_it,
        ("mkdocs.yml", "menu_page_missing"): write_it,
    }


def test_a_page_that_went_has_no_other_in_its_place(known_site):
    for folder in FOLDERS:
        (known_site / folder / "sleep.md").unlink()

    assert fixes(known_site) == {
        ("docs/index.md", "link_target_missing"): "take the link out, or add the file.",
        ("docs-cy/index.md", "link_target_missing"): "take the link out, or add the file.",
        ("mkdocs.yml", "menu_page_missing"): "take the entry out, or add the page in both languages.",
        ("docs/sleep.md", "address_lost"): 'write "formerly: sleep.md" between the two --- of the page that its readers are to get.',
    }


def test_the_page_that_takes_over_one_that_went_is_offered_in_its_place(known_site):
    for folder in FOLDERS:
        (known_site / folder / "sleep.md").unlink()
    play = known_site / "docs/more/play.md"
    write(play, set_line(play.read_text(encoding="utf-8"), "formerly", "sleep.md"))

    assert set(fixes(known_site).values()) == {'write "more/play.md" instead.'}


def test_without_git_nothing_is_guessed(known_site):
    shutil.rmtree(known_site / ".git")
    rename(known_site, "sleep.md", "rest.md")

    assert set(fixes(known_site).values()) == {"take the link out, or add the file.", "take the entry out, or add the page in both languages."}


@pytest.mark.parametrize(
    "address", ["/sleep/", "Sleep.md", "sleep.html", "sleep", "docs/sleep.md", "../sleep/", "/cy/cwsg/", "cwsg.md", r".\sleep.md"]
)
def test_a_page_that_is_named_in_another_way_is_offered_by_its_name(site, address):
    page = site / "docs/index.md"
    write(page, page.read_text(encoding="utf-8").replace("(sleep.md)", f"({address})"))

    assert fixes(site) == {("docs/index.md", "link_target_missing"): 'write "sleep.md" instead.'}
