"""Where readers get who ask for an address that was published: each site here is a small one with a history of its own."""

import datetime
import subprocess

import pytest

from conftest import PAGES, commit, make_site, write
from messages.locales import LOCALES
from sources.all_sources import read_sources
from sources.front_matter import set_line
from sources.succession import succession

TODAY = datetime.date.today()


@pytest.fixture
def site(site):
    """The sound site, which main has."""
    commit(site)
    return site


def git(root, *words):
    identity = ["-c", "user.name=Editor", "-c", "user.email=editor@example.org"]
    subprocess.run(["git", *identity, *words], cwd=root, check=True, capture_output=True)


def rename(root, old, new):
    for locale in LOCALES:
        path = root / locale.folder / new
        path.parent.mkdir(parents=True, exist_ok=True)
        (root / locale.folder / old).rename(path)


def remove(root, *names):
    for locale in LOCALES:
        for name in names:
            (root / locale.folder / name).unlink()


def edit(root, path, old, new):
    text = (root / path).read_text(encoding="utf-8")
    assert old in text
    write(root / path, text.replace(old, new))


def line(root, path, key, value):
    write(root / path, set_line((root / path).read_text(encoding="utf-8"), key, value))


def pages(root):
    """Where each former address of a page leads."""
    return {moved.old: moved.new for moved in succession(read_sources(root)).moved if not moved.old.endswith(".pdf")}


def papers(root):
    return {moved.old: moved.new for moved in succession(read_sources(root)).moved if moved.old.endswith(".pdf")}


def lost(root):
    return succession(read_sources(root)).lost


def lost_files(root):
    return succession(read_sources(root)).lost_files


def test_a_page_that_stays_needs_nothing(site):
    edit(site, "docs/sleep.md", "See", "Do see")
    assert (pages(site), papers(site), lost(site)) == ({}, {}, {})


def test_a_renamed_page_is_known_by_its_words(site):
    rename(site, "sleep.md", "night/rest.md")
    edit(site, "docs/night/rest.md", "more/play.md", "../more/play.md")
    assert pages(site) == {"sleep/": "night/rest/", "cy/cwsg/": "cy/night/cwsg/"}


def test_a_renamed_page_is_known_whatever_its_words_become_and_however_often(site):
    rename(site, "sleep.md", "rest.md")
    commit(site)
    edit(site, "docs/rest.md", "See", "Do see")
    commit(site)
    rename(site, "rest.md", "night.md")
    commit(site)
    edit(site, "docs/night.md", "# Sleep", "# Night")
    assert pages(site) == {"sleep/": "night/", "rest/": "night/"}


def test_a_page_that_was_renamed_there_and_back_needs_nothing_more(site):
    rename(site, "sleep.md", "rest.md")
    commit(site)
    rename(site, "rest.md", "sleep.md")
    assert pages(site) == {"rest/": "sleep/"}


def test_another_slug_leads_on(site):
    edit(site, "docs-cy/sleep.md", "slug: cwsg", "slug: hepian")
    assert pages(site) == {"cy/cwsg/": "cy/hepian/"}


def test_the_slug_of_a_folder_leads_on_from_all_that_lies_in_it(site):
    write(site / "docs/more/index.md", PAGES["docs/index.md"].replace("Home page", "More").replace("sleep.md", "play.md"))
    write(site / "docs-cy/more/index.md", PAGES["docs-cy/index.md"].replace("Tudalen hafan", "Rhagor").replace("title:", "slug: rhagor\ntitle:"))
    assert pages(site) == {"cy/more/chwarae/": "cy/rhagor/chwarae/"}
    commit(site)
    remove(site, "more/index.md")
    assert pages(site) == {"cy/rhagor/chwarae/": "cy/more/chwarae/"}
    assert lost(site) == {"docs/more/index.md": ["more/"], "docs-cy/more/index.md": ["cy/rhagor/"]}


def test_handouts_go_where_their_page_goes(site):
    rename(site, "sleep.md", "rest.md")
    assert papers(site) == {"sleep/sleep.pdf": "rest/rest.pdf", "sleep/sleep-large-print.pdf": "rest/rest-large-print.pdf"}


