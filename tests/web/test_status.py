"""What the owner of a service is shown of how the site stands."""

import datetime
import json
import re
import subprocess

import pytest
import yaml

from conftest import write
from messages.locales import ENGLISH
from sources.all_sources import read_sources
from sources.history import last_changes
from sources.standing import standings
from web.status import cell_in, contact_table
from web.status_page import status_page

TODAY = datetime.date(2026, 12, 1)


def set_line(path, line):
    """Put a line into the front matter of a page."""
    write(path, path.read_text(encoding="utf-8").replace("---\n", f"---\n{line}\n", 1))


def tables(page, code):
    """The rows of each table of one language's half of the owner's page, by the heading of the table."""
    half = re.search(rf'<section lang="{code}">.*?</section>', page, re.DOTALL)[0]
    found = re.findall(r"<h2>(.*?)</h2>(.*?)</table>", half, re.DOTALL)
    return {name: [re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row) for row in table.split("<tr")[2:]] for name, table in found}


def test_pages_stand_in_the_order_of_their_next_review(site):
    set_line(site / "docs/sleep.md", "review_by: 2026-11-30")
    set_line(site / "docs-cy/more/play.md", "review_by: 2027-03-01")
    found = standings(read_sources(site, TODAY))
    assert [(each.name, str(each.review_by), each.is_overdue) for each in found] == [
        ("sleep.md", "2026-11-30", True),
        ("more/play.md", "2027-03-01", False),
        ("index.md", "None", False),
    ]


def test_a_page_is_due_on_its_day_and_overdue_after_it(site):
    set_line(site / "docs/sleep.md", "review_by: 2026-12-01")
    assert [standings(read_sources(site, TODAY + datetime.timedelta(days)))[0].is_overdue for days in (0, 1)] == [False, True]


def test_a_checked_page_is_live_until_its_words_change(run):
    def live():
        return [pair["page"] for pair in json.loads(run("show_status", "--format", "json").stdout)["pairs"] if pair["live"]]

    assert (live(), run("mark_translated", "docs-cy/sleep.md", "--reviewed-by", "Siân").returncode, live()) == ([], 0, ["sleep.md"])
    page = run.site / "docs-cy/sleep.md"
    write(page, page.read_text(encoding="utf-8").replace("# Cwsg", "# Cysgu"))
    assert live() == []


def test_the_page_of_the_owner_says_all_in_both_languages(run, git):
    set_line(run.site / "docs/sleep.md", "review_by: 2026-11-02")
    settings = run.site / "mkdocs.yml"
    text = re.sub(
        r"(?m)^  to_confirm:\n(?:    .*\n)+",
        "  to_confirm:\n    - item: hours\n      question: {en: When?, cy: Pryd?}\n",
        settings.read_text("utf-8"),
    )
    write(settings, text.replace("03069 990 133", "03069 990 144"))

    result = run("show_status", "--page", "status.html")

    assert result.stdout.endswith(f"The whole of it, for the owner of the service: {(run.site / 'status.html').as_uri()}\n")
    page = (run.site / "status.html").read_text(encoding="utf-8")
    today = str(datetime.date.today())
    english = tables(page, "en")
    assert {*map(tuple, english.pop("Addresses ever published"))} > {("/sleep/", "English", "still there"), ("/cy/cwsg/", "Welsh", "still there")}
    assert english == {
        "Pages": [
            ["Sleep (sleep.md)", "English", "current", "draft", "", "", "2026-11-01", "overdue: 2026-11-02"],
            ["Home page (index.md)", "English", "current", "draft", "", "", "2026-11-01", ""],
            ["Play (more/play.md)", "English", "current", "draft", "", "", "2026-11-01", ""],
        ],
        "Questions to answer": [["hours", "When?"]],
        "Contact details": [
            ["name", "English", "Garden Advice Line", "Editor", today],
            ["name", "Welsh", "Llinell Gyngor Gerddi", "Editor", today],
            ["telephone number", "Welsh and English", "03069 990 144", "only on this computer", ""],
            ["e-mail address", "Welsh and English", "AskUs@Gardens.org.uk", "Editor", today],
            ["website", "Welsh and English", "www.gardenadvice.co.uk", "Editor", today],
        ],
        "Leaflets": [
            ["Information for gardeners: Leaflet", "English", "live", "index.md"],
            ["Information for gardeners: Leaflet in large print", "English", "live", "index.md"],
            ["Information for gardeners: Leaflet", "Welsh", "draft", "index.md"],
            ["Information for gardeners: Leaflet in large print", "Welsh", "draft", "index.md"],
            ["Information for gardeners: Leaflet in Welsh and English, on two sheets", "Welsh and English", "draft", "index.md"],
            ["Information for gardeners: Leaflet in Welsh and English, in large print", "Welsh and English", "draft", "index.md"],
        ],
    }
    welsh = tables(page, "cy")
    assert ([welsh["Tudalennau"][0][i] for i in (0, 7)], welsh["Cwestiynau i&#x27;w hateb"]) == (
        ["Cwsg (sleep.md)", "yn hwyr: 2026-11-02"],
        [["hours", "Pryd?"]],
    )
    assert [row[1] for row in welsh["Taflenni gwybodaeth"]] == ["Saesneg"] * 2 + ["Cymraeg"] * 2 + ["Cymraeg a Saesneg"] * 2
    assert "<li>Questions to answer: 1</li><li>Drafts: 3 (of 3)</li><li>Overdue for review: 1 (of 3)</li>" in page


