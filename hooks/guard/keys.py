"""Names in mkdocs.yml and in front matter that stand twice, or mean nothing."""

from collections.abc import Container, Sequence
from difflib import get_close_matches

from messages.message import Message
from messages.problem import Problem


def key_twice(where: str, line: int, name: str) -> Problem:
    """The problem of a line whose name is there a second time: YAML takes the last one without a word."""
    message = Message('"{name}:" stands here twice, and only one of the two would count.', name=name)
    return Problem(where, line, "key_twice", message, Message("take out the one that is wrong."))


def key_unknown(where: str, line: int, check: str, name: str, known: Sequence[str], taken: Container[str] = ()) -> Problem:
    """The problem of a line with an unknown name; the names in `taken` are in use, so none of them is suggested."""
    message = Message('"{name}:" is not a name that the site knows.', name=name)
    free = [each for each in known if each not in taken]
    fix = Message("take it out with all that stands below it.")
    if free:
        fix = Message("take it out with all that stands below it, or use one of these: {names}.", names=", ".join(free))
    if near := get_close_matches(name.lower(), free, n=1) or [each for each in free if name.lower().startswith(each)]:
        fix = Message('write "{name}:" instead.', name=near[0])
    return Problem(where, line, check, message, fix)
