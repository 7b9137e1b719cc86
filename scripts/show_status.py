"""Shows how each pair of pages stands: its translation, who has checked it, and when it is to be looked at again."""

import json
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "hooks"))

from _arguments import argument, known_commit, read_arguments
from _command import run, say
from guard.all_checks import check_sources
from messages.locales import LOCALES, Locale
from messages.message import Message
from messages.problem import BOTH, Problem, in_each
from sources.all_sources import Sources, read_sources
from sources.history import Change, files_changed_since
from sources.settings import questions
from sources.standing import Standing, standings
from sources.succession import succession
from sources.writing import write_whole
from web.status import Cell, Detail, Leaflet, Table, cell_in, contact_details, leaflets_of, pages_table
from web.status_page import status_page


def as_text(table: Table, languages: tuple[Locale, ...]) -> str:
    """The rows below one another, and above them a line of headings in each of some languages."""
    heads = [tuple(heading.in_(locale) for heading in table.headings) for locale in languages]
    lines = [*heads, *_told(table, languages)]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    return "\n".join("  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip() for line in lines)


def as_markdown(table: Table, languages: tuple[Locale, ...]) -> str:
    heads = [_in_each(heading, languages) for heading in table.headings]
    lines = [heads, ["---"] * len(heads), *([_escaped(cell) for cell in line] for line in _told(table, languages))]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def _told(table: Table, languages: tuple[Locale, ...]) -> list[tuple[str, ...]]:
    return [tuple(_in_each(cell, languages) for cell in row) for row in table.rows]


def _in_each(cell: Cell, languages: tuple[Locale, ...]) -> str:
    """A cell in some languages, with a stroke between them where they differ."""
    return " / ".join(dict.fromkeys(cell_in(cell, locale) for locale in languages))


def as_json(found: list[Standing], sources: Sources, problems: list[Problem]) -> str:
    """All that the owner looks after, for machines; a day or a name that is not there is null."""
    told = {
        "pairs": [_pair_as_json(each) for each in found],
        "open_questions": [{"item": item, "question": dict(question)} for item, question in questions(sources.settings)],
        "contact": [_detail_as_json(each) for each in contact_details(sources)],
        "leaflets": [_leaflet_as_json(each) for each in leaflets_of(sources, problems)],
        "addresses": succession(sources).destinations,
        "problems": len(problems),
    }
    return json.dumps(told, ensure_ascii=False, indent=2)


def _pair_as_json(each: Standing) -> dict[str, str | bool | None]:
    return {
        "page": each.name,
        "written_in": each.written_in.code,
        "state": each.state,
        "live": each.is_live,
        "held": each.held,
        "checked_by": each.checked_by,
        "checked_on": each.checked_on,
        "updated": each.updated,
        "review_by": each.review_by and str(each.review_by),
        "overdue": each.is_overdue,
    }


def _detail_as_json(each: Detail) -> dict[str, str | list[str] | None]:
    change = each.change or Change(None, None)
    codes = [locale.code for locale in each.locales]
    return {"detail": each.name, "languages": codes, "value": each.value, "changed_by": change.who, "changed_on": change.day and str(change.day)}


def _leaflet_as_json(each: Leaflet) -> dict[str, str | bool | list[str] | None]:
    codes = [locale.code for locale in each.locales]
    return {"file": each.path, "title": dict(each.title), "languages": codes, "made_of": each.pages, "live": not each.is_draft, "fault": each.fault}


def _escaped(words: str) -> str:
    """Words as they are, whatever they mean to Markdown: in a name or a reason may stand a link or an element."""
    return re.sub(r"[\\`*_\[\]<>|~&@]|:(?=//)|(?<=www)\.", r"\\\g<0>", " ".join(words.split()))


def changed_in_one_language(commit: str, languages: tuple[Locale, ...]) -> str:
    """The pages that git says changed since a commit, and whose counterpart did not, as a Markdown list."""
    folders = [locale.folder for locale in LOCALES]
    changed = files_changed_since(commit, folders, ROOT)
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
    options = read_arguments(
        Message("Shows how each pair of pages stands: its translation, who has checked it, and when it is to be looked at again."),
        argument("--format", choices=("text", "markdown", "json"), default="text", help=Message("a table, one in Markdown, or JSON for machines")),
        argument("--page", metavar=Message("FILE"), type=Path, help=Message("write all that the owner looks after as a web page, too")),
        argument(
            "--changed-since", metavar="COMMIT", type=known_commit, help=Message("list instead the pages that changed since in one language only")
        ),
    )
    languages = options.lang or BOTH
    if options.changed_since:
        print(changed_in_one_language(options.changed_since, languages))
        return 0
    found, sources = standings(read_sources(ROOT, with_held=True)), read_sources(ROOT)
    if options.format == "json":
        print(as_json(found, sources, check_sources(sources)))
        return 0
    table = pages_table(found)
    print(as_markdown(table, languages) if options.format == "markdown" else as_text(table, languages))
    if options.page:
        write_whole(options.page, status_page(found, sources, check_sources(sources), languages).encode("utf-8"))
        print()
        say(Message("The whole of it, for the owner of the service: {address}", address=options.page.resolve().as_uri()), languages)
    return 0


if __name__ == "__main__":
    run(main)
