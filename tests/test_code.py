"""The code itself: its layers stand apart, and it keeps to one form."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from conftest import ROOT, write

BIN = Path(sys.executable).parent


def told(*command: str, folder: Path = ROOT) -> str:
    """What a command printed if it failed, "" if all is well."""
    environment = {**os.environ, "PYTHONPATH": str(folder / "hooks")}
    run = subprocess.run([BIN / command[0], *command[1:]], cwd=folder, env=environment, capture_output=True, text=True, encoding="utf-8")
    return run.stdout + run.stderr if run.returncode else ""


def test_each_layer_imports_those_below_it_alone():
    assert told("lint-imports", "--no-cache") == ""


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ("hooks/welsh/words.py", "from sources.pages import Page"),
        ("hooks/guard/links.py", "from handouts.nodes import Node"),
        ("hooks/web/lists.py", "from mkdocs.structure.files import File"),
    ],
)
def test_an_import_upward_is_told(tmp_path, path, line):
    shutil.copytree(ROOT / "hooks", tmp_path / "hooks")
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    write(tmp_path / path, f"{(tmp_path / path).read_text(encoding='utf-8')}\n{line}\n")
    assert "Contracts: 1 kept, 1 broken." in told("lint-imports", "--no-cache", folder=tmp_path)


def test_only_the_hook_stands_beside_the_layers():
    assert [path.name for path in (ROOT / "hooks").glob("*.py")] == ["bilingual.py"]


@pytest.mark.parametrize("words", [("check",), ("format", "--check", "--quiet")])
def test_ruff_finds_nothing(words):
    assert told("ruff", *words, "--no-cache") == ""
