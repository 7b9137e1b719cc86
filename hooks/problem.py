"""What a check finds, and how it is told to an editor."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Problem:
    """One thing to mend: where it is, what it is, and how to mend it.

    `path` is relative to the repository root and `line` counts from 1 in the
    source file, front matter included. `check` names the fault.
    """

    path: str
    line: int
    check: str
    message: str
    fix: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}\n  {self.message}\n  Fix: {self.fix}"


def report(problems: Iterable[Problem], called: str = "problem") -> str:
    """All problems as text for an editor, sorted by file and line, with their count last.

    `called` is "warning" for those that stop nothing.
    """
    ordered = sorted(set(problems))
    count = f"1 {called} found." if len(ordered) == 1 else f"{len(ordered)} {called}s found."
    return "\n\n".join([*map(str, ordered), count])
