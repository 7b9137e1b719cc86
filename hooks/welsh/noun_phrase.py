"""When a noun, or what is said of one, is mutated wrongly: after an article or an ordinal, behind another noun, as an adjective."""

import functools
from collections.abc import Iterator
from itertools import takewhile

from messages.locales import WELSH
from welsh.dictionary import knows, mutations_of
from welsh.lexicon import ADJECTIVE, COMPARED, EITHER_GENDER, FEMININE, MASCULINE, NOUNS, PLURAL, VERB_OF_ONE, VERBNOUN, VERBS, uses
from welsh.mutation import SOFT, forms, initial, mutated, radicals
from welsh.particles import THINGS, is_impersonal, is_verb, may_be_verb
from welsh.parts_of_speech import gender_of, genders_of, is_adjective, is_of_no_feminine, is_verbnoun, kind_of_noun, says_who
from welsh.place import MutationFault, Place, bare, lacks
from welsh.triggers import (
    ADJECTIVES,
    ADVERBS,
    ASIDE,
    BETWEEN_NOUNS,
    CAN_OF_NOUN,
    COMPOUNDS,
    DETERMINERS,
    FORMS_OF_CAN,
    GENDERS,
    GIVING,
    HAS,
    HOW,
    IS,
    MAY,
    MEANWHILE,
    MUST,
    NEVER_OF_NOUN,
    OF_BOTH_GENDERS,
    OF_OWNER,
    ORDINALS,
    PLACES,
    SOFTENING,
    SOFTENS,
    TO_WHAT,
    TO_WHOM,
    WHEN,
    WHOM,
)


def _feminine_after_article(place: Place) -> MutationFault | None:
    """A feminine noun softens after "y" and "un", all but ll and rh."""
    first, second, *_ = place.before
    # "y" is the article before what may be a verb, too, where a preposition, a noun or a verb stands before it.
    is_noun = (
        gender_of(place.word.lower()) or first == "'r" or first == "y" and (second in SOFTENS | IS | BETWEEN_NOUNS | TO_WHAT or kind_of_noun(second))
    )
    return place.unless(SOFT) if is_noun and initial(place.word) not in ("ll", "rh") and not is_verb(place.word) else None


def _other_after_article(place: Place) -> MutationFault | None:
    """Any other noun does not; one who has something is no article: mae gan bob un gar."""
    is_article = place.before[0] != "un" or place.before[1] not in ("pob", "bob") and "gan" not in place.before
    return place.unless_radical() if is_article and place.word not in ADVERBS - _MASCULINE else None


# As nouns these are masculine, whatever else they are: the whole, the following, work, worth, a turn, some.
_MASCULINE = frozenset("gyfan ganlynol waith werth dro rai".split())


@functools.cache
def _resists_article(word: str) -> bool:
    """Whether a softened word can only be of nouns or verb-nouns that no article softens: those that are not feminine, or start with ll or rh."""
    listed = [each for each in radicals(word.lower(), SOFT) if uses(each)]
    if word in _MASCULINE:
        return bool(bare(word))
    is_known = bool(listed) and bool(bare(word)) and word not in ADVERBS | NEVER_OF_NOUN
    is_of_both = any(
        uses(each) & {ADJECTIVE, COMPARED, FEMININE, EITHER_GENDER} or each in OF_BOTH_GENDERS or GENDERS.get(each) == "f" for each in listed
    )
    return is_known and (all(initial(each) in ("ll", "rh") for each in listed) or not is_of_both and any(uses(each) & THINGS for each in listed))


def _after_noun(place: Place) -> MutationFault | None:
    """An adjective softens after a feminine noun, and after no other; it may be of a noun that stands before that one."""
    first, second, *_ = place.before
    kinds = genders_of(first) or {kind_of_noun(first) or MASCULINE}
    if (
        first in ASIDE - {"le"}
        or not genders_of(first)
        and kinds == {FEMININE}
        and second not in DETERMINERS | TO_WHAT | {"un", "yn", "ym", "ar", "i"}
        or is_verb(first)
        or place.word in NEVER_OF_NOUN
        or (first, place.word) == ("nos", "da")
        or place.word == "llawn"
        and kind_of_noun(place.after)
        or place.word == "ddiwethaf"
        and place.trigger[:1].isupper()
        or place.word in ("fwyaf", "leiaf")
        and place.after
        or second in ("dau", "ddau")
        or second in ("neu", "a", "ac")
        and kinds == {FEMININE}
        or second in ("yn", "'n", "wedi")
        and any(VERBNOUN in uses(each) for each in radicals(first))
    ):
        return None
    heads = {kind_of_noun(each) for each in _heads(place)}
    if kinds == {"f"}:
        return unless_soft_adjective(place) if heads <= {"f"} else None
    return place.unless_radical() if kinds <= {"m", "p"} and heads <= {"m", "p"} else None


