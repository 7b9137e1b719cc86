"""Reads a translator's XLIFF file back into the pages that scripts/write_xliff.py wrote it for.

Exit status: 0 all pages written, 1 some were not, 2 the command was not understood.
"""

import argparse
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "hooks"))

from problem import report
from sources import read_sources
from xliff import read_xliff


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("file", help="the file that the translator sent back, such as translation.xlf")
    options = parser.parse_args()
    try:
        data = Path(options.file).read_bytes()
    except OSError as error:
        print(f"{options.file} cannot be read: {error.strerror}. Fix: name the file that the translator sent back.", file=sys.stderr)
        return 2
    sources = read_sources(ROOT)
    unreadable = [each for each in (sources.settings.unreadable, sources.reader.problem) if each]
    pages, problems = ({}, unreadable) if unreadable else read_xliff(data, options.file, sources)
    if problems:
        print(report(problems), file=sys.stderr)
    written = [path for path, text in sorted(pages.items()) if _written(ROOT / path, text)]
    print("\n".join(f"{path} is written." for path in written) or "Nothing was written.")
    if written:
        print("Now check the pages: make check")
    return 1 if problems or len(written) < len(pages) else 0


def _written(path: Path, text: str) -> bool:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode("utf-8"))
    except OSError as error:
        print(f"{path} cannot be written: {error.strerror}. Fix: see that the file and its folder can be changed.", file=sys.stderr)
        return False
    return True


if __name__ == "__main__":
    sys.exit(main())
