"""The terms of this field in both languages, and whether a passage has one.

They stand in glossary.tsv beside this module, so that whatever checks or
writes Welsh takes the code and the terms from one place. A cell holds its
forms with " / " between them, a gender for each Welsh one: m, f, or p for
a plural. `confidence` says how sure the Welsh is: verified, high, medium, low.
"""

import csv
import functools
import re
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from messages.locales import WELSH, Locale
from welsh.words import any_of, words_in

_SURE = ("verified", "high")
_FORMS = re.compile(r"\s*/\s+")


@dataclass(frozen=True)
class Term:
    """What a term is called in either language, in all forms that a text may use."""

    english: tuple[str, ...]
    welsh: tuple[str, ...]
    genders: tuple[str, ...]
    is_sure: bool


@functools.cache
def read_terms() -> tuple[Term, ...]:
    """Every term of the glossary."""
    with open(Path(__file__).with_name("glossary.tsv"), encoding="utf-8", newline="") as file:
        return tuple(
            Term(*(tuple(_FORMS.split(row[key])) for key in ("en", "cy", "gender")), row["confidence"] in _SURE)
            for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        )


@functools.cache
def genders() -> dict[str, str]:
    """The gender of each noun of the glossary that is a single word, in small letters: m, f, or p for a plural."""
    found = {}
    for term in read_terms():
        for form, gender in zip(term.welsh, term.genders, strict=False):
            if gender in ("m", "f", "p") and " " not in form:
                found[form.lower()] = gender
    return found


def names_of_terms(locale: Locale) -> list[list[str]]:
    """The single words that a language has for the same term, in small letters, where it has several: baban and babi."""
    named = (term.welsh if locale is WELSH else term.english for term in read_terms())
    words = ([form.lower() for form in forms if " " not in form] for forms in named)
    return [each for each in words if len(each) > 1]


@functools.cache
def phrases() -> dict[str, set[str]]:
    """The words that stand right after a word in a term of the glossary whose Welsh is sure, by that word."""
    found: dict[str, set[str]] = {}
    for words in (words_in(form, any_of([])) for term in read_terms() if term.is_sure for form in term.welsh):
        for one, two in pairwise(words):
            if len(one.text) > 2 < len(two.text):
                found.setdefault(one.small, set()).add(two.small)
    return found


@functools.cache
def _english() -> tuple[re.Pattern, dict[str, Term]]:
    """A pattern that finds any term of the glossary in small letters, the longest first, and the term of each form."""
    term_of = {form.lower(): term for term in read_terms() for form in term.english}
    longest = sorted(term_of, key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, longest))})(?![\w-])"), term_of


def terms_in(english: str) -> dict[str, Term]:
    """The terms that stand in an English passage, by the words that stand there, where their Welsh is sure."""
    pattern, term_of = _english()
    text = english.replace("’", "'")
    # A pattern that need not think of capitals is three times as quick.
    found = {text[match.start() : match.end()]: term_of[match[0]] for match in pattern.finditer(text.lower())}
    return {words: term for words, term in found.items() if term.is_sure}


def says(said: list[frozenset[str]], form: str) -> bool:
    """Whether the words of a passage, each given by its radicals, hold a term in any mutated form."""
    wanted = _words_of(form)
    starts = (start for start, here in enumerate(said[: len(said) - len(wanted) + 1]) if wanted[0] in here)
    return any(all(each in said[start + i] for i, each in enumerate(wanted)) for start in starts)


@functools.cache
def _words_of(form: str) -> list[str]:
    return [word.small for word in words_in(form, any_of([]))]
