"""Of which words a Welsh word may be a form, and which forms a word has: plurals, comparatives, persons of verbs.

The lexicon has those of most words. Of others the ending tells, or irregular.txt.
"""

import functools
import re
from collections.abc import Callable, Iterator
from pathlib import Path

from messages.locales import WELSH
from welsh.dictionary import knows, mutations_of, stems
from welsh.lexicon import ADJECTIVE, EITHER_GENDER, FEMININE, MASCULINE, NOUNS, PLURAL, VERB_OF_ONE, VERBNOUN, forms_of, readings, uses, words_listed
from welsh.mutation import SOFT, radicals
from welsh.triggers import ASIDE

# How a word is used that a dictionary lists as it is.
OWN = frozenset((MASCULINE, FEMININE, EITHER_GENDER, ADJECTIVE, VERBNOUN))
# Endings, and what the word that a dictionary lists has in their place.
_PLURALS = {
    "feydd": ("fa",), "iaid": ("", "iad"), "aid": ("ad",), "tai": ("ty", "tŷ"), "dai": ("dy", "dŷ"), "âu": ("a",),
    "ïau": ("i",), **dict.fromkeys(("iau", "euon", "au", "oedd", "od", "i"), ("",)),
}  # fmt: skip
# These end persons of verbs, too: "dechreuon".
_PLURALS_IN_ON = {"ion": ("",), "on": ("",)}
# People who do something: ymwelwyr of ymwelydd and ymwelwr.
_PEOPLE = "wyr"
_PERSON = ("wr", "iwr", "ydd")
_COMPARED = {"ach": ("",), "af": ("",)}
_VERBNOUNS = ("u", "o", "a", "i", "", "ed", "yd", "eg", "el", "an", "in")
_PERSONS = dict.fromkeys("odd wyd wch ais aist asai asant asom asoch".split(), _VERBNOUNS) | {"ir": (*_VERBNOUNS, "io")}
# These end other words, too: "atom".
_SHORT_PERSONS = {"iff": (*_VERBNOUNS, "io")} | dict.fromkeys("id ant ent af ai om och on ith em en et er wn".split(), _VERBNOUNS)
# What an ending may have made of the vowel before it, and -ach and -af of the consonant.
_VOWELS = {"ei": ("ai",), "eu": ("au",), "y": ("w", "ŵ"), "e": ("a",), "o": ("aw",)}
_CONSONANTS = {"c": "g", "t": "d", "p": "b", "nn": "n", "rr": "r"}
_LAST_VOWEL = re.compile(r"(.*?)([aeiouy]+)([^aeiouy]*)")


@functools.cache
def _irregular() -> dict[str, list[str]]:
    """What neither the lexicon nor an ending tells: words with their forms."""
    lines = Path(__file__).with_name("irregular.txt").read_text(encoding="utf-8").splitlines()
    return {word: forms for word, *forms in map(str.split, lines)}


@functools.cache
def _word_of_irregular() -> dict[str, str]:
    return {form: word for word, forms in _irregular().items() for form in forms}


def is_irregular(form: str) -> bool:
    """Whether irregular.txt has an unmutated word for a form of another."""
    return form in _word_of_irregular()


def lemmas(word: str) -> set[str]:
    """The words, as a dictionary lists them, that a form may be of: rhiant of rieni; its own, where it is one without a mutation."""
    if word in ASIDE:
        return {word}
    is_own = "" in mutations_of(word)
    # Of two words few people mean the one that another's nasal mutation looks like: "mat" is no form of "bat", nor "hyn" of "yn".
    found = sorted(radicals(word, SOFT) | {word}) if is_own and not is_irregular(word) else sorted(radicals(word))
    listed = [radical for radical in found if "" in mutations_of(radical)]
    # Names are known with a capital alone: cymraeg of gymraeg, and menai, never of menu.
    named = set() if listed or any(map(is_irregular, found)) else {radical for radical in found if "" in mutations_of(radical.capitalize())}
    # Fewer people write "barwn" for "we pair" than for a baron.
    of_one = [radical for radical in found if not is_irregular(radical) and not _is_abstract(radical) and uses(radical) == {VERB_OF_ONE}]
    common = [radical for radical in found if radical not in of_one and (is_irregular(radical) or readings(radical))]
    likely = common or ([word] if is_own else of_one or listed)
    if likely and not named:
        return {lemma for radical in ([word] if word in likely else likely) for lemma in _lemmas_of(radical)}
    # Of a word that nobody knows the radical may stand elsewhere.
    return named or {lemma for radical in found if not mutations_of(radical) for lemma in listed_as(radical) | {radical}}


