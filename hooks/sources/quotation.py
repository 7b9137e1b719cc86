"""Quotation marks of YAML that do not pair up: it reads on to the next one, which may stand far below, and gives up there."""

import re

# A value, or an entry of a list, that starts with one and ends without it, or goes on behind the second one.
_NOT_CLOSED = re.compile(r"""\s*(?:- +)*(?:[\w-]+: +)?(?:"(?:[^"\\]|\\.)*(?:"\s*[^\s#:]|$)|'(?:[^']|'')*(?:'\s*[^\s#:']|$))""")


def is_not_closed(line: str) -> bool:
    """Whether the quotation marks around what a line says do not pair up."""
    return bool(_NOT_CLOSED.match(line))


def first_not_closed(lines: list[str], last: int) -> int | None:
    """The place of the first such line up to the `last` one, where YAML gave up."""
    return next((at for at, line in enumerate(lines[: last + 1]) if is_not_closed(line)), None)
