"""The workflows' own commands, run in order on a checkout of the made-up service, with a stand-in of what GitHub puts around them."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from conftest import ROOT, copy_generator, make_service, make_site, write

WORKFLOWS = {path.stem: yaml.safe_load(path.read_text(encoding="utf-8")) for path in sorted((ROOT / ".github/workflows").glob("*.yml"))}
# What an expression may name, and what the stand-in has for it; another name fails the test that meets it.
CONTEXT = {"github.event_name": "push", "github.ref": "refs/heads/main", "github.token": "secret", "github.event.pull_request.base.sha": ""}
# Programs of GitHub's machines that a run here must not have: each writes down how it was called.
STUB = """#!/bin/sh
printf '%s\\n' "$(basename "$0") $*" >> "$CALLS"
case "$*" in "issue list"*) cat "$ISSUES" ;; esac
"""


def checkout(root):
    """A repository with one commit of the pages below `root`, and beside them all that a workflow calls."""
    for name in (".ci", "Makefile", "requirements.txt", ".gitignore"):
        source = ROOT / name
        shutil.copytree(source, root / name) if source.is_dir() else shutil.copy(source, root / name)
    # The environment of these tests stands for the one that the workflow would make.
    (root / ".venv").mkdir()
    for name in ("bin", "lib", "pyvenv.cfg"):
        (root / ".venv" / name).symlink_to(Path(sys.prefix) / name)
    write(root / ".venv/ready", "")
    os.utime(root / "requirements.txt", (0, 0))
    git(root, "init", "-q")
    git(root, "add", ".")
    git(root, "commit", "-qm", "All pages")
    return root


def git(root, *words):
    identity = ["-c", "user.name=Editor", "-c", "user.email=editor@example.org"]
    return subprocess.run(["git", *identity, *words], cwd=root, check=True, capture_output=True, text=True).stdout.strip()


class Runner:
    """Runs the first job of a workflow in a checkout, step by step, as GitHub does; `ran` has the status of each command by its name."""

    def __init__(self, root, outside, issues=""):
        self.root, self.ran, self.printed = root, {}, {}
        self.summary, self.temp, self.calls = outside / "summary.md", outside / "temp", outside / "calls"
        for folder in (self.temp, outside / "bin"):
            folder.mkdir(parents=True)
        for program in ("gh", "sudo"):
            write(outside / "bin" / program, STUB)
            (outside / "bin" / program).chmod(0o755)
        write(outside / "issues", issues)
        for path in (self.summary, self.calls):
            write(path, "")
        self.environment = {
            **{name: value for name, value in os.environ.items() if name not in ("SITE", "PUBLISH", "REQUIRE_REVIEWED")},
            "PATH": f"{outside / 'bin'}:{os.environ['PATH']}",
            **{"CI": "true", "GITHUB_STEP_SUMMARY": str(self.summary), "RUNNER_TEMP": str(self.temp)},
            **{"CALLS": str(self.calls), "ISSUES": str(outside / "issues"), "HANDOUTS": "0"},
        }

    def run(self, workflow, **context):
        self.context = {**CONTEXT, "runner.temp": str(self.temp), **{name.replace("__", "."): value for name, value in context.items()}}
        (job, *_) = WORKFLOWS[workflow]["jobs"].values()
        for step in job["steps"]:
            if self._is_wanted(step):
                self._take(step)
        return self

    @property
    def has_failed(self):
        return any(self.ran.values())

    def _is_wanted(self, step):
        condition = step.get("if", "success()")
        if not re.search(r"\b(?:success|failure|always)\(\)", condition):
            condition = f"success() && ({condition})"
        condition = re.sub(r"\b[a-z_]+(?:\.[a-z_]+)+", lambda name: repr(self.context[name[0]]), condition)
        condition = condition.replace("&&", " and ").replace("||", " or ")
        return eval(condition, {"success": lambda: not self.has_failed, "failure": lambda: self.has_failed})

    def _filled(self, words):
        return re.sub(r"\$\{\{ *([\w.]+) *\}\}", lambda name: self.context[name[1]], str(words))

    def _take(self, step):
        if "uses" in step:
            if "upload" in step["uses"]:
                assert [*(self.root / self._filled(step["with"]["path"])).iterdir()], "nothing to upload"
            return
        environment = self.environment | {name: self._filled(value) for name, value in step.get("env", {}).items()}
        command = ["bash", "-e", "-c", step["run"]]
        done = subprocess.run(command, cwd=self.root, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8")
        name = step.get("name", step["run"])
        self.ran[name], self.printed[name] = done.returncode, done.stdout


@pytest.fixture
def service(tmp_path):
    return checkout(make_service(tmp_path / "service"))


def propose(root, changes):
    """Commit changes of pages as a proposal does; the commit that it starts from."""
    base = git(root, "rev-parse", "HEAD")
    for name, words in changes.items():
        write(root / name, (root / name).read_text(encoding="utf-8") + f"\n{words}\n")
    git(root, "commit", "-qam", "A proposal")
    return base


def test_a_sound_proposal_passes_each_step_and_leaves_a_preview(service, tmp_path):
    base = git(service, "rev-parse", "HEAD")
    runner = Runner(service, tmp_path).run("check", github__event_name="pull_request", github__event__pull_request__base__sha=base)
    assert {name: status for name, status in runner.ran.items() if status} == {}, runner.printed
    assert (service / "preview/index.html").is_file()
    changed = (service / "preview/changed.html").read_text(encoding="utf-8")
    assert "This proposal changes no page." in changed
    assert "No page changed in one language only." in runner.summary.read_text(encoding="utf-8")
    assert runner.calls.read_text(encoding="utf-8") == "sudo --preserve-env=PATH .ci/run\n"
    assert os.access(ROOT / ".ci/run", os.X_OK)


def test_a_proposal_in_one_language_fails_and_is_told_in_the_summary(service, tmp_path):
    base = propose(service, {"docs/visits.md": "Bring a friend."})
    runner = Runner(service, tmp_path).run("check", github__event_name="pull_request", github__event__pull_request__base__sha=base)
    failed = [name for name, status in runner.ran.items() if status]
    assert failed == ["Read the pages of both languages"]
    assert runner.printed[failed[0]].startswith("::error file=docs-cy/")
    assert not (service / "preview").exists() and runner.calls.read_text(encoding="utf-8") == ""
    summary = runner.summary.read_text(encoding="utf-8")
    for part in ("docs-cy/visits.md", "| Tudalen / Page |", "- `docs/visits.md`, and not `docs-cy/visits.md`"):
        assert part in summary, summary


def test_a_push_lists_no_changes(service, tmp_path):
    propose(service, {"docs/visits.md": "Bring a friend."})
    assert "List the pages changed in one language only" not in Runner(service, tmp_path).run("check").ran


@pytest.mark.parametrize("may_go_out", [False, True])
def test_publishing_waits_for_answers_or_uploads_what_it_tested(service, tmp_path, may_go_out):
    if may_go_out:
        settings = service / "mkdocs.yml"
        write(settings, settings.read_text(encoding="utf-8").replace("publish_drafts: false", "publish_drafts: true"))
        git(service, "commit", "-qam", "Publish drafts")
    runner = Runner(service, tmp_path).run("publish")
    published = tmp_path / "temp/published"
    if not may_go_out:
        assert (runner.ran, published.exists()) == ({"Build": 2}, False)
        assert "(to_confirm)" in runner.printed["Build"]
        return
    assert runner.ran == {"Build": 0, "Test what was built": 0}, runner.printed
    assert (published / "index.html").is_file()
    assert runner.calls.read_text(encoding="utf-8") == f"sudo --preserve-env=PATH env SITE={published} .ci/run\n"


@pytest.mark.parametrize(
    ("link", "open_issue", "called"),
    [
        ("", "", []),
        ("", "7", ["issue close 7 --comment"]),
        ("http://127.0.0.1:9/gone", "", ["issue create --title Dolenni allanol nad ydynt yn ateb mwyach"]),
        ("http://127.0.0.1:9/gone", "7", ["issue edit 7 --body-file links.txt"]),
    ],
)
def test_one_issue_tells_of_links_that_do_not_answer(tmp_path, link, open_issue, called):
    root = make_site(tmp_path / "site")
    copy_generator(root, "hooks", "scripts")
    page = root / "docs/sleep.md"
    write(page, page.read_text(encoding="utf-8") + (f"\n[Gone]({link})\n" if link else ""))
    runner = Runner(checkout(root), tmp_path, open_issue).run("links")
    assert [status for status in runner.ran.values() if status] == [], runner.printed
    calls = [line for line in runner.calls.read_text(encoding="utf-8").splitlines() if line.startswith("gh ")]
    assert calls[0].startswith("gh issue list ")
    assert [call.removeprefix("gh ")[: len(start)] for call, start in zip(calls[1:], called, strict=True)] == called
    assert ("/gone" in (root / "links.txt").read_text(encoding="utf-8")) == bool(link)


def test_a_summary_that_cannot_be_written_is_no_green_tick(service, tmp_path):
    runner = Runner(service, tmp_path)
    runner.environment["GITHUB_STEP_SUMMARY"] = str(tmp_path / "nowhere/summary.md")
    assert runner.run("check").ran["Show how each pair of pages stands"] != 0


@pytest.mark.parametrize("name", WORKFLOWS)
def test_a_workflow_takes_no_more_than_it_needs(name):
    text = (ROOT / f".github/workflows/{name}.yml").read_text(encoding="utf-8")
    assert WORKFLOWS[name]["permissions"] == {}
    # An action that its maker changes later is not ours any more; a value put into a command could be one.
    assert re.findall(r"uses: (?!\S+@[0-9a-f]{40} # v\d)\S+", text) == []
    runs = [step["run"] for job in WORKFLOWS[name]["jobs"].values() for step in job["steps"] if "run" in step]
    assert [run for run in runs if "${{" in run] == []
