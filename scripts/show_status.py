"""Shows how each pair of pages stands: its translation, and who has checked it."""

import argparse
import json
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "hooks"))

from _command import add_language_option, chosen, run
from messages.locales import LOCALES, Locale
from messages.message import Message
from messages.problem import BOTH, in_each
from sources.all_sources import Sources, read_sources
from sources.settings import questions

HEADINGS = (Message("Page"), Message("Written in"), Message("Translation"), Message("Checked by"), Message("On"))
STATES = {
    "current": Message("current"),
    "outdated": Message("outdated"),
    "unmarked": Message("unmarked"),
}


def rows(sources: Sources) -> list[tuple[str, ...]]:
    """The headings, then a row a page name, in the order of the names."""
    found: list[tuple[str, ...]] = [HEADINGS]
    for name in sorted({page.name for page in sources.pages}):
        pair = sources.pairs.get(name)
        if pair:
            who, when = pair.reviewer or (Message("draft"), "")
            state = STATES.get(pair.state) or Message("pending since {day}: {why}", day=pair.pending[0], why=pair.pending[1])
            found.append((name, pair.source.page.locale.language, state, who, when))
            continue
        here = [page for page in sources.pages if page.name == name]
        state = Message("unreadable") if len(here) == 2 else Message("missing")
        found.append((name, here[0].locale.language, state, "", ""))
    return found


def told(table: list[tuple[str, ...]], languages: tuple[Locale, ...]) -> list[tuple[str, ...]]:
    """The table in some languages, with a stroke between them in each cell that is a message."""
    return [tuple(" / ".join(cell.in_(locale) for locale in languages) if isinstance(cell, Message) else cell for cell in line) for line in table]


def as_text(lines: list[tuple[str, ...]]) -> str:
    widths = [max(len(line[column]) for line in lines) for column in range(len(HEADINGS))]
    return "\n".join("  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip() for line in lines)


def as_markdown(lines: list[tuple[str, ...]]) -> str:
    rows = ["| " + " | ".join(_escaped(cell) for cell in line) + " |" for line in lines]
    return "\n".join([rows[0], "| " + " | ".join(["---"] * len(HEADINGS)) + " |", *rows[1:]])


def as_json(sources: Sources) -> str:
    """How each pair stands and what the owner has yet to settle, for machines; a day or a name that is not there is null."""
    pairs = [_pair_as_json(sources, name) for name in sorted({page.name for page in sources.pages})]
    asked = [{"item": item, "question": dict(question)} for item, question in questions(sources.settings)]
    return json.dumps({"pairs": pairs, "open_questions": asked}, ensure_ascii=False, indent=2)


def _pair_as_json(sources: Sources, name: str) -> dict[str, str | None]:
    pair = sources.pairs.get(name)
    pages = [page for page in sources.pages if page.name == name]
    source = pair.source.page if pair else pages[0]
    who, when = (pair.reviewer if pair else None) or (None, None)
    return {
        "page": name,
        "written_in": source.locale.code,
        "state": pair.state if pair else "unreadable" if len(pages) == 2 else "missing",
        "checked_by": who,
        "checked_on": when,
        "updated": str(source.front_matter.get("updated") or "") or None,
    }


def _escaped(words: str) -> str:
    """Words as they are, whatever they mean to Markdown: in a name or a reason may stand a link or an element."""
    return re.sub(r"[\\`*_\[\]<>|~&@]|:(?=//)|(?<=www)\.", r"\\\g<0>", " ".join(words.split()))


def changed_in_one_language(commit: str, languages: tuple[Locale, ...]) -> str:
    """The pages that git says changed since a commit, and whose counterpart did not, as a Markdown list."""
    folders = [locale.folder for locale in LOCALES]
    command = ["git", "diff", "--name-only", "-z", commit, "--", *folders]
    changed = set(subprocess.run(command, cwd=ROOT, capture_output=True, text=True).stdout.split("\0"))
    alone = []
    for path in sorted(filter(lambda path: path.endswith(".md"), changed)):
        folder, _, name = path.partition("/")
        counterpart = f"{next(other for other in folders if other != folder)}/{name}"
        if counterpart not in changed:
            alone.append(Message("- `{path}`, and not `{counterpart}`", path=path, counterpart=counterpart))
    if not alone:
        return in_each(Message("No page changed in one language only."), languages)
    lists = (Message("Changed in one language only:").in_(each) + "\n\n" + "\n".join(line.in_(each) for line in alone) for each in languages)
    return "\n\n".join(lists)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--format", choices=("text", "markdown", "json"), default="text", help="a table, one in Markdown, or JSON for machines")
    parser.add_argument("--changed-since", metavar="COMMIT", help="list instead the pages that changed since in one language only")
    add_language_option(parser)
    options = parser.parse_args()
    languages = chosen(options) or BOTH
    if options.changed_since:
        print(changed_in_one_language(options.changed_since, languages))
        return 0
    sources = read_sources(ROOT)
    if options.format == "json":
        print(as_json(sources))
        return 0
    table = told(rows(sources), languages)
    print(as_markdown(table) if options.format == "markdown" else as_text(table))
    return 0


if __name__ == "__main__":
    run(main)
