"""Shows how each pair of pages stands: its translation, and who has checked it."""

import argparse
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "hooks"))

from locales import LOCALES
from sources import Sources, read_sources

HEADINGS = ("Page", "Written in", "Translation", "Checked by", "On")


def rows(sources: Sources) -> list[tuple[str, ...]]:
    """A row a page name, in the order of the names."""
    found = []
    for name in sorted({page.name for page in sources.pages}):
        pair = sources.pairs.get(name)
        if pair:
            who, when = pair.reviewer or ("draft", "")
            state = pair.state + (f" since {pair.pending[0]}: {pair.pending[1]}" if pair.state == "pending" else "")
            found.append((name, pair.source.page.locale.language, state, who, when))
            continue
        here = [page for page in sources.pages if page.name == name]
        state = "unreadable" if len(here) == 2 else "missing"
        found.append((name, here[0].locale.language, state, "", ""))
    return found


def as_text(table: list[tuple[str, ...]]) -> str:
    lines = [HEADINGS, *table]
    widths = [max(len(line[column]) for line in lines) for column in range(len(HEADINGS))]
    return "\n".join("  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip() for line in lines)


def as_markdown(table: list[tuple[str, ...]]) -> str:
    lines = [HEADINGS, ("---",) * len(HEADINGS), *table]
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines)


def changed_in_one_language(commit: str) -> str:
    """The pages that git says changed since a commit, and whose counterpart did not, as a Markdown list."""
    folders = [locale.folder for locale in LOCALES]
    command = ["git", "diff", "--name-only", "-z", commit, "--", *folders]
    changed = set(subprocess.run(command, cwd=ROOT, capture_output=True, text=True).stdout.split("\0"))
    alone = []
    for path in sorted(filter(lambda path: path.endswith(".md"), changed)):
        folder, _, name = path.partition("/")
        counterpart = f"{next(other for other in folders if other != folder)}/{name}"
        if counterpart not in changed:
            alone.append(f"- `{path}`, and not `{counterpart}`")
    return "Changed in one language only:\n\n" + "\n".join(alone) if alone else "No page changed in one language only."


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--markdown", action="store_true", help="print a Markdown table")
    parser.add_argument("--changed-since", metavar="COMMIT", help="list instead the pages that changed since in one language only")
    options = parser.parse_args()
    if options.changed_since:
        print(changed_in_one_language(options.changed_since))
        return 0
    table = rows(read_sources(ROOT))
    print(as_markdown(table) if options.markdown else as_text(table))
    return 0


if __name__ == "__main__":
    sys.exit(main())
