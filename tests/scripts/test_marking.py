"""A translation that is marked as current or checked: what is written, and what is refused."""

import datetime
import re


def test_marking_writes_two_lines_and_nothing_else(run):
    page, source = run.site / "docs-cy/sleep.md", run.site / "docs/sleep.md"
    page.write_bytes(b"\xef\xbb\xbf" + page.read_bytes().replace(b"\n", b"\r\n"))
    source.write_text(source.read_text(encoding="utf-8").replace("Sleep", "Rest"), encoding="utf-8")
    before = page.read_bytes().splitlines(keepends=True)

    result = run("mark_translated", "docs-cy/sleep.md", "--reviewed-by", "Siân Jones")

    assert (result.returncode, run("check_sources").stdout) == (0, "Nid oes dim i'w gywiro.\nNothing to mend.\n")
    after = page.read_bytes().splitlines(keepends=True)
    changed = [new.split(b":")[0] for old, new in zip(before, after, strict=True) if old != new]
    assert changed == [b"review", b"translation"]
    assert result.stdout == (
        "Mae docs-cy/sleep.md wedi'i marcio fel cyfieithiad o docs/sleep.md fel y mae nawr, wedi'i wirio gan Siân Jones.\n"
        "docs-cy/sleep.md is marked as the translation of docs/sleep.md as it is now, checked by Siân Jones.\n"
    )
    assert "Siân Jones" in run("show_status").stdout


def test_marking_refuses_while_the_pages_differ(run):
    source = run.site / "docs/sleep.md"
    source.write_text(source.read_text(encoding="utf-8") + "\n- A point.\n", encoding="utf-8")
    before = (run.site / "docs-cy/sleep.md").read_bytes()
    result = run("mark_translated", "docs-cy/sleep.md")
    assert result.returncode == 1
    assert 'The section "Cwsg" has no list. The English section has 1 point (docs/sleep.md:7).' in result.stderr
    assert result.stderr.endswith("Cywirwch hyn yn gyntaf; yna marciwch docs-cy/sleep.md eto.\nMend this first; then mark docs-cy/sleep.md again.\n")
    assert (run.site / "docs-cy/sleep.md").read_bytes() == before


def test_marking_all_refuses_what_differs_and_leaves_what_is_pending(run):
    for name, old, new in (
        ("sleep.md", "Sleep", "Rest"),
        ("more/play.md", "Words.", "Words.\n\n- A point."),
        ("index.md", "updated:", "PENDING\nupdated:"),
    ):
        page = run.site / "docs" / name
        text = page.read_text(encoding="utf-8").replace(old, new).replace("PENDING", f"translation_pending: {datetime.date.today()}, a wrong number")
        page.write_text(text.replace("See [sleep]", "Now see [sleep]"), encoding="utf-8")
    before = [(run.site / "docs-cy" / name).read_bytes() for name in ("index.md", "more/play.md")]
    result = run("mark_translated", "--all", "--lang", "en")
    assert (result.returncode, result.stdout) == (1, "docs-cy/sleep.md is marked as the translation of docs/sleep.md as it is now.\n")
    assert re.findall(r"\((\w+)\)\n", result.stderr) == ["points_differ"]
    assert result.stderr.endswith("Mend this first; then mark docs-cy/more/play.md again.\n")
    assert [(run.site / "docs-cy" / name).read_bytes() for name in ("index.md", "more/play.md")] == before


def test_marking_all_says_who_checked_them_and_has_nothing_to_do_again(run):
    words = ("mark_translated", "--all", "--reviewed-by", "Siân Jones", "--lang", "en")
    assert [line.partition(" ")[0] for line in run(*words).stdout.splitlines()] == ["docs-cy/index.md", "docs-cy/more/play.md", "docs-cy/sleep.md"]
    assert (run(*words).stdout, run("check_sources", "--lang", "en").stdout) == ("Each translation is marked already.\n", "Nothing to mend.\n")


def test_marking_reads_past_a_value_that_ends_with_dots(run):
    page = run.site / "docs-cy/sleep.md"
    text = page.read_text(encoding="utf-8").replace("description: Am gwsg.", "description: Am gwsg ...").replace("translation: ", "# was: ")
    page.write_text(text, encoding="utf-8")
    assert run("mark_translated", "docs-cy/sleep.md").returncode == 0
    assert page.read_text(encoding="utf-8") == text.replace("\n---\n", f"\ntranslation: {text.split('was: ')[1].split()[0]}\n---\n")
