"""Reads a translator's XLIFF file back into the pages that scripts/write_xliff.py wrote it for.

Exit status: 0 all pages written, 1 some were not, 2 the command was not understood.
"""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "hooks"))

from _arguments import argument, read_arguments
from _command import run, say
from guard.unreadable import settings_unreadable
from messages.message import Message
from messages.problem import report
from sources.all_sources import read_sources
from sources.writing import write_whole
from translators.returned import read_xliff


def main() -> int:
    options = read_arguments(
        Message("Reads a translator's XLIFF file back into the pages that scripts/write_xliff.py wrote it for."),
        argument("file", metavar=Message("FILE"), help=Message("the file that the translator sent back, such as translation.xlf")),
    )
    languages = options.lang
    try:
        data = Path(options.file).read_bytes()
    except OSError as error:
        message = Message(
            "{path} cannot be read: {reason}. Fix: name the file that the translator sent back.", path=options.file, reason=error.strerror
        )
        say(message, languages, failed=True)
        return 2
    sources = read_sources(ROOT, with_held=True)
    refused = settings_unreadable(sources.settings)
    pages, problems = ({}, refused) if refused else read_xliff(data, options.file, sources)
    if problems:
        print(report(problems, languages=languages), file=sys.stderr)
    written = 0
    for path, text in sorted(pages.items()):
        refused = _write(ROOT / path, text)
        say(refused or Message("{path} is written.", path=path), languages, failed=refused is not None)
        written += refused is None
    say(Message("Now check the pages: make check") if written else Message("Nothing was written."), languages)
    return 1 if problems or written < len(pages) else 0


def _write(path: Path, text: str) -> Message | None:
    """Write a page; why it could not be written."""
    try:
        write_whole(path, text.encode("utf-8"))
    except OSError as error:
        return Message("{path} cannot be written: {reason}. Fix: see that the file and its folder can be changed.", path=path, reason=error.strerror)
    return None


if __name__ == "__main__":
    run(main)
