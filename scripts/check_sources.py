"""Checks the pages of both languages and mkdocs.yml, without building the site.

Exit status: 0 nothing to mend, 1 something, 2 the command was not understood.
Warnings about the Welsh are told, too, and change nothing of that.
"""

import html
import json
import os
import subprocess
import sys
import tempfile
from dataclasses import asdict
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "hooks"))

from _arguments import argument, read_arguments
from _command import run, say
from guard.all_checks import check_sources
from guard.former import history_missing
from guard.welsh import proof_sources
from messages.locales import WELSH, Locale
from messages.message import Message
from messages.problem import Problem, in_each, report
from sources.all_sources import read_sources
from sources.options import read_options
from sources.succession import succession


def main() -> int:
    options = read_arguments(
        Message("Checks the pages of both languages and mkdocs.yml, without building the site."),
        argument("--format", choices=FORMATS, default="text", help=Message("how problems are told (default: text)")),
        argument("--staged", action="store_true", help=Message("check what is staged for the next commit")),
    )
    languages = options.lang
    with tempfile.TemporaryDirectory() as folder:
        root = ROOT
        if options.staged:
            root = Path(folder)
            try:
                _copy_staged(root)
            except (OSError, subprocess.CalledProcessError):
                say(Message("Nothing can be staged here: this is no git repository. Fix: leave --staged out."), languages, failed=True)
                return 2
        sources = read_sources(root)
        asked = read_options()
        problems = check_sources(sources, asked.publish, asked.require_reviewed)
        warnings = proof_sources(sources, terms=False)
        if options.format == "text" and (said := history_missing(succession(sources))):
            say(said, languages, failed=True)
    print(FORMATS[options.format](sorted(set(problems)), sorted(set(warnings)), languages))
    return 1 if problems else 0


def _copy_staged(folder: Path) -> None:
    """Write the files as they are staged into an empty folder, where git still knows what they were."""
    git = subprocess.run(["git", "rev-parse", "--absolute-git-dir"], cwd=ROOT, capture_output=True, text=True, check=True)
    subprocess.run(["git", "checkout-index", "--all", f"--prefix={folder}/"], cwd=ROOT, capture_output=True, check=True)
    os.environ |= {"GIT_DIR": git.stdout.strip(), "GIT_WORK_TREE": str(folder)}


def _as_text(problems: list[Problem], warnings: list[Problem], languages: tuple[Locale, ...]) -> str:
    told = report(problems, languages=languages) if problems else in_each(Message("Nothing to mend."), languages)
    return f"{told}\n\n{report(warnings, 'warning', languages)}" if warnings else told


def _as_annotations(problems: list[Problem], warnings: list[Problem], languages: tuple[Locale, ...]) -> str:
    """One GitHub workflow command for each."""
    return "\n".join(
        f"::{level} file={_escaped(problem.path, ',:')},line={problem.line},title={problem.check}::{_escaped(chr(10).join(problem.told(languages)))}"
        for level, found in (("error", problems), ("warning", warnings))
        for problem in found
    )


def _as_markdown(problems: list[Problem], warnings: list[Problem], languages: tuple[Locale, ...]) -> str:
    """All of it for the summary of a check on GitHub: that shows ten annotations and drops the rest."""
    told = html.escape(_as_text(problems, warnings, languages))
    return "\n\n".join(f"<p>{'<br>'.join(block.splitlines())}</p>" for block in told.split("\n\n"))


def _escaped(text: str, more: str = "") -> str:
    for character in "%\r\n" + more:
        text = text.replace(character, f"%{ord(character):02X}")
    return text


def _as_json(problems: list[Problem], warnings: list[Problem], languages: tuple[Locale, ...]) -> str:
    """Each in both languages, whichever were asked for: a program takes what it needs."""
    both = [
        {"level": level, **asdict(problem), "message_cy": problem.message.in_(WELSH), "fix_cy": problem.fix.in_(WELSH)}
        for level, found in (("error", problems), ("warning", warnings))
        for problem in found
    ]
    return json.dumps(both, ensure_ascii=False, indent=2)


FORMATS = {"text": _as_text, "github": _as_annotations, "markdown": _as_markdown, "json": _as_json}

if __name__ == "__main__":
    run(main)
