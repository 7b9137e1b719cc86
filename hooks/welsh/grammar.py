"""Words of a Welsh passage that are wrongly mutated, or wrongly are not: by all rules, and by those of prepositions and other small words.

Only what the words beside it settle is judged. Where one of them may be
another word, such as "i" for "I", nothing is said.
"""

import functools
import re
from collections.abc import Iterator
from itertools import pairwise

from welsh.counted import miscounted
from welsh.dictionary import mutations_of
from welsh.lexicon import COMPARED, NOUNS, VERBNOUN, uses
from welsh.mutation import ASPIRATE, H_BEFORE_VOWEL, NASAL, SOFT, initial, mutated, radicals
from welsh.noun_phrase import NOUN_RULES, unless_soft_adjective
from welsh.particles import PARTICLE_RULES, is_verb, may_be_verb
from welsh.parts_of_speech import genders_of, is_adjective, is_me, kind_of_noun, may_act
from welsh.place import RADICAL, MutationFault, Place, bare, lacks, lacks_any, place_of
from welsh.possessive import POSSESSIVE_RULES
from welsh.slips import real_word_slip
from welsh.triggers import (
    ADVERBS,
    ASIDE,
    ASPIRATING,
    BEFORE_HUNDRED,
    BETWEEN_NOUNS,
    DETERMINERS,
    FORMS_OF_CAN,
    HARD,
    IS,
    MAY,
    MORE,
    NASALISING,
    NEVER_OF_NOUN,
    OF_GENDER,
    OF_PERSON,
    PLAIN,
    PLAIN_AFTER,
    SOFTENING,
    SOFTENING_ADJECTIVES,
    SOFTENING_MOST,
    THREE,
    TO_WHAT,
    WHEN,
    WHOM,
    YEARS,
    YEARS_AFTER,
)
from welsh.verb_phrase import VERB_RULES
from welsh.words import Word, words_in
from welsh.yn import YN_RULES, may_be_place

# Stands before the first word.
_START = Word("", "", False, True)


def faults(passage: str, names: re.Pattern) -> Iterator[MutationFault]:
    """Each mutation of a passage that is wrong."""
    words = words_in(passage, names)
    for i, (before, word) in enumerate(pairwise((_START, *words))):
        if word.number and (found := miscounted(word)):
            yield found
        # At most places no rule is about both words.
        rules = word.follows and _may_ask(before.text) and _rules_after(before.small) & _rules_on(word.text)
        if rules:
            place = place_of(words, i)
            found = next(filter(None, (_RULES[at][0](place) for at in sorted(rules))), None)
            if found:
                yield found


@functools.cache
def _may_ask(word: str) -> bool:
    """Whether a word may ask for a mutation: no abbreviation, and none that another word is meant by."""
    return not (len(word) > 1 and word.isupper()) and not real_word_slip(word.lower())


def _is_judged(word: str) -> bool:
    """Names are left alone, but for well-known places and the language; and so is what keeps its form, is joined to a word or meant for another."""
    if word.lower() in ASIDE or word.startswith("'") or len(word) < 3 and word not in _SHORT or real_word_slip(word.lower()):
        return False
    return not word[:1].isupper() or may_be_place(word) or "Cymraeg" in radicals(word)


# All other words of two letters are left alone: am, pm, DU.
_SHORT = frozenset("pa tŷ ci ty gŵ bu da du le".split())


def _after_softener(place: Place) -> MutationFault | None:
    first, second, third, *_ = place.before
    such = first == "fath" and second == "y"
    if not such and first not in SOFTENING and not (first in SOFTENING_MOST and initial(place.word) not in ("ll", "rh")):
        return None
    if first == "i" and (third == "fy" and second != "hun" or is_me(second) and not (second in WHOM and third in TO_WHAT)):
        return place.unless(SOFT) if may_act(second) else None
    if first == "o" and _is_he(second, third):
        return None
    if first in ("gwahanol", "wahanol") and second not in BETWEEN_NOUNS | {"", "rhwng"}:
        return None  # as an adjective behind its noun
    if first == "unig" and second not in ("yr", "'r"):
        return None  # "plentyn unig"
    if first == "ar" and place.word.lower() == "hugain":
        return None  # as numbers say "on twenty"
    if place.word == "bach" and first in ("dyma", "dyna", "ychydig"):
        return None  # "dyna bach o lwc", "ychydig bach"
    if first in ("gan", "chan") and (second in BEFORE_HUNDRED or place.word == "bod"):
        return None  # a hundred; and "gan bod" is as right as "gan fod"
    if first == "neu" and (is_verb(place.word) or place.word.endswith("wch") and not uses(place.word) & NOUNS or place.word in FORMS_OF_CAN):
        return None
    if first in ("dau", "dwy", "ddau", "ddwy") and (kinds := genders_of(place.word)) in ({"m"}, {"f"}):
        number = OF_GENDER[first, next(iter(kinds))]
        right = lacks(place.word, SOFT)
        return place.fault(SOFT, right, trigger=number) if right else None
    return place.unless(SOFT)


def _is_he(word: str, before: str) -> bool:
    """Whether "o" behind a word is "he" and not "of": mae o, ganddo o, ei gyhuddo o; but not deillio o."""
    is_done = any(VERBNOUN in uses(each) for each in radicals(word))
    return word in IS or word.endswith("o") and (not is_done or before in ("ei", "'i", "i'w", "'w"))


def _after_aspirater(place: Place) -> MutationFault | None:
    # "chwe mlynedd" is as right as "chwe blynedd".
    first, *_ = place.before
    right = lacks(place.word, ASPIRATE) if place.word.lower() != "mlynedd" else ""
    if right and first in THREE and genders_of(place.word) == {"f"}:
        return place.fault(RADICAL, bare(place.word) or place.word, trigger=THREE[first])
    return place.fault(ASPIRATE, right) if right else None


