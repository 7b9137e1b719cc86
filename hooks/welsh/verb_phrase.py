"""When what stands behind a verb or verb-noun is mutated wrongly: who does something, what is done, and what somebody can do."""

import functools
from itertools import pairwise, takewhile

from welsh.dictionary import mutations_of
from welsh.lexicon import NOUNS, PLACE, VERB_OF_ONE, VERBNOUN, VERBS, uses
from welsh.mutation import SOFT, mutated, radicals
from welsh.particles import is_impersonal, is_verb, may_be_verb
from welsh.parts_of_speech import gender_of, is_adjective, is_me, is_verbnoun, kind_of_noun, may_act, says_who
from welsh.place import MutationFault, Place, bare, lacks
from welsh.triggers import (
    ADVERBS,
    ASIDE,
    BEFORE_NOUN,
    BEFORE_VERBNOUN,
    CAN_OF_NOUN,
    DETERMINERS,
    FORMS_OF_CAN,
    HAS,
    HOW,
    IS,
    MANY,
    MAY,
    MEANWHILE,
    MUCH,
    MUST,
    NEVER_OF_NOUN,
    NO_IMPERATIVE,
    PRONOUNS,
    SOFTENS,
    SURELY_DONE,
    THIS,
    TO_WHAT,
    TO_WHOM,
    TRIES,
    VERBNOUNS,
    WHEN,
    WHOM,
    WITH_VERBNOUN,
)


def _after_verb(place: Place) -> MutationFault | None:
    """What one can, should or is told to do, what one did or has, and what is for somebody softens."""
    first, second, third, fourth, *_ = place.before
    if first in MEANWHILE:
        first, second, third = second, third, fourth
    if first == "newydd":
        return place.unless(SOFT) if second in PRONOUNS | IS | THIS | {"o", "sydd"} and VERBNOUN in uses(place.word) else None
    if first in PRONOUNS and (may_act(second) or second in TO_WHOM or second in HAS and third in IS):
        return place.unless(SOFT) if place.word != "bod" and not is_verb(place.word) else None
    is_command = VERB_OF_ONE in uses(first) or not uses(first) and first.endswith("yddwch")
    told = place.opens and first.endswith("wch") and is_command and first not in NO_IMPERATIVE
    has = first in HAS and second in IS | {"bod", "fod"} or first in WHOM and second == "gen" and third in IS
    whom = first in TO_WHOM or first in WHOM and second == "i"
    there = first in ("yna", "'na") and second in IS | {"bod", "fod"}
    did = says_who(first)
    if first.endswith("wch") and first not in FORMS_OF_CAN and second in DETERMINERS | TO_WHAT and second != "y":
        return None  # "gydag aflonyddwch cynyddol"
    if not (first in FORMS_OF_CAN or told or has or whom or there or did) or is_verb(place.word):
        return None
    if place.word == "bod" and not (first in FORMS_OF_CAN or whom):
        return None
    return place.unless(SOFT) if "" in place.may_be else None


def _asks_as_verb(word: str) -> bool:
    is_listed = any(word in words for words in (FORMS_OF_CAN, HAS, WHOM, TO_WHOM))
    return (
        is_listed
        or word in ("yna", "'na", "newydd")
        or word in PRONOUNS
        or word in MEANWHILE
        or word.endswith("yddwch")
        or any(VERB_OF_ONE in uses(each) for each in radicals(word))
    )


def _has_object(word: str) -> bool:
    """Whether a word may be a verb-noun, or one that has another verb-noun behind it."""
    found = radicals(word)
    return not WITH_VERBNOUN.isdisjoint(found) or any(VERBNOUN in uses(each) or each in VERBNOUNS for each in found)


def _is_surely_verbnoun(place: Place) -> bool:
    """Whether the word before is a verb-noun and nothing else, by itself or by what stands before it: i roi, wedi anfon."""
    verbnoun, second, *_ = place.before
    found = radicals(verbnoun)
    if not WITH_VERBNOUN.isdisjoint(found):
        return second != "heb"  # "person heb allu"
    is_other = kind_of_noun(verbnoun) or not any(map(is_verbnoun, found))
    acts = mutations_of(verbnoun) == {SOFT} and (second in FORMS_OF_CAN | MAY - {"i"} or _is_long_subject(place.before[1:]))
    return second in BEFORE_VERBNOUN or acts or not is_other and (not may_be_verb(verbnoun) or second not in _BEFORE_VERB)


