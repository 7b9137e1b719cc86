"""Files that are written whole or not at all, whatever stops the writing."""

import hashlib
import os
import resource
import signal
import subprocess
import sys
import time

import pytest

from conftest import ROOT, write
from sources.writing import write_whole, written_whole


def files(folder):
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_file_is_replaced_and_keeps_its_rights(tmp_path):
    path = tmp_path / "page.md"
    write(path, "old")
    path.chmod(0o640)
    write_whole(path, b"new")
    assert (files(tmp_path), path.stat().st_mode & 0o777) == ({"page.md": b"new"}, 0o640)


def test_a_link_goes_on_leading_to_its_file(tmp_path):
    write(tmp_path / "page.md", "old")
    (tmp_path / "link.md").symlink_to("page.md")
    write_whole(tmp_path / "link.md", b"new")
    assert ((tmp_path / "link.md").is_symlink(), (tmp_path / "page.md").read_bytes()) == (True, b"new")


def test_what_fails_half_way_leaves_what_was_there(tmp_path):
    write(tmp_path / "page.md", "old")
    with pytest.raises(ZeroDivisionError), written_whole(tmp_path / "page.md") as file:
        file.write(b"half")
        raise ZeroDivisionError
    assert files(tmp_path) == {"page.md": b"old"}


@pytest.mark.parametrize("make", [os.mkdir, os.mkfifo], ids=["folder", "pipe"])
def test_what_is_no_file_is_not_replaced(tmp_path, make):
    make(tmp_path / "page.md")
    with pytest.raises(OSError):
        write_whole(tmp_path / "page.md", b"new")
    assert [path.name for path in tmp_path.iterdir()] == ["page.md"]


def test_killed_while_it_writes_leaves_what_was_there(tmp_path):
    write(tmp_path / "page.md", "old")
    program = (
        "import pathlib, sys, time\nfrom sources.writing import written_whole\n"
        "with written_whole(pathlib.Path(sys.argv[1])) as file:\n    file.write(b'half' * 9999)\n    file.flush()\n    print(flush=True)\n    time.sleep(99)\n"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "hooks")}
    run = subprocess.Popen([sys.executable, "-c", program, str(tmp_path / "page.md")], env=environment, stdout=subprocess.PIPE)
    run.stdout.readline()
    run.send_signal(signal.SIGKILL)
    run.communicate()
    assert (tmp_path / "page.md").read_bytes() == b"old"
    assert all(path.name.startswith(".") for path in tmp_path.iterdir() if path.name != "page.md")


COMMANDS = [
    ("new_page", "a", "A" * 3000, "B"),
    ("mark_translated", "docs-cy/sleep.md"),
    ("write_xliff", "docs-cy/sleep.md"),
    ("read_xliff", "sent.xlf"),
    ("zip_site", "docs", "docs.zip"),
]


@pytest.fixture
def ready(run):
    """A checkout in which each command that writes has something to write, of a few thousand bytes."""
    for folder, words in (("docs", "A baby sleeps. "), ("docs-cy", "Mae babi yn cysgu. ")):
        path = run.site / folder / "sleep.md"
        write(path, path.read_text(encoding="utf-8") + "\n" + words * 100 + "\n")
    # What no packing makes smaller.
    write(run.site / "docs/index.html", "".join(hashlib.sha256(bytes([number])).hexdigest() for number in range(100)))
    assert run("write_xliff", "docs-cy/sleep.md", "--output", "sent.xlf").returncode == 0
    sent = run.site / "sent.xlf"
    write(sent, sent.read_text(encoding="utf-8").replace("needs-translation", "translated"))
    return run


@pytest.mark.parametrize("words", COMMANDS, ids=lambda words: words[0])
def test_on_a_full_disk_each_command_says_so_and_changes_nothing(ready, words):
    def limit():
        resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))

    before = files(ready.site)
    command = [sys.executable, "-B", f"scripts/{words[0]}.py", *words[1:]]
    result = subprocess.run(command, cwd=ready.site, preexec_fn=limit, capture_output=True, text=True, encoding="utf-8")
    assert {name: content for name, content in files(ready.site).items() if "__pycache__" not in name} == {
        name: content for name, content in before.items() if "__pycache__" not in name
    }
    assert (result.returncode != 0, "Traceback" in result.stderr, "File too large" in result.stderr) == (True, False, True), result.stderr


@pytest.mark.parametrize("words", COMMANDS, ids=lambda words: words[0])
def test_killed_at_any_moment_each_file_is_as_before_or_whole(ready, words):
    before = files(ready.site)
    command = [sys.executable, "-B", f"scripts/{words[0]}.py", *words[1:]]

    def written():
        return {name: content for name, content in files(ready.site).items() if not name.endswith(".part") and "__pycache__" not in name}

    states = []
    for moment in (0.15, 0.3, 0.4, 0.5):
        run = subprocess.Popen(command, cwd=ready.site, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(moment)
        run.kill()
        run.wait()
        states.append(written())
    subprocess.run(command, cwd=ready.site, capture_output=True)
    after = written()
    assert [name for state in states for name, content in state.items() if content not in (before.get(name), after.get(name))] == []
