"""Writes the passages that wait for a translation, both languages side by side, as an XLIFF file for a translator.

Exit status: 0 written, or nothing to translate; 1 a page that a translator
cannot bring up to date; 2 the command was not understood.
"""

import argparse
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "hooks"))

import pages
from job import Job, make_job, names_to_translate
from problem import Problem, report
from sources import read_sources
from xliff import xliff_of


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("pages", nargs="*", metavar="PAGE", help="such as docs/barriers.md (default: all that wait for a translation)")
    parser.add_argument("--output", metavar="FILE", default="translation.xlf", help="the file to write (default: translation.xlf)")
    options = parser.parse_args()
    sources = read_sources(ROOT)
    unreadable = [each for each in (sources.settings.unreadable, sources.reader.problem) if each]
    if unreadable:
        print(report(unreadable), file=sys.stderr)
        return 1
    wanted = [page.replace("\\", "/").removeprefix("./") for page in options.pages]
    names = {path: content.page.name for path, content in sources.contents.items()}
    names |= {content.page.counterpart: content.page.name for content in sources.contents.values()}
    unknown = [page for page in wanted if page not in names]
    if unknown:
        print(f"There is no page {unknown[0]}. Fix: name one of {', '.join(sorted(sources.contents))}.", file=sys.stderr)
        return 2
    waiting = names_to_translate(sources)
    for page in wanted:
        if names[page] not in waiting:
            print(f"{page} waits for no translation; make status shows how each pair of pages stands.")
    asked = {names[page] for page in wanted}
    made = [make_job(sources, name) for name in waiting if not asked or name in asked]
    jobs = [job for job in made if isinstance(job, Job)]
    problems = [*pages.unreadable(sources.pages), *(problem for problem in made if isinstance(problem, Problem))]
    if problems:
        print(report(problems), file=sys.stderr)
    if not jobs:
        print("Nothing to translate." if not problems else "Nothing was written.")
        return 1 if problems else 0
    if not _written(Path(options.output), xliff_of(jobs)):
        return 2
    _tell(jobs, options.output)
    return 1 if problems else 0


def _written(path: Path, data: bytes) -> bool:
    try:
        with path.open("xb") as file:
            file.write(data)
    except FileExistsError:
        print(f"{path} is there already. Fix: name another file with --output, or delete this one.", file=sys.stderr)
    except OSError as error:
        print(f"{path} cannot be written: {error.strerror}. Fix: name another file with --output.", file=sys.stderr)
    else:
        return True
    return False


def _tell(jobs: list[Job], name: str) -> None:
    for job in jobs:
        count = len(job.units)
        print(f"{job.source.page.path}: {count} passage{'' if count == 1 else 's'} for {job.path}")
    print(f"Written to {name}. When the translator sends it back: scripts/read_xliff.py {name}")
    if len({job.locale for job in jobs}) > 1:
        print("It goes both ways between English and Welsh. For a program that takes one way at a time, name the pages of each way.")


if __name__ == "__main__":
    sys.exit(main())