def test_the_handout_of_a_page_that_lists_pages_now_gives_way_to_the_page(site):
    settings = site / "mkdocs.yml"
    write(settings, settings.read_text(encoding="utf-8").replace("  page_list: more/play.md\n", "  change_list: sleep.md\n"))
    assert papers(site)["sleep/sleep.pdf"] == "sleep/" and "more/play/play.pdf" not in papers(site)


def test_a_handout_with_another_name_goes_on_being_served(site):
    edit(site, "mkdocs.yml", "en: large-print\n", "en: big\n")
    found = papers(site)
    assert found["sleep/sleep-large-print.pdf"] == "sleep/sleep-big.pdf"
    assert found["leaflet-large-print.pdf"] == "leaflet-big.pdf"
    assert set(found) == {path for path in found if path.endswith("-large-print.pdf")}


BOTH = {"docs/form.docx": "docs/new.docx", "docs-cy/form.docx": "docs-cy/newydd.docx"}
# What is renamed, what mkdocs.yml says of it, and which holds another text from then on.
DOWNLOADS = {
    "by the other name that one language gave it": ({"docs-cy/form.docx": "docs-cy/ffurflen.docx"}, {"form.docx": "ffurflen.docx"}, "ffurflen.docx"),
    "by what it holds": (BOTH, {}, ""),
    "by a counterpart that is known by what it holds": (BOTH, {"new.docx": "newydd.docx"}, "newydd.docx"),
}


@pytest.mark.parametrize(("renamed", "named", "rewritten"), DOWNLOADS.values(), ids=DOWNLOADS)
def test_a_download_with_another_name_goes_on_being_served(site, renamed, named, rewritten):
    for folder in ("docs", "docs-cy"):
        write(site / folder / "form.docx", f"{folder}: the form")
    commit(site)
    for old, new in renamed.items():
        (site / old).rename(site / new)
    for english, welsh in named.items():
        edit(site, "mkdocs.yml", "  page_list:", f"  downloads:\n    {english}: {welsh}\n  page_list:")
    if rewritten:
        write(site / "docs-cy" / rewritten, "another text")
    addresses = {path: path.removeprefix("docs/").replace("docs-cy/", "cy/") for pair in renamed.items() for path in pair}
    assert pages(site) == {addresses[old]: addresses[new] for old, new in renamed.items()}


def test_a_download_that_was_renamed_twice_goes_on_being_served_at_both_addresses(site):
    names = ["form.pdf", "sheet.pdf", "paper.pdf"]
    write(site / "docs/form.pdf", "%PDF-1.7 form")
    for old, new in zip(names, names[1:], strict=False):
        commit(site)
        (site / "docs" / old).rename(site / "docs" / new)
    commit(site)
    write(site / "docs/paper.pdf", "%PDF-1.7 another")
    assert papers(site) == dict.fromkeys(names[:2], "paper.pdf")


def test_a_download_under_its_former_welsh_name_gives_way_to_the_one_that_the_document_has_now(site):
    write(site / "docs/form.pdf", "%PDF-1.7 form")
    write(site / "docs-cy/ffurflen.pdf", "%PDF-1.7 ffurflen")
    edit(site, "mkdocs.yml", "  page_list:", "  downloads:\n    form.pdf: ffurflen.pdf\n  page_list:")
    commit(site)
    (site / "docs-cy/ffurflen.pdf").unlink()
    write(site / "docs-cy/cais.pdf", "%PDF-1.7 cais")
    edit(site, "mkdocs.yml", "form.pdf: ffurflen.pdf", "form.pdf: cais.pdf")
    assert papers(site) == {"cy/ffurflen.pdf": "cy/cais.pdf"}


def test_a_download_that_is_gone_in_both_languages_leads_nowhere(site):
    for folder in ("docs", "docs-cy"):
        write(site / folder / "form.pdf", f"%PDF-1.7 {folder}")
    commit(site)
    remove(site, "form.pdf")
    assert papers(site) == {} and lost_files(site) == ["docs-cy/form.pdf", "docs/form.pdf"]


def test_a_download_that_went_before_the_site_was_public_needs_lead_nowhere(site):
    for folder in ("docs", "docs-cy"):
        write(site / folder / "form.pdf", f"%PDF-1.7 {folder}")
    commit(site)
    remove(site, "form.pdf")
    commit(site)
    edit(site, "mkdocs.yml", "  page_list:", f"  first_published: {TODAY}\n  page_list:")
    assert lost_files(site) == []


