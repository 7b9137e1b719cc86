"""Publishing: the same bytes from the same sources, whole or not at all."""

import functools
import gzip
import os
import random
import re
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path

import brotli
import pytest

from commands import run_command
from conftest import ENGINE, copy_generator, make_service
from sources.all_sources import read_sources


def publish(root: Path, target: Path, **environment: str) -> subprocess.CompletedProcess:
    return run_command(command(root, target)[1:], Path.cwd(), settings(**environment))


def command(root, target):
    return [sys.executable, str(root / "scripts/publish_site.py"), str(target)]


def settings(**environment):
    return {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PUBLISH": "0", "REQUIRE_REVIEWED": "0", "HANDOUTS": "0", **environment}


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture(scope="module")
def copy(tmp_path_factory) -> Path:
    """The sources in a folder of their own, as somebody else has them."""
    return make_service(tmp_path_factory.mktemp("elsewhere") / "a folder")


@pytest.fixture(scope="module")
def published(service, tmp_path_factory) -> Path:
    target = tmp_path_factory.mktemp("server") / "site"
    result = publish(service, target, HANDOUTS="1", TZ="Europe/London", SOURCE_DATE_EPOCH="1000000000")
    assert result.returncode == 0, result.stderr
    return target


def test_the_same_sources_give_the_same_bytes_elsewhere_and_in_another_time_zone(copy, published, tmp_path):
    result = publish(copy, tmp_path / "site", HANDOUTS="1", TZ="Pacific/Auckland", SOURCE_DATE_EPOCH="1000000000")
    assert result.returncode == 0, result.stderr
    assert files(tmp_path / "site") == files(published)


def test_what_is_published_is_compressed_and_listed(published):
    html = (published / "cy/tyfu/index.html").read_bytes()
    assert brotli.decompress((published / "cy/tyfu/index.html.br").read_bytes()) == html
    assert gzip.decompress((published / "cy/tyfu/index.html.gz").read_bytes()) == html
    check = subprocess.run(["sha256sum", "--check", "--quiet", "checksums.txt"], cwd=published, capture_output=True)
    assert check.returncode == 0, check.stderr
    listed = {line.split("  ")[1] for line in (published / "checksums.txt").read_text(encoding="utf-8").splitlines()}
    assert listed == files(published).keys() - {"checksums.txt"}


def test_a_site_with_open_questions_is_not_published_and_the_old_one_stands(copy, published):
    before = files(published)
    result = publish(copy, published, PUBLISH="1")
    assert (result.returncode, "2 problems found." in result.stderr) == (1, True)
    assert result.stderr.endswith(f"Nothing was published: {published} is as it was.\n")
    assert files(published) == before
    assert [path.name for path in published.parent.iterdir()] == ["site"]


def test_drafts_are_published_only_if_the_owner_says_so(copy, tmp_path):
    environment = {name: value for name, value in settings().items() if name not in ("PUBLISH", "REQUIRE_REVIEWED")}
    run = functools.partial(subprocess.run, command(copy, tmp_path / "site"), env=environment, capture_output=True, text=True, encoding="utf-8")
    text = (copy / "mkdocs.yml").read_text(encoding="utf-8")
    drafts = [pair for pair in read_sources(copy).pairs.values() if pair.reviewer is None]
    (copy / "mkdocs.yml").write_text(re.sub("publish_drafts: .*", "publish_drafts: false", text), encoding="utf-8")
    refused = run()
    (copy / "mkdocs.yml").write_text(re.sub("publish_drafts: .*", "publish_drafts: true", text), encoding="utf-8")
    allowed = run()
    (copy / "mkdocs.yml").write_text(text, encoding="utf-8")
    assert (refused.returncode, refused.stderr.count("Nobody has checked this page as it is now.")) == (1, len(drafts))
    assert (allowed.returncode, allowed.stdout.endswith("holds the new site.\n")) == (0, True), allowed.stderr
    # Where it was built it does not stay.
    assert ("Questions that only the owner" in allowed.stderr, "The site is in" in allowed.stderr) == (True, False)


def test_a_folder_that_cannot_be_written_ends_in_one_line(service, tmp_path):
    (tmp_path / "file").write_text("", encoding="utf-8")
    result = publish(service, tmp_path / "file/site")
    assert result.returncode == 1
    last = result.stderr.splitlines()[-1]
    assert last.startswith("Nothing was published: ") and "Traceback" not in result.stderr


def test_a_full_disk_ends_in_one_line_and_the_old_site_stands(service, published):
    before = files(published)

    def fill_up():
        resource.setrlimit(resource.RLIMIT_FSIZE, (4000, 4000))

    result = subprocess.run(command(service, published), env=settings(HANDOUTS="1"), capture_output=True, text=True, preexec_fn=fill_up)
    assert (result.returncode, "Traceback" in result.stderr, files(published) == before) == (1, False, True), result.stderr
    assert "File too large" in result.stderr


@pytest.fixture
def small(site) -> Path:
    """A small checkout, which is published in a second or two."""
    copy_generator(site, "hooks", "scripts")
    return site


def stands(folder: Path) -> dict[str, bytes]:
    """The files of a checkout, without what a run of Python leaves."""
    return {name: content for name, content in files(folder).items() if "__pycache__" not in name and not name.startswith(".cache/")}


@pytest.mark.parametrize("place", [".", "site", "docs/new", "..", "/", "by-a-link"])
def test_nothing_is_published_into_or_over_the_checkout(small, place):
    (small / "by-a-link").symlink_to(small / "docs-cy")
    before = stands(small)
    result = publish(small, small / place)
    assert (result.returncode, result.stdout) == (2, "")
    welsh, english = result.stderr.splitlines()
    assert welsh.startswith("Ni chyhoeddwyd dim: mae'r ffolder hwn y tu mewn i'r prosiect, neu o'i gwmpas: ")
    assert english.startswith("Nothing was published: ") and "lies in the project, or holds it" in english
    assert stands(small) == before


@pytest.mark.parametrize("name", ["site", ".site.new", ".site.old"])
def test_a_folder_that_publishing_did_not_make_stays_as_it_is(small, tmp_path_factory, name):
    folder = tmp_path_factory.mktemp("server")
    (folder / name).mkdir()
    (folder / name / "letters.txt").write_text("Mine.", encoding="utf-8")
    result = publish(small, folder / "site")
    assert (result.returncode, files(folder)) == (2, {f"{name}/letters.txt": b"Mine."})
    told = f"Nothing was published: {folder / name} holds files that no publishing put there. Fix: "
    assert result.stderr.splitlines()[1].startswith(told), result.stderr


def test_a_file_in_the_place_of_the_folder_stays_as_it_is(small, tmp_path_factory):
    target = tmp_path_factory.mktemp("server") / "site"
    target.write_text("Mine.", encoding="utf-8")
    result = publish(small, target)
    assert (result.returncode, result.stderr) == (
        2,
        f'Ni chyhoeddwyd dim: nid ffolder yw "{target}". I\'w gywiro: enwch le arall, neu symudwch y ffeil oddi yno.\n'
        f"Nothing was published: {target} is no folder. Fix: name another place, or move the file away.\n",
    )
    assert target.read_text(encoding="utf-8") == "Mine."


def test_every_web_server_may_read_what_is_published_whatever_the_umask(small, tmp_path_factory):
    target = tmp_path_factory.mktemp("server") / "deep/site"
    result = subprocess.run(command(small, target), env=settings(), umask=0o077, capture_output=True, text=True)
    assert result.returncode == 0, result.stderr
    modes = {(path.is_dir(), path.stat().st_mode & 0o777) for path in [target.parent, target, *target.rglob("*")]}
    assert modes == {(True, 0o755), (False, 0o644)}


def test_the_time_of_a_file_changes_with_its_content_alone(small, tmp_path_factory):
    target = tmp_path_factory.mktemp("server") / "site"

    def times():
        assert publish(small, target).returncode == 0
        return {path.relative_to(target).as_posix(): path.stat().st_mtime_ns for path in target.rglob("*") if path.is_file()}

    first, second = times(), times()
    text = (small / "mkdocs.yml").read_text(encoding="utf-8")
    (small / "mkdocs.yml").write_text(re.sub(r"(telephone:\s.*\d)\d", r"\g<1>0", text, count=1), encoding="utf-8")
    third = times()
    assert first == second
    assert first["index.html"] != third["index.html"]


def test_of_two_at_once_the_second_waits(small, tmp_path_factory):
    target = tmp_path_factory.mktemp("server") / "site"
    quiet = {"env": settings(), "stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
    runs = [subprocess.Popen(command(small, target), **quiet) for _ in range(2)]
    told = [run.communicate()[1] for run in runs]
    assert [run.returncode for run in runs] == [0, 0], told
    assert sum("Somebody else is publishing there" in each for each in told) == 1
    assert [path.name for path in target.parent.iterdir()] == ["site"]
    check = subprocess.run(["sha256sum", "--check", "--quiet", "checksums.txt"], cwd=target, capture_output=True)
    assert check.returncode == 0, check.stderr


def test_a_site_that_was_put_aside_when_publishing_was_killed_comes_back(small, tmp_path_factory):
    target = tmp_path_factory.mktemp("server") / "site"
    assert publish(small, target).returncode == 0
    before = files(target)
    target.rename(target.with_name(".site.old"))
    (small / "docs/index.md").unlink()
    assert publish(small, target).returncode == 1
    assert (files(target), [path.name for path in target.parent.iterdir()]) == (before, ["site"])


# A disk of its own, of a number of bytes, that is gone with the command; what it held is copied out of it.
OWN_DISKS = ["unshare", "--mount", *([] if os.geteuid() == 0 else ["--map-root-user"])]
ON_A_DISK = 'mount -t tmpfs -o size="$1" tmpfs "$2" && shift && disk="$1" held="$2" && shift 2 && "$@"; told=$?; cp -r "$disk/." "$held"; exit $told'


@pytest.mark.everything
def test_on_a_disk_of_any_size_the_site_is_published_whole_or_not_at_all(copy, tmp_path):
    assert publish(copy, tmp_path / "site").returncode == 0
    whole, disk = files(tmp_path / "site"), tmp_path / "disk"
    disk.mkdir()
    room, outcomes = sum(map(len, whole.values())), []
    for size in range(room // 12, 3 * room, room // 6):
        held = tmp_path / f"held {size}"
        held.mkdir()
        small = [*OWN_DISKS, "sh", "-c", ON_A_DISK, "sh", str(size), str(disk), str(held)]
        result = subprocess.run([*small, *command(copy, disk / "site")], env=settings(), capture_output=True, text=True)
        assert "Traceback" not in result.stderr
        assert ("Nothing was published" in result.stderr) == (result.returncode != 0), result.stderr
        assert files(held) == ({f"site/{name}": content for name, content in whole.items()} if result.returncode == 0 else {})
        outcomes.append(result.returncode)
        if result.returncode == 0:
            break
    assert (set(outcomes[:-1]), outcomes[-1], len(outcomes) > 5) == ({1}, 0, True)


@pytest.mark.everything
def test_killed_at_any_moment_the_last_good_site_stands(copy, tmp_path):
    target = tmp_path / "site"
    chance = random.Random(1000)
    # The first run makes the handouts, too, and takes longer than those that are killed.
    assert publish(copy, target, HANDOUTS="1").returncode == 0
    start = time.monotonic()
    assert publish(copy, target, HANDOUTS="1").returncode == 0
    seconds = time.monotonic() - start
    old = files(target)
    index = copy / "docs/index.md"
    index.write_text(index.read_text(encoding="utf-8") + "\n<!-- changed -->\n", encoding="utf-8")
    states = []
    # The earliest first: once a run has come through, the new site is there to stay.
    for moment in sorted(chance.uniform(0, seconds) for _ in range(12)):
        # A session of its own, so that what it started is killed with it.
        run = subprocess.Popen(
            command(copy, target), env=settings(HANDOUTS="1"), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
        )
        time.sleep(moment)
        os.killpg(run.pid, signal.SIGKILL)
        run.wait()
        states.append(files(target))
    assert publish(copy, target, HANDOUTS="1").returncode == 0
    new = files(target)
    assert [state for state in states if state not in (old, new)] == []
    assert old in states
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_of_two_builds_in_one_checkout_the_second_waits(small):
    quiet = {"cwd": small, "env": settings(), "stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
    runs = [subprocess.Popen([*ENGINE, "build", "--strict"], **quiet) for _ in range(2)]
    told = [run.communicate()[1] for run in runs]
    assert [run.returncode for run in runs] == [0, 0], told
    assert sum("Another build is filling" in each for each in told) == 1
    assert (small / "site/worker.js").is_file()
