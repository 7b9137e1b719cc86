"""Words of a Welsh passage that are wrongly mutated, or wrongly are not.

Only what the words beside it settle is judged. Where one of them may be
another word, such as "i" for "I", nothing is said.
"""

import functools
import re
from collections.abc import Callable, Iterator
from itertools import pairwise

from messages.locales import ENGLISH, WELSH
from welsh.dictionary import knows, mutations_of
from welsh.lexicon import ADJECTIVE, COMPARED, MASCULINE, NOUNS, PLACE, VERB_OF_ONE, VERBNOUN, uses
from welsh.mutation import ASPIRATE, H_BEFORE_VOWEL, NASAL, SOFT, initial, mutated, radicals
from welsh.particles import PARTICLE_RULES, is_impersonal, is_verb, may_be_verb
from welsh.parts_of_speech import (
    gender_of,
    genders_of,
    is_adjective,
    is_me,
    is_of_no_feminine,
    is_verbnoun,
    kind_of_noun,
    may_act,
    may_be_verbnoun,
    says_who,
)
from welsh.place import EITHER, LINK, RADICAL, MutationFault, Place, bare, lacks, place_of
from welsh.slips import real_word_slip
from welsh.triggers import (
    ASIDE,
    ASPIRATING,
    BEFORE_HUNDRED,
    BEFORE_NOUN,
    BEFORE_VERBNOUN,
    BETWEEN_NOUNS,
    DETERMINERS,
    FORMS_OF_CAN,
    HAS,
    HER,
    HIS,
    HOW,
    IS,
    MANY,
    MAY,
    MEANWHILE,
    MUST,
    NASALISING,
    NEVER_OF_NOUN,
    NO_IMPERATIVE,
    OF_GENDER,
    OF_OWNER,
    ORDINALS,
    OUR_AND_THEIR,
    PLACES,
    PLAIN,
    PLAIN_AFTER,
    PRONOUNS,
    SOFTENING,
    SOFTENING_ADJECTIVES,
    SOFTENING_MOST,
    SOFTENS,
    SURELY_DONE,
    THIS,
    THREE,
    TO_WHAT,
    TO_WHOM,
    VERBNOUNS,
    WHEN,
    WHOM,
    WITH_EIN,
    WITH_VERBNOUN,
    YEARS,
    YEARS_AFTER,
)
from welsh.words import words_in


def faults(passage: str, names: re.Pattern) -> Iterator[MutationFault]:
    """Each mutation of a passage that is wrong."""
    words = words_in(passage, names)
    for i, (before, word) in enumerate(pairwise(words), start=1):
        # At most places no rule is about both words.
        rules = word.follows and _rules_after(before.small) & _rules_on(word.text)
        if rules:
            place = place_of(words, i)
            found = next(filter(None, (rule(place) for rule, *_ in _RULES if rule in rules)), None)
            if found:
                yield found


def _says_where(word: str) -> bool:
    """Whether "yn" before a word can only say where."""
    return word == "pob" or _may_be_place(word)


@functools.cache
def _may_be_place(word: str) -> bool:
    if not word[:1].isupper():
        return False
    return any(radical.lower() in PLACES or PLACE in uses(radical) and not _is_foreign(radical) for radical in radicals(word))


def _is_foreign(name: str) -> bool:
    """Names of other languages keep their G, and most keep all their letters: o Tunisia."""
    return name[0] == "G" or knows(ENGLISH, name)


def _is_judged(word: str) -> bool:
    """Names are left alone, but for well-known places and the language; and so is what keeps its form, is joined to a word or meant for another."""
    if word.lower() in ASIDE or word.startswith("'") or real_word_slip(word.lower()):
        return False
    return not word[:1].isupper() or _may_be_place(word) or "Cymraeg" in radicals(word)


