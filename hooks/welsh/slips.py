"""What a writer most likely meant by a Welsh word that is spelt wrongly."""

import functools
import re
from collections.abc import Iterator

from messages.locales import WELSH
from welsh.dictionary import is_listed, knows, mutations_of, stems
from welsh.lexicon import VERBS, uses
from welsh.mutation import TABLE, mutated, radicals

_VOWELS, _CONSONANTS = "aeiouwyâêîôûŵŷ", "dnrlsthcgfbpm"
_LETTERS = _VOWELS + _CONSONANTS
# Letters that are written for one another, as they sound alike, and those that are written once for twice.
_ALIKE = (
    *(("u", "i"), ("i", "u"), ("y", "u"), ("u", "y"), ("y", "i"), ("i", "y"), ("ae", "au"), ("eu", "au"), ("au", "eu"), ("ai", "au")),
    *(
        ("a", "au"),
        ("ei", "eu"),
        ("eu", "ei"),
        ("ai", "ei"),
        ("ei", "ai"),
        ("ai", "ae"),
        ("ae", "ai"),
        ("ia", "iau"),
        ("d", "dd"),
        ("dd", "d"),
        ("f", "ff"),
        ("ff", "f"),
        ("l", "ll"),
        ("ll", "l"),
    ),
    *(("n", "nn"), ("nn", "n"), ("r", "rr"), ("rr", "r"), ("c", "ch"), ("ch", "c"), ("k", "c"), ("v", "f"), ("ph", "ff"), ("r", "rh"), ("rh", "r")),
)
_ACCENTS = {"a": "âáà", "e": "êëé", "i": "îï", "o": "ôöó", "u": "û", "w": "ŵ", "y": "ŷ"}
# Words whose next one is joined to them with an apostrophe, and what is joined.
_HOSTS = tuple("mae a na wedi gyda lle dyma dyna drwy trwy i sy ni hi neu efo".split())
_FIRST_OF_TWO = frozenset("ar yn pob hyd wrth heb gan oddi o".split())
_SECOND_OF_TWO = frozenset("wrth ar am dan un unwaith".split())
_JOINED = ("ch", "r", "n", "u", "w")
_AFTER_VOWEL = re.compile(r"(\w{2,}[aeiouwyâêîôûŵŷ])(r|n)")


@functools.cache
def is_common(form: str) -> bool:
    """Whether a word is a form of one that the lexicon holds, which holds those in use."""
    return any(map(uses, radicals(form.lower())))


@functools.cache
def is_person(form: str) -> bool:
    """Whether the lexicon holds a word as a person of a verb and as nothing else."""
    return all(uses(radical) <= VERBS for radical in radicals(form))


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
    parts = ((host, word[len(host) :]) for host in _HOSTS if word.startswith(host))
    return next((f"{host}'{joined}" for host, joined in parts if joined in _JOINED or joined == "i" and len(host) > 3), "")


def doubled(word: str) -> Iterator[str]:
    """A word with one of the letters doubled that people write once."""
    yield from _changed(word, tuple((one, one * 2) for one in "nrdfl"))


def _singled(word: str) -> Iterator[str]:
    """A word with one of the letters once that are doubled."""
    yield from (word[:i] + word[i + 1 :] for i in range(1, len(word)) if word[i] == word[i - 1])


def alike(word: str) -> Iterator[str]:
    """What sounds like a word: with other letters for the same sound, or one once for twice or twice for once."""
    yield from _changed(word, _ALIKE)
    yield from doubled(word)
    yield from _singled(word)


def _swapped(word: str) -> Iterator[str]:
    """A word with two letters in the other order."""
    return (word[:i] + word[i + 1] + word[i] + word[i + 2 :] for i in range(len(word) - 1))


def _with_another(word: str) -> Iterator[str]:
    """A word with one letter more."""
    return (word[:i] + letter + word[i:] for i in range(len(word) + 1) for letter in _LETTERS)


def _one_away(word: str) -> Iterator[str]:
    """All words that differ in one letter, the likelier first."""
    cuts = range(len(word))
    yield from _swapped(word)
    yield from (word[:i] + word[i + 1 :] for i in cuts)
    yield from _with_another(word)
    yield from (word[:i] + letter + word[i + 1 :] for i in cuts for letter in (_VOWELS if word[i] in _VOWELS else _CONSONANTS))


