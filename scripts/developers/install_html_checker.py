"""Makes sure that the tests have the Nu Html Checker, and installs it, and Java, where they are not there."""

import hashlib
import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

import debian

ROOT = Path(__file__).resolve().parents[2]
CHECKER = ROOT / ".cache/vnu.jar"
VERSION = "26.9.27"
SHA256 = "22f15dd39a33bed929d2a5c0cddf5946849a647eca9272bf4d5d00bc7e7a4d47"

FAILED = """The HTML checker could not be installed.
  Fix: install Java 11 or later and npm, and run this again."""


def is_there() -> bool:
    return CHECKER.exists() and hashlib.sha256(CHECKER.read_bytes()).hexdigest() == SHA256


def install_programs() -> None:
    """Install Java and npm from Debian's packages, where they are missing."""
    packages = [package for program, package in (("java", "default-jre-headless"), ("npm", "npm")) if not shutil.which(program)]
    if packages:
        debian.install(*packages)


def install_checker() -> None:
    """Take the checker out of the package that its makers publish, held against its checksum."""
    if not shutil.which("npm"):
        return
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["npm", "pack", "--silent", f"vnu-jar@{VERSION}"], cwd=folder, stdout=subprocess.DEVNULL)
        for package in Path(folder).glob("*.tgz"):
            with tarfile.open(package) as files:
                jar = files.extractfile("package/build/dist/vnu.jar").read()
            CHECKER.parent.mkdir(exist_ok=True)
            CHECKER.write_bytes(jar)


def main() -> int:
    install_programs()
    if not is_there():
        print("Installing the HTML checker ...", flush=True)
        install_checker()
    if not is_there() or not shutil.which("java"):
        print(FAILED, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