def _after_softener(place: Place) -> MutationFault | None:
    first, second, third, _ = place.before
    such = first == "fath" and second == "y"
    if not such and first not in SOFTENING and not (first in SOFTENING_MOST and initial(place.word) not in ("ll", "rh")):
        return None
    if first == "i" and (third == "fy" or is_me(second)):
        return place.unless(SOFT) if may_act(second) else None
    if first == "o" and (second in IS or second.endswith("o")):
        return None  # "he", not "of"
    if first in ("gwahanol", "wahanol") and second not in BETWEEN_NOUNS | {"", "rhwng"}:
        return None  # as an adjective behind its noun
    if first == "ar" and place.word.lower() == "hugain":
        return None  # as numbers say "on twenty"
    if place.word == "bach" and first in ("dyma", "dyna"):
        return None  # "dyna bach o lwc"
    if first == "gan" and (second in BEFORE_HUNDRED or place.word == "bod"):
        return None  # a hundred; and "gan bod" is as right as "gan fod"
    if first == "neu" and (may_be_verb(place.word) and not uses(place.word) & {VERBNOUN} or place.word.endswith("wch") or place.word in FORMS_OF_CAN):
        return None
    if first in ("dau", "dwy", "ddau", "ddwy") and (kinds := genders_of(place.word)) in ({"m"}, {"f"}):
        number = OF_GENDER[first, next(iter(kinds))]
        right = lacks(place.word, SOFT)
        return place.fault(SOFT, right, trigger=number) if right else None
    return place.unless(SOFT)


def _adjective_after_softener(place: Place) -> MutationFault | None:
    return _unless_soft_adjective(place)


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


def _after_possessive(place: Place) -> MutationFault | None:
    first, second, *_ = place.before
    if first == "fy":
        return place.unless(NASAL)
    is_his_or_hers = (
        first == "ei"
        or first == "'i"
        and (second in ("o", "gyda", "â", "drwy", "trwy") or second in ("wedi", "a", "na") and not may_be_verb(place.word))
    )
    if not is_his_or_hers:
        return None  # "fe'i cyflwynir", "a'i cyflwynodd"
    mark_of_her = H_BEFORE_VOWEL if mutated(place.word, H_BEFORE_VOWEL) != place.word else ASPIRATE
    his, hers = lacks(place.word, SOFT), lacks(place.word, mark_of_her)
    if place.after in HER:
        return place.unless(mark_of_her) if H_BEFORE_VOWEL not in place.may_be else None
    if place.after in HIS:
        return place.unless(SOFT)
    # Without a pronoun after it, it may be either.
    is_radical = "" in place.may_be and not place.may_be & {SOFT, ASPIRATE}
    return place.fault(EITHER, his, hers) if his and hers and is_radical else None


def _after_our_and_their(place: Place) -> MutationFault | None:
    """These put an h before a vowel, and ask for no mutation."""
    if place.before[0] == "'n" and (not _is_ein(place) or any(map(is_adjective, radicals(place.word)))):
        return None
    right = _without_mutation_but_h(place.word)
    return place.fault(H_BEFORE_VOWEL if initial(right) == "h" else RADICAL, right)


def _is_ein(place: Place) -> bool:
    """Whether "'n" is "ein": i'n teulu, but not dw i'n falch."""
    _, second, third, fourth = place.before
    is_pronoun = second == "i" and (is_me(third) or fourth == "fy") or second == "o" and third in IS | {"bod", "fod"}
    return second in WITH_EIN and not is_pronoun


def _without_mutation_but_h(word: str) -> str:
    """The radical of a word with an h before its vowel; "" where that is the word itself, or none."""
    right = mutated(bare(word) or word, H_BEFORE_VOWEL)
    return right if mutations_of(word) and right != word and "-" not in right and knows(WELSH, right) else ""


def _after_plain(place: Place) -> MutationFault | None:
    first, second, *_ = place.before
    if first == "fel" and (may_be_verb(place.word) or place.after == "'n"):
        return None
    # "y rhai (a) ddaeth"; "cyn belled".
    if first in ("rhai", "sawl") and may_be_verb(place.word) or first == "cyn" and not uses(bare(place.word)) & (NOUNS | {VERBNOUN}):
        return None
    if first in ("rhaid", "er") and place.word == "fod":
        return None
    is_plain = first in PLAIN or second != "" and PLAIN_AFTER.get(first) == second
    return place.unless_radical() if is_plain and place.word.lower() not in YEARS else None


