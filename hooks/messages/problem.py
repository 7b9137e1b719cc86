"""What a check finds, and how it is told to an editor."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

from messages.locales import ENGLISH, WELSH, Locale
from messages.message import Message, as_json, from_json

# Welsh first, as on the page for a wrong address.
BOTH = (WELSH, ENGLISH)


@dataclass(frozen=True, order=True)
class Problem:
    """One thing to mend: where it is, what it is, and how to mend it.

    `path` is relative to the repository root and `line` counts from 1 in the
    source file, front matter included. `check` names the fault.
    """

    path: str
    line: int
    check: str
    message: Message
    fix: Message

    @property
    def languages(self) -> tuple[Locale, ...]:
        """The languages of those who mend it: an English page's editor need not read Welsh, every other reads either."""
        return (ENGLISH,) if self.path.startswith(f"{ENGLISH.folder}/") else BOTH

    def told(self, languages: tuple[Locale, ...] = ()) -> list[str]:
        """What is wrong and how to mend it, in each of some languages or in those of its editor."""
        fix = Message("Fix: {fix}", fix=self.fix)
        return [told.in_(locale) for locale in languages or self.languages for told in (self.message, fix)]


def problems_as_json(problems: Iterable[Problem]) -> list[list[Any]]:
    return [[problem.path, problem.line, problem.check, as_json(problem.message), as_json(problem.fix)] for problem in problems]


def problems_from_json(kept: list[list[Any]]) -> list[Problem]:
    """The problems that `problems_as_json` was given."""
    return [Problem(path, line, check, from_json(message), from_json(fix)) for path, line, check, message, fix in kept]


def report(problems: Iterable[Problem], called: str = "problem", languages: tuple[Locale, ...] = ()) -> str:
    """All problems as text for an editor, sorted by file and line, with their count last.

    Each names its check, which a waiver needs. `called` is "warning" for those that stop nothing. Without `languages` each
    problem is told in those of its editor.
    """
    ordered = sorted(set(problems))
    found = [f"{problem.path}:{problem.line} ({problem.check})\n  " + "\n  ".join(problem.told(languages)) for problem in ordered]
    return "\n\n".join([*found, in_each(_count(len(ordered), called), languages)])


def for_programs(problems: Iterable[Problem], warnings: Iterable[Problem]) -> list[dict]:
    """Each as names and values, in both languages, whichever were asked for: a program takes what it needs."""
    return [
        {"level": level, **asdict(problem), "message_cy": problem.message.in_(WELSH), "fix_cy": problem.fix.in_(WELSH)}
        for level, found in (("error", problems), ("warning", warnings))
        for problem in sorted(set(found))
    ]


def in_each(message: Message, languages: tuple[Locale, ...] = ()) -> str:
    """A message that belongs to no file, a line in each of some languages, or in both."""
    return "\n".join(message.in_(locale) for locale in languages or BOTH)


def _count(number: int, called: str) -> Message:
    one, more = Message("1 problem found."), Message("{number} problems found.", number=number)
    if called == "warning":
        one, more = Message("1 warning found."), Message("{number} warnings found.", number=number)
    return one if number == 1 else more
