"""Commands on machines that know fewer letters, or let less be written, than most."""

import os
import subprocess
import sys

import pytest

from conftest import build, write


@pytest.fixture
def printed(run):
    """What a command prints on a terminal with some encoding, a Welsh word with ŵ and ŷ among it, and with which status it ends."""
    page = run.site / "docs-cy/sleep.md"
    write(page, page.read_text(encoding="utf-8").replace("# Cwsg", "# Cwsg\n\n### Y tŷ a’r dŵr"))

    def printed(encoding, script, *words, **environment):
        command = [sys.executable, f"scripts/{script}.py", *words]
        environment = {**os.environ, "PYTHONIOENCODING": encoding, **environment}
        result = subprocess.run(command, cwd=run.site, env=environment, capture_output=True)
        return result.returncode, (result.stdout + result.stderr).decode(encoding or "utf-8")

    return printed


@pytest.mark.parametrize(
    ("encoding", "words"), [("utf-8", "Y tŷ a’r dŵr"), ("latin-1", "Y ty a'r dwr"), ("ascii", "Y ty a'r dwr"), ("cp1252", "Y ty a’r dwr")]
)
def test_a_terminal_without_a_letter_gets_the_plain_one(printed, encoding, words):
    status, told = printed(encoding, "check_sources")
    assert (status, words in told, "Traceback" in told) == (1, True, False), told


@pytest.mark.parametrize("script", ["check_sources", "proof", "show_status"])
def test_commands_end_as_they_should_in_no_language(printed, script):
    status, told = printed("", script, LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
    assert (status in (0, 1), "Traceback" in told) == (True, False), told


def test_a_build_tells_on_a_plain_terminal(site):
    page = site / "docs-cy/sleep.md"
    write(page, page.read_text(encoding="utf-8").replace("# Cwsg", "# Cwsg\n\n### Y tŷ a’r dŵr"))
    result = build(site, PYTHONIOENCODING="ascii")
    assert (result.returncode, "Y ty a'r dwr" in result.stderr, "Logging error" in result.stderr) == (1, True, False), result.stderr


def test_a_reader_that_has_read_enough_is_no_fault(printed, run, git):
    script = f"{sys.executable} scripts/check_sources.py --format json | true"
    result = subprocess.run(["sh", "-c", script], cwd=run.site, capture_output=True, text=True)
    assert result.stderr == ""


@pytest.mark.parametrize("words", [["show_status"], ["check_sources"]])
def test_output_that_finds_no_room_is_told_in_a_line(run, words):
    with open("/dev/full", "w") as full:
        result = subprocess.run([sys.executable, f"scripts/{words[0]}.py"], cwd=run.site, stdout=full, stderr=subprocess.PIPE, text=True)
    assert (result.returncode, "Traceback" in result.stderr, result.stderr.count("No space left on device")) == (1, False, 2), result.stderr


@pytest.mark.parametrize("make", [os.mkfifo, lambda path: write(path, "x")], ids=["pipe", "file"])
@pytest.mark.parametrize("name", ["docs/extra", "docs-cy/sleep.md", "docs-cy", "mkdocs.yml", "site", ".cache", "overrides"])
def test_what_stands_where_something_else_belongs_ends_in_words(run, name, make):
    place = run.site / name
    if place.exists():
        place.rename(run.site / "put aside")
    make(place)
    check = run("check_sources")
    told = check.stdout + check.stderr
    assert (check.returncode in (0, 1), "Traceback" in told) == (True, False), told
    if name == "mkdocs.yml":
        return  # MkDocs reads it before any code of this project runs.
    built = build(run.site, HANDOUTS="1")
    assert (built.returncode in (0, 1), "Traceback" in built.stderr) == (True, False), built.stderr