def _nasal_unasked(place: Place) -> MutationFault | None:
    """A nasal mutation stands after "fy", "yn" and some numbers alone; spoken Welsh leaves "fy" out before "i"."""
    asked = place.after in ("i", "innau") or place.word.lower() in YEARS
    return place.unless_radical() if len(place.word) > 3 and not asked else None


def _after_number(place: Place) -> MutationFault | None:
    """Years are counted with the nasal mutation after some numbers."""
    return place.fault(NASAL, "mlynedd")


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
        return _unless_soft_adjective(place) if heads <= {"f"} else None
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


def _without_mutation_of_ll(place: Place) -> MutationFault | None:
    """Where an adjective softens, one that starts with ll or rh does not."""
    first = place.before[0]
    softens = first in SOFTENING_MOST or first == "yn" or first == "'n" and not _is_ein(place)
    is_softened = initial(place.word) in ("l", "r") and place.may_be == {SOFT}
    return place.unless_radical() if softens and is_softened and initial(bare(place.word)) in ("ll", "rh") else None


def _after_yn(place: Place) -> MutationFault | None:
    """Before an adjective "yn" softens all but ll and rh, before a verb nothing."""
    first = place.before[0]
    if first == "'n" and _is_ein(place) or first == "yn" and NASAL in place.may_be:
        return None
    # "yn mawr obeithio"
    if any(is_verbnoun(each) for each in radicals(place.after, SOFT)):
        return None
    is_noun = (gender_of(place.word) or uses(place.word) and uses(place.word) <= NOUNS) and not may_be_verbnoun(place.word)
    if is_noun and first == "'n" and _may_be_our(place):
        return None
    if place.word == "mis":
        return place.fault(LINK, place.word, trigger="ym" if place.trigger == "yn" else "Ym") if first == "yn" else None
    is_such = is_adjective(place.word) and place.word not in VERBNOUNS or uses(place.word) in ({COMPARED}, {ADJECTIVE, MASCULINE})
    if (is_such or is_noun) and initial(place.word) not in ("ll", "rh"):
        return _unless_soft_adjective(place)
    return place.unless_radical() if place.may_be == {SOFT} and is_verbnoun(bare(place.word)) and ADJECTIVE not in uses(bare(place.word)) else None


def _may_be_our(place: Place) -> bool:
    """Whether "'n" before a noun may be "ein": cartrefi'n gwlad, mae'n gwlad yn tyfu."""
    verb = place.before[1]
    return bool(kind_of_noun(verb)) and IS.isdisjoint(place.before) or verb in IS and not {"yn", "'n", "wedi"}.isdisjoint(place.ahead[:3])


def _unless_soft_adjective(place: Place) -> MutationFault | None:
    """As `unless`, without regard to other words that an adjective might be: da may be a form of ta."""
    right = mutated(place.word, SOFT)
    if not is_adjective(place.word) and uses(place.word) != {COMPARED}:
        return place.unless(SOFT)
    return place.fault(SOFT, right) if right != place.word and knows(WELSH, right) else None


def _in_place(place: Place) -> MutationFault | None:
    """In a place "yn" asks for the nasal mutation, and follows it: ym Mangor, yng Nghymru."""
    nasal = place.word if place.may_be == {NASAL} else lacks(place.word, NASAL)
    preposition = {"m": "ym", "mh": "ym", "ng": "yng", "ngh": "yng"}.get(initial(nasal), "yn")
    if not nasal or nasal == place.word and place.before[0] == preposition:
        return None
    return place.fault(NASAL, nasal, trigger=preposition if place.trigger[:1].islower() else preposition.capitalize())


def _after_ym(place: Place) -> MutationFault | None:
    """These forms of "yn" stand before a nasal mutation alone."""
    return _in_place(place)


def _after_verb(place: Place) -> MutationFault | None:
    """What one can, should or is told to do, what one did or has, and what is for somebody softens."""
    first, second, third, fourth = place.before
    if first in MEANWHILE:
        first, second, third = second, third, fourth
    if first in PRONOUNS and may_act(second):
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


def _has_object(word: str) -> bool:
    """Whether a word may be a verb-noun, or one that has another verb-noun behind it."""
    found = radicals(word)
    return not WITH_VERBNOUN.isdisjoint(found) or any(VERBNOUN in uses(each) for each in found)


