"""The forms in which Welsh words stand on the site, so that a search for one finds them all."""

import functools
from collections.abc import Collection, Iterable

from welsh.inflection import inflected, lemmas
from welsh.mutation import TABLE, folded
from welsh.words import any_of, words_in


def word_forms(passages: Iterable[str]) -> dict[str, list[str]]:
    """The words of some passages that are forms of the same Welsh word, by each way to ask for it without accents, in the order of the alphabet.

    Those ways are the dictionary's word and each of its forms, whether it stands in the passages or not.
    """
    return forms_among(words_among(passages))


def words_among(passages: Iterable[str]) -> set[str]:
    """Each word of some passages, in small letters."""
    # Cut at the spaces first, so that a word which stands in many places is looked at once.
    return {word for part in {part for passage in passages for part in passage.split()} for word in _words_in(part)}


@functools.cache
def _words_in(part: str) -> list[str]:
    return [word.small for word in words_in(part, any_of([])) if len(word.text) > 1]


def forms_among(words: Collection[str]) -> dict[str, list[str]]:
    """The same of some words in small letters."""
    of_lemma: dict[str, set[str]] = {}
    for word in words:
        for lemma in lemmas(word):
            of_lemma.setdefault(lemma, set()).add(word)
    forms: dict[str, frozenset[str]] = {}
    sets = {lemma: frozenset(found) for lemma, found in of_lemma.items()}
    for lemma, found in sets.items():
        for asked in {lemma, *found}:
            _add(forms, asked, found)
    standing = frozenset(forms)
    for lemma, found in sets.items():
        for asked in inflected(lemma) - standing:
            _add(forms, asked, found)
    # Most people type no accents: who asks for "ty" means tŷ, unless "ty" is a word, as mor is beside môr.
    taken = {*of_lemma, *words}
    for asked, found in list(forms.items()):
        if (plain := folded(asked)) != asked and plain not in taken:
            _add(forms, plain, found)
    in_order = functools.cache(sorted)
    return {asked: in_order(found) for asked, found in sorted(forms.items())}


def _add(forms: dict[str, frozenset[str]], asked: str, found: frozenset[str]) -> None:
    """Most words that are asked for share what is found with another one, and so the room for it."""
    forms[asked] = forms[asked] | found if asked in forms else found


def initials() -> list[tuple[str, str]]:
    """Pairs of what a word may start with and what the word of the dictionary then starts with."""
    return sorted({(made, radical) for changes in TABLE.values() for radical, made in changes.items()} | {("h", "")})
