"""What is kept between two runs makes them quicker, and never anything else."""

import random
import re
from pathlib import Path

import pytest

from conftest import PAGES, build, copy_generator, mark_all, write
from guard.all_checks import check_sources
from guard.welsh import proof_sources
from messages.problem import BOTH, report
from sources.all_sources import Sources, make_sources, read_sources
from sources.memory import CACHE, Memory, _rules, _seal
from sources.options import Options
from sources.pages import read_pages
from sources.settings import PATH, read_settings
from web.bodies import page_bodies
from web.build import make_build
from web.offline import for_worker

RICH = """
## Where to go

See [home](index.md#home-page), [play](more/play.md) and <https://www.gov.uk/>.[^1]

- Call us on 03069 990 133.
- Two weeks, 6 months or 10 %.

> [!NOTE]
> Mae cath yn yr ardd gyda tad.

| A | B |
|---|---|
| ![A child](images/baby.svg) | 3 |

[^1]: A note.
"""
WORDS = "cath ci gath dad mam tad ngardd gwsgg the sleep baby not never dim ni 3 03069990134 [x](gone.md) [y](sleep.md#none) <b> **".split()


def outcome(sources: Sources) -> list[object]:
    """All that a run finds out about the pages."""
    told = [report(found, languages=BOTH) for found in (check_sources(sources), proof_sources(sources), proof_sources(sources, terms=False))]
    leads = [for_worker(path, sources, [], []) for path in sources.contents]
    return [*told, page_bodies(sources, "https://example.org/"), leads, [content.fingerprint for content in sources.contents.values()]]


def without_memory(root: Path) -> Sources:
    return make_sources(root, read_settings(root / PATH), read_pages(root))


def edited(root: Path, choice: random.Random) -> None:
    """Change a page or a setting as somebody might."""
    path = choice.choice(sorted(root.glob("docs*/**/*.md")))
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    place = choice.randrange(len(lines))
    match choice.randrange(9):
        case 0 | 1 | 2:
            lines[place] = lines[place].rstrip("\n") + f" {choice.choice(WORDS)}\n"
        case 3:
            del lines[place]
        case 4:
            lines.insert(place, f"\n## {choice.choice(WORDS)}\n\n")
        case 5:
            lines = choice.choice([*root.glob("docs*/**/*.md")]).read_text(encoding="utf-8").splitlines(keepends=True)
        case 6:
            path.unlink()
            name = choice.choice(sorted(PAGES))
            return write(root / name, PAGES[name])
        case 7:
            mark_all(root)
            return None
        case 8:
            old, new = choice.choice(
                [
                    ("990 133", "990 134"),
                    ("  names:", "  names: [Cath]\n  others:"),
                    ("Gardens", "Parks"),
                    ("nav:", "\nnav:"),
                    ("  glossary:", "  glossary:\n    sleep: hun"),
                ]
            )
            return write(root / PATH, (root / PATH).read_text(encoding="utf-8").replace(old, new, 1))
    return write(path, "".join(lines))


@pytest.mark.parametrize("seed", range(4))
def test_with_what_is_kept_all_is_found_as_without(site, seed):
    choice = random.Random(seed)
    for name in ("docs/sleep.md", "docs-cy/sleep.md"):
        write(site / name, (site / name).read_text(encoding="utf-8") + RICH)
    for _ in range(25):
        edited(site, choice)
        sources = read_sources(site)
        assert outcome(sources) == outcome(without_memory(site))
        sources.remember()


def test_a_second_build_on_another_day_writes_the_same_bytes(site):
    built = []
    for folder, day in (("first", "0"), ("second", "1700000000")):
        assert build(site, "--site-dir", str(site.parent / folder), SOURCE_DATE_EPOCH=day).returncode == 0
        files = (path for path in (site.parent / folder).rglob("*") if path.is_file())
        built.append({path.relative_to(site.parent / folder): path.read_bytes() for path in files})
        assert sorted(path.name for path in (site / CACHE).glob("*.json")), "nothing was kept"
    assert built[0] == built[1]


def remembered(root: Path) -> list[str]:
    """The pages that a run has to read, though another has just read all."""
    sources = read_sources(root)
    check_sources(sources)
    return [path for path, content in sources.contents.items() if "_parts" in vars(content) and path not in ("docs/index.md", "docs-cy/index.md")]


def test_a_page_is_read_again_only_where_it_or_its_counterpart_changes(site):
    sources = read_sources(site)
    check_sources(sources)
    sources.remember()
    assert remembered(site) == []
    write(site / "docs/sleep.md", (site / "docs/sleep.md").read_text(encoding="utf-8") + "\nMore.\n")
    assert remembered(site) == ["docs/sleep.md", "docs-cy/sleep.md"]


def test_a_build_lets_go_of_a_page_once_all_is_asked_of_it(site):
    built = make_build(site, "https://example.org/", Options(publish=False, require_reviewed=False, handouts=False), None, is_preview=False)
    # The leaflet takes its parts from the home pages.
    assert [path for path, content in built.sources.contents.items() if "_parts" in vars(content)] == ["docs/index.md", "docs-cy/index.md"]


@pytest.mark.parametrize(
    "damage", [lambda data: b"", lambda data: data[: len(data) // 2], lambda data: data.replace(b"[]", b"{}", 1), lambda data: b"\xff" * 99]
)
def test_a_damaged_file_counts_as_none(site, damage):
    sources = read_sources(site)
    before = outcome(sources)
    sources.remember()
    for path in (site / CACHE).glob("*.json"):
        path.write_bytes(damage(path.read_bytes()))
    assert outcome(read_sources(site)) == before


def test_other_rules_know_nothing_of_what_these_found(site, monkeypatch):
    memory = Memory(site)
    assert memory.answer("question", "docs/index.md", "key", lambda: 1) == 1
    memory.save(["docs/index.md"])
    assert Memory(site).answer("question", "docs/index.md", "key", lambda: 2) == 1
    assert Memory(site).answer("question", "docs/index.md", "other", lambda: 2) == 2
    monkeypatch.setattr("sources.memory._rules", lambda: b"other")
    assert Memory(site).answer("question", "docs/index.md", "key", lambda: 2) == 2


def test_each_file_of_the_rules_counts(site, monkeypatch):
    copy_generator(site, "hooks")
    monkeypatch.setattr("sources.memory.__file__", str(site / "hooks/sources/memory.py"))
    found = {_rules.__wrapped__()}
    files = sorted(path for path in (site / "hooks").rglob("*") if path.is_file())
    for path in files:
        path.write_bytes(path.read_bytes() + b"\n")
        found.add(_rules.__wrapped__())
    assert len(found) == len(files) + 1


def test_who_publishes_takes_no_verdict_on_contacts_on_trust(site):
    write(site / "docs/sleep.md", (site / "docs/sleep.md").read_text(encoding="utf-8") + "\nCall 03069 990 199.\n")
    sources = read_sources(site)
    check_sources(sources)
    sources.remember()
    kept = site / CACHE / "contacts.json"
    body = re.sub(rb'(\["[0-9a-f]+",)\[\[.*?\]\]\]', rb"\1[]]", kept.read_bytes().partition(b"\n")[2])
    kept.write_bytes(_seal(body) + body)
    told = [{problem.check for problem in check_sources(read_sources(site), publish)} for publish in (False, True)]
    assert ["contact_typed_by_hand" in checks for checks in told] == [False, True]


def test_where_nothing_can_be_kept_the_same_is_told(site):
    sources = read_sources(site)
    before = outcome(sources)
    write(site / CACHE, "a file where the folder would be")
    sources.remember()
    assert outcome(read_sources(site)) == before
