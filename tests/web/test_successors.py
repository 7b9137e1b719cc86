"""The programs that may take the place of MkDocs write the same bytes."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import build_strictly
from sources.memory import CACHE

pytestmark = pytest.mark.everything


def files_of(site: Path, name: str, **environment: str) -> dict[str, bytes]:
    """What a site is built into, from nothing."""
    shutil.rmtree(site / CACHE, ignore_errors=True)
    build_strictly(site, "--site-dir", str(site.parent / name), SOURCE_DATE_EPOCH="0", HANDOUTS="1", **environment)
    return {path.relative_to(site.parent / name).as_posix(): path.read_bytes() for path in (site.parent / name).rglob("*") if path.is_file()}


# Each with the module that is run; the second is another MkDocs of the same name.
@pytest.mark.parametrize(("package", "module"), [("properdocs==1.6.7", "properdocs"), ("mkdocs-ng==1.8.0", "mkdocs")])
def test_another_engine_writes_the_same_bytes(site, tmp_path_factory, package, module):
    folder = tmp_path_factory.mktemp("engine")
    subprocess.run([sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--target", str(folder), package], check=True)
    found = [files_of(site, "usual"), files_of(site, "other", ENGINE=module, PYTHONPATH=str(folder))]
    assert found[0] == found[1]