@functools.cache
def may_be_slip(word: str) -> bool:
    """Whether a word is one of the dictionary with one of the usual slips."""
    return bool(parted(word)) or any(
        knows(WELSH, each) for others in (_singled(word), doubled(word), accented(word), _changed(word, _ALIKE)) for each in others
    )


@functools.cache
def is_near(word: str) -> bool:
    """Whether a word is one in use with a letter left out or two swapped, as a word that is rightly made of another hardly ever is."""
    return any(is_listed(each) and is_common(each) for others in (_swapped(word), _with_another(word)) for each in others)


@functools.cache
def likeliest(word: str, any_slip: bool) -> str:
    """The likeliest Welsh word that was meant by one that is none, or ""; by `any_slip` of one letter, or by the usual ones alone."""
    small = word.lower()
    if joined := parted(small) or next(filter(is_common, _singled(small)), "") or two_words(small):
        return joined
    if (parts := _AFTER_VOWEL.fullmatch(small)) and knows(WELSH, parts[1]):
        return f"{parts[1]}'{parts[2]}"
    usual = (accented(small), doubled(small), _changed(small, _ALIKE))
    for others in (*usual, _one_away(small)) if any_slip else usual:
        if found := _likelier(each for each in others if len(each) > 1 and is_listed(each)):
            return found.capitalize() if word[:1].isupper() else found
    return ""


def _likelier(words: Iterator[str]) -> str:
    """The first of some words that is common: few words are right that the lexicon lacks while it has another as near; else the first."""
    first = next(words, "")
    return first if is_common(first) else next(filter(is_common, words), first)


def two_words(word: str) -> str:
    """A small word and another that are written as one: ar gael."""
    cuts = (word[:cut] for cut in range(1, 5) if word[:cut] in _FIRST_OF_TWO and len(word) - cut > (1 if cut > 1 else 3))
    return next((f"{first} {rest}" for first in cuts if (rest := word.removeprefix(first)) and (is_common(rest) or rest in _SECOND_OF_TWO)), "")


@functools.cache
def real_word_slip(word: str) -> str:
    """What was meant by a word that a dictionary holds but hardly anyone writes, where a common one has an accent, an f or an apostrophe more."""
    if "'" in word:
        return ""
    rare = next((mutated(right, each) if each else right for each, radical in _unmutated(word) if (right := _RARE.get(radical))), "")
    if rare or word in _REAL or is_common(word):
        return rare
    kinds = mutations_of(word)
    written = _unmutated(word) if kinds and "" not in kinds else [("", word)]
    return parted(word) or next((mutated(right, each) if each else right for each, radical in written if (right := _slip_of(radical))), "")


def _unmutated(word: str) -> Iterator[tuple[str, str]]:
    """Each radical of a word, itself included, with its mutation."""
    yield "", word
    yield from ((each, radical) for each in TABLE for radical in radicals(word, each))


@functools.cache
def _slip_of(radical: str) -> str:
    """The likelier of two words that a dictionary holds, for an unmutated one that is rare; "" for any other."""
    if len(radical) < 3 or is_common(radical):
        return ""
    others = [each for each in accented(radical) if _CIRCUMFLEX & set(each)] if _ONE_SYLLABLE.fullmatch(radical) else []
    others += _changed(radical, (("f", "ff"),)) if radical in stems(radical) else ()
    others += [radical.removesuffix("au") + "áu"] if radical.endswith("au") else ()
    return next((each for each in others if is_common(each) and knows(WELSH, each)), "")


_ONE_SYLLABLE = re.compile(r"[^aeiouwy]*w?[aeiouwy][^aeiouwy]+")
_CIRCUMFLEX = frozenset("âêîôûŵŷ")
# Words of their own all the same.
_REAL = frozenset("ar an or ir in ach iw nar hyn dan tan mor can cant chant ger wel drom ddel syn nin min hin at nes pen".split())
# And words of their own that stand for another nearly always: a stick, a crowd's, an edge.
_RARE = {
    "udych": "ydych",
    "chu": "chi",
    "nei": "neu",
    "nau": "neu",
    "cun": "cyn",
    "fôn": "ffôn",
    "fonau": "ffonau",
    "feil": "ffeil",
    "fyrdd": "ffyrdd",
    "nu": "ni",
    "roed": "roedd",
    "cafod": "cafodd",
    "gandi": "ganddi",
    "dwr": "dŵr",
    "ffon": "ffôn",
    "gwr": "gŵr",
    "siwr": "siŵr",
    "gwahan": "gwahân",
    "partion": "partïon",
    "egniol": "egnïol",
}