def test_a_page_takes_over_a_download_that_is_gone(site):
    for folder in ("docs", "docs-cy"):
        write(site / folder / "form.docx", f"{folder}: the form")
    commit(site)
    remove(site, "form.docx")
    assert lost_files(site) == ["docs-cy/form.docx", "docs/form.docx"]
    edit(site, "docs/sleep.md", "title: Sleep\n", "title: Sleep\nformerly: form.docx\n")
    assert pages(site) == {"form.docx": "sleep/"} and lost_files(site) == ["docs-cy/form.docx"]


def test_before_handouts_had_names_there_were_none(tmp_path):
    root = make_site(tmp_path)
    settings = (root / "mkdocs.yml").read_text(encoding="utf-8")
    edit(root, "mkdocs.yml", "    large_print_file:", "    other_file:")
    commit(root)
    write(root / "mkdocs.yml", settings)
    assert papers(root) == {}


def test_a_leaflet_that_is_no_longer_made_gives_way_to_the_handout_of_its_first_page(site):
    edit(site, "mkdocs.yml", "    front:\n      - index.md#home-page\n", "    front: []\n")
    assert papers(site) == {
        "leaflet.pdf": "home.pdf",
        "leaflet-large-print.pdf": "home-large-print.pdf",
        "cy/taflen-wybodaeth.pdf": "cy/hafan.pdf",
        "cy/taflen-wybodaeth-print-bras.pdf": "cy/hafan-print-bras.pdf",
        "taflen-wybodaeth-leaflet.pdf": "cy/hafan.pdf",
        "taflen-wybodaeth-leaflet-print-bras.pdf": "cy/hafan-print-bras.pdf",
    }


FURTHER = """  leaflets:
    - title:
        en: On sleep
        cy: Am gwsg
      front:
        - sleep.md
"""


def with_a_second_leaflet(site):
    """The sound site, of which main has had a second leaflet, too."""
    edit(site, "mkdocs.yml", "  # `make publish` refuses", f"{FURTHER}\n  # `make publish` refuses")
    commit(site)
    return site


def leaflets_alone(found):
    return {old: new for old, new in found.items() if "large-print" not in old and "print-bras" not in old}


def test_a_leaflet_with_another_title_goes_on_being_served_at_its_old_address(site):
    edit(with_a_second_leaflet(site), "mkdocs.yml", "en: On sleep\n", "en: Sleeping well\n")
    assert leaflets_alone(papers(site)) == {"on-sleep.pdf": "sleeping-well.pdf", "am-gwsg-on-sleep.pdf": "am-gwsg-sleeping-well.pdf"}


def test_a_leaflet_that_is_another_in_all_but_its_parts_is_known_by_them(site):
    edit(with_a_second_leaflet(site), "mkdocs.yml", "en: On sleep\n        cy: Am gwsg\n", "en: Rest\n        cy: Gorffwys\n")
    assert leaflets_alone(papers(site)) == {
        "on-sleep.pdf": "rest.pdf",
        "cy/am-gwsg.pdf": "cy/gorffwys.pdf",
        "am-gwsg-on-sleep.pdf": "gorffwys-rest.pdf",
    }


def test_a_leaflet_among_others_that_is_no_longer_made_gives_way_to_the_handout_of_its_first_page(site):
    edit(with_a_second_leaflet(site), "mkdocs.yml", FURTHER, "")
    assert leaflets_alone(papers(site)) == {
        "on-sleep.pdf": "sleep/sleep.pdf",
        "cy/am-gwsg.pdf": "cy/cwsg/cwsg.pdf",
        "am-gwsg-on-sleep.pdf": "cy/cwsg/cwsg.pdf",
    }


def test_a_page_that_is_gone_is_lost_until_another_takes_it_over_in_one_line(site):
    remove(site, "sleep.md")
    assert lost(site) == {"docs/sleep.md": ["sleep/"], "docs-cy/sleep.md": ["cy/cwsg/"]}
    line(site, "docs-cy/more/play.md", "formerly", "sleep.md")
    assert (pages(site), lost(site)) == ({"sleep/": "more/play/", "cy/cwsg/": "cy/more/chwarae/"}, {})


