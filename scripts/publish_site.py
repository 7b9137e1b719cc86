"""Builds the site into a folder for a web server, whole or not at all.

    publish_site.py /srv/guidance

The site is built beside the folder, compressed, listed with checksums, and
swapped in at one stroke: until then, and when anything fails, the last good
site stands. The folder is a new one, an empty one, or one that this command
made: a file called .published-site in it says so. Refuses while anything is to
be confirmed or a translation is a draft, unless `publish_drafts` in mkdocs.yml
says true.

Exit status: 0 published, 1 not, 2 the command was not understood.
"""

import ctypes
import gzip
import hashlib
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import brotli

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "hooks"))

from _arguments import argument, read_arguments
from _command import run, say
from messages.locales import Locale
from messages.message import Message
from sources.settings import PATH, read_settings
from sources.writing import PUBLISHED_MARK, hold_folder

TEXT = {".html", ".js", ".json", ".svg", ".xml", ".txt", ".css"}
LEAST = 200  # bytes; below, compressing saves nothing
CHECKSUMS = "checksums.txt"
_WAITING = Message("Somebody else is publishing there: waiting until that is done.")
_AT_FDCWD, _EXCHANGE = -100, 2


def publish(target: Path, languages: tuple[Locale, ...]) -> int:
    """Build, finish and swap in; the exit status."""
    new, old = (target.parent / f".{target.name}.{state}" for state in ("new", "old"))
    # What another run is about to finish is looked at once that is done.
    lock = None if (refused := refusal(target)) else hold_folder(target.parent, lambda: say(_WAITING, languages, failed=True))
    if refused := refused or refusal(new) or refusal(old):
        say(Message("Nothing was published: {why}", why=refused), languages, failed=True)
        return 2
    # What a run that was killed left behind.
    if old.exists() and not target.exists():
        old.rename(target)
    for folder in (new, old):
        shutil.rmtree(folder, ignore_errors=True)
    new.mkdir()
    try:
        (new / PUBLISHED_MARK).touch()
        if not build(new, lock):
            say(Message("Nothing was published: {folder} is as it was.", folder=target), languages, failed=True)
            return 1
        compress(new)
        write_checksums(new)
        make_readable(new)
        swap(new, target, old)
    finally:
        # What could not be finished, or the old site.
        shutil.rmtree(new, ignore_errors=True)
    say(Message("{folder} holds the new site.", folder=target), languages)
    return 0


def refusal(folder: Path) -> Message | None:
    """Why a folder may not be replaced, and what may be done; None if it may."""
    if folder == ROOT or folder.is_relative_to(ROOT) or ROOT.is_relative_to(folder):
        return Message("{folder} lies in the project, or holds it. Fix: name a folder outside {root}.", folder=folder, root=ROOT)
    if not os.path.lexists(folder):
        return None
    if not folder.is_dir():
        return Message("{folder} is no folder. Fix: name another place, or move the file away.", folder=folder)
    if not (folder / PUBLISHED_MARK).is_file() and any(folder.iterdir()):
        return Message(
            "{folder} holds files that no publishing put there. Fix: name a new folder. If all in it may go: touch {mark}",
            folder=folder,
            mark=folder / PUBLISHED_MARK,
        )
    return None


def build(folder: Path, lock: int) -> bool:
    """Build the site into a folder; whether it was built. Where this command is killed, its build keeps the lock until it ends."""
    refuse = "0" if read_settings(ROOT / PATH).get("extra", "publish_drafts") is True else "1"
    environment = {"PUBLISH": refuse, "REQUIRE_REVIEWED": refuse, **os.environ, "SOURCE_DATE_EPOCH": _epoch()}
    command = [sys.executable, str(ROOT / "scripts/run_engine.py"), "build", "--strict", "--site-dir", str(folder)]
    return subprocess.run(command, cwd=ROOT, env=environment, pass_fds=[lock]).returncode == 0


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


def make_readable(folder: Path) -> None:
    """Let every web server read a site, whatever the umask; the time of a file stands for its content, as servers make ETags of it."""
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o755 if path.is_dir() else 0o644)
        if path.is_file():
            # Some second between 1970 and 2004: no server doubts what is long past.
            second = int.from_bytes(hashlib.sha256(path.read_bytes()).digest()[:4], "big") >> 2
            os.utime(path, (second, second))


def swap(new: Path, target: Path, old: Path) -> None:
    """Put a new site in the place of the old one at one stroke; the old one is then at `new`."""
    if not target.exists():
        new.rename(target)
        return
    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if rename and rename(_AT_FDCWD, os.fsencode(new), _AT_FDCWD, os.fsencode(target), _EXCHANGE) == 0:
        return
    # No such call on this system: two steps, with a moment between them, after which the next run puts the old one back.
    target.rename(old)
    try:
        new.rename(target)
    except OSError:
        old.rename(target)
        raise
    shutil.rmtree(old, ignore_errors=True)


def main() -> int:
    options = read_arguments(
        Message("Builds the site into a folder for a web server, whole or not at all."),
        argument("folder", metavar=Message("FOLDER"), type=Path, help=Message("where the web server finds the site")),
    )
    os.umask(0o022)
    # Tidies up as where something fails.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    try:
        return publish(options.folder.resolve(), options.lang)
    except OSError as error:
        reason = f"{error.strerror}: {error.filename}" if error.filename else error.strerror
        message = Message("Nothing was published: {reason}. Fix: make room, or let this folder be written, and run it again.", reason=reason)
        say(message, options.lang, failed=True)
        return 1


if __name__ == "__main__":
    run(main)
