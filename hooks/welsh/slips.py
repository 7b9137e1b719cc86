"""What a writer most likely meant by a Welsh word that is spelt wrongly."""

import functools
import re
from collections.abc import Iterator

from messages.locales import WELSH
from welsh.dictionary import is_listed, knows, stems
from welsh.lexicon import uses
from welsh.mutation import radicals

_VOWELS, _CONSONANTS = "aeiouwyâêîôûŵŷ", "dnrlsthcgfbpm"
_LETTERS = _VOWELS + _CONSONANTS
# Letters that are written for one another, as they sound alike, and those that are written once for twice.
_ALIKE = (
    *(("u", "i"), ("i", "u"), ("y", "u"), ("u", "y"), ("y", "i"), ("i", "y"), ("ae", "au"), ("eu", "au"), ("au", "eu"), ("ai", "au")),
    *(("a", "au"), ("ei", "eu"), ("eu", "ei"), ("ia", "iau"), ("d", "dd"), ("dd", "d"), ("f", "ff"), ("ff", "f"), ("l", "ll"), ("ll", "l")),
    *(("n", "nn"), ("nn", "n"), ("r", "rr"), ("rr", "r"), ("c", "ch"), ("ch", "c"), ("k", "c"), ("v", "f"), ("ph", "ff"), ("r", "rh"), ("rh", "r")),
)
_ACCENTS = {"a": "âáà", "e": "êëé", "i": "îï", "o": "ôöó", "u": "û", "w": "ŵ", "y": "ŷ"}
# Words whose next one is joined to them with an apostrophe, and what is joined.
_HOSTS = tuple("mae a na gyda lle dyma dyna drwy trwy i sy ni hi neu efo".split())
_FIRST_OF_TWO = frozenset("ar yn pob hyd wrth heb gan".split())
_JOINED = ("ch", "r", "n", "u", "w")


@functools.cache
def is_common(form: str) -> bool:
    """Whether a word is a form of one that the lexicon holds, which holds those in use."""
    return any(map(uses, radicals(form.lower())))


def _changed(word: str, pairs: tuple[tuple[str, str], ...]) -> Iterator[str]:
    for wrong, right in pairs:
        start = word.find(wrong)
        while start >= 0:
            if not (len(right) > len(wrong) and word.startswith(right, start)):
                yield word[:start] + right + word[start + len(wrong) :]
            start = word.find(wrong, start + 1)


def accented(word: str) -> Iterator[str]:
    """A word with one accent more, in each place."""
    yield from _changed(word, tuple((plain, accent) for plain, accents in _ACCENTS.items() for accent in accents))


def parted(word: str) -> str:
    """A word with the apostrophe that it lacks between two that are joined: mae'ch for maech."""
    return next((f"{host}'{word[len(host) :]}" for host in _HOSTS if word.startswith(host) and word[len(host) :] in _JOINED), "")


def doubled(word: str) -> Iterator[str]:
    """A word with one of the letters doubled that people write once."""
    yield from _changed(word, tuple((one, one * 2) for one in "nrdfl"))


def _one_away(word: str) -> Iterator[str]:
    """All words that differ in one letter, the likelier first."""
    cuts = range(len(word))
    yield from (word[:i] + word[i + 1] + word[i] + word[i + 2 :] for i in cuts[:-1])
    yield from (word[:i] + word[i + 1 :] for i in cuts)
    yield from (word[:i] + letter + word[i:] for i in range(len(word) + 1) for letter in _LETTERS)
    yield from (word[:i] + letter + word[i + 1 :] for i in cuts for letter in (_VOWELS if word[i] in _VOWELS else _CONSONANTS))


@functools.cache
def likeliest(word: str) -> str:
    """The likeliest Welsh word that was meant by one that is none, or ""."""
    small = word.lower()
    if joined := parted(small) or _two_words(small):
        return joined
    for others in (accented(small), doubled(small), _changed(small, _ALIKE), _one_away(small)):
        known = [each for each in dict.fromkeys(others) if len(each) > 1 and is_listed(each)]
        # Few words are right that the lexicon lacks while it has another as near.
        if found := next(filter(is_common, known), known[0] if known else ""):
            return found.capitalize() if word[:1].isupper() else found
    return ""


def _two_words(word: str) -> str:
    """A small word and another that are written as one: ar gael."""
    cuts = (word[:cut] for cut in range(2, 5) if word[:cut] in _FIRST_OF_TWO)
    return next((f"{first} {word[len(first) :]}" for first in cuts if len(word) - len(first) > 1 and knows(WELSH, word[len(first) :])), "")


@functools.cache
def real_word_slip(word: str) -> str:
    """What was meant by a word that a dictionary holds but hardly anyone writes, where a common one has a circumflex, an f or an apostrophe more."""
    if word in _REAL or "'" in word or is_common(word):
        return ""
    others = [parted(word)]
    if len(word) > 2 and _ONE_SYLLABLE.fullmatch(word):
        others += [each for each in accented(word) if not _CIRCUMFLEX.isdisjoint(each)]
    if len(word) > 2 and word in stems(word):
        others += _changed(word, (("f", "ff"),))
    return next((each for each in others if each and ("'" in each or is_common(each) and knows(WELSH, each))), "")


_ONE_SYLLABLE = re.compile(r"[^aeiouwy]*w?[aeiouwy][^aeiouwy]+")
_CIRCUMFLEX = frozenset("âêîôûŵŷ")
# Words of their own all the same.
_REAL = frozenset("ar an or ir in ach iw nar hyn dan tan mor can cant chant ger wel drom ddel syn nin min hin at nes pen".split())
