"""What a site of N pairs costs, beside the plain set-up with the same pages, built in turn in one run.

    .venv/bin/python benchmarks/size.py [N …]             10, 100 and 1000 unless told
    .venv/bin/python benchmarks/size.py --alone 1000 3000     without the plain set-up
    .venv/bin/python benchmarks/size.py --before COMMIT       and beside the same pages with the generator of a commit

This site is built with its guard and its search, and without its handouts,
which benchmarks/handout_times.py measures. CPU is that of the build and of all it
starts, user and system; memory is that of the largest of these processes.
Small sites are built several times, and the median counts. The search's first
answer is all that a browser fetches for it: the heaviest for one word, of the
most usual one and a seldom one in either language, and for a page's title. An edit
is a word more in a page, in both languages.
"""

import argparse
import io
import multiprocessing
import os
import re
import shutil
import statistics
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import brotli

from corpus import LOCALES, ROOT, flat, make_menu, write_plain, write_site
from first_answer import bytes_of_answers
from sources.all_sources import read_sources
from sources.front_matter import set_line
from sources.memory import CACHE

BUILDS = {10: 5, 100: 3}
# What is aimed at, at most: the CPU beside the plain set-up's by the number of pairs; how many times that of 1,000 pairs 3,000
# take; MB of memory and kB of the search's first answer.
RATIOS = {10: 0.8, 100: 0.6, 1000: 0.14}
GROWTH, MEMORY, ANSWER = 3.0, 600, 150
USUAL = {"en": "baby", "cy": "baban"}


@dataclass(frozen=True)
class Built:
    """Seconds of CPU, MB of memory, MB and number of files, and kB of a content page with Brotli."""

    cpu: float
    memory: float
    size: float
    files: int
    page: float


def run_apart(function: Callable, *arguments: object) -> None:
    """Call a function in a process that ends with it."""
    process = multiprocessing.Process(target=function, args=arguments)
    process.start()
    process.join()
    if process.exitcode != 0:
        sys.exit("The made-up pages were not written.")


def run(root: Path, *command: str) -> tuple[float, float]:
    """Seconds of CPU and MB of memory that a command takes below a folder."""
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "HANDOUTS": "0"}
    # Python keeps what it compiled of this project, as pip has of the packages that both set-ups use.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    with open(root / "run.log", "wb") as log:
        started = subprocess.Popen([sys.executable, *command], cwd=root, env=environment, stdout=log, stderr=log)
        _, status, used = os.wait4(started.pid, 0)
    started.returncode = os.waitstatus_to_exitcode(status)
    if started.returncode != 0:
        sys.exit(f"{root}: {command} failed:\n{(root / 'run.log').read_text(encoding='utf-8')}")
    return used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def build(root: Path) -> tuple[float, float]:
    """Seconds of CPU and MB of memory that a build from nothing takes."""
    for folder in ("site", CACHE):
        shutil.rmtree(root / folder, ignore_errors=True)
    return run(root, *engine(root), "build")


def engine(root: Path) -> list[str]:
    """What builds a set-up: its own command, or that which the documentation of the plain one names."""
    return ["scripts/run_engine.py"] if (root / "scripts").is_dir() else ["-m", "mkdocs"]


def after_an_edit(root: Path, page: str) -> tuple[float, float]:
    """Seconds of CPU that check_sources.py, and then a build, take of a built and checked site once a word of a page has changed in both languages."""
    run(root, "scripts/check_sources.py")
    for locale in LOCALES:
        path = root / locale.folder / f"{page}.md"
        path.write_text(path.read_text(encoding="utf-8").replace("\n\n## ", " 2026\n\n## ", 1), encoding="utf-8")
    run_apart(mark, root, page)
    return run(root, "scripts/check_sources.py")[0], run(root, *engine(root), "build")[0]


def write_before(root: Path, site: Path, commit: str) -> None:
    """Make a site of the pages of another, in a new folder, with the generator as it was at a commit."""
    shutil.copytree(site, root)
    generator = ("hooks", "overrides", "scripts")
    for name in generator:
        shutil.rmtree(root / name)
    archive = subprocess.run(["git", "archive", commit, *generator], cwd=ROOT, check=True, capture_output=True).stdout
    with tarfile.open(fileobj=io.BytesIO(archive)) as files:
        files.extractall(root, filter="data")


def mark(root: Path, page: str) -> None:
    """Write down that the translation of a page is as the page is now."""
    pair = read_sources(root).pairs[f"{page}.md"]
    path = root / pair.translation.page.path
    path.write_text(set_line(path.read_text(encoding="utf-8"), "translation", pair.source.fingerprint), encoding="utf-8")


