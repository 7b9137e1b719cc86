"""Proofs the Welsh of the pages and of the interface: spelling, mutations and terms.

Exit status: 0 nothing to look at, 1 something.
"""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "hooks"))

from problem import report
from proofing import proof_sources
from sources import read_sources


def main() -> int:
    warnings = proof_sources(read_sources(ROOT))
    print(report(warnings, "warning") if warnings else "Nothing to look at.")
    return 1 if warnings else 0


if __name__ == "__main__":
    sys.exit(main())