def _is_surely_verbnoun(place: Place) -> bool:
    """Whether the word before is a verb-noun and nothing else, by itself or by what stands before it: i roi, wedi anfon."""
    verbnoun, second, *_ = place.before
    found = radicals(verbnoun)
    if not WITH_VERBNOUN.isdisjoint(found):
        return True
    is_other = kind_of_noun(verbnoun) or not any(map(is_verbnoun, found))
    return second in BEFORE_VERBNOUN or not is_other and not may_be_verb(verbnoun)


def _object(place: Place) -> MutationFault | None:
    """What is done to something leaves its name as it is: gwneud penderfyniad, gallu gweithio."""
    if not _is_surely_verbnoun(place):
        return None
    is_when = place.word in WHEN | NEVER_OF_NOUN | HOW
    # "Rhaid i'r ddogfen lywodraethu gynnwys hyn."
    is_done = VERBNOUN in uses(bare(place.word)) and WITH_VERBNOUN.isdisjoint(radicals(place.before[0]))
    return place.unless_radical() if place.may_be == {SOFT} and not is_when and not is_done else None


def _subject(place: Place) -> MutationFault | None:
    """Who or what does something is not softened after the verb."""
    return place.unless_radical() if place.word not in WHEN and (place.may_be == {SOFT} or place.word in MANY) else None


def _done(place: Place) -> MutationFault | None:
    """What is done is not softened after a verb that names nobody: dylid mynd, gellir cael."""
    is_aside = place.word in WHEN | NEVER_OF_NOUN | HOW or is_adjective(bare(place.word))
    is_thing = bool(uses(bare(place.word))) and uses(bare(place.word)) <= NOUNS | {VERBNOUN}
    # "Y dyddiad a ddewiswyd": what is done stands before the verb.
    is_told = is_thing and not is_aside and place.before[1] not in ("a", "na")
    return place.unless_radical() if is_told and place.may_be == {SOFT} else None


def _after_subject(place: Place) -> MutationFault | None:
    """What somebody can, should or is given to do softens after the word that says who."""
    # Gall y tîm hwn helpu; but gall hyn helpu.
    noun, *others = place.before[1:] if place.before[0] in THIS and place.before[1] not in MAY else place.before
    verb = next((each for each in others if each not in BEFORE_NOUN), "")
    if verb not in MAY:
        return None
    # "i" has many other uses; and in "ni all y dyddiad dechrau fod" the verb comes later.
    is_subject = noun not in ASIDE and (
        verb != "i"
        or place.word in SURELY_DONE
        and not any(map(is_me, others))
        or any(before in MUST for before in others)
        and (any(map(gender_of, radicals(noun))) or not any(map(uses, radicals(noun))))
    )
    return place.unless(SOFT) if is_subject and not _verb_comes_later(place) else None


def _verb_comes_later(place: Place) -> bool:
    """Whether a verb-noun follows that is softened, or never is, and that no other word asks for."""
    pairs = pairwise((place.word, *place.ahead[:6]))
    asked = [word for before, word in pairs if before not in SOFTENS | {"yn", "'n", "wedi"}]
    never = (word for word in asked if mutated(word, SOFT) == word and word not in ASIDE)
    done = (*never, *(each for word in asked for each in radicals(word, SOFT)))
    return any(VERBNOUN in uses(each) or each == "bod" or each in VERBNOUNS for each in done)


def _lacks_any(*mutations: str) -> Callable[[str], bool]:
    """Whether a word may be one that should be mutated in one of these ways and is not."""
    return lambda word: any(lacks(word, mutation) for mutation in mutations)


def _asks_as_verb(word: str) -> bool:
    is_listed = any(word in words for words in (FORMS_OF_CAN, HAS, WHOM, TO_WHOM))
    return (
        is_listed
        or word in ("yna", "'na")
        or word in PRONOUNS
        or word in MEANWHILE
        or word.endswith("yddwch")
        or any(VERB_OF_ONE in uses(each) for each in radicals(word))
    )