def _lemmas_of(radical: str) -> set[str]:
    """A noun, adjective or verb-noun that stands for itself is of no other word: cae, a field, not of cau, to close."""
    if radical in _word_of_irregular():
        return {_word_of_irregular()[radical]}
    found = readings(radical)
    # So does a name: gwener, Friday, not of gwenu, to smile. But coed are the plural of coeden, and wood.
    if _is_own(radical):
        return {radical}.union(lemma for lemma, use in found if use == PLURAL)
    # Fewer people write "rhenti" for "you rent" than for rents.
    sure = {lemma for lemma, use in found if use != VERB_OF_ONE}
    told = listed_as(radical) if not sure and not (found and radical.endswith("on")) or radical.endswith(_PEOPLE) else set()
    if not told and _is_abstract(radical):
        return {radical}
    if found:
        return (sure or {lemma for lemma, _ in found}).union(told)
    # A dictionary lists most plurals, too: gwlithod beside gwlith.
    own = {radical} & stems(radical) or (set() if told else stems(radical))
    return own.union(told)


def _is_abstract(form: str) -> bool:
    """Whether a word names a state, and hardly what somebody does: llesiant, and harddwch of hardd."""
    return form in stems(form) and (form.endswith("iant") or form.endswith("wch") and _is_adjective(form.removesuffix("wch")))


def inflected(word: str) -> set[str]:
    """The unmutated forms of a word that a dictionary lists, without those that are words of their own."""
    found = {form for form, _ in forms_of(word) if not _is_own(form)}
    possible = {word.removesuffix(each) + _PEOPLE for each in _PERSON if word.endswith(each)}
    if not found - {word} and knows(WELSH, word):
        possible.update(word + ending for ending in _PLURALS | _PLURALS_IN_ON | _COMPARED)
    return found.union((form for form in possible if knows(WELSH, form) and word in lemmas(form)), _irregular().get(word, ()))


def _is_own(form: str) -> bool:
    """Whether a form stands for itself, as a noun, an adjective, a verb-noun or a name."""
    return not words_listed(OWN).isdisjoint((form, form.capitalize()))


@functools.cache
def listed_as(form: str) -> frozenset[str]:
    """The words of the dictionary of which an unmutated word is the plural, the comparative or a person, as far as its ending tells."""
    if form.endswith(_PEOPLE):
        return frozenset(filter(_is_noun, (form.removesuffix(_PEOPLE) + each for each in _PERSON)))
    kinds = ((_PLURALS, _is_noun), (_PLURALS_IN_ON, _is_common_noun), (_COMPARED, _is_adjective))
    things = frozenset(word for endings, is_such in kinds for word in _nearest(form, endings, is_such)) - {form}
    # The lexicon has the persons of its verbs: cewch of cael, not of cau. And llofnodion are signatures before they sign.
    if things or readings(form):
        return things
    persons = _PERSONS if form in stems(form) else _PERSONS | _SHORT_PERSONS
    return frozenset(_nearest(form, persons, _is_verbnoun)) - {form}


def _nearest(form: str, endings: dict[str, tuple[str, ...]], is_such: Callable[[str], bool]) -> set[str]:
    """The words of a kind that a form may be of; those for which another letter has to change count where there are no others."""
    ending = max((each for each in endings if form.endswith(each)), key=len, default="")
    base = form.removesuffix(ending)
    if not ending or len(base) < 2:
        return set()
    # The ending -i changes nothing.
    bases = (base,) if ending == "i" else (base, *_changed(base))
    found = [word for each in bases for listed in endings[ending] if is_such(word := each + listed)]
    plain = {word for word in found if word.startswith(base)}
    return {word for word in found if uses(word)} & (plain or set(found)) or plain or set(found)


def _changed(base: str) -> Iterator[str]:
    """What may stand before another ending in place of a base: craig for creig-, caled for calet-."""
    yield base.removesuffix("i")
    yield from (base.removesuffix(made) + sound for made, sound in _CONSONANTS.items() if base.endswith(made))
    if parts := _LAST_VOWEL.fullmatch(base):
        start, vowels, end = parts.groups()
        yield from (start + vowels.removesuffix(made) + sound + end for made, sounds in _VOWELS.items() if vowels.endswith(made) for sound in sounds)


def _is_noun(word: str) -> bool:
    """Whether a word is a noun, as far as is known: one that a dictionary lists may be any word that the lexicon lacks."""
    return _is_common_noun(word) if uses(word) & OWN else word not in ASIDE and knows(WELSH, word) and word in stems(word)


def _is_common_noun(word: str) -> bool:
    return bool(uses(word) & (NOUNS - {PLURAL}))


def _is_adjective(word: str) -> bool:
    return ADJECTIVE in uses(word) or knows(WELSH, word + "ach") and knows(WELSH, word + "af")


def _is_verbnoun(word: str) -> bool:
    return VERBNOUN in uses(word)
