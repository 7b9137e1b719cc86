"""Makes sure that the tests have OmegaT, and installs Debian's package where it is missing."""

import shutil
import sys

import debian

FAILED = """OmegaT could not be installed.
  Fix: install it (Debian: apt-get install omegat)."""


def main() -> int:
    if not shutil.which("omegat"):
        print("Installing OmegaT ...", flush=True)
        debian.install("omegat")
    if not shutil.which("omegat"):
        print(FAILED, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
