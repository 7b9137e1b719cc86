"""The commands of a checkout, run as an editor runs them, but that Python starts, and reads all code, once.

Beside the tests waits this module, run as a program that has imported and looked up whatever a command may ask for. For each
command it forks, and the fork runs the script as Python would: with its own arguments, folder, environment and streams, and
an end of its own. Each is as fresh as a process that was started anew, for a fraction of the time. Where that differs
(code that a test changes, signals, what Python reads from the environment as it starts) tests start Python themselves.
"""

import functools
import importlib
import json
import os
import runpy
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LONGEST = 300  # seconds; a command that waits for what never comes is ended
# What stands for these in the environment was read when Python started.
_READ_AT_START = ("PYTHON", "LC_", "LANG")


def run_command(words: list[str], folder: Path, environment: dict[str, str]) -> subprocess.CompletedProcess:
    """Run a script, the first of `words`, in a folder: its status, and what it printed."""
    if any(environment.get(name) != os.environ.get(name) for name in environment if name.startswith(_READ_AT_START)):
        return start_command(words, folder, environment)
    with tempfile.TemporaryDirectory() as printed:
        streams = [Path(printed, name) for name in ("stdout", "stderr")]
        waiting = _waiting()
        print(json.dumps([words, str(folder), environment, *map(str, streams)]), file=waiting.stdin, flush=True)
        status = int(waiting.stdout.readline())
        return subprocess.CompletedProcess(words, status, *(path.read_text(encoding="utf-8") for path in streams))


def start_command(words: list[str], folder: Path, environment: dict[str, str]) -> subprocess.CompletedProcess:
    """The same by a Python that is started for it."""
    return subprocess.run([sys.executable, *words], cwd=folder, env=environment, capture_output=True, text=True, encoding="utf-8")


@functools.cache
def _waiting() -> subprocess.Popen:
    """The process that forks; it ends when the tests do, and its input with them."""
    return subprocess.Popen([sys.executable, __file__], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def _wait() -> None:
    """Run a command for each line of the input, and print its status."""
    _warm_up()
    for line in sys.stdin:
        if child := os.fork():
            print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)
        else:
            _become(*json.loads(line))
            runpy.run_path(sys.argv[0], run_name="__main__")
            return


def _warm_up() -> None:
    """Import all but what lies in scripts/, which each checkout has of its own, and read the lists of words."""
    hooks = ROOT / "hooks"
    sys.path.insert(0, str(hooks))
    for path in sorted(hooks.rglob("*.py")):
        importlib.import_module(".".join(path.relative_to(hooks).with_suffix("").parts))
    for name in ("mkdocs.commands.build", "mkdocs.contrib.search", "mkdocs_static_i18n.plugin", "segno"):
        importlib.import_module(name)
    from guard.all_checks import check_sources
    from guard.welsh import proof_sources
    from messages.problem import report
    from sources.all_sources import read_sources

    sources = read_sources(ROOT / "tests/service")
    report(check_sources(sources) + proof_sources(sources))
    sys.path.remove(str(hooks))


def _become(words: list[str], folder: str, environment: dict[str, str], *streams: str) -> None:
    """Turn this process into one that was started for a command."""
    for number, path in enumerate((os.devnull, *streams)):
        file = os.open(path, os.O_RDWR | os.O_CREAT)
        os.dup2(file, number)
        os.close(file)
    os.environ.clear()
    os.environ.update(environment)
    time.tzset()
    os.chdir(folder)
    signal.alarm(LONGEST)
    sys.argv[:] = words
    sys.path[0] = str(Path(words[0]).resolve().parent)


if __name__ == "__main__":
    _wait()
