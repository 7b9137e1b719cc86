"""Welsh words that the dictionary does not know."""

import functools
import re
from collections.abc import Iterator

from messages.locales import ENGLISH, WELSH
from messages.message import Message
from welsh.dictionary import knows, suggestion
from welsh.lookalikes import may_be_meant, meant
from welsh.mutation import radicals
from welsh.words import Word, words_in

# What is left of a word before another: d'eisiau, p'un.
_SHORTENED = re.compile(r"(?:[bdfnp]'|')")


def misspelt(passage: str, names: re.Pattern, allowed: frozenset[str]) -> Iterator[tuple[str, Message]]:
    """Each word that is not Welsh, with what to do about it.

    `allowed` holds radicals that the dictionary lacks; any of their forms
    passes. Words with a capital inside a sentence are taken for names.
    """
    words = words_in(passage, names)
    for i, word in enumerate(words):
        if _is_sound(word.text, allowed) or word.text.startswith("'") or _is_name(words, i):
            continue
        if not is_welsh(word.text, allowed):
            yield word.text, _advice(word.text)
        elif right := meant(word.text, words[i - 1].small if i and word.follows else ""):
            yield word.text, Message('write "{word}".', word=right)


def _is_name(words: tuple[Word, ...], i: int) -> bool:
    """Whether a word has a capital within a sentence, or at its start before another word with one: Siân Jones, Siân a Rob."""
    if not words[i].text[:1].isupper():
        return False
    after = [word for word in words[i + 1 : i + 3] if word.small not in ("a", "ac")]
    return not words[i].is_first or bool(after) and after[0].follows and after[0].text[:1].isupper()


@functools.cache
def _is_sound(word: str, allowed: frozenset[str]) -> bool:
    """Whether a word is Welsh wherever it stands."""
    return is_welsh(word, allowed) and (_is_allowed(word, allowed) or not may_be_meant(word))


@functools.cache
def is_welsh(word: str, allowed: frozenset[str]) -> bool:
    """Whether a word is in the dictionary, or a form of one that is allowed."""
    if len(word) == 1 or len(word) <= 5 and word.isupper() or knows(WELSH, word):
        return True
    return _is_allowed(word, allowed) or knows(WELSH, _SHORTENED.sub("", word, count=1))


def _is_allowed(word: str, allowed: frozenset[str]) -> bool:
    return not allowed.isdisjoint(radicals(word.lower()))


def _advice(word: str) -> Message:
    if knows(ENGLISH, word) and len(word) > 2:
        return Message("write it in Welsh, or {marked} if it has to stay.", marked=f'<span lang="en">{word}</span>')
    meant = suggestion(word)
    return Message('write "{word}", if that is meant.', word=meant) if meant else Message("write it as a dictionary does.")