def _object(place: Place) -> MutationFault | None:
    """What is done to something leaves its name as it is: gwneud penderfyniad, gallu gweithio, i roi gwybod."""
    is_name = place.trigger[:1].isupper() and not place.opens
    if is_name or not _is_surely_verbnoun(place):
        return None
    # "Rhaid i'r ddogfen lywodraethu gynnwys hyn."
    may_be_done = VERBNOUN in uses(bare(place.word)) and WITH_VERBNOUN.isdisjoint(radicals(place.before[0]))
    asked = not place.is_whole or _lets_act(place.before[2:])
    is_done = may_be_done and asked and place.before[1] != "gan" and not (place.word == "wybod" and "rhoi" in radicals(place.before[0]))
    is_softened = place.may_be == {SOFT} or place.word in MANY | MUCH
    return place.unless_radical() if is_softened and not is_done and not _says_when_or_how(place) else None


def _says_when_or_how(place: Place) -> bool:
    """Whether a word behind a verb-noun says when or how something is done: codi air am air; but gynnwys blwyddyn, dangos mwy o."""
    if "cynnwys" in radicals(place.before[0]) and place.word in WHEN or place.word in MUCH and place.after == "o":
        return False
    return place.word in (WHEN | NEVER_OF_NOUN | HOW | ADVERBS) - {"rai"} or place.word in place.ahead[:2]


def _lets_act(before: tuple[str, ...]) -> bool:
    """Whether one of some words, the nearest first, may have who is to do something behind it: rhaid i."""
    acts = MAY | FORMS_OF_CAN | TO_WHOM | {"chi"}
    return any(word in acts and (word != "i" or not MUST.isdisjoint(before[at + 1 : at + 4])) for at, word in enumerate(before))


def _passive(place: Place) -> MutationFault | None:
    """Nor is what something is done to: caiff galwadau eu recordio."""
    is_done = any(each in ("ei", "eu") and before not in TO_WHAT | {"ar", "i", "yn"} for before, each in pairwise(("", *place.ahead[:4])))
    return place.unless_radical() if is_done else None


@functools.cache
def _is_softened_thing(form: str) -> bool:
    """Whether a word can only be a softened noun or verb-noun: gwestiwn, though "cwestiwn" might be a command, too."""
    radical = bare(form)
    found = uses(radical) - (VERBS if VERBNOUN in uses(radical) else {VERB_OF_ONE})
    is_verb_too = VERBNOUN not in found and any(may_be_verb(each) for each in radicals(form) | {form} if each != radical)
    return bool(found) and found <= NOUNS | {VERBNOUN} and not is_verb_too


def _subject(place: Place) -> MutationFault | None:
    """Who or what does something is not softened after the verb."""
    if place.before[0] == "oes" and kind_of_noun(place.before[1]) and place.before[1] not in ASIDE:
        return None  # "lwfans oes", for life
    is_much = place.word in MANY or place.word in MUCH and place.after == "o"
    is_subject = place.word not in WHEN | ADVERBS | HOW and (place.word not in MUCH and place.may_be == {SOFT})
    return place.unless_radical() if is_subject or is_much else None


def _done(place: Place) -> MutationFault | None:
    """What is done is not softened after a verb that names nobody: dylid mynd, gellir cael."""
    is_aside = place.word in WHEN | NEVER_OF_NOUN | HOW or is_adjective(bare(place.word))
    is_thing = bool(uses(bare(place.word))) and uses(bare(place.word)) <= NOUNS | {VERBNOUN}
    # "Y dyddiad a ddewiswyd": what is done stands before the verb.
    is_told = is_thing and not is_aside and place.before[1] not in ("a", "na")
    return place.unless_radical() if is_told and place.may_be == {SOFT} else None


def _after_subject(place: Place) -> MutationFault | None:
    """What somebody can, should or is given to do softens after the word that says who."""
    which = place.before[0] in _WHICH_CAN and place.before[1] in ("a", "na") and not place.opens
    if which or place.before[0] in _CAN_ALONE and not any(map(_is_done_later, place.rest)):
        return place.unless(SOFT)  # "cam a all gynnwys", "gall gymryd amser"
    # Gall y tîm hwn helpu; but gall hyn helpu.
    noun, *others = place.before[1:] if place.before[0] in THIS and place.before[1] not in MAY else place.before
    verb = next((each for each in others if each not in BEFORE_NOUN), "")
    if verb not in MAY:
        return place.unless(SOFT) if _is_long_subject(place.before) and not _verb_comes_later(place) else None
    if (
        verb == others[0]
        and (_may_be_done(noun) or any(map(is_verbnoun, radicals(noun))))
        or others[:3] == ["i", "ôl", "tu"]
        or place.after in ("sy", "sydd")
    ):
        return None  # "gall gynnwys taro", "gallai cael cyfrif", "y tu ôl i rybudd clicio", "gall y masnachwr moduro sy'n …"
    # "i" has many other uses; and in "ni all y dyddiad dechrau fod" the verb comes later.
    is_subject = noun not in ASIDE and (
        verb != "i"
        or place.word in SURELY_DONE
        and not any(map(is_me, others[:3]))
        or any(before in MUST for before in others[:3])
        and (any(map(gender_of, radicals(noun))) or not any(map(uses, radicals(noun))))
    )
    return place.unless(SOFT) if is_subject and not _verb_comes_later(place) else None


