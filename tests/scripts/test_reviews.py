"""What a person who checks pages is told to read: the sentences that have changed since the last check, or in a proposal."""

import datetime
import re

import pytest
from selectolax.lexbor import LexborHTMLParser

from conftest import write
from sources.all_sources import read_sources
from sources.options import Options
from sources.review import last_review
from web.build import make_build
from web.changed_page import changed_page
from web.side_by_side import write_pairs

TODAY = datetime.date.today()


def add(path, words):
    write(path, path.read_text(encoding="utf-8").rstrip("\n") + f"\n\n{words}\n")


@pytest.fixture
def checked(run, git):
    """A site of which somebody checked one pair, three sentences in each language, and committed that."""
    add(run.site / "docs/sleep.md", "Talk to your baby. Sing often.")
    add(run.site / "docs-cy/sleep.md", "Siaradwch â'ch baban. Canwch yn aml.")
    assert run("mark_translated", "docs-cy/sleep.md", "--reviewed-by", "Siân Jones").returncode == 0
    git("commit", "-qam", "Check the page about sleep")
    return run


def mark(run, *words):
    return run("mark_translated", "docs-cy/sleep.md", *words, "--lang", "en").stdout.splitlines()


def test_a_review_says_which_sentences_have_changed_in_both_pages(checked, git):
    for name, old, new in (("docs/sleep.md", "Sing often.", "Sing every night."), ("docs-cy/sleep.md", "Canwch yn aml.", "Canwch bob nos.")):
        page = checked.site / name
        write(page, page.read_text(encoding="utf-8").replace(old, new))
    git("commit", "-qam", "Say when to sing")
    assert mark(checked, "--reviewed-by", "Rhys Evans")[:2] == [
        'docs/sleep.md:11: "Sing often." is now "Sing every night.".',
        'docs-cy/sleep.md:14: "Canwch yn aml." is now "Canwch bob nos.".',
    ]
    assert mark(checked)[0] == f"No sentence has changed since the last check (Rhys Evans, {TODAY})."


def test_sentences_that_came_and_went_are_told(checked):
    page, source = checked.site / "docs-cy/sleep.md", checked.site / "docs/sleep.md"
    write(source, source.read_text(encoding="utf-8").replace("Talk to your baby. Sing often.", "Sing often. Rest."))
    write(page, page.read_text(encoding="utf-8").replace("Siaradwch â'ch baban. Canwch yn aml.", "Canwch yn aml. Gorffwyswch."))
    assert mark(checked) == [
        'docs/sleep.md:11: "Talk to your baby." is gone.',
        'docs/sleep.md:11: "Rest." is new.',
        'docs-cy/sleep.md:14: "Siaradwch â\'ch baban." is gone.',
        'docs-cy/sleep.md:14: "Gorffwyswch." is new.',
        "docs-cy/sleep.md is marked as the translation of docs/sleep.md as it is now.",
    ]


def test_who_reviews_on_github_is_told_the_places_with_the_line_to_paste(checked, git):
    source, page = checked.site / "docs/sleep.md", checked.site / "docs-cy/sleep.md"
    write(source, source.read_text(encoding="utf-8").replace("Sing often.", "Sing every night."))
    write(page, page.read_text(encoding="utf-8").replace("Canwch yn aml.", "Canwch bob nos."))
    pin = read_sources(checked.site).pairs["sleep.md"].source.fingerprint
    lines = {"review": "Rhys Evans", "translation": pin}
    for key, value in lines.items():
        write(page, re.sub(rf"(?m)^{key}: .*$", f"{key}: {value}", page.read_text(encoding="utf-8")))
    git("commit", "-qam", "Say when to sing")
    told = checked("check_sources", "--lang", "en").stdout
    assert (
        '"review: Rhys Evans" does not say who checked which text, and when. '
        f"Since the last check (Siân Jones, {TODAY}) sentences have changed here: docs/sleep.md:11, docs-cy/sleep.md:14.\n"
    ) in told
    assert f'"review: Rhys Evans, {TODAY}, ' in told


def test_without_what_was_checked_all_is_to_be_read(checked):
    page = checked.site / "docs-cy/sleep.md"
    text = page.read_text(encoding="utf-8")
    pin = text.partition(f"{TODAY}, ")[2][:6]
    write(page, text.replace(pin, "ponmlk"))
    assert mark(checked)[0] == f"What has changed since the last check (Siân Jones, {TODAY}) is not known here: read both pages."


def test_a_page_that_nobody_checked_has_no_changes_to_tell(run, git):
    assert len(mark(run)) == 1
    assert last_review(read_sources(run.site).pairs["sleep.md"], run.site) is None


def test_the_pair_side_by_side_lists_what_to_read_again(checked):
    page = checked.site / "docs/sleep.md"
    write(page, page.read_text(encoding="utf-8").replace("Sing often.", "Sing <often>."))
    built = make_build(checked.site, "", Options(False, False, None), None, is_preview=True)
    write_pairs(checked.site / "site", built.sources, built.bodies, built.style)
    shown = (checked.site / "site/pair/sleep/index.html").read_text(encoding="utf-8")
    top = shown.partition("</section>")[0]
    assert f"<p>Changed since the last check (Siân Jones, {TODAY}):</p>\n<ul><li>docs/sleep.md:11:" in top
    assert "Wedi newid ers y gwiriad diwethaf" not in shown


def rows_of(html):
    """What each row of a page with two columns says, in English and in Welsh."""
    parts = [part.text(separator=" ").split() for part in LexborHTMLParser(html).css("section")]
    return [tuple(" ".join(words) for words in parts[i : i + 2]) for i in range(0, len(parts), 2)]


def test_a_proposals_pages_are_shown_with_what_reads_differently(checked, git):
    site = checked.site
    write(site / "docs/sleep.md", (site / "docs/sleep.md").read_text(encoding="utf-8").replace("Sing often.", "Sing <b>every</b> night."))
    (site / "docs-cy/more/play.md").unlink()
    write(site / "docs/nap.md", "---\ntitle: A <nap>\n---\n\n# A nap\n\nWords.\n")
    git("add", "--all")
    html = changed_page(read_sources(site), "HEAD")
    assert rows_of(html) == [
        ("Pages that this proposal changes", "Tudalennau y mae'r cynnig hwn yn eu newid"),
        ("Play No sentence has changed.", "docs-cy/more/play.md Nid yw'r dudalen hon yno."),
        ("A <nap> This page is new.", "docs-cy/nap.md Nid yw'r dudalen hon yno."),
        ('Sleep docs/sleep.md:11: "Sing often." is now "Sing every night.".', "Cwsg Nid oes brawddeg wedi newid."),
    ]
    links = [link.attributes["href"] for link in LexborHTMLParser(html).css("a")]
    assert links == ["more/play/index.html", "nap/index.html", "sleep/index.html", "cy/cwsg/index.html"]


def test_a_proposal_of_no_page_says_so(checked, git):
    assert rows_of(changed_page(read_sources(checked.site), "HEAD")) == [
        ("This proposal changes no page.", "Nid yw'r cynnig hwn yn newid unrhyw dudalen.")
    ]
