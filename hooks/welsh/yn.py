"""When what stands behind "yn" is mutated wrongly: an adjective, a noun, a verb-noun, a place."""

import functools

from messages.locales import ENGLISH
from welsh.dictionary import knows, mutations_of
from welsh.lexicon import ADJECTIVE, COMPARED, MASCULINE, NOUNS, PLACE, VERBNOUN, uses
from welsh.mutation import NASAL, SOFT, initial, radicals
from welsh.noun_phrase import unless_soft_adjective
from welsh.parts_of_speech import gender_of, is_adjective, is_verbnoun, kind_of_noun, may_be_verbnoun
from welsh.place import LINK, MutationFault, Place, bare, lacks, lacks_any
from welsh.possessive import is_ein
from welsh.triggers import BEFORE_DONE, DETERMINERS, IS, PLACES, SOFTENING_MOST, VERBNOUNS


def _says_where(word: str) -> bool:
    """Whether "yn" before a word can only say where."""
    return word == "pob" or may_be_place(word)


@functools.cache
def may_be_place(word: str) -> bool:
    if not word[:1].isupper():
        return False
    # Few people write "i Dseina".
    return not word.startswith("Ts") and any(
        radical.lower() in PLACES or PLACE in uses(radical) and not _is_foreign(radical) for radical in radicals(word)
    )


def _is_foreign(name: str) -> bool:
    """Names of other languages keep their G, and most keep all their letters: o Tunisia."""
    return name[0] == "G" or knows(ENGLISH, name)


def _without_mutation_of_ll(place: Place) -> MutationFault | None:
    """Where an adjective softens, one that starts with ll or rh does not."""
    first = place.before[0]
    softens = first in SOFTENING_MOST or first == "yn" or first == "'n" and not is_ein(place)
    is_softened = initial(place.word) in ("l", "r") and place.may_be == {SOFT}
    return place.unless_radical() if softens and is_softened and initial(bare(place.word)) in ("ll", "rh") else None


def _after_yn(place: Place) -> MutationFault | None:
    """Before an adjective "yn" softens all but ll and rh, before a verb nothing."""
    first = place.before[0]
    if first == "'n" and is_ein(place) or first == "yn" and NASAL in place.may_be:
        return None
    # "yn mawr obeithio", "yn gyfnewid am"
    if (
        (place.word, place.after) == ("gyfnewid", "am")
        or place.word in BEFORE_DONE
        and any(is_verbnoun(each) for each in radicals(place.after, SOFT))
    ):
        return None
    if (
        place.after in DETERMINERS
        and VERBNOUN in uses(bare(place.word))
        or place.word in ("ddechrau", "ddewis")
        and is_verbnoun(place.after)
        or place.word in _DONE
        and place.after
        and not any(map(is_adjective, radicals(place.after)))
    ):
        return place.unless_radical()  # with what is done to it behind it, and no "good contents"
    is_noun = (gender_of(place.word) or uses(place.word) and uses(place.word) <= NOUNS) and not may_be_verbnoun(place.word)
    if is_noun and first == "'n" and _may_be_our(place):
        return None
    if place.word == "mis":
        return place.fault(LINK, place.word, trigger="ym" if place.trigger == "yn" else "Ym") if first == "yn" else None
    is_such = is_adjective(place.word) and place.word not in VERBNOUNS or uses(place.word) in ({COMPARED}, {ADJECTIVE, MASCULINE})
    if (is_such or is_noun) and initial(place.word) not in ("ll", "rh"):
        return unless_soft_adjective(place)
    return place.unless_radical() if place.may_be == {SOFT} and is_verbnoun(bare(place.word)) and ADJECTIVE not in uses(bare(place.word)) else None


# Nouns, too, but hardly what something is, with another word behind.
_DONE = frozenset("alw gynnwys gynnig drafod osod fwrw".split())


def _may_be_our(place: Place) -> bool:
    """Whether "'n" before a noun may be "ein": cartrefi'n gwlad, gwella'n gwasanaeth, mae'n gwlad yn tyfu."""
    verb = place.before[1]
    if any(map(is_verbnoun, radicals(verb))):
        return True
    return bool(kind_of_noun(verb)) and IS.isdisjoint(place.before[:4]) or verb in IS and not {"yn", "'n", "wedi"}.isdisjoint(place.ahead[:3])


def _in_place(place: Place) -> MutationFault | None:
    """In a place "yn" asks for the nasal mutation, and follows it: ym Mangor, yng Nghymru."""
    nasal = place.word if place.may_be == {NASAL} else lacks(place.word, NASAL)
    preposition = {"m": "ym", "mh": "ym", "ng": "yng", "ngh": "yng"}.get(initial(nasal), "yn")
    if not nasal or nasal == place.word and place.before[0] == preposition:
        return None
    return place.fault(NASAL, nasal, trigger=preposition if place.trigger[:1].islower() else preposition.capitalize())


# As in grammar.py: each rule with the words before that it is about, and with a test of the word itself.
YN_RULES = (
    (_without_mutation_of_ll, (SOFTENING_MOST | {"yn", "'n"}).__contains__, bare),
    (_in_place, {"yn", "ym", "yng"}.__contains__, lambda word: mutations_of(word) == {NASAL} or _says_where(word)),
    (_in_place, {"ym", "yng"}.__contains__, lacks_any(NASAL)),
    (
        _after_yn,
        {"yn", "'n"}.__contains__,
        lambda word: is_adjective(word) or uses(word) in ({COMPARED}, {ADJECTIVE, MASCULINE}) or uses(word) & NOUNS or gender_of(word) or bare(word),
    ),
)
