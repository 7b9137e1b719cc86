"""What was found in a file before, while nothing that it hangs on has changed."""

from collections.abc import Callable, Iterable
from typing import Any

from messages.problem import Problem, problems_as_json, problems_from_json
from sources.content import Content
from sources.memory import Memory, key_of


def kept(question: str, content: Content, find: Callable[[], Iterable[Problem]], *on: Any, anew: bool = False) -> list[Problem]:
    """The problems that a question finds in a page: those hang on its text, and `on` nothing else."""
    return kept_of(content.memory, content.page.path, question, find, key_of(content.page.key, *on), anew)


def kept_of(memory: Memory | None, path: str, question: str, find: Callable[[], Iterable[Problem]], key: str, anew: bool = False) -> list[Problem]:
    """The same of any file, where all that they hang on is in the key."""
    if not memory:
        return [*find()]
    return problems_from_json(memory.answer(question, path, key, lambda: problems_as_json(find()), anew))
