"""Builds the site into a folder for a web server, whole or not at all.

    publish_site.py /srv/guidance

The site is built beside the folder, compressed, listed with checksums, and
swapped in at one stroke: until then, and when anything fails, the last good
site stands. Refuses while anything is to be confirmed or a translation is a
draft, unless `publish_drafts` in mkdocs.yml says true.

Exit status: 0 published, 1 not, 2 the command was not understood.
"""

import argparse
import ctypes
import gzip
import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import brotli

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "hooks"))

from sources.settings import PATH, read_settings

TEXT = {".html", ".js", ".json", ".svg", ".xml", ".txt", ".css"}
LEAST = 200  # bytes; below, compressing saves nothing
CHECKSUMS = "checksums.txt"
_AT_FDCWD, _EXCHANGE = -100, 2


def publish(target: Path) -> int:
    """Build, finish and swap in; the exit status."""
    target = target.resolve()
    new = target.with_name(f".{target.name}.new")
    # What a run that was killed left behind.
    shutil.rmtree(new, ignore_errors=True)
    new.mkdir(parents=True)
    try:
        if not build(new):
            print(f"Nothing was published: {target} is as it was.", file=sys.stderr)
            return 1
        compress(new)
        write_checksums(new)
        swap(new, target)
    finally:
        # What could not be finished, or the old site.
        shutil.rmtree(new, ignore_errors=True)
    print(f"{target} holds the new site.")
    return 0


def build(folder: Path) -> bool:
    """Build the site into a folder; whether it was built."""
    refuse = "0" if read_settings(ROOT / PATH).get("extra", "publish_drafts") is True else "1"
    environment = {"PUBLISH": refuse, "REQUIRE_REVIEWED": refuse, **os.environ, "SOURCE_DATE_EPOCH": _epoch()}
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(folder)]
    return subprocess.run(command, cwd=ROOT, env=environment).returncode == 0


def _epoch() -> str:
    """The time that stands for the build's: of the last commit, so that the same sources give the same bytes."""
    given = os.environ.get("SOURCE_DATE_EPOCH")
    if given:
        return given
    try:
        log = subprocess.run(["git", "log", "-1", "--format=%ct"], cwd=ROOT, capture_output=True, text=True)
    except OSError:
        return "0"
    return log.stdout.strip() or "0"


def compress(folder: Path) -> None:
    """Put a .br and a .gz beside each text that becomes smaller by it, for servers that send them as they are."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.suffix in TEXT and path.stat().st_size >= LEAST:
            data = path.read_bytes()
            for suffix, small in ((".br", brotli.compress(data, quality=11)), (".gz", gzip.compress(data, 9, mtime=0))):
                if len(small) < len(data):
                    path.with_name(path.name + suffix).write_bytes(small)


def write_checksums(folder: Path) -> None:
    """List every file with its SHA-256, as `sha256sum --check` reads it."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    lines = [f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.relative_to(folder).as_posix()}\n" for path in files]
    (folder / CHECKSUMS).write_text("".join(lines), encoding="utf-8")


def swap(new: Path, target: Path) -> None:
    """Put a new site in the place of the old one at one stroke; the old one is then at `new`."""
    if not target.exists():
        new.rename(target)
        return
    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if rename and rename(_AT_FDCWD, os.fsencode(new), _AT_FDCWD, os.fsencode(target), _EXCHANGE) == 0:
        return
    # No such call on this system: two steps, with a moment between them.
    old = target.with_name(f".{target.name}.old")
    shutil.rmtree(old, ignore_errors=True)
    target.rename(old)
    new.rename(target)
    shutil.rmtree(old, ignore_errors=True)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path, help="where the web server finds the site")
    target = parser.parse_args().folder
    try:
        return publish(target)
    except OSError as error:
        reason = f"{error.strerror}: {error.filename}" if error.filename else error.strerror
        print(f"Nothing was published: {reason}. Fix: make room, or let this folder be written, and run it again.", file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main())
