"""Proofs the Welsh of the pages and of the interface: spelling, mutations and terms.

Exit status: 0 nothing to look at, 1 something.
"""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "hooks"))

from _arguments import read_arguments
from _command import run
from guard.welsh import proof_sources
from messages.message import Message
from messages.problem import in_each, report
from sources.all_sources import read_sources


def main() -> int:
    languages = read_arguments(Message("Proofs the Welsh of the pages and of the interface: spelling, mutations and terms.")).lang
    sources = read_sources(ROOT)
    warnings = proof_sources(sources)
    sources.remember()
    print(report(warnings, "warning", languages) if warnings else in_each(Message("Nothing to look at."), languages))
    return 1 if warnings else 0


if __name__ == "__main__":
    run(main)