def build_in_turn(roots: list[Path], times: int, page: str) -> list[Built]:
    """Each set-up, built so many times; `page` is the address of the content page that is weighed."""
    rounds = [[build(root) for root in roots] for _ in range(times)]
    built = []
    for root, builds in zip(roots, zip(*rounds, strict=True), strict=True):
        cpu, memory = (statistics.median(values) for values in zip(*builds, strict=True))
        sizes = [path.stat().st_size for path in (root / "site").rglob("*") if path.is_file()]
        html = (root / "site" / page / "index.html").read_bytes()
        built.append(Built(cpu, memory, sum(sizes) / 1e6, len(sizes), len(brotli.compress(html)) / 1e3))
    return built


def first_answers(root: Path, page: str) -> tuple[float, float]:
    """kB of the first answer to a word and to the title of a page, in the language where it is the heavier."""
    queries = {}
    for locale in LOCALES:
        text = (root / locale.folder / f"{page}.md").read_text(encoding="utf-8")
        seldom, title = re.search(r" \((\w+)\)", text)[1], re.search(r"^# (\D+)", text, re.MULTILINE)[1].strip()
        queries[locale] = [USUAL[locale.code], seldom, title]
    *words, titles = zip(*bytes_of_answers(root / "site", "section-1/", queries).values(), strict=True)
    return max(max(word) for word in words) / 1e3, max(titles) / 1e3


def row(pairs: int, name: str, built: Built, *more: str) -> str:
    numbers = (f"{built.cpu:.1f}", f"{built.memory:.0f}", f"{built.size:.1f}", f"{built.files}", f"{built.page:.1f}")
    return f"| {pairs} | {name} | " + " | ".join([*numbers, *more]) + " |"


def measure(folder: Path, pairs: int, alone: bool, commit: str | None) -> float:
    """Print a row for each set-up of so many pairs, and give the seconds of CPU that this site takes."""
    roots = {name: folder / name for name, is_asked in (("plain", not alone), (f"at {commit}", commit), ("this site", True)) if is_asked}
    # In a process of its own: the memory of one that starts a build counts as the build's.
    run_apart(write_site, roots["this site"], pairs)
    for name, root in roots.items():
        if name == "plain":
            run_apart(write_plain, root, roots["this site"])
        elif name != "this site":
            write_before(root, roots["this site"], commit)
    names = flat(make_menu(pairs - 1))
    page = next(name for name in names[len(names) // 2 :] if "page-" in name).removesuffix(".md")
    built = dict(zip(roots, build_in_turn([*roots.values()], BUILDS.get(pairs, 1), page), strict=True))
    for name, root in roots.items():
        if name == "plain":
            print(row(pairs, name, built[name], "", "", ""), flush=True)
            continue
        ratio = "" if alone else f"{built[name].cpu / built['plain'].cpu:.2f}"
        aim = f" (aim: {RATIOS[pairs]})" if ratio and pairs in RATIOS else ""
        word, title = first_answers(root, page)
        check, again = after_an_edit(root, page)
        print(row(pairs, name, built[name], f"{word:.0f}; {title:.0f}", ratio + aim, f"{check:.1f}; {again:.1f}"), flush=True)
    return built["this site"].cpu


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pairs", type=int, nargs="*", default=[10, 100, 1000])
    parser.add_argument("--alone", action="store_true", help="leave the plain set-up out")
    parser.add_argument("--before", metavar="COMMIT", help="build with the generator of a commit, too")
    options = parser.parse_args()
    print(
        "| Pairs | Set-up | CPU, s | Memory, MB | Site, MB | Files | A page, kB | First answer, kB: word; title | CPU beside plain | After an edit, CPU, s: check; build |"
    )
    print("|---|---|---|---|---|---|---|---|---|---|")
    cpu = {}
    for pairs in options.pairs:
        with tempfile.TemporaryDirectory() as folder:
            cpu[pairs] = measure(Path(folder), pairs, options.alone, options.before)
    print(f"\nAims: memory at 3,000 pairs below {MEMORY} MB; the first answer to a word at most {ANSWER} kB; a page the same at each size")
    if 1000 in cpu and 3000 in cpu:
        print(f"CPU from 1,000 pairs to 3,000: {cpu[3000] / cpu[1000]:.2f} times (aim: {GROWTH})")


if __name__ == "__main__":
    main()