def _after_and(place: Place) -> MutationFault | None:
    """ "a" asks for the aspirate as "and", for the soft mutation as "who" or before a question."""
    is_letter = place.trigger == "A" and not place.opens
    is_and = SOFT not in place.may_be and initial(place.word) in ("p", "t", "c") and not is_letter
    return place.unless(ASPIRATE) if is_and else None


def _after_not(place: Place) -> MutationFault | None:
    if place.before[0] == "ni" and (
        not place.opens and place.before[1] not in ("", "ac", "ond", "felly", "oherwydd", "achos") or place.word == "piau"
    ):
        return None
    if initial(place.word) in ("p", "t", "c"):
        return place.unless(ASPIRATE) if SOFT not in place.may_be else None
    # Older Welsh leaves "bu" as it is.
    right = mutated(place.word, SOFT)
    is_radical = right != place.word and "" in place.may_be
    return place.fault(SOFT, right) if is_radical and is_verb(place.word.lower()) and place.word.lower() != "bu" else None


def _after_plain(place: Place) -> MutationFault | None:
    first, second, *_ = place.before
    if first == "fel" and (may_be_verb(place.word) or place.after == "'n"):
        return None
    # "y rhai (a) ddaeth", "dim all ein rhwystro"; "cyn belled", "y cyn frenin", "cyn bennaeth".
    if first in ("rhai", "sawl", "dim") and may_be_verb(place.word) or first == "cyn" and not uses(bare(place.word)) & (NOUNS | {VERBNOUN}):
        return None
    if first == "cyn" and (second in DETERMINERS or OF_PERSON.search(bare(place.word))):
        return None
    if first in ("rhaid", "er") and place.word == "fod" or first == "dim" and second in MAY:
        return None
    if first == "rai" and second in ("gan", "i", "wrth"):
        return None  # "mae gan rai ardd"
    if first == "llawer" and COMPARED not in uses(bare(place.word)):
        return None
    if first == "llawn" and not kind_of_noun(bare(place.word)):
        return None
    if first == "'m" and place.may_be == {H_BEFORE_VOWEL}:
        return None  # "i'm hatebion"
    if first in ("nid", "mai", "taw", "sef", "efo") and place.word in WHEN | ADVERBS | NEVER_OF_NOUN or first == "oni" and place.word != "fai":
        return None  # "nid ddoe", "oni ddaw"; but "oni bai"
    is_plain = first in PLAIN or second in PLAIN_AFTER.get(first, "").split()
    return place.unless_radical() if is_plain and place.word.lower() not in YEARS else None


def _after_more(place: Place) -> MutationFault | None:
    """What an adjective is more or most of has no mutation: mwyaf diweddar, llai cyffredin."""
    return place.unless_radical()


def _after_hard(place: Place) -> MutationFault | None:
    """What is hard or possible to do has no mutation, unless something stands between: anodd cael; but "gall o bosib gael"."""
    return place.unless_radical() if place.before[1] != "o" else None


def _nasal_unasked(place: Place) -> MutationFault | None:
    """A nasal mutation stands after "fy", "yn" and some numbers alone; spoken Welsh leaves "fy" out before "i"."""
    asked = place.after in ("i", "innau") or place.word.lower() in YEARS
    return place.unless_radical() if len(place.word) > 3 and not asked else None


def _after_number(place: Place) -> MutationFault | None:
    """Years are counted with the nasal mutation after some numbers."""
    return place.fault(NASAL, "mlynedd")


# Each rule with the words that it is about: which one before, in small letters, and which one that may be at fault.
# The first that finds a fault counts.
_RULES = (
    *PARTICLE_RULES,
    (_after_softener, (SOFTENING | SOFTENING_MOST | {"fath"}).__contains__, lacks_any(SOFT)),
    (unless_soft_adjective, SOFTENING_ADJECTIVES.__contains__, is_adjective),
    (_after_aspirater, ASPIRATING.__contains__, lacks_any(ASPIRATE)),
    (_after_and, {"a"}.__contains__, lacks_any(ASPIRATE)),
    (_after_not, {"ni", "na"}.__contains__, lambda word: is_verb(word.lower()) or lacks(word, SOFT) or lacks(word, ASPIRATE)),
    *POSSESSIVE_RULES,
    (_after_number, YEARS_AFTER.__contains__, lambda word: word.lower() in ("blynedd", "flynedd")),
    (_nasal_unasked, lambda word: word not in NASALISING, lambda word: mutations_of(word) == {NASAL}),
    (_after_plain, (PLAIN | PLAIN_AFTER.keys()).__contains__, bare),
    (_after_hard, HARD.__contains__, lambda word: mutations_of(word) == {SOFT} and VERBNOUN in uses(bare(word))),
    (_after_more, MORE.__contains__, lambda word: is_adjective(bare(word))),
    *NOUN_RULES,
    *YN_RULES,
    *VERB_RULES,
)


@functools.cache
def _rules_after(word: str) -> frozenset[int]:
    """The places among _RULES of the rules about what stands behind a word."""
    return frozenset(at for at, (_, is_after, _) in enumerate(_RULES) if is_after(word))


@functools.cache
def _rules_on(word: str) -> frozenset[int]:
    """The places of the rules about a word; those of PARTICLE_RULES, which come first, are also about words that keep their form."""
    judged = len(_RULES) if _is_judged(word) else len(PARTICLE_RULES)
    first = 0 if word == word.lower() else len(PARTICLE_RULES)
    return frozenset(at for at, (_, _, is_on) in enumerate(_RULES[:judged]) if at >= first and is_on(word))
