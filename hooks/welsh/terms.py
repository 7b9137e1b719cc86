"""The terms of a field in both languages, and whether a passage has one."""

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from messages.locales import WELSH, Locale
from welsh.words import any_of, words_in


@dataclass(frozen=True)
class Term:
    """What a term is called in either language, in all forms that a text may use."""

    english: tuple[str, ...]
    welsh: tuple[str, ...]


Glossary = tuple[Term, ...]


def names_of_terms(glossary: Glossary, locale: Locale) -> list[list[list[str]]]:
    """Of each term, in small letters, its names in a language and those in the other: baban and babi, then baby and babies."""
    named = ((term.welsh, term.english) if locale is WELSH else (term.english, term.welsh) for term in glossary)
    return [[[form.lower() for form in forms] for forms in term] for term in named]


@functools.cache
def _english(glossary: Glossary) -> tuple[re.Pattern, dict[str, Term]]:
    """A pattern that finds any term of a glossary in small letters, the longest first, and the term of each form."""
    term_of = {form.lower(): term for term in glossary for form in term.english}
    longest = sorted(term_of, key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, longest))})(?![\w-])"), term_of


def terms_in(english: str, glossary: Glossary) -> dict[str, Term]:
    """The terms that stand in an English passage, by the words that stand there."""
    if not glossary:
        return {}
    pattern, term_of = _english(glossary)
    text = english.replace("’", "'")
    # A pattern that need not think of capitals is three times as quick.
    return {text[match.start() : match.end()]: term_of[match[0]] for match in pattern.finditer(text.lower())}


def says(said: list[frozenset[str]], form: str) -> bool:
    """Whether the words of a passage, each given by its radicals, hold a term in any mutated form."""
    return next(places(said, form), None) is not None


def places(said: list[frozenset[str]], form: str) -> Iterator[range]:
    """Where a term stands in the words of a passage, each given by those that it may be a form of."""
    wanted = _words_of(form)
    starts = (start for start, here in enumerate(said[: len(said) - len(wanted) + 1]) if wanted and wanted[0] in here)
    return (range(start, start + len(wanted)) for start in starts if all(each in said[start + i] for i, each in enumerate(wanted)))


@functools.cache
def _words_of(form: str) -> list[str]:
    return [word.small for word in words_in(form, any_of([]))]
