"""When what is somebody's is mutated wrongly: fy mhlentyn, ei blentyn, ein hysgol; and whether "'n" is one of these, ein."""

from itertools import dropwhile

from messages.locales import WELSH
from welsh.dictionary import knows, mutations_of
from welsh.lexicon import FEMININE, MASCULINE
from welsh.mutation import ASPIRATE, H_BEFORE_VOWEL, NASAL, SOFT, initial, mutated, radicals
from welsh.particles import may_be_verb
from welsh.parts_of_speech import genders_of, is_adjective, is_me, is_verbnoun
from welsh.place import EITHER, RADICAL, MutationFault, Place, bare, lacks, lacks_any
from welsh.triggers import CAN_OF_NOUN, DETERMINERS, HER, HIS, IS, MAY, OUR_AND_THEIR, WITH_EIN


def _after_possessive(place: Place) -> MutationFault | None:
    first, second, *_ = place.before
    if first == "fy":
        return place.unless(NASAL)
    is_his_or_hers = (
        first == "ei"
        or first == "'i"
        and (second in ("o", "gyda", "â", "drwy", "trwy", "wedi") or second in ("a", "na") and not may_be_verb(place.word))
    )
    if not is_his_or_hers:
        return None  # "fe'i cyflwynir", "a'i cyflwynodd"
    mark_of_her = H_BEFORE_VOWEL if mutated(place.word, H_BEFORE_VOWEL) != place.word else ASPIRATE
    his, hers = lacks(place.word, SOFT), lacks(place.word, mark_of_her)
    if place.after in HER:
        return place.unless(mark_of_her) if H_BEFORE_VOWEL not in place.may_be else None
    if place.after in HIS:
        return place.unless(SOFT)
    if (kind := _whose(place)) in (MASCULINE, FEMININE) and any(map(is_verbnoun, radicals(place.word))):
        return place.unless(SOFT) if kind == MASCULINE else _unless_hers(place)
    # Without a pronoun after it, it may be either.
    is_radical = "" in place.may_be and not place.may_be & {SOFT, ASPIRATE}
    return place.fault(EITHER, his, hers) if his and hers and is_radical else None


def _unless_hers(place: Place) -> MutationFault | None:
    """The fault of what is done to something feminine, and is mutated as if it were masculine."""
    radical = bare(place.word) or place.word
    hers = mutated(mutated(radical, ASPIRATE), H_BEFORE_VOWEL)
    is_his = place.may_be == {SOFT} or "" in place.may_be and hers != radical
    takes = RADICAL if hers == radical else H_BEFORE_VOWEL if initial(hers) == "h" else ASPIRATE
    return place.fault(takes, hers) if is_his and hers != place.word else None


def _whose(place: Place) -> str:
    """The gender of what something is done to, where that stands right behind a verb: mae'r wefan wedi'i chreu, bod y llythyr yn cael ei anfon."""
    words = list(place.before)
    if words[:2] == ["'i", "wedi"]:
        words = words[2:]
    elif words[0] == "ei" and words[1] in ("cael", "gael", "chael") and words[2] in ("yn", "'n", "wedi"):
        words = words[3:]
    elif words[:2] == ["ei", "gael"]:
        words = words[2:]
    else:
        return ""
    noun, *before = dropwhile(lambda word: any(map(is_adjective, radicals(word))), (*words, ""))
    verb, *earlier = [*dropwhile(DETERMINERS.__contains__, before), "", ""]
    # "faint mae'r ysgol wedi'i wario": what the school has done.
    is_said = verb in IS | MAY | {"bod", "fod"} and (place.before[0] == "ei" or verb in CAN_OF_NOUN or earlier[0] in _BEFORE_IS)
    kinds = genders_of(noun)
    return next(iter(kinds)) if is_said and len(kinds) == 1 else ""


def _after_our_and_their(place: Place) -> MutationFault | None:
    """These put an h before a vowel, and ask for no mutation."""
    if place.before[0] == "'n" and (not is_ein(place) or any(map(is_adjective, radicals(place.word)))):
        return None
    right = _without_mutation_but_h(place.word)
    return place.fault(H_BEFORE_VOWEL if initial(right) == "h" else RADICAL, right)


def is_ein(place: Place) -> bool:
    """Whether "'n" is "ein": i'n teulu, but not dw i'n falch."""
    _, second, third, fourth, *_ = place.before
    is_pronoun = second == "i" and (is_me(third) or fourth == "fy") or second == "o" and third in IS | {"bod", "fod"}
    return second in WITH_EIN and not is_pronoun


def _without_mutation_but_h(word: str) -> str:
    """The radical of a word with an h before its vowel; "" where that is the word itself, or none."""
    right = mutated(bare(word) or word, H_BEFORE_VOWEL)
    return right if mutations_of(word) and right != word and "-" not in right and knows(WELSH, right) else ""


_BEFORE_IS = frozenset(("", "a", "ac", "ond", "os", "pan", "gan", "er", "nad", "na", "ni", "nid"))
# As in grammar.py: each rule with the words before that it is about, and with a test of the word itself.
POSSESSIVE_RULES = (
    (_after_possessive, {"fy", "ei", "'i"}.__contains__, lacks_any(SOFT, NASAL, ASPIRATE, H_BEFORE_VOWEL)),
    (_after_our_and_their, (OUR_AND_THEIR | {"'n"}).__contains__, _without_mutation_but_h),
)