def test_an_address_that_leads_nowhere_stands_first(run, git):
    for folder in ("docs", "docs-cy"):
        (run.site / folder / "sleep.md").unlink()
        (run.site / folder / "more/play.md").rename(run.site / folder / "games.md")
    told = json.loads(run("show_status", "--format", "json").stdout)["addresses"]
    assert [told[old] for old in ("", "sleep/", "more/play/", "more/play/play.pdf")] == ["", None, "games/", "games/games.pdf"]
    assert run("show_status", "--page", "status.html").returncode == 0
    found = tables((run.site / "status.html").read_text(encoding="utf-8"), "en")["Addresses ever published"]
    assert {row[2] for row in found[:6]} == {"leads nowhere"} and "leads nowhere" not in {row[2] for row in found[6:]}


def test_a_page_that_is_held_back_says_why_and_counts_for_nothing_else(run):
    for name, line in (("docs/sleep.md", "hold: waits for a photo"), ("docs-cy/sleep.md", "review_by: 2026-11-02")):
        set_line(run.site / name, line)
    write(run.site / "docs/index.md", (run.site / "docs/index.md").read_text(encoding="utf-8").replace("[sleep](sleep.md)", "sleep"))
    told = json.loads(run("show_status", "--format", "json").stdout)
    assert {pair["page"]: pair["held"] for pair in told["pairs"]} == {"sleep.md": "waits for a photo", "index.md": None, "more/play.md": None}
    assert "sleep.md      English     current      held back: waits for a photo  " in run("show_status", "--lang", "en").stdout


def test_further_lines_of_the_contact_block_have_their_authors_too(run, git):
    settings = run.site / "mkdocs.yml"
    more = "    more:\n      - label: Relay UK\n        telephone: 18001 03069 990 133\n      - label: {en: Open, cy: Ar agor}\n        text: {en: Daily, cy: Bob dydd}\n"
    write(settings, settings.read_text("utf-8").replace("    website: www.gardenadvice.co.uk\n", f"    website: www.gardenadvice.co.uk\n{more}"))
    git("commit", "-qam", "Say when we are open", "--author", "Owner <owner@example.org>")
    found = contact_table(read_sources(run.site)).rows[5:]
    assert [(cell_in(row[0], ENGLISH), str(row[1]), row[2], row[3]) for row in found] == [
        ("Relay UK", "Welsh and English", "18001 03069 990 133", "Owner"),
        ("Open", "English", "Daily", "Owner"),
        ("Open", "Welsh", "Bob dydd", "Owner"),
    ]


def test_a_leaflet_that_does_not_fit_says_so(run):
    for name, words in (("docs/index.md", "Rest."), ("docs-cy/index.md", "Gorffwys.")):
        page = run.site / name
        write(page, page.read_text(encoding="utf-8") + f"\n{words}\n" * 200)
    assert run("mark_translated", "docs-cy/index.md").returncode == 0
    faults = [each["fault"] for each in json.loads(run("show_status", "--format", "json").stdout)["leaflets"]]
    assert ["mm too long for one page" in (fault or "") for fault in faults] == [True, False, True, False, True, False]


def test_while_something_is_to_mend_no_leaflet_is_made(run):
    (run.site / "docs-cy/sleep.md").unlink()
    told = json.loads(run("show_status", "--format", "json").stdout)
    assert (told["problems"], told["leaflets"]) == (1, [])


def test_what_a_page_is_called_is_no_element_of_the_owners_page(site):
    settings = site / "mkdocs.yml"
    values = yaml.safe_dump([{"item": "<b>one</b>", "question": "a & <script>"}])
    write(
        settings,
        re.sub(
            r"(?m)^  to_confirm:\n(?:    .*\n)+", "  to_confirm:\n" + re.sub("(?m)^", "    ", values).rstrip() + "\n", settings.read_text("utf-8")
        ),
    )
    sources = read_sources(site, TODAY)
    page = status_page(standings(sources), sources, [], list(sources.contacts))
    assert ("<script" in page, "<b>" in page, "<td>a &amp; &lt;script&gt;</td>" in page) == (False, False, True)


@pytest.mark.parametrize("depth", ["none", "shallow"])
def test_without_its_whole_history_nobody_is_named(run, git, depth, tmp_path_factory):
    copy = tmp_path_factory.mktemp("copy") / "site"
    if depth == "shallow":
        subprocess.run(["git", "clone", "-q", "--depth", "1", run.site.as_uri(), copy], check=True)
    else:
        copy.mkdir()
    assert (last_changes("mkdocs.yml", copy), last_changes("mkdocs.yml", run.site)[0].who) == ([], "Editor")
