"""Writes the passages that wait for a translation, both languages side by side, as an XLIFF file for a translator.

Exit status: 0 written, or nothing to translate; 1 a page that a translator
cannot bring up to date; 2 the command was not understood.
"""

import argparse
import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "hooks"))

from _arguments import argument, read_arguments
from _command import run, say
from guard.unreadable import page_unreadable, settings_unreadable
from messages.locales import Locale
from messages.message import Message
from messages.problem import Problem, report
from sources.all_sources import read_sources
from sources.writing import write_whole
from translators.job import Job, make_job, names_to_translate
from translators.memory import memory_of
from translators.xliff import xliff_of


def main() -> int:
    options = _options()
    languages = options.lang
    sources = read_sources(ROOT, with_held=True)
    refused = settings_unreadable(sources.settings)
    if refused:
        print(report(refused, languages=languages), file=sys.stderr)
        return 1
    if options.memory:
        return _write_memory(options.memory, memory_of(sources), languages)
    wanted = [page.replace("\\", "/").removeprefix("./") for page in options.pages]
    names = {path: content.page.name for path, content in sources.contents.items()}
    names |= {content.page.counterpart: content.page.name for content in sources.contents.values()}
    unknown = [page for page in wanted if page not in names]
    if unknown:
        known = ", ".join(sorted(sources.contents))
        say(Message("There is no page {page}. Fix: name one of {pages}.", page=unknown[0], pages=known), languages, failed=True)
        return 2
    waiting = names_to_translate(sources)
    for page in wanted:
        if names[page] not in waiting:
            say(Message("{page} waits for no translation; make status shows how each pair of pages stands.", page=page), languages)
    asked = {names[page] for page in wanted}
    made = [make_job(sources, name) for name in waiting if not asked or name in asked]
    jobs = [job for job in made if isinstance(job, Job)]
    problems = [*page_unreadable(sources.pages), *(problem for problem in made if isinstance(problem, Problem))]
    if problems:
        print(report(problems, languages=languages), file=sys.stderr)
    if not jobs:
        say(Message("Nothing was written.") if problems else Message("Nothing to translate."), languages)
        return 1 if problems else 0
    if refused := _write(Path(options.output), xliff_of(jobs)):
        say(refused, languages, failed=True)
        return 2
    _tell(jobs, options.output, languages)
    return 1 if problems else 0


def _options() -> argparse.Namespace:
    memory = Message("write all that is translated already, as a memory for the translator's program (TMX; default: memory.tmx)")
    return read_arguments(
        Message("Writes the passages that wait for a translation, both languages side by side, as an XLIFF file for a translator."),
        argument("pages", nargs="*", metavar=Message("PAGE"), help=Message("such as docs/sleep.md (default: all that wait for a translation)")),
        argument("--output", metavar=Message("FILE"), default="translation.xlf", help=Message("the file to write (default: translation.xlf)")),
        argument("--memory", metavar=Message("FILE"), nargs="?", const="memory.tmx", help=memory),
    )


def _write_memory(name: str, data: bytes, languages: tuple[Locale, ...]) -> int:
    refused = _write(Path(name), data)
    written = Message("All that is translated already is written to {file}, for the translator's program.", file=name)
    say(refused or written, languages, failed=refused is not None)
    return 2 if refused else 0


def _write(path: Path, data: bytes) -> Message | None:
    """Write the file; why it could not be written."""
    if os.path.lexists(path):
        return Message("{path} is there already. Fix: name another file, or delete this one.", path=path)
    try:
        write_whole(path, data)
    except OSError as error:
        return Message("{path} cannot be written: {reason}. Fix: name another file.", path=path, reason=error.strerror)
    return None


def _tell(jobs: list[Job], name: str, languages: tuple[Locale, ...]) -> None:
    for job in jobs:
        pages = {"source": job.source.page.path, "path": job.path}
        message = Message("{source}: {number} passages for {path}", number=len(job.units), **pages)
        say(Message("{source}: 1 passage for {path}", **pages) if len(job.units) == 1 else message, languages)
    say(Message("Written to {file}. When the translator sends it back: scripts/read_xliff.py {file}", file=name), languages)
    if len({job.locale for job in jobs}) > 1:
        message = Message("It goes both ways between English and Welsh. For a program that takes one way at a time, name the pages of each way.")
        say(message, languages)


if __name__ == "__main__":
    run(main)
