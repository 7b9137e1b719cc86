"""When a noun, or what is said of one, is mutated wrongly: after an article or an ordinal, behind another noun, as an adjective."""

import functools
from collections.abc import Iterator
from itertools import pairwise

from messages.locales import WELSH
from welsh.dictionary import knows
from welsh.lexicon import COMPARED, uses
from welsh.mutation import SOFT, initial, mutated, radicals
from welsh.particles import is_verb, may_be_verb
from welsh.parts_of_speech import gender_of, genders_of, is_adjective, is_of_no_feminine, is_verbnoun, kind_of_noun, says_who
from welsh.place import MutationFault, Place, bare, lacks
from welsh.triggers import (
    ASIDE,
    BETWEEN_NOUNS,
    DETERMINERS,
    HAS,
    IS,
    MUST,
    NEVER_OF_NOUN,
    OF_OWNER,
    ORDINALS,
    PLACES,
    SOFTENS,
    TO_WHAT,
    TO_WHOM,
    WHEN,
    WHOM,
)


def _feminine_after_article(place: Place) -> MutationFault | None:
    """A feminine noun softens after "y" and "un", all but ll and rh."""
    first, second, *_ = place.before
    # "y" is the article before what may be a verb, too, where a preposition stands before it.
    is_noun = gender_of(place.word.lower()) or first == "'r" or first == "y" and second in SOFTENS
    return place.unless(SOFT) if is_noun and initial(place.word) not in ("ll", "rh") else None


def _other_after_article(place: Place) -> MutationFault | None:
    """Any other noun does not; after "un" it may, which also means "one that" and softens what it says of it."""
    return place.unless_radical()


def _after_noun(place: Place) -> MutationFault | None:
    """An adjective softens after a feminine noun, and after no other; it may be of a noun that stands before that one."""
    first, second, *_ = place.before
    kinds = genders_of(first)
    if (
        first in ASIDE
        or is_verb(first)
        or place.word in NEVER_OF_NOUN
        or (first, place.word) == ("nos", "da")
        or second in ("neu", "a", "ac", "dau", "ddau")
    ):
        return None
    heads = {kind_of_noun(each) for each in _heads(place)}
    if kinds == {"f"}:
        return unless_soft_adjective(place) if heads <= {"f"} else None
    return place.unless_radical() if kinds <= {"m", "p"} and heads <= {"m", "p"} else None


def _heads(place: Place) -> Iterator[str]:
    """The nouns before the one that stands before a word, of which that may say something: clinig bwydo ar y fron lleol."""
    for after, each in pairwise(place.before):
        if each in BETWEEN_NOUNS:
            continue
        if each in MUST:
            return
        is_action = any(map(is_verbnoun, radicals(each)))
        if each in ASIDE or not each or is_action and after in DETERMINERS:
            return
        # A word that the lexicon lacks may be a noun.
        is_unknown = after == place.before[0] and not any(map(uses, radicals(each)))
        if kind_of_noun(each) or is_unknown or is_action and after in BETWEEN_NOUNS:
            yield each
        elif not is_action:
            return


def unless_soft_adjective(place: Place) -> MutationFault | None:
    """As `unless`, without regard to other words that an adjective might be: da may be a form of ta."""
    right = mutated(place.word, SOFT)
    if not is_adjective(place.word) and uses(place.word) != {COMPARED}:
        return place.unless(SOFT)
    return place.fault(SOFT, right) if right != place.word and knows(WELSH, right) else None


def _genitive(place: Place) -> MutationFault | None:
    """Whose or what for is told by a noun without a mutation: eich darparwr pensiwn. After who does something, it may be what is done."""
    _, second, third, fourth = place.before
    verb = third if second in OF_OWNER | {"pob", "bob"} else second
    # "Mae gan nifer o gynghorau gronfa."
    is_had = "gan" in (third, fourth)
    is_phrase = place.is_whole and not any(map(_may_have_object, filter(None, place.before)))
    is_object = (
        is_phrase
        or second in TO_WHAT
        and not is_had
        or second in OF_OWNER
        and third in TO_WHAT
        or says_who(verb)
        or any(map(is_verbnoun, radicals(verb)))
    )
    is_subject = verb in IS and place.ahead[:1] in (("yn",), ("'n",), ("wedi",))
    # "air am air", "gogledd ddwyrain", "y fath ofal"
    is_aside = place.word in WHEN | NEVER_OF_NOUN or place.word in place.ahead[:2] or bare(place.word) in PLACES or place.before[0] == "fath"
    return place.unless_radical() if (is_object or is_subject) and not is_aside else None


@functools.cache
def _may_have_object(word: str) -> bool:
    """Whether a word may be a verb, or say whose it is or who does it, so that what is done may follow: mae gan y tîm ddarn."""
    return (
        may_be_verb(word)
        or word.endswith("wch")
        or word in HAS | TO_WHOM | {"i", "gan", "wrth", "â", "bod", "fod", "heb", "oni", "na", "nad", "nid"}
        or word in WHOM
    )


# As in grammar.py: each rule with the words before that it is about, and with a test of the word itself.
NOUN_RULES = (
    (_feminine_after_article, {"y", "yr", "'r", "un"}.__contains__, lambda word: gender_of(word.lower(), is_noun=True) == "f" and lacks(word, SOFT)),
    (_feminine_after_article, ORDINALS.__contains__, lambda word: gender_of(word.lower()) == "f" and lacks(word, SOFT)),
    (_genitive, lambda word: word not in ASIDE and is_of_no_feminine(word), lambda word: gender_of(bare(word)) and not may_be_verb(word)),
    (_other_after_article, {"y", "yr", "'r"}.__contains__, lambda word: gender_of(bare(word).lower()) in ("m", "p") and word != "fath"),
    (
        _after_noun,
        lambda word: len(genders_of(word)) == 1,
        lambda word: any(is_adjective(each) or uses(each) == {COMPARED} for each in radicals(word)),
    ),
)