def _heads(place: Place) -> Iterator[str]:
    """The nouns before the one that stands before a word, of which that may say something: clinig bwydo ar y fron lleol."""
    for after, each, before in zip(place.before, place.before[1:], (*place.before[2:], ""), strict=False):
        if each in _APART | _NO_HEADS and (each, before) != ("ystod", "i"):
            return
        if each in BETWEEN_NOUNS | SOFTENING or after == "o" and any(map(is_adjective, radicals(each))):
            continue
        if each in MUST | IS:
            return
        is_action = any(map(is_verbnoun, radicals(each)))
        is_verbal = before in _BEFORE_ACTION and any(VERBNOUN in uses(word) for word in radicals(each))
        if each in ASIDE or not each or is_action and after in DETERMINERS or is_verbal:
            return
        # A word that the lexicon lacks may be a noun.
        is_unknown = (
            after == place.before[0] and not any(map(uses, radicals(each))) and not each.endswith("wch") and each not in IS | HAS | {"bod", "fod"}
        )
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


def _compound(place: Place) -> MutationFault | None:
    """Some nouns soften behind a feminine one: blwyddyn dreth, ffurflen gais."""
    return place.unless(SOFT) if any(place.word in COMPOUNDS.get(each, "").split() for each in radicals(place.before[0])) else None


def _genitive(place: Place) -> MutationFault | None:
    """Whose or what for is told by a noun or verb-noun without a mutation: eich darparwr pensiwn, dyddiad geni.

    After who does something, it may be what is done: gwnaeth y tîm gais.
    """
    before = list(takewhile(bool, place.before))
    # What stands before the noun whose or what for it is, and its article.
    _, *others = before
    head = next((each for each in others if each not in OF_OWNER | _ALL and (each in ASIDE or not kind_of_noun(each))), "")
    is_action = VERBNOUN in uses(bare(place.word))
    # "air am air", "gogledd ddwyrain", "y fath ofal"
    is_aside = (
        place.word in WHEN | NEVER_OF_NOUN | ADVERBS | HOW or place.word in place.ahead[:2] or bare(place.word) in PLACES or before[0] == "fath"
    )
    if is_aside or len(before) == 1 and VERBNOUN in uses(before[0]) and uses(before[0]) & VERBS:
        return None  # "dewis gyfeiriad" as what to do
    if is_action and _is_done(place.after) and place.word not in ("gael", "allu") and not (place.after == "fod" and place.word in _SAYING):
        return place.unless_radical()  # "rhaid i'r dyddiad orffen fod"
    is_named = head in {"", *IS, "bod", "fod"} and not is_action
    is_object = not is_action and (head in TO_WHAT or says_who(head) or any(map(is_verbnoun, radicals(head))))
    is_had = any(_has(*some) for some in _threes(before))
    # "mae gan y cyngor gyfriflenni banc": what it has stands before the word.
    is_of_had = is_had and not is_action and mutations_of(before[0]) == {SOFT} and kind_of_noun(before[1]) in ("m", "p")
    is_place = place.is_whole or not is_action and head in TO_WHAT | _JOINING | {"ar", "yn"}
    is_judged = is_of_had or (is_named or is_object) and not is_had or is_place and not _may_have_object(before, head, is_action)
    return place.unless_radical() if is_judged else None


@functools.cache
def _is_done(form: str) -> bool:
    """Whether a word can only be a softened verb-noun: what somebody can or is to do."""
    return form == "fod" or mutations_of(form) == {SOFT} and any(map(is_verbnoun, radicals(form, SOFT)))


def _threes(before: list[str]) -> Iterator[tuple[str, str, str]]:
    """Each word but the nearest of some that stand before another, between the one before it and the one after."""
    return zip((*before[2:], ""), before[1:], before, strict=False)


def _has(first: str, word: str, after: str) -> bool:
    """Whether a word between two says who has what follows: mae gan y tîm."""
    return word in HAS and not (kind_of_noun(after) or after in _ALL) or word in ("gan", "i") and first in IS | {"bod", "fod", "oedd"}


def _may_have_object(before: list[str], head: str, is_action: bool) -> bool:
    """Whether what is done, or had, or what somebody is to do if it `is_action`, may follow some words, the nearest first: mae gan y tîm ddarn."""
    return any(_opens(first, word, after, is_action) for first, word, after in _threes(before) if word != head or not says_who(word))


