"""The initial mutations of Welsh: what a word may turn into, and what it may come from."""

import functools
import unicodedata

SOFT, NASAL, ASPIRATE, H_BEFORE_VOWEL = "soft", "nasal", "aspirate", "h before a vowel"
TABLE = {
    SOFT: {"p": "b", "t": "d", "c": "g", "b": "f", "d": "dd", "g": "", "m": "f", "ll": "l", "rh": "r"},
    NASAL: {"p": "mh", "t": "nh", "c": "ngh", "b": "m", "d": "n", "g": "ng"},
    ASPIRATE: {"p": "ph", "t": "th", "c": "ch"},
}
# Two letters that write one sound, or that a nasal mutation makes; it also makes "ngh".
_PAIRS = frozenset(("mh", "nh", "ch", "dd", "ff", "ng", "ll", "ph", "rh", "th"))
_VOWELS = frozenset("aeiouwy")
# What a radical's g may stand before; only such a g can be lost.
_AFTER_G = _VOWELS | {"l", "n", "r"}

# "braf" never mutates, and these loanwords keep their g.
_RESISTANT = {
    SOFT: {"braf", "gêm", "gêmau", "gemau", "gôl", "golff", "garej", "gram", "grant", "gros", "grantiau", "grŵp", "grwpiau"},
    NASAL: {"braf"},
}

_LOANED_G = tuple("gambl gang gaj gamet genete geneti genom generi geo gig gitâr glob glwcos graff grid gril grwp gwerila".split())


def initial(word: str) -> str:
    """The first sound of a word as it is written, in small letters: "ll" of Llanelli, "ngh" of Nghymru."""
    small = word[:3].lower()
    if small == "ngh":
        return small
    return small[:2] if small[:2] in _PAIRS else small[:1]


@functools.cache
def mutated(word: str, mutation: str) -> str:
    """A radical under a mutation; the word itself where it resists. Capitals are kept."""
    first = initial(word)
    if word.lower() in _RESISTANT.get(mutation, ()):
        return word
    if mutation == H_BEFORE_VOWEL:
        return _with_initial(word, "", "h") if _is_vowel(first) else word
    if mutation == SOFT and word.lower().startswith(_LOANED_G):
        return word
    if mutation == ASPIRATE and word.lower().startswith("ts") or first == "g" and folded(initial(word[1:])) not in _AFTER_G:
        return word
    return _with_initial(word, first, TABLE[mutation].get(first, first))


def forms(radical: str) -> set[str]:
    """Every form in which a radical may stand in a text, itself included."""
    return {radical, *(mutated(radical, mutation) for mutation in (*TABLE, H_BEFORE_VOWEL))}


@functools.cache
def radicals(form: str, mutation: str = "") -> frozenset[str]:
    """Every radical that a form may be of: by one `mutation`, or without one named by any or by none.

    It knows letters, not words: what it gives need not exist.
    """
    if not mutation:
        return frozenset((form,)).union(*(radicals(form, each) for each in (*TABLE, H_BEFORE_VOWEL)))
    first = initial(form)
    if mutation == H_BEFORE_VOWEL:
        found = {_with_initial(form, "h", "")} if first == "h" else set()
    else:
        found = {_with_initial(form, made, letters) for letters, made in TABLE[mutation].items() if made in ("", first)}
    return frozenset(radical for radical in found if radical != form and mutated(radical, mutation) == form)


def _is_vowel(letters: str) -> bool:
    return folded(letters) in _VOWELS


def _with_initial(word: str, old: str, new: str) -> str:
    """A word with its initial `old` replaced by `new`, in capitals where it was."""
    rest = word[len(old) :]
    if len(word) > 1 and word.isupper():
        return new.upper() + rest
    if not word[:1].isupper():
        return new + rest
    changed = new + (rest if old else rest[:1].lower() + rest[1:])
    return changed[:1].upper() + changed[1:]


def folded(word: str) -> str:
    """A word in small letters without its accents: "ty" for Tŷ."""
    if word.isascii():
        return word.lower()
    letters = unicodedata.normalize("NFD", word.lower())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))
