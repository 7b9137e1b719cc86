"""Checks the pages of both languages and mkdocs.yml, without building the site.

Exit status: 0 nothing to mend, 1 something, 2 the command was not understood.
"""

import argparse
import json
import os
import sys
from dataclasses import asdict
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "hooks"))

from guard import check_sources
from problem import Problem, report
from sources import read_sources


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--format", choices=FORMATS, default="text", help="how problems are told (default: text)")
    options = parser.parse_args()
    problems = check_sources(
        read_sources(ROOT),
        publish=os.environ.get("PUBLISH") == "1",
        require_reviewed=os.environ.get("REQUIRE_REVIEWED") == "1",
    )
    print(FORMATS[options.format](sorted(set(problems))))
    return 1 if problems else 0


def _as_text(problems: list[Problem]) -> str:
    return report(problems) if problems else "Nothing to mend."


def _as_annotations(problems: list[Problem]) -> str:
    """One GitHub workflow command a problem."""
    return "\n".join(
        f"::error file={_escaped(problem.path, ',:')},line={problem.line},title={problem.check}"
        f"::{_escaped(problem.message)}%0AFix: {_escaped(problem.fix)}"
        for problem in problems
    )


def _escaped(text: str, more: str = "") -> str:
    for character in "%\r\n" + more:
        text = text.replace(character, f"%{ord(character):02X}")
    return text


def _as_json(problems: list[Problem]) -> str:
    return json.dumps([asdict(problem) for problem in problems], ensure_ascii=False, indent=2)


FORMATS = {"text": _as_text, "github": _as_annotations, "json": _as_json}

if __name__ == "__main__":
    sys.exit(main())
