"""The commands of scripts/, run as an editor runs them."""

import json
import shutil
import subprocess
import sys

import pytest
from conftest import ROOT


@pytest.fixture
def run(site):
    shutil.copytree(ROOT / "scripts", site / "scripts")

    def run(script, *words):
        return subprocess.run(
            [sys.executable, f"scripts/{script}.py", *words], cwd=site, capture_output=True, text=True, encoding="utf-8"
        )

    run.site = site
    return run


def test_a_sound_site_has_nothing_to_mend(run):
    result = run("check_sources")
    assert (result.returncode, result.stdout) == (0, "Nothing to mend.\n")


def test_wrong_use_ends_with_2(run):
    assert run("check_sources", "--format", "pdf").returncode == 2
    assert run("mark_translated", "docs/nowhere.md").returncode == 2
    assert run("mark_translated", "docs-cy/sleep.md", "--reviewed-by", " ").returncode == 2


def test_problems_as_json_and_as_annotations(run):
    (run.site / "docs-cy/sleep.md").unlink()
    result = run("check_sources", "--format", "json")
    assert result.returncode == 1
    assert json.loads(result.stdout) == [
        {
            "path": "docs/sleep.md",
            "line": 1,
            "check": "missing_translation",
            "message": "This page has no Welsh page: there is no file docs-cy/sleep.md.",
            "fix": "add docs-cy/sleep.md with the Welsh text, or take docs/sleep.md out too.",
        }
    ]
    assert run("check_sources", "--format", "github").stdout == (
        "::error file=docs/sleep.md,line=1,title=missing_translation::This page has no Welsh page: there is no file "
        "docs-cy/sleep.md.%0AFix: add docs-cy/sleep.md with the Welsh text, or take docs/sleep.md out too.\n"
    )


def test_status_names_each_state(run):
    (run.site / "docs-cy/more/play.md").unlink()
    page = run.site / "docs/sleep.md"
    page.write_text(page.read_text(encoding="utf-8").replace("Sleep", "Rest"), encoding="utf-8")
    assert run("show_status").stdout == (
        "Page          Written in  Translation  Checked by  On\n"
        "index.md      English     current      draft\n"
        "more/play.md  English     missing\n"
        "sleep.md      English     outdated     draft\n"
    )
    assert "| sleep.md | English | outdated | draft |  |" in run("show_status", "--markdown").stdout


def test_marking_writes_two_lines_and_nothing_else(run):
    page, source = run.site / "docs-cy/sleep.md", run.site / "docs/sleep.md"
    page.write_bytes(b"\xef\xbb\xbf" + page.read_bytes().replace(b"\n", b"\r\n"))
    source.write_text(source.read_text(encoding="utf-8").replace("Sleep", "Rest"), encoding="utf-8")
    before = page.read_bytes().splitlines(keepends=True)

    result = run("mark_translated", "docs-cy/sleep.md", "--reviewed-by", "Siân Jones")

    assert (result.returncode, run("check_sources").stdout) == (0, "Nothing to mend.\n")
    after = page.read_bytes().splitlines(keepends=True)
    changed = [new.split(b":")[0] for old, new in zip(before, after, strict=True) if old != new]
    assert changed == [b"review", b"translation"]
    assert "Siân Jones" in run("show_status").stdout


def test_marking_refuses_while_the_pages_differ(run):
    source = run.site / "docs/sleep.md"
    source.write_text(source.read_text(encoding="utf-8") + "\n- A point.\n", encoding="utf-8")
    before = (run.site / "docs-cy/sleep.md").read_bytes()
    result = run("mark_translated", "docs-cy/sleep.md")
    assert result.returncode == 1
    assert 'The section "Cwsg" has no list. The English section has 1 point (docs/sleep.md:6).' in result.stderr
    assert (run.site / "docs-cy/sleep.md").read_bytes() == before
