"""Each file in faults/ spoils a sound site in one way; the guard's whole report is compared.

What is `published` is on main before: the sound site with these pages, which git knows then.
A file with `warnings` in the place of `report` leaves the site sound. One that is `built` is found in the built site alone, or
`with handouts` in its PDFs. Each report has to have its Welsh; that of a file
with `welsh` is compared, too.
"""

import ast
import datetime
import json
import re
from pathlib import Path

import pytest
import yaml

from conftest import ROOT, build, commit, mark_all, report_in, write
from guard.all_checks import check_sources
from guard.welsh import proof_sources
from messages.locales import ENGLISH, WELSH
from messages.problem import Problem, report
from sources.all_sources import read_sources

TODAY = datetime.date(2026, 11, 23)
CHECKS_OF_BUILT_PAGES = {"contact_block_missing", "contact_block_twice", "contact_block_differs"}
FAULTS = {path.stem: yaml.safe_load(path.read_text(encoding="utf-8")) for path in (ROOT / "tests/faults").glob("*.yml")}


def spoil(site: Path, fault: dict) -> None:
    for name, text in fault.get("published", {}).items():
        write(site / name, text)
    if "published" in fault:
        mark_all(site)
        commit(site)
    for name in fault.get("remove", []):
        (site / name).rmdir() if (site / name).is_dir() else (site / name).unlink()
    for name, text in fault.get("write", {}).items():
        write(site / name, text)
    for name, text in fault.get("write_latin1", {}).items():
        (site / name).write_bytes(text.encode("latin-1"))
    for name, (old, new) in fault.get("replace", {}).items():
        text = (site / name).read_text(encoding="utf-8")
        assert old in text, f"{name} no longer holds {old!r}"
        write(site / name, text.replace(old, new))
    for name, size in fault.get("make_heavy", {}).items():
        write(site / name, (site / name).read_text(encoding="utf-8") + " " * size)
    for name in fault.get("folder", []):
        (site / name).mkdir(parents=True)
    for name, target in fault.get("link", {}).items():
        (site / name).symlink_to(target)
    mark_all(site)


def expected(name: str, site: Path, key: str) -> str:
    """The report of a fault file; `mkdocs.yml:{nav:}` in it stands for the line on which that text stands."""
    lines = (site / "mkdocs.yml").read_text(encoding="utf-8").splitlines()
    numbers = {text: next((i for i, line in enumerate(lines, 1) if line.strip() == text), 0) for text in map(str.strip, lines)}
    return re.sub(r"(?<=mkdocs\.yml:)\{(.+)\}", lambda match: str(numbers[match[1]]), FAULTS[name][key])


def compare(found: list[Problem], called: str, name: str, site: Path) -> None:
    """Hold what was found against a fault file, in both languages."""
    assert report(found, called, (ENGLISH,)) + "\n" == expected(name, site, "warnings" if called == "warning" else "report")
    welsh = report(found, called, (WELSH,)) + "\n"
    if "welsh" in FAULTS[name]:
        assert welsh == expected(name, site, "welsh")
    assert name.split(".")[0] in {problem.check for problem in found}


@pytest.mark.parametrize("name", sorted(name for name, fault in FAULTS.items() if "report" in fault and not fault.get("built")))
def test_fault_in_sources(name, site):
    spoil(site, FAULTS[name])

    problems = check_sources(read_sources(site, TODAY), require_reviewed=FAULTS[name].get("require_reviewed", False))

    compare(problems, "problem", name, site)


@pytest.mark.parametrize("name", sorted(name for name, fault in FAULTS.items() if "warnings" in fault))
def test_fault_that_is_a_warning(name, site):
    spoil(site, FAULTS[name])

    sources = read_sources(site, TODAY)
    warnings = proof_sources(sources)

    assert check_sources(sources) == []
    compare(warnings, "warning", name, site)


@pytest.mark.parametrize("name", sorted(name for name, fault in FAULTS.items() if fault.get("built")))
def test_fault_in_built_site(name, site):
    spoil(site, FAULTS[name])

    handouts = "1" if FAULTS[name]["built"] == "with handouts" else "0"
    result = build(site, PROBLEMS=str(site / "problems.json"), HANDOUTS=handouts)

    assert result.returncode == 1
    assert name.split(".")[0] in {each["check"] for each in json.loads((site / "problems.json").read_text(encoding="utf-8"))}
    assert report_in(result.stderr) == expected(name, site, "report")
    assert not any((site / "site").iterdir())


def checks_in(module: ast.Module) -> set[str]:
    """The names of the checks of a module: what its problems are called, and functions that name themselves."""
    nodes = list(ast.walk(module))
    words = {node.value for node in nodes if isinstance(node, ast.Constant)}
    named = {node.name for node in module.body if isinstance(node, ast.FunctionDef)} & words
    # Where each of these calls has the name of its check.
    places = {"Problem": 2, "Unreadable": 0}
    calls = [(node, ast.unparse(node.func)) for node in nodes if isinstance(node, ast.Call)]
    problems = [node.args[places[called]] for node, called in calls if called in places]
    return named | {check.value for check in problems if isinstance(check, ast.Constant)}


def all_checks() -> set[str]:
    modules = (ast.parse(path.read_text(encoding="utf-8")) for path in (ROOT / "hooks").rglob("*.py"))
    return set().union(*map(checks_in, modules), CHECKS_OF_BUILT_PAGES)


def test_each_check_has_a_fault_file():
    # Publishing with open questions, files that cannot be opened and very long ones are tested in test_guard.py, what main has in test_updated.py.
    assert all_checks() - {"to_confirm", "stand_in_left", "updated_unchanged", "page_not_opened", "page_too_long"} == {
        name.split(".")[0] for name in FAULTS
    }