def _opens(first: str, word: str, after: str, is_action: bool) -> bool:
    """Whether a word between two may have such a thing behind what follows."""
    if word == "i":
        is_done = any(VERBNOUN in uses(each) for each in radicals(after, SOFT) | {after})
        # "rhoi i blant lyfrau"; but "newid i gyfrif banc".
        return not is_done and (is_action or not GIVING.isdisjoint(radicals(first)))
    if word == "wrth" or not _HELPING.isdisjoint(radicals(word)):
        return is_action
    if word in IS | {"bod", "fod"}:
        return after in TO_WHAT | MEANWHILE | _PLACED
    if word in FORMS_OF_CAN | CAN_OF_NOUN:
        return is_action
    if word in TO_WHOM | WHOM:
        return not kind_of_noun(after)
    if word.endswith("wch"):
        return after in ("i", "at") and word not in ("ewch", "dewch")
    return _has(first, word, after) or word not in ASIDE | _COMES and any(map(is_verb, radicals(word))) and not is_impersonal(word)


@functools.cache
def _owns(form: str) -> bool:
    """Whether a form can only be of masculine or plural nouns, or of verbs that have their letters: cyfrif, prawf."""
    found = [uses(each) for each in radicals(form) if uses(each)]
    is_done_too = bool(found) and all(each <= {MASCULINE, PLURAL, VERBNOUN} | VERBS and each & NOUNS and each - NOUNS for each in found)
    is_such = is_done_too and OF_BOTH_GENDERS.isdisjoint(radicals(form)) and FEMININE not in genders_of(form)
    return form not in ASIDE | NEVER_OF_NOUN | SOFTENING and len(form) > 2 and not form.endswith("wch") and (is_of_no_feminine(form) or is_such)


@functools.cache
def _is_owner(form: str) -> bool:
    """Whether a word can only be a softened noun or verb-noun."""
    radical = bare(form)
    if radical in ADJECTIVES:
        return False
    # "dangos" is hardly ever "he shows".
    found = uses(radical) - (VERBS if VERBNOUN in uses(radical) else {VERB_OF_ONE})
    is_owner = bool(gender_of(radical, is_noun=True)) and not may_be_verb(form) or bool(found) and found <= NOUNS | {VERBNOUN}
    return is_owner and mutations_of(form) == {SOFT}


_ALL = frozenset(form for each in "pob un holl unrhyw gwahanol prif unig hen amryw ambell".split() for form in forms(each))
# What is no head of what follows: nifer o lyfrau lleol, pedwar darn bach.
_NO_HEADS = frozenset(form for each in "nifer digon lot pedwar pedair tri tair dau dwy pum chwe".split() for form in forms(each)) | MAY - {"i"}
# A verb-noun behind these is what somebody does: gan ennill gwobrau mawr.
_BEFORE_ACTION = frozenset("yn 'n wedi i gan wrth heb am cyn".split())
_JOINING = frozenset("a ac neu na".split())
# Whom one does this may have what they do behind them, though "i" belongs between: helpu pobl ddeall.
_HELPING = frozenset("helpu galluogi annog caniatáu gweld gadael".split())
_SAYING = frozenset("ddweud feddwl gredu ddangos wybod deimlo weld ddeall gytuno ganfod ddysgu gofio gadarnhau ddisgwyl brofi ragdybio".split())
_COMES = frozenset("daeth ddaeth aeth daw ddaw".split())
# What stands before these is no part of the same phrase as what follows.
_APART = frozenset("mewn am at dan tan dros trwy drwy heb yn ym yng ystod gyfer ôl mwyn sgil".split())
_PLACED = frozenset("yn yna 'na yma ar i gan wrth eisoes hyd".split())
# As in grammar.py: each rule with the words before that it is about, and with a test of the word itself.
NOUN_RULES = (
    (_feminine_after_article, {"y", "yr", "'r", "un"}.__contains__, lambda word: gender_of(word.lower(), is_noun=True) == "f" and lacks(word, SOFT)),
    (_feminine_after_article, ORDINALS.__contains__, lambda word: gender_of(word.lower()) == "f" and lacks(word, SOFT)),
    (_genitive, _owns, _is_owner),
    (_compound, {form for noun in COMPOUNDS for form in forms(noun)}.__contains__, " ".join(COMPOUNDS.values()).split().__contains__),
    (_other_after_article, {"y", "yr", "'r"}.__contains__, lambda word: gender_of(bare(word).lower()) in ("m", "p") or _resists_article(word)),
    (_other_after_article, {"un"}.__contains__, lambda word: gender_of(bare(word).lower()) == "m"),
    (
        _after_noun,
        lambda word: len(genders_of(word)) == 1 or not genders_of(word) and (_owns(word) or kind_of_noun(word) == FEMININE),
        lambda word: any(is_adjective(each) or uses(each) == {COMPARED} for each in radicals(word)),
    ),
)
