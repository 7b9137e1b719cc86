"""Words that a dictionary holds, and that stand for another all the same.

The dictionary lists the stem of each verb as a word: "cynwys" beside cynnwys,
"cynghor" beside cyngor. It also holds each of a verb's endings, so that "yn
cysgi" passes for yn cysgu and "eich geiriai" for eich geiriau.
"""

import functools
import re
from collections.abc import Iterator

from messages.locales import WELSH
from welsh.confused import Beside, confused, may_be_confused
from welsh.dictionary import is_listed, knows, mutations_of, parts_of, stems
from welsh.inflection import is_irregular, lemmas, listed_as
from welsh.lexicon import NOUNS, VERBNOUN, VERBS, uses
from welsh.mutation import ASPIRATE, H_BEFORE_VOWEL, NASAL, SOFT, initial, mutated, radicals
from welsh.slips import alike, is_common, is_person, real_word_slip
from welsh.triggers import ASIDE

# Of all letters n and r alone are written twice, and people write them once; ng takes an h in some forms of a word alone.
_SPELLINGS = ((r"(?<!n)n(?=[^nhdtg])", "nn"), (r"(?<!r)r(?=[^rh])", "rr"), (r"ngh", "ng"))
# Stems and forms of verbs that are words of their own: an aim, aims, harder, hardship, permission, to desire.
_WORDS = frozenset(
    "anel aneli anos caledi cenad chwenych bydd dau tair ail gwaun glin difri cryno sur crin pig caer tynn rhu gwared newyn tirnod chwys boptu".split()
)
_ENDINGS_OF_VERBS = ("odd", "asai", "ais", "wyd", "ai")
# What stands after these names a thing: no verb that says who or when.
_BEFORE_NOUN = frozenset("'r ein eich eu 'u 'ch rhai holl unrhyw o am at gan gyda â heb mewn".split())
# What stands after these is done, and no verb that says who.
_BEFORE_DONE = frozenset("i wedi am ar gan heb wrth drwy trwy cyn rhaid i'w 'w gallu allu gallwch allwch dylech ddylech gellir dylid".split())
# Words that name nothing, so that one with a circumflex is meant where a thing is named.
_NAMED = {"mor": "môr", "tan": "tân", "gan": "gân", "lon": "lôn", "tal": "tâl", "tren": "trên"}
_BEFORE_NAMED = frozenset("y yr 'r pob bob eich 'ch ein eu unrhyw".split())
# Words that hardly anyone writes, but for "yn syn": two that an apostrophe joins are meant.
_JOINED = {"ir": "i'r", "or": "o'r", "in": "i'n", "ach": "a'ch", "nar": "na'r", "syn": "sy'n"}
# What one does "i ffwrdd".
_AWAY = frozenset("mynd dod cymryd tynnu taflu symud rhedeg cerdded gyrru hedfan troi torri golchi clirio anfon cadw rhoi gadael".split())


def may_be_meant(word: str) -> bool:
    """Whether `meant` takes a word for another beside any of the words that it tells apart."""
    return may_be_confused(word.lower()) or any(meant(word, Beside(*before)) for before in (("",), ("yn",), ("'r",), ("eich",), ("i", "mynd")))


def meant(word: str, beside: Beside) -> str:
    """The word that was most likely meant by one among others; "" where nothing tells that it is wrong."""
    small, before = word.lower(), beside.before
    right = _of_stem(small) or real_word_slip(small) or _alike(small) or confused(small, beside)
    if not right and small.endswith("i") and (before in _BEFORE_DONE and _is_person(small) or before in ("yn", "'n") and _would_soften(small)):
        right = _with_ending(small, "i", "u")
    if not right and small.endswith("ai") and before in _BEFORE_NOUN:
        right = _with_ending(small, "ai", "au")
    if not right and before in _BEFORE_NAMED:
        right = _NAMED.get(small, "")
    if not right and before not in ("yn", "'n"):
        right = _JOINED.get(small, "")
    if (small, before) == ("fwrdd", "i") and not _AWAY.isdisjoint(lemmas(beside.second)):
        right = "ffwrdd"
    return right.capitalize() if word[:1].isupper() else right


@functools.cache
def _of_stem(word: str) -> str:
    """What a word is meant for that can only be the stem of a verb; "" for any other."""
    found = stems(word)
    # Most stems are written in one way alone, which is quick to tell; whether a word is a stem takes the dictionary long.
    pairs = [(stem, right) for stem in sorted(found) for right in _other_spellings(stem)]
    if not pairs or not found.isdisjoint(_WORDS) or not all(map(_is_stem, found)):
        return ""
    pairs = [(stem, right) for stem, right in pairs if not _is_stem(right)]
    changes = (lambda radical: radical, *(functools.partial(mutated, mutation=each) for each in (SOFT, NASAL, ASPIRATE, H_BEFORE_VOWEL)))
    return next((change(right) for stem, right in pairs for change in changes if change(stem) == word), "")


@functools.cache
def _alike(word: str) -> str:
    """The word in use that sounds like one which no lexicon has, and the dictionary as a form or a stem alone: gall for "gal"; "" for any other."""
    if (
        len(word) < 3
        or "'" in word
        or is_common(word)
        or word in ASIDE
        or not radicals(word).isdisjoint(_WORDS)
        or any(map(is_irregular, radicals(word)))
    ):
        return ""
    # Few words sound like another; whether one is a stem takes the dictionary long.
    right = next((each for each in alike(word) if is_listed(each) and is_common(each) and not is_person(each)), "")
    if not right or not mutations_of(word) or word in stems(word) and not _is_stem(word) or any(map(listed_as, radicals(word))):
        return ""
    return right


def _other_spellings(stem: str) -> Iterator[str]:
    """The words that the dictionary lists under a spelling which differs from a stem in one place."""
    for pattern, spelling in _SPELLINGS:
        for match in re.finditer(pattern, stem):
            other = stem[: match.start()] + spelling + stem[match.end() :]
            if knows(WELSH, other) and other in stems(other):
                yield other


@functools.cache
def _is_stem(word: str) -> bool:
    """Whether a word that the dictionary lists is one to which it joins a verb's endings."""
    return any(f"st:{word}" in parts for ending in _ENDINGS_OF_VERBS for parts in parts_of(word + ending))


def _would_soften(word: str) -> bool:
    """Whether a noun after "yn" would not stand as this word does, and a verb-noun would."""
    return "" in mutations_of(word) and initial(word) not in ("ll", "rh") and mutated(word, SOFT) != word


@functools.cache
def _is_person(form: str) -> bool:
    """Whether a form can only be of a verb that says who: helpi, but neither galedi nor gloi."""
    found = [uses(each) for each in radicals(form)]
    return any(found) and all(each <= VERBS for each in found) and radicals(form).isdisjoint(_WORDS)


@functools.cache
def _with_ending(word: str, wrong: str, ending: str) -> str:
    """A form of a verb with another ending, where that makes a word."""
    right = word.removesuffix(wrong) + ending
    if uses(word) & (NOUNS | {VERBNOUN}):
        return ""
    is_form = any("fl:b" in parts or "fl:j" in parts for parts in parts_of(word))
    return right if is_form and knows(WELSH, right) else ""
