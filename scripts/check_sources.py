"""Checks the pages of both languages and mkdocs.yml, without building the site.

Exit status: 0 nothing to mend, 1 something, 2 the command was not understood.
Warnings about the Welsh are told, too, and change nothing of that.
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "hooks"))

from _arguments import argument, known_commit, read_arguments
from _command import run, say
from guard.all_checks import check_sources
from guard.former import history_missing
from guard.welsh import proof_sources
from handouts.fitting import leaflet_faults
from messages.locales import Locale
from messages.message import Message
from messages.problem import BOTH, Problem, for_programs, in_each, report
from messages.summary import Change, summary
from sources.all_sources import Sources, read_sources
from sources.contact import contact_changes
from sources.history import files_changed_since, text_at
from sources.options import read_options
from sources.settings import PATH, parse_settings
from sources.succession import succession


def main() -> int:
    options = read_arguments(
        Message("Checks the pages of both languages and mkdocs.yml, without building the site."),
        argument("--format", choices=(*FORMATS, "markdown"), default="text", help=Message("how problems are told (default: text)")),
        argument(
            "--changed-since", metavar="COMMIT", type=known_commit, help=Message("in Markdown, tell first what concerns the files changed since")
        ),
        argument("--found", metavar=Message("FILE"), help=Message("in Markdown, tell what a build with PROBLEMS=FILE found, too")),
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
        problems = check_sources(sources, asked.publish, asked.require_reviewed) or leaflet_faults(sources)
        warnings = proof_sources(sources, terms=False)
        sources.remember()
        if options.format == "text" and (said := history_missing(succession(sources))):
            say(said, languages, failed=True)
    if options.format == "markdown":
        found = for_programs(problems, warnings) + _found_by_build(options.found)
        print(summary(_each_once(found), _change(options.changed_since, sources), languages or BOTH))
    else:
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


def _found_by_build(file: str | None) -> list[dict]:
    """What a build wrote down; nothing where it did not come so far."""
    return json.loads(Path(file).read_text(encoding="utf-8")) if file and Path(file).is_file() else []


def _each_once(found: list[dict]) -> list[dict]:
    """Problems first, each once, by file and line."""
    places = {(each["level"], each["path"], each["line"], each["check"], each["message"]): each for each in found}
    return [places[place] for place in sorted(places)]


def _change(commit: str | None, sources: Sources) -> Change:
    """What GitHub, or who asked, says of the change that is checked."""
    server, repository, sha = (os.environ.get(f"GITHUB_{name}", "") for name in ("SERVER_URL", "REPOSITORY", "SHA"))
    address = f"{server}/{repository}/blob/{sha}" if server and repository and sha else ""
    before = text_at(commit, PATH, ROOT) if commit else ""
    contacts = contact_changes(parse_settings(before), sources.settings) if before and not sources.settings.unreadable else []
    return Change(files_changed_since(commit, [], ROOT) if commit else set(), contacts, address)


def _escaped(text: str, more: str = "") -> str:
    for character in "%\r\n" + more:
        text = text.replace(character, f"%{ord(character):02X}")
    return text


def _as_json(problems: list[Problem], warnings: list[Problem], languages: tuple[Locale, ...]) -> str:
    return json.dumps(for_programs(problems, warnings), ensure_ascii=False, indent=2)


FORMATS = {"text": _as_text, "github": _as_annotations, "json": _as_json}

if __name__ == "__main__":
    run(main)
