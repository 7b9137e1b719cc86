"""Makes the handouts of N pairs of pages, twice, and prints what that took.

    benchmarks/handout_times.py [N]

The first time all of them are made, the second time none has changed. CPU is
that of this process, which makes, reads back and keeps each handout.
"""

import random
import resource
import shutil
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "hooks"))

from handouts.all_handouts import make_handouts
from handouts.handout import Frame
from messages.locales import LOCALES
from sources.all_sources import read_sources

# A page of this site in each language, whose words stand in another order on each page made of them.
SAMPLES = {locale: (ROOT / locale.folder / "ideas.md").read_text(encoding="utf-8").partition("\n# ")[2] for locale in LOCALES}


def page_text(locale, index: int) -> str:
    """A page of some 370 words: paragraphs, two lists, a table and a note; the same each time."""
    order = random.Random(index)
    words = [word for word in SAMPLES[locale].split() if word.isalpha()]

    def some(count: int) -> str:
        return " ".join(order.choices(words, k=count))

    def points(count: int) -> str:
        return "".join(f"- {some(9)}\n" for _ in range(count))

    title = f"{some(3).capitalize()} {index}"
    parts = [f"---\ntitle: {title}\ndescription: {some(8)}\nupdated: 2026-11-23\n---\n\n# {title}\n\n{some(40)}\n"]
    parts += [f"## {some(3)}\n\n{some(50)}\n\n{points(6)}" for _ in range(2)]
    rows = "".join(f"| {some(2)} | {some(2)} |\n" for _ in range(4))
    parts.append(f"## {some(3)}\n\n| {some(1)} | {some(1)} |\n|---|---|\n{rows}")
    parts.append(f"> [!NOTE]\n> {some(20)}\n")
    return "\n".join(parts)


def write_site(root: Path, pairs: int) -> None:
    for name in ("overrides", "docs", "docs-cy", "images"):
        shutil.copytree(ROOT / name, root / name)
    shutil.copy(ROOT / "mkdocs.yml", root)
    for locale in LOCALES:
        for index in range(pairs):
            (root / locale.folder / f"page-{index}.md").write_text(page_text(locale, index), encoding="utf-8")


def run(root: Path) -> None:
    sources = read_sources(root)
    wall, cpu = time.perf_counter(), time.process_time()
    finished, problems = make_handouts(Frame(sources))
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    each = cpu / len(finished) * 1000
    print(f"{len(finished)} handouts, {len(problems)} problems: {wall:.1f} s, {cpu:.1f} s of CPU, {each:.0f} ms of it a handout")


def main() -> None:
    pairs = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        write_site(root, pairs)
        for _ in range(2):
            run(root)
    print(f"memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB at most")


if __name__ == "__main__":
    main()
