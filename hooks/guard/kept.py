"""What was found in a page before, while nothing that it hangs on has changed."""

from collections.abc import Callable, Iterable
from typing import Any

from messages.problem import Problem, problems_as_json, problems_from_json
from sources.content import Content


def kept(question: str, content: Content, find: Callable[[], Iterable[Problem]], *on: Any, anew: bool = False) -> list[Problem]:
    """The problems that a question finds in a page: those hang on its text, and `on` nothing else."""
    return problems_from_json(content.known(question, lambda: problems_as_json(find()), *on, anew=anew))
