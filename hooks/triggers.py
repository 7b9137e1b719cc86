"""The words after which Welsh mutates, and what stands wrongly after one.

Only what the words beside it settle is judged. Where one of them may be
another word, such as "i" for "I", nothing is said.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dictionary import knows, mutations_of
from glossary import genders, phrases
from locales import WELSH
from mutation import ASPIRATE, H_BEFORE_VOWEL, NASAL, SOFT, initial, mutated, radicals
from words import Word, words_in

_SOFTENING = frozenset(
    "am ar at dan dros drwy trwy gan heb i o tan tros wrth dy dau dwy ddau ddwy neu pan pa dyma dyna dacw "
    "ail prif brif hen unrhyw ambell holl hoff".split()
)
# These soften all initials but ll and rh.
_SOFTENING_MOST = frozenset(("mor", "rhy", "go"))
_ASPIRATING = frozenset(("â", "gyda", "tua", "tri", "thri", "dri", "chwe"))
# After these a word keeps its radical.
_PLAIN = frozenset("wedi mewn rhwng pob bob phob mhob rhag pedwar pedair bedair tair dair pum bum oherwydd ein eich eu 'u 'ch".split())
_PLAIN_AFTER = {"ôl": "ar", "mwyn": "er", "ystod": "yn", "gyfer": "ar", "eithrio": "ac"}
_OUR_AND_THEIR = frozenset(("ein", "eu", "'u"))
# After these 'n is "ein", not "yn".
_WITH_EIN = frozenset("i o a â gyda na".split())
_YEARS_AFTER = frozenset("pum saith wyth naw deg deng deuddeng pymtheng ugain".split())

# Verbs whose ending says who: what follows is what one can or should do.
_CAN = frozenset("gallwch gallwn gallaf gallant gallech gallem gallent dylech dylem dylent dylwn hoffech hoffwn hoffem".split())
_FORMS_OF_CAN = _CAN | {mutated(verb, mutation) for verb in _CAN for mutation in (SOFT, ASPIRATE)}
_IS = frozenset("mae oes roedd bydd fydd byddai fyddai does".split())
_HAS = frozenset("gennyf ganddo ganddi gennym gennych ganddynt".split())
_MAY = frozenset("gall gallai dylai all allai ddylai i".split())
_BEFORE_NOUN = frozenset("y 'r yr ein eich eu ei pob bob dau ddau dwy ddwy".split())
_TO_WHOM = frozenset("imi iti iddo iddi inni ichi iddynt".split())
_WHOM = frozenset("mi ti ni chi".split())
_IMPERATIVE = re.compile(r"[^\W\d_]{2,}wch")
_NO_IMPERATIVE = frozenset("diogelwch tawelwch heddwch harddwch cyfeillgarwch tristwch llonyddwch hyfrydwch llwch cwch elwch".split())
_FINITE = re.compile(r".{3,}(?:wch|odd|ir|wyd|aist|iff|(?<!a)ith)|gall|gallai|bydd|byddai|bu|caiff|daw|gwna")
_NEGATED = frozenset("bydd byddai byddwch bu gall gallai gallwch gellir dylid dylai dylech gwnaeth gwelir daeth daw".split())

# Pronouns, conjunctions, prepositions and adverbs, which keep their form or stand outside the phrase.
_ASIDE = frozenset(
    "mi ti ni chi hi ef fe fo nhw hwy hwythau minnau tithau hithau yntau ninnau chithau fi di "
    "a ac ag am ar at bellach beth ble bob bod both bron braidd brin byth cyn cyd dan dim do draw dro dros drwy dy dyna dyma ei eich ein "
    "er eu fel fy fyth gan ger gerllaw gilydd gwell gyda gydag heb hyd i lle llai llawer maes mae maen maent mai megis mewn mor mwy mwyaf na nac nad "
    "neu ni nid o oni os pa pam pan po prin pryd pwy rhag rhai rhwng rhy rhyw rhywbeth rhywun sut tan tebyg tra tros trwy tu tua tuag un wedi "
    "wrth y yma yn yr ynghyd cilydd gynt dw dydy dydyn".split()
)
_PLACES = frozenset(
    "caerdydd cymru casnewydd caerffili caerfyrddin ceredigion conwy bangor powys penarth penfro pontypridd prydain gwynedd gwent dinbych "
    "morgannwg merthyr tredegar treganna trelái treforys llandaf llandudno llanelli llundain maesteg mynwy rhuthun bryste dulyn brycheiniog "
    "maldwyn meirionnydd".split()
)
# Beside the nouns of the glossary: of one gender everywhere, and with an initial that can soften after the article.
_FEMININE = frozenset(
    "mam merch chwaer taith tref gwlad dinas canolfan pobl blwyddyn gardd cegin gwers partneriaeth deddf tasg cyfraith pennod cân bron barn "
    "meithrinfa meddygfa gwraig modryb delwedd dyled brawddeg bydwraig cymuned cenhedlaeth triniaeth cynhadledd".split()
)
_ADJECTIVES = frozenset(
    "da mawr bach pwysig cadarn cynnes clir diogel tawel trawmatig cyflym cynnar cyson byr tlawd trist buan gwahanol caled posib priodol "
    "gofalus bodlon parod pell gwael drwg dwfn digonol dwyieithog cywir teg gwerthfawr diweddar pryderus blinedig gwag drud trwm balch bregus digon "
    "Cymraeg".split()
)
_ADJECTIVE_ENDING = re.compile(r".{3,}(?:ol|us|aidd|adwy|lon)")
_NO_ADJECTIVE = frozenset("canmol carol bws campus cynfas calon moddion dynion".split())
_NOUN_ENDING = re.compile(r".{3,}(?:rwydd|deb|iaeth)")
_VERBNOUNS = frozenset(
    "cael gweld gwneud dod dweud darllen deall datblygu darparu cefnogi cysylltu gweithio cysgu dysgu gofalu dangos meithrin cynnal "
    "canolbwyntio mwynhau dechrau mynd derbyn defnyddio bwydo bondio magu crio poeni pryderu teimlo trafod cyfathrebu".split()
)
# Verbs and prepositions that end so may have "i" for "I" after them, not for "to".
_BEFORE_I = ("f", "dw", "wn", "is", "gen", "fi", "mi")
_VERBNOUN_ENDING = re.compile(r".{3,}(?:io|[^ae]u|wi|di|hau)")
_HIS, _HER = frozenset(("ef", "fe", "fo", "yntau")), frozenset(("hi", "hithau"))
# What a word may take besides one of the mutations.
RADICAL, EITHER = "radical", "soft or aspirate"


@dataclass(frozen=True)
class Slip:
    """Words that are wrongly mutated, or wrongly are not, what may stand in their place, and the mutation that the last of them takes."""

    words: str
    right: tuple[str, ...]
    takes: str


@dataclass(frozen=True)
class _Place:
    """A word, the word before it as it is written, and all neighbours in small letters.

    `before` holds the four words before, the nearest first; "" stands for a
    word that a mark parts from this one. `opens` says whether the word before
    starts a sentence.
    """

    word: str
    trigger: str
    before: tuple[str, ...]
    after: str
    opens: bool

    def slip(self, takes: str, *right: str, trigger: str = "") -> Slip:
        first = trigger or self.trigger
        return Slip(f"{self.trigger} {self.word}", tuple(f"{first} {each}" for each in right), takes)


def slips(passage: str, names: re.Pattern) -> Iterator[Slip]:
    """Each mutation of a passage that is wrong."""
    words = words_in(passage, names)
    for i, word in enumerate(words):
        if i and word.follows and word.small not in _ASIDE and word.text[0] != "'" and _is_judged(word.text):
            found = next(filter(None, (rule(_place(words, i)) for rule in _RULES)), None)
            if found:
                yield found


def _is_judged(word: str) -> bool:
    """Names are left alone, but for well-known places and the language."""
    return not word[:1].isupper() or any(radical.lower() in _PLACES or radical == "Cymraeg" for radical in radicals(word))


def _place(words: list[Word], i: int) -> _Place:
    start = i
    while start and words[start].follows and i - start < 4:
        start -= 1
    before = [word.small for word in reversed(words[start:i])] + [""] * 4
    trigger = words[i - 1].text
    if trigger.startswith("'") and i > 1:
        trigger = words[i - 2].text + trigger
    after = words[i + 1].small if i + 1 < len(words) and words[i + 1].follows else ""
    return _Place(words[i].text, trigger, tuple(before[:4]), after, words[i - 1].is_first)


def _lacks(word: str, mutation: str) -> str:
    """The form that a word should have under a mutation; "" if it has that form, resists, or may be another word."""
    made, kinds = mutated(word, mutation), mutations_of(word)
    if made != word and "" in kinds and mutation not in kinds:
        return made if knows(WELSH, made) else ""
    return "" if not kinds or kinds & {"", mutation} else next((mutated(each, mutation) for each in _radicals(word)), "")


def _bare(word: str) -> str:
    """The radical of a word that can only be a mutated form; "" for any other."""
    kinds = mutations_of(word)
    return next(iter(_radicals(word)), "") if kinds and "" not in kinds else ""


def _radicals(word: str) -> list[str]:
    return sorted(each for kind in mutations_of(word) - {""} for each in radicals(word, kind) if "" in mutations_of(each))


def _after_softener(place: _Place) -> Slip | None:
    first, second, third, _ = place.before
    such = first == "fath" and second == "y"
    if not such and first not in _SOFTENING and not (first in _SOFTENING_MOST and initial(place.word) not in ("ll", "rh")):
        return None
    if first == "i" and (third == "fy" or second.endswith(_BEFORE_I)):
        return None
    if first == "o" and (second in _IS or second.endswith("o")):
        return None  # "he", not "of"
    if first == "neu" and (_FINITE.fullmatch(place.word) or place.word in _FORMS_OF_CAN):
        return None
    right = _lacks(place.word, SOFT)
    return place.slip(SOFT, right) if right else None


def _after_aspirater(place: _Place) -> Slip | None:
    if place.before[0] not in _ASPIRATING:
        return None
    right = _lacks(place.word, ASPIRATE)
    return place.slip(ASPIRATE, right) if right else None


def _after_and(place: _Place) -> Slip | None:
    """"a" asks for the aspirate as "and", for the soft mutation as "who" or before a question."""
    if place.before[0] != "a" or SOFT in mutations_of(place.word):
        return None
    right = _lacks(place.word, ASPIRATE)
    return place.slip(ASPIRATE, right) if right and initial(place.word) in ("p", "t", "c") else None


def _after_not(place: _Place) -> Slip | None:
    first = place.before[0]
    if first not in ("ni", "na") or first == "ni" and not place.opens:
        return None
    if initial(place.word) in ("p", "t", "c"):
        right = _lacks(place.word, ASPIRATE)
        return place.slip(ASPIRATE, right) if right and SOFT not in mutations_of(place.word) else None
    right = _lacks(place.word, SOFT) if place.word.lower() in _NEGATED else ""
    return place.slip(SOFT, right) if right else None


def _after_possessive(place: _Place) -> Slip | None:
    first, second, *_ = place.before
    if first == "fy":
        right = _lacks(place.word, NASAL)
        return place.slip(NASAL, right) if right else None
    if first != "ei" and not (first == "'i" and second in ("o", "gyda", "â", "drwy", "trwy")):
        return None
    mark_of_her = H_BEFORE_VOWEL if mutated(place.word, H_BEFORE_VOWEL) != place.word else ASPIRATE
    his, hers = _lacks(place.word, SOFT), _lacks(place.word, mark_of_her)
    if place.after in _HER:
        return place.slip(mark_of_her, hers) if hers else None
    if place.after in _HIS:
        return place.slip(SOFT, his) if his else None
    # Without a pronoun after it, it may be either.
    is_radical = "" in mutations_of(place.word) and not mutations_of(place.word) & {SOFT, ASPIRATE}
    return place.slip(EITHER, his, hers) if his and hers and is_radical else None


def _after_plain(place: _Place) -> Slip | None:
    first, second, third, _ = place.before
    if first == "'n" and second in _WITH_EIN and not (second == "i" and third.endswith(_BEFORE_I)):
        first = "ein"
    if first not in _PLAIN and first != "ein" and _PLAIN_AFTER.get(first) != second:
        return None
    radical = _bare(place.word)
    if first in _OUR_AND_THEIR | {"ein"}:
        should = mutated(radical or place.word, H_BEFORE_VOWEL)
        if should != place.word and knows(WELSH, should) and "-" not in should and mutations_of(place.word):
            return place.slip(H_BEFORE_VOWEL if initial(should) == "h" else RADICAL, should)
        return None
    if first in _YEARS_AFTER and place.word.lower().endswith("mlynedd") or not radical:
        return None
    return place.slip(RADICAL, radical)


def _after_number(place: _Place) -> Slip | None:
    """Years are counted with the nasal mutation after some numbers."""
    if place.before[0] not in _YEARS_AFTER or place.word.lower() not in ("blynedd", "flynedd"):
        return None
    return place.slip(NASAL, "mlynedd")


def _after_article(place: _Place) -> Slip | None:
    """A feminine noun softens after "y" and "un", any other does not."""
    if place.before[0] not in ("y", "'r", "un", "yr"):
        return None
    word = place.word.lower()
    if _gender(word) == "f" and initial(word) not in ("ll", "rh"):
        right = _lacks(place.word, SOFT)
        return place.slip(SOFT, right) if right else None
    radical = _bare(place.word)
    # "un" may mean "one that", and a plural after it is something else.
    return place.slip(RADICAL, radical) if _gender(radical.lower()) in ("m", "p") and place.before[0] != "un" else None


def _after_noun(place: _Place) -> Slip | None:
    """An adjective softens after a feminine noun, and after no other."""
    first, second, *_ = place.before
    nouns = {first, *radicals(first)} if first else set()
    kinds = {_gender(noun) for noun in nouns} - {""}
    adjectives = {each for each in (place.word, *radicals(place.word)) if each in _ADJECTIVES}
    if not adjectives or len(kinds) != 1:
        return None
    if kinds == {"f"} and second not in ("neu", "a", "ac"):
        right = _lacks(place.word, SOFT)
        return place.slip(SOFT, right) if right else None
    radical = _bare(place.word)
    return place.slip(RADICAL, radical) if kinds <= {"m", "p"} and radical and second not in ("dau", "ddau") else None


def _gender(noun: str) -> str:
    return "f" if noun in _FEMININE else genders().get(noun, "")


def _after_yn(place: _Place) -> Slip | None:
    first, second, *_ = place.before
    word, kinds = place.word, mutations_of(place.word)
    if first not in ("yn", "ym", "yng", "'n") or not kinds or first == "'n" and second in _WITH_EIN:
        return None
    if first != "'n" and (in_place := _in_place(place)):
        return in_place
    soft = _lacks(word, SOFT)
    if soft and first in ("yn", "'n") and initial(word) not in ("ll", "rh") and "" in kinds:
        if word in _ADJECTIVES or _ADJECTIVE_ENDING.fullmatch(word) and word not in _NO_ADJECTIVE:
            return place.slip(SOFT, soft)
    radical = _bare(word)
    return place.slip(RADICAL, radical) if first in ("yn", "'n") and kinds == {SOFT} and radical in _VERBNOUNS else None


def _in_place(place: _Place) -> Slip | None:
    """"In" asks for the nasal mutation, and follows it: ym Mangor, yng Nghymru."""
    word, kinds = place.word, mutations_of(place.word)
    nasal = word
    if kinds != {NASAL}:
        is_noun = word == "pob" or "" in kinds and _NOUN_ENDING.fullmatch(word)
        is_place = any(radical.lower() in _PLACES for radical in radicals(word)) and word[:1].isupper()
        nasal = _lacks(word, NASAL) if is_place or place.before[0] in ("ym", "yng") or is_noun else ""
    letters = initial(nasal)
    preposition = "ym" if letters in ("m", "mh") else "yng" if letters in ("ng", "ngh") else "yn"
    if not nasal or nasal == word and place.before[0] == preposition:
        return None
    return place.slip(NASAL, nasal, trigger=preposition if place.trigger[:1].islower() else preposition.capitalize())


def _after_verb(place: _Place) -> Slip | None:
    """What one can, should or is told to do, what one has, and what is for somebody softens."""
    first, second, third, _ = place.before
    if first in ("chi", "ni") and second in _FORMS_OF_CAN:
        first = second
    told = place.opens and _IMPERATIVE.fullmatch(first) and first not in _NO_IMPERATIVE
    has = first in _HAS and second in _IS or first in _WHOM and second == "gen" and third in _IS
    whom = first in _TO_WHOM or first in _WHOM and second == "i"
    if not (first in _FORMS_OF_CAN or told or has or whom) or _FINITE.fullmatch(place.word):
        return None
    right = _lacks(place.word, SOFT) if "" in mutations_of(place.word) else ""
    return place.slip(SOFT, right) if right else None


def _after_subject(place: _Place) -> Slip | None:
    """What somebody can, should or is given to do softens after the word that says who."""
    noun, *others = place.before
    at = next((i for i, each in enumerate(others) if each not in _BEFORE_NOUN), 0)
    if not _is_verbnoun(place.word) or others[at] not in _MAY or noun in _ASIDE | _BEFORE_NOUN - {"hyn"} or _VERBNOUNS & radicals(noun):
        return None
    if others[at] == "i" and not any(genders().get(radical) for radical in radicals(noun)):
        return None
    right = _lacks(place.word, SOFT)
    return place.slip(SOFT, right) if right else None


def _is_verbnoun(word: str) -> bool:
    return word in _VERBNOUNS or bool(_VERBNOUN_ENDING.fullmatch(word)) and not _gender(word)


def _within_term(place: _Place) -> Slip | None:
    """A term of the glossary has its own mutations within it: iechyd meddwl."""
    for first in radicals(place.before[0]):
        for second in radicals(place.word.lower()):
            if (first, second) in phrases() and second != place.word.lower() and "" not in mutations_of(place.word):
                return place.slip(RADICAL, second)
    return None


_RULES = (
    _within_term,
    _after_subject,
    _after_softener,
    _after_aspirater,
    _after_and,
    _after_not,
    _after_possessive,
    _after_number,
    _after_plain,
    _after_article,
    _after_noun,
    _after_yn,
    _after_verb,
)
