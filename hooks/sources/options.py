"""How somebody asked for a check or a build, in the environment."""

import os
from dataclasses import dataclass


@dataclass(frozen=True)
class Options:
    """What counts as wrong, and what is made.

    `publish` refuses what the owner has yet to confirm, `require_reviewed` a
    translation that nobody has checked. `handouts` is None where nobody said:
    a build then makes them, and a preview does not. `problems_file` is where a build
    writes what it found, for programs, if anywhere.
    """

    publish: bool
    require_reviewed: bool
    handouts: bool | None
    problems_file: str = ""


def read_options() -> Options:
    """The options of PUBLISH, REQUIRE_REVIEWED and HANDOUTS, each 1 for yes, and of PROBLEMS, a file."""
    handouts = os.environ.get("HANDOUTS")
    return Options(
        os.environ.get("PUBLISH") == "1",
        os.environ.get("REQUIRE_REVIEWED") == "1",
        handouts == "1" if handouts is not None else None,
        os.environ.get("PROBLEMS", ""),
    )
