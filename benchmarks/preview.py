"""How soon an edit stands on its page in `make serve`, at N pairs.

    .venv/bin/python benchmarks/preview.py [N] [EDITS]     100 pairs and 9 edits unless told

Each edit puts a word into a page, of either language in turn, and asks for the
page until the word is there. CPU is that of the preview, on Linux alone.
"""

import os
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from corpus import LOCALES, ROOT, Locale, write_site

AIM = 1.0  # second, at 100 pairs


def free_port() -> int:
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return asked.getsockname()[1]


def wait_for(address: str, word: str, run: subprocess.Popen) -> None:
    """Ask for a page until a word stands on it."""
    while run.poll() is None:
        try:
            if word in urlopen(address).read().decode("utf-8"):
                return
        except URLError:
            pass
        time.sleep(0.01)
    sys.exit("The preview ended.")


def cpu_of(run: subprocess.Popen) -> float:
    """Seconds of CPU that a process has had, user and system."""
    after_name = Path(f"/proc/{run.pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    return (int(after_name[11]) + int(after_name[12])) / os.sysconf("SC_CLK_TCK")


def edit(root: Path, name: str, locale: Locale, number: int, home: str, run: subprocess.Popen) -> tuple[float, float]:
    """Put a word into a page; the seconds until it is seen, and of CPU."""
    path = root / locale.folder / name
    text, word = path.read_text(encoding="utf-8"), f"gair{number}"
    before, cpu = time.perf_counter(), cpu_of(run)
    path.write_text(f"{text}\n{word}\n", encoding="utf-8")
    wait_for(f"{home}{locale.prefix}", word, run)
    return time.perf_counter() - before, cpu_of(run) - cpu


def main() -> None:
    pairs, edits = (int(sys.argv[index]) if len(sys.argv) > index else usual for index, usual in ((1, 100), (2, 9)))
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder, "site")
        write_site(root, pairs)
        host = f"127.0.0.1:{free_port()}"
        command = [sys.executable, str(ROOT / "scripts/run_engine.py"), "serve", "--quiet", "--dev-addr", host]
        run = subprocess.Popen(
            command, cwd=root, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        try:
            wait_for(f"http://{host}/", "<main", run)
            time.sleep(1)  # until the preview watches the folders
            seen = [edit(root, "index.md", LOCALES[number % 2], number, f"http://{host}/", run) for number in range(edits)]
        finally:
            run.terminate()
            run.wait()
    wall, cpu = ([round(value, 2) for value in values] for values in zip(*seen, strict=True))
    print(
        f"an edit at {pairs} pairs is seen after {statistics.median(wall):.2f} s (median of {edits}; {min(wall)} to {max(wall)}; aim: {AIM} at 100 pairs)"
    )
    print(f"CPU of the preview: {statistics.median(cpu):.2f} s (median; {min(cpu)} to {max(cpu)})")


if __name__ == "__main__":
    main()
