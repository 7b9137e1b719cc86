"""The forms in which Welsh words stand on the site, so that a search for one finds them all."""

from collections.abc import Iterable

from messages.locales import WELSH
from welsh.dictionary import knows, mutations_of, stems
from welsh.lexicon import ADJECTIVE, EITHER_GENDER, FEMININE, MASCULINE, VERBNOUN, readings
from welsh.mutation import TABLE, folded, radicals
from welsh.triggers import ASIDE
from welsh.words import any_of, words_in

OWN = frozenset((MASCULINE, FEMININE, EITHER_GENDER, ADJECTIVE, VERBNOUN))


def word_forms(passages: Iterable[str]) -> dict[str, list[str]]:
    """The words of some passages that are forms of the same Welsh word, by each way to ask for it without accents, in the order of the alphabet.

    Those ways are the dictionary's word, and each of the forms.
    """
    nothing = any_of([])
    # Cut at the spaces first, so that a word which stands in many places is looked at once.
    parts = {part for passage in passages for part in passage.split()}
    words = {word.small for part in parts for word in words_in(part, nothing) if len(word.text) > 1}
    of_lemma: dict[str, set[str]] = {}
    for word in words:
        for lemma in lemmas(word):
            of_lemma.setdefault(lemma, set()).add(word)
    forms: dict[str, set[str]] = {}
    for lemma, found in of_lemma.items():
        for asked in {lemma, *found}:
            forms.setdefault(asked, set()).update(found)
    # Most people type no accents: who asks for "ty" means tŷ, unless "ty" is a word, as mor is beside môr.
    for asked, found in list(forms.items()):
        if folded(asked) not in of_lemma:
            forms.setdefault(folded(asked), set()).update(found)
    return {asked: sorted(found) for asked, found in sorted(forms.items())}


def lemmas(word: str) -> set[str]:
    """The words, as a dictionary lists them, that a form may be of: rhiant of rieni; its own, where it is one without a mutation."""
    if word in ASIDE:
        return {word}
    if word.endswith("wyr") and knows(WELSH, one := word.removesuffix("yr") + "r"):
        return lemmas(one)
    common = [radical for radical in sorted(radicals(word)) if readings(radical)]
    if word in common:
        common = [word]
    listed = {lemma for radical in common for lemma in _lemmas_of(radical)}
    return listed or ({word} if "" in mutations_of(word) and word in stems(word) else set(stems(word)))


def _lemmas_of(radical: str) -> set[str]:
    """A noun, adjective or verb-noun that stands for itself is of no other word: cae, a field, not of cau, to close."""
    found = readings(radical)
    is_own = any(lemma == radical and use in OWN for lemma, use in found)
    return {radical} if is_own else {lemma for lemma, _ in found}


def initials() -> list[tuple[str, str]]:
    """Pairs of what a word may start with and what the word of the dictionary then starts with."""
    return sorted({(made, radical) for changes in TABLE.values() for radical, made in changes.items()} | {("h", "")})
