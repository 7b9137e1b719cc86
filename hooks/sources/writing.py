"""Writing that nothing spoils: files whole or not at all, and folders that one process at a time fills."""

import contextlib
import errno
import fcntl
import os
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO

# Stands in each folder that publishing made: it replaces no other.
PUBLISHED_MARK = ".published-site"


@contextlib.contextmanager
def written_whole(path: Path) -> Iterator[BinaryIO]:
    """A file to write to beside `path`, which takes its place at one stroke: whatever stops that, what was there stands."""
    path = path.resolve()  # A link goes on leading to the file.
    before = path.stat() if path.exists() else None
    if before and not path.is_file():
        raise OSError(errno.EEXIST, os.strerror(errno.EISDIR if path.is_dir() else errno.EEXIST), str(path))
    if before and not os.access(path, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
    path.parent.mkdir(parents=True, exist_ok=True)
    # A name with a dot first: neither the guard nor a build reads what a killed command leaves.
    part = path.with_name(f".{path.name[:100]}.{uuid.uuid4().hex}.part")
    try:
        with open(part, "xb") as file:
            if before:
                os.fchmod(file.fileno(), before.st_mode & 0o7777)
            yield file
        part.replace(path)
    except OSError as error:
        if error.filename is None or Path(error.filename) == part:
            error.filename = str(path)
        raise
    finally:
        part.unlink(missing_ok=True)


def write_whole(path: Path, data: bytes) -> None:
    """Write a file at one stroke."""
    with written_whole(path) as file:
        file.write(data)


def hold_folder(folder: Path, wait: Callable[[], None]) -> int:
    """Hold a folder, which is made where there is none, for this process alone until the number that is returned is closed.

    `wait` is called first where another process holds it.
    """
    folder.mkdir(parents=True, exist_ok=True)
    number = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        wait()
        fcntl.flock(number, fcntl.LOCK_EX)
    return number