def test_what_took_a_page_over_passes_that_on(site):
    remove(site, "sleep.md")
    line(site, "docs/more/play.md", "formerly", "sleep.md")
    commit(site)
    rename(site, "more/play.md", "games.md")
    line(site, "docs/games.md", "formerly", "[sleep.md, more/play.md]")
    commit(site)
    remove(site, "games.md")
    line(site, "docs/index.md", "formerly", "games.md")
    assert pages(site) == {
        **dict.fromkeys(["sleep/", "more/play/", "games/"], ""),
        **dict.fromkeys(["cy/cwsg/", "cy/more/chwarae/", "cy/chwarae/"], "cy/"),
    }


def test_what_a_line_once_said_holds_after_it_is_taken_out(site):
    remove(site, "sleep.md")
    line(site, "docs/more/play.md", "formerly", "sleep.md")
    commit(site)
    edit(site, "docs/more/play.md", "formerly: sleep.md\n", "")
    assert pages(site) == {"sleep/": "more/play/", "cy/cwsg/": "cy/more/chwarae/"}


def test_the_line_of_today_counts_more_than_an_older_one(site):
    remove(site, "sleep.md")
    line(site, "docs/more/play.md", "formerly", "sleep.md")
    commit(site)
    edit(site, "docs/more/play.md", "formerly: sleep.md\n", "")
    line(site, "docs/index.md", "formerly", "sleep.md")
    assert pages(site)["sleep/"] == ""


def test_a_page_that_came_again_and_moved_then_is_followed_itself(site):
    remove(site, "sleep.md")
    line(site, "docs/more/play.md", "formerly", "[sleep.md, /old/]")
    commit(site)
    write(site / "docs/more/play.md", PAGES["docs/more/play.md"])
    for name, words in (("sleep", "Sleep"), ("old", "Old")):
        write(site / f"docs/{name}.md", PAGES["docs/sleep.md"].replace("Sleep", words))
        write(site / f"docs-cy/{name}.md", PAGES["docs-cy/sleep.md"].replace("Cwsg", words).replace("slug: cwsg\n", ""))
    commit(site)
    rename(site, "sleep.md", "rest.md")
    rename(site, "old.md", "new.md")
    assert pages(site) == {"sleep/": "rest/", "old/": "new/", "cy/sleep/": "cy/rest/", "cy/old/": "cy/new/", "cy/cwsg/": "cy/rest/"}


def test_pages_that_once_took_each_other_over_lead_nowhere_and_end(site):
    remove(site, "sleep.md")
    line(site, "docs/more/play.md", "formerly", "sleep.md")
    commit(site)
    write(site / "docs/sleep.md", PAGES["docs/sleep.md"].replace("title:", "formerly: more/play.md\ntitle:", 1))
    write(site / "docs-cy/sleep.md", PAGES["docs-cy/sleep.md"])
    remove(site, "more/play.md")
    commit(site)
    remove(site, "sleep.md")
    assert set(lost(site)) == {f"{locale.folder}/{name}" for locale in LOCALES for name in ("sleep.md", "more/play.md")}


@pytest.mark.parametrize("typed", ["/cy/hen/", "cy/hen/", "cy/hen", "https://example.org/cy/hen/", "/cy/hen/index.html"])
def test_an_address_from_before_there_was_git_leads_on(site, typed):
    line(site, "docs-cy/sleep.md", "formerly", typed)
    assert pages(site) == {"cy/hen/": "cy/cwsg/"}
    assert papers(site) == {"cy/hen/hen.pdf": "cy/cwsg/cwsg.pdf", "cy/hen/hen-print-bras.pdf": "cy/cwsg/cwsg-print-bras.pdf"}


def test_addresses_of_single_files_lead_on(site):
    line(site, "docs/sleep.md", "formerly", "[/old/sleep.html, /old/leaflet.pdf]")
    assert pages(site) == {"old/sleep.html": "sleep/"}
    assert papers(site) == {"old/leaflet.pdf": "sleep/sleep.pdf"}