# Each rule with the words that it is about: which one before, in small letters, and which one that may be at fault.
# The first that finds a fault counts.
_RULES = (
    *PARTICLE_RULES,
    (
        _after_subject,
        lambda word: word[0] != "'" and word not in ASIDE | BEFORE_NOUN and not any(map(is_verbnoun, radicals(word))),
        lambda word: (VERBNOUN in uses(word) or word == "bod") and lacks(word, SOFT),
    ),
    (_after_softener, (SOFTENING | SOFTENING_MOST | {"fath"}).__contains__, _lacks_any(SOFT)),
    (_adjective_after_softener, SOFTENING_ADJECTIVES.__contains__, is_adjective),
    (_after_aspirater, ASPIRATING.__contains__, _lacks_any(ASPIRATE)),
    (_after_and, {"a"}.__contains__, _lacks_any(ASPIRATE)),
    (_after_not, {"ni", "na"}.__contains__, lambda word: is_verb(word.lower()) or lacks(word, SOFT) or lacks(word, ASPIRATE)),
    (_after_possessive, {"fy", "ei", "'i"}.__contains__, _lacks_any(SOFT, NASAL, ASPIRATE, H_BEFORE_VOWEL)),
    (_after_number, YEARS_AFTER.__contains__, lambda word: word.lower() in ("blynedd", "flynedd")),
    (_nasal_unasked, lambda word: word not in NASALISING, lambda word: mutations_of(word) == {NASAL}),
    (_after_our_and_their, (OUR_AND_THEIR | {"'n"}).__contains__, _without_mutation_but_h),
    (_after_plain, (PLAIN | PLAIN_AFTER.keys()).__contains__, bare),
    (_feminine_after_article, {"y", "yr", "'r", "un"}.__contains__, lambda word: gender_of(word.lower(), is_noun=True) == "f" and lacks(word, SOFT)),
    (_feminine_after_article, ORDINALS.__contains__, lambda word: gender_of(word.lower()) == "f" and lacks(word, SOFT)),
    (_genitive, lambda word: word not in ASIDE and is_of_no_feminine(word), lambda word: gender_of(bare(word)) and not may_be_verb(word)),
    (
        _object,
        lambda word: word not in ASIDE | {"bod"} and _has_object(word),
        lambda word: bool(uses(bare(word))) and uses(bare(word)) <= NOUNS | {VERBNOUN} and not may_be_verb(word) and not is_adjective(bare(word)),
    ),
    (_subject, IS.__contains__, lambda word: word in MANY or bare(word) and uses(bare(word)) and uses(bare(word)) <= NOUNS and not may_be_verb(word)),
    (_done, is_impersonal, bare),
    (_other_after_article, {"y", "yr", "'r"}.__contains__, lambda word: gender_of(bare(word).lower()) in ("m", "p") and word != "fath"),
    (
        _after_noun,
        lambda word: len(genders_of(word)) == 1,
        lambda word: any(is_adjective(each) or uses(each) == {COMPARED} for each in radicals(word)),
    ),
    (_without_mutation_of_ll, (SOFTENING_MOST | {"yn", "'n"}).__contains__, bare),
    (_in_place, {"yn", "ym", "yng"}.__contains__, lambda word: mutations_of(word) == {NASAL} or _says_where(word)),
    (_after_ym, {"ym", "yng"}.__contains__, _lacks_any(NASAL)),
    (
        _after_yn,
        {"yn", "'n"}.__contains__,
        lambda word: is_adjective(word) or uses(word) in ({COMPARED}, {ADJECTIVE, MASCULINE}) or uses(word) & NOUNS or bare(word),
    ),
    (_after_verb, _asks_as_verb, _lacks_any(SOFT)),
)


@functools.cache
def _rules_after(word: str) -> frozenset[Callable]:
    return frozenset(rule for rule, is_after, _ in _RULES if is_after(word))


@functools.cache
def _rules_on(word: str) -> frozenset[Callable]:
    """The rules about a word; those of PARTICLE_RULES are also about words that keep their form."""
    small = word.lower()
    of_particles = {rule for rule, _, is_on in PARTICLE_RULES if word == small and is_on(word)}
    others = _RULES[len(PARTICLE_RULES) :] if _is_judged(word) else []
    return frozenset(of_particles | {rule for rule, _, is_on in others if is_on(word)})