def _is_long_subject(before: tuple[str, ...]) -> bool:
    """Whether some words, the nearest first, are several that say who can or is to do something: rhaid i dref neu ddinas eich cyfeiriad."""
    verb = next((at for at, each in enumerate(before) if not _may_say_who(each)), 0)
    if not verb or any(map(is_verbnoun, radicals(before[verb - 1]))):
        return False  # "gallai cael cyfrif banc"
    return before[verb] in CAN_OF_NOUN or before[verb] == "i" and not MUST.isdisjoint(before[verb + 1 : verb + 3])


@functools.cache
def _may_say_who(word: str) -> bool:
    """Whether a word may stand in what says who, and does not say what is done: no verb, and no verb-noun that is or may be softened."""
    if word in BEFORE_NOUN | THIS | {"neu", "ac", "un", "unrhyw"}:
        return True
    found = radicals(word)
    is_done = any(VERBNOUN in uses(each) for each in radicals(word, SOFT)) or VERBNOUN in uses(word) and mutated(word, SOFT) == word
    is_such = (
        kind_of_noun(word) or VERBNOUN in uses(word) or any(map(is_adjective, found)) or PLACE in uses(word.capitalize()) or not mutations_of(word)
    )
    return bool(word) and word not in ASIDE | MAY and not may_be_verb(word) and not is_done and bool(is_such)


@functools.cache
def _may_be_done(form: str) -> bool:
    """Whether a word may be a softened verb-noun, or one that the lexicon lacks: gynnwys, ddadactifadu."""
    found = [uses(each) for each in radicals(form)]
    return mutations_of(form) == {SOFT} and any(VERBNOUN in each for each in found) or not any(found) and form.endswith(("u", "o", "i", "a"))


@functools.cache
def _is_done_later(word: str) -> bool:
    """Whether a word may be what something that is done can do: gall cael cyfrif effeithio arnoch."""
    return word in ("bod", "fod") or any(VERBNOUN in uses(each) for each in radicals(word)) and word not in ASIDE


def _verb_comes_later(place: Place) -> bool:
    """Whether a verb-noun follows that is softened, or never is, and that no other word asks for."""
    # What "bod", these and another verb start says more of it.
    ahead = takewhile(lambda word: word not in FORMS_OF_CAN | IS | {"bod", "sy", "sydd", "pan", "os", "er"}, place.rest[:24])
    pairs = pairwise((place.word, *ahead))
    asked = [word for before, word in pairs if before not in SOFTENS | {"yn", "'n", "wedi"}]
    never = (word for word in asked if mutated(word, SOFT) == word and word not in ASIDE)
    done = (*never, *(each for word in asked for each in radicals(word, SOFT)))
    return any(VERBNOUN in uses(each) or each == "bod" or each in VERBNOUNS for each in done)


_BEFORE_VERB = frozenset("a y yr ni na nad os pan fe mi lle pwy sut".split())
_WHICH_CAN = frozenset(("all", "allai", "ddylai", "fedr"))
_CAN_ALONE = CAN_OF_NOUN | TRIES - {"dechreuodd", "ddechreuodd"} | {"gwnaeth", "wnaeth"}
# As in grammar.py: each rule with the words before that it is about, and with a test of the word itself.
VERB_RULES = (
    (
        _after_subject,
        lambda word: (
            word[0] != "'" and word not in ASIDE - {"un"} | BEFORE_NOUN and (not any(map(is_verbnoun, radicals(word))) or _may_say_who(word))
        ),
        lambda word: (VERBNOUN in uses(word) or word == "bod") and lacks(word, SOFT),
    ),
    (
        _object,
        lambda word: word not in ASIDE | {"bod"} and _has_object(word),
        lambda word: word == "rai" or word in MUCH or VERBNOUN in uses(bare(word)) or _is_softened_thing(word),
    ),
    (
        _subject,
        (IS | {"bod", "fod", "daeth", "daw", "aeth"}).__contains__,
        lambda word: word in MANY | MUCH or _is_softened_thing(word),
    ),
    (_passive, {"caiff", "cafodd", "gaiff", "gafodd", "chaiff", "chafodd"}.__contains__, lambda word: bool(kind_of_noun(bare(word)))),
    (
        _subject,
        CAN_OF_NOUN.__contains__,
        lambda word: word in MANY or _is_softened_thing(word) and VERBNOUN not in uses(bare(word)),
    ),
    (_done, is_impersonal, bare),
    (_after_verb, _asks_as_verb, lambda word: bool(lacks(word, SOFT))),
)