@pytest.mark.parametrize("typed", ["nap.md", "nap", "docs/nap.md", "/nap.md", " nap.md "])
def test_without_a_history_a_name_stands_for_the_usual_addresses(tmp_path, site, typed):
    (site / ".git").rename(tmp_path / "elsewhere")
    line(site, "docs/sleep.md", "formerly", f'"{typed}"')
    assert pages(site) == {"nap/": "sleep/", "cy/nap/": "cy/cwsg/"}


@pytest.mark.parametrize(
    "typed", ["../../x.md", "//example.com/", "https://example.com/x/", "javascript:x", ".git/", "/a/../b/", "/a\\b/", "", "/x?y/", "/a.exe"]
)
def test_what_is_no_address_leads_nowhere(site, typed):
    line(site, "docs/sleep.md", "formerly", f"'{typed}'")
    assert (pages(site), papers(site)) == ({}, {})


def test_what_a_branch_had_for_a_while_was_never_published(site):
    git(site, "checkout", "-qb", "change")
    rename(site, "sleep.md", "rest.md")
    git(site, "add", "--all")
    git(site, "commit", "-qm", "First thought")
    rename(site, "rest.md", "night.md")
    git(site, "add", "--all")
    git(site, "commit", "-qm", "Second thought")
    assert pages(site) == {"sleep/": "night/"}
    git(site, "checkout", "-q", "main")
    git(site, "merge", "-q", "--no-ff", "-m", "Merge", "change")
    assert pages(site) == {"sleep/": "night/"}


def test_a_page_without_its_counterpart_was_never_published(site):
    write(site / "docs/nap.md", PAGES["docs/sleep.md"].replace("Sleep", "Nap"))
    commit(site)
    (site / "docs/nap.md").unlink()
    assert lost(site) == {}


def test_what_had_gone_when_the_site_went_public_need_not_lead_on(site):
    remove(site, "sleep.md")
    commit(site)
    assert set(lost(site)) == {"docs/sleep.md", "docs-cy/sleep.md"}
    edit(site, "mkdocs.yml", "  publish_drafts: false\n", f"  publish_drafts: false\n  first_published: {TODAY}\n")
    assert lost(site) == {}
    remove(site, "more/play.md")
    assert set(lost(site)) == {"docs/more/play.md", "docs-cy/more/play.md"}
    edit(site, "mkdocs.yml", f"first_published: {TODAY}", f"first_published: {TODAY + datetime.timedelta(1)}")
    assert lost(site) == {}


def test_names_that_no_guard_would_let_pass_today_are_read(site):
    for folder, title in (("docs", "Ŵyl & co"), ("docs-cy", "Gŵyl")):
        write(site / folder / 'Fy "nhudalen" ŵ.md', PAGES["docs/sleep.md"].replace("Sleep", title))
    commit(site)
    remove(site, 'Fy "nhudalen" ŵ.md')
    assert lost(site) == {'docs/Fy "nhudalen" ŵ.md': ['Fy "nhudalen" ŵ/'], 'docs-cy/Fy "nhudalen" ŵ.md': ['cy/Fy "nhudalen" ŵ/']}


def test_a_project_that_another_repository_holds_has_no_history_of_its_own(tmp_path):
    inner = make_site(tmp_path / "inner")
    commit(tmp_path)
    assert succession(read_sources(inner)).revision is None


def test_a_shallow_copy_and_a_folder_without_git_are_known_as_such(site, tmp_path):
    whole = succession(read_sources(site)).revision
    commit_again = site / "docs/sleep.md"
    write(commit_again, commit_again.read_text(encoding="utf-8") + "\nMore.\n")
    commit(site)
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{site}", "shallow")
    shallow = succession(read_sources(tmp_path / "shallow")).revision
    (site / ".git").rename(tmp_path / "elsewhere")
    assert (whole.is_whole, shallow.is_whole, succession(read_sources(site)).revision) == (True, False, None)


def test_each_address_is_known_with_what_its_readers_get_now(site):
    rename(site, "sleep.md", "rest.md")
    remove(site, "more/play.md")
    told = succession(read_sources(site, TODAY)).destinations
    assert {old: new for old, new in told.items() if not old.endswith(".pdf")} == {
        "": "",
        "cy/": "cy/",
        "cy/cwsg/": "cy/cwsg/",
        "cy/more/chwarae/": None,
        "more/play/": None,
        "sleep/": "rest/",
    }
