"""Whether all that the lock names installs on each Python that is tried, without anything being built from source."""

import platform
import subprocess
import sys

import pytest
import yaml

from conftest import ROOT

JOBS = yaml.safe_load((ROOT / ".github/workflows/check.yml").read_text(encoding="utf-8"))["jobs"]
# It asks the package index.
pytestmark = pytest.mark.everything


@pytest.mark.parametrize("version", JOBS["pythons"]["strategy"]["matrix"]["python"])
def test_each_package_of_the_lock_has_a_wheel(version, tmp_path):
    # One with its last number where it is the one that runs this: a package may ask for that.
    asked = platform.python_version() if platform.python_version().startswith(f"{version}.") else version
    told = subprocess.run(
        [
            *(sys.executable, "-m", "pip", "install", "--dry-run", "--quiet", "--no-deps", "--only-binary", ":all:", "--require-hashes"),
            *("--python-version", asked, "--target", tmp_path, "--requirement", ROOT / "requirements.txt"),
        ],
        capture_output=True,
        text=True,
        timeout=300,
    )
    assert told.returncode == 0, told.stderr
