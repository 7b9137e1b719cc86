"""Words of their own that stand for another one where they stand: "yr yn" for yr un, "a fyd" for a fydd.

What stands before or behind such a word tells: none of the rows says anything of the word by itself.
"""

import functools
from collections.abc import Callable
from typing import NamedTuple

from welsh.dictionary import mutations_of
from welsh.inflection import is_irregular, lemmas, listed_as
from welsh.lexicon import ADJECTIVE, NOUNS, PLURAL, VERBNOUN, VERBS, uses
from welsh.mutation import SOFT, mutated, radicals
from welsh.slips import is_common, is_person


class Beside(NamedTuple):
    """The two words before one, the nearest first, and that behind it, in small letters; "" for one that a mark parts from it."""

    before: str
    second: str = ""
    after: str = ""


# A word, what is meant by it, and any of the words one of which stands before it, or behind it, then.
_ROWS = (
    ("oed", "oedd", "nad nid mi fe pan sut pam beth pwy ble", ""),
    ("oedd", "oed", "blwydd mlwydd flwydd", ""),
    ("fyd", "fydd", "a na ni pan pwy beth lle os hynny", ""),
    ("byd", "bydd", "os pan lle pryd", "angen rhaid modd hyn hi ef nhw ni chi eich yna gofyn disgwyl"),
    ("bydd", "byd", "'r ledled", ""),
    ("budd", "bydd", "os pan lle", "angen rhaid modd hyn hi nhw ni chi eich yna"),
    ("fudd", "fydd", "a na ni pan pwy beth lle", ""),
    ("ffydd", "fydd", "na ni pan pwy lle", ""),
    ("sudd", "sydd", "", "wedi angen eisiau heb â"),
    ("fodd", "fod", "rhaid iddo iddi iddynt", ""),
    ("u", "i", "", "'r 'ch 'w 'n 'm"),
    ("su", "sy", "", "'n"),
    ("gwneid", "gwneud", "wedi yn 'n cael gael eu i fy", ""),
    ("wneid", "wneud", "i ei 'i o am gallu allwch gallwch", ""),
    ("hyn", "hun", "ei 'i eich 'ch fy dy eu 'u 'm", ""),
    ("yn", "un", "pob yr unrhyw", ""),
    ("un", "yn", "wyneb", "ystod unol ogystal hytrach ymwneud erbyn sgil enwedig barod"),
    ("gyfr", "gyfer", "ar", ""),
    ("dim", "ddim", "am", ""),
    ("galwch", "gallwch", "y na", "eu eich"),
    ("hud", "hyd", "", "at nes oni"),
    ("fi", "ffi", "'r eich unrhyw pob", ""),
    ("ei", "eu", "", "hunain"),
    ("eu", "ei", "", "gilydd"),
    ("mai", "mae", "", "'n"),
    ("mae", "mai", "er am", ""),
    ("och", "o'ch", "", ""),
    ("âr", "â'r", "", ""),
    ("ân", "â'n", "", ""),
)
_BY_ROW: dict[str, list[tuple[str, frozenset[str], frozenset[str]]]] = {}
for _word, _right, _before, _after in _ROWS:
    _BY_ROW.setdefault(_word, []).append((_right, frozenset(_before.split()), frozenset(_after.split())))
# Whom one does these with, beside those of the rules of mutation: cyfathrebu â ni. Without whom or what those below say nothing: ymwneud â phlant.
_WITH = frozenset("ymgynghori cyfathrebu cydweithio cyfarfod cwrdd cysylltiedig".split())
_WITH_ALWAYS = frozenset("peidio ymwneud ymdrin cydymffurfio ynghyd ynglŷn unol".split())
_WHOM = frozenset("'r 'ch 'n 'u 'i ni nhw hi fi rhywun unrhyw rhai y eich ein eu".split())
_AS_MUCH = frozenset("cyn mor cystal cymaint cynifer cyhyd cynted".split())
_OF_SELF = frozenset("ei 'i eich 'ch fy 'm dy 'th ein 'n eu 'u 'w un".split())
_EQUALS = frozenset("cystal gystal cynifer gynifer cyhyd gyhyd".split())
_ARTICLES = frozenset("y yr 'r un pob bob dau ddau fel yn 'n ei eich ein eu".split())
_BEFORE_VERB = frozenset("a ni na nad fe mi pan os nas pwy hynny lle sut beth oni nis fel mai 'i 'u 'm".split())
_WHO = frozenset(
    "ti chi ni hi nhw ef hyn hwn hon hynny rhywun llawer pawb bod fod mod maent rydych rydym rwyf ydych ydym ydynt "
    "sydd oedd roedd bydd fydd byddwn byddwch byddant fyddwn fyddwch fyddant byddai fyddai hefyd wedyn".split()
)
_SURELY_DONE = ("io", "eiddio", "hau", "oli")
_ONE = frozenset("unrhyw pob bob yr 'r neb o i".split())
_BEHIND_MAYOR = frozenset(("", *"o y yr a yn 'n wedi ar i".split()))
_BEHIND_WAS = frozenset("yn 'n rhaid yno hi ef nhw e o hyn hynny ganddo ganddi ganddynt rhai llawer pawb pob".split())
# What is said, with mai before what is put first.
_SAYING = frozenset("dweud credu nodi gwybod meddwl honni cofio tybio".split())
_SAYS_YOU = ("wch", "och", "ych", "ech")


def confused(word: str, beside: Beside) -> str:
    """What was meant by a word in small letters; "" where nothing beside it tells."""
    for right, before, after in _BY_ROW.get(word, ()):
        if beside.before in before or beside.after in after or not before | after and beside.after:
            return right
    return _BY_RULE[word](beside) if word in _BY_RULE else _no_person(word, beside)


@functools.cache
def may_be_confused(word: str) -> bool:
    return word in _BY_ROW or word in _BY_RULE or bool(_of_person(word))


def _with(beside: Beside) -> str:
    """â for a: peidiwch â, ymgynghorwch â'r, cyn gynted â phosibl."""
    done = lemmas(beside.before) if beside.before else set()
    # "a restrir" is "which is listed".
    may_be_with = beside.after not in ("", "hynny") and mutations_of(beside.after) != {SOFT}
    is_with = may_be_with and not done.isdisjoint(_WITH_ALWAYS) or beside.after in _WHOM and not done.isdisjoint(_WITH)
    is_as_much = beside.after in ("phosibl", "phosib") and beside.second in _AS_MUCH or beside.before in _EQUALS
    return "â" if is_with or is_as_much else ""


def _you(beside: Beside) -> str:
    """chi for ci, which softens after i and after a verb that says "you"."""
    return "chi" if beside.before in ("i", "gennych", "atoch", "arnoch") or beside.before.endswith(_SAYS_YOU) else ""


def _is(beside: Beside) -> str:
    """mae'n for maen, a stone, which is none where somebody or something "is"; "maen nhw" is right."""
    is_said = (
        beside.after in ("rhaid", "ei", "eu", "hawdd", "debyg", "werth", "well") or _is_done(beside.after) or _is_softened(beside.after, ADJECTIVE)
    )
    return "mae'n" if is_said and beside.before not in _ARTICLES else ""


def _his(beside: Beside) -> str:
    """a'i for ai, behind which no word is mutated."""
    kinds = mutations_of(beside.after)
    return "a'i" if beside.before and kinds and "" not in kinds and beside.before not in ("naill", "un") else ""


def _are(beside: Beside) -> str:
    return "sy'n" if _is_done(beside.after) else ""


def _in_doing(beside: Beside) -> str:
    """yn for un, between who does something and what is done, which no noun is: un newid is one change."""
    is_action = beside.after.endswith(_SURELY_DONE) and beside.before not in _ONE
    return "yn" if _is_done(beside.after) and (is_action or beside.before in _WHO) else ""


def _can(right: str, beside: Beside) -> str:
    is_told = _is_softened(beside.after, VERBNOUN) or _is_done(beside.after) and mutated(beside.after, SOFT) == beside.after
    return right if is_told else ""


def _inside(right: str, beside: Beside) -> str:
    is_place = beside.after in ("mewn", "allan", "ôl", "hwnt", "blaen", "draw", "fewn")
    return right if is_place and beside.before in ("y", "'r", "o") else ""


_BY_RULE: dict[str, Callable[[Beside], str]] = {
    "a": _with,
    "ci": _you,
    "maen": _is,
    "mae": lambda beside: "mai" if beside.before and not lemmas(beside.before).isdisjoint(_SAYING) and beside.after not in ("", "'n") else "",
    "ai": _his,
    "sydd": _are,
    "un": _in_doing,
    **{
        wrong: functools.partial(_can, right) for wrong, right in (("galwch", "gallwch"), ("alwch", "allwch"), ("galwn", "gallwn"), ("alwn", "allwn"))
    },
    **{wrong: functools.partial(_inside, right) for wrong, right in (("ti", "tu"), ("thi", "thu"))},
    "maer": lambda beside: "mae'r" if beside.before in ("", "ac", "ond", "lle", "felly") and beside.after not in _BEHIND_MAYOR else "",
    "oed": lambda beside: "oedd" if beside.before in ("yr", "'r") and beside.after in _BEHIND_WAS else "",
    "hun": lambda beside: "hyn" if beside.before and beside.before not in _OF_SELF else "",
    "hin": lambda beside: "hi'n" if beside.after and beside.before not in _ARTICLES else "",
    "hyn": lambda beside: "hŷn" if beside.before in ("yn", "'n") and beside.second != "hyd" and beside.after != "o" else "",
}


def _no_person(word: str, beside: Beside) -> str:
    """gwasanaethau for gwasanaetha, rhannu for rhanni: persons of verbs stand at the start, or behind a word that leads to a verb."""
    is_led = beside.before in _BEFORE_VERB or beside.before in ("y", "yr") and not word.endswith("a")
    return _of_person(word) if beside.before and not is_led else ""


@functools.cache
def _of_person(word: str) -> str:
    """The plural or the verb-noun that sounds like a person of a verb; "" for any other word."""
    ending = next((each for each in ("ai", "a", "i") if word.endswith(each)), "")
    if not ending or word.endswith("fa") or len(word) < 5 or not is_person(word) or not is_common(word):
        return ""
    if any(is_irregular(radical) or ending == "i" and listed_as(radical) for radical in radicals(word)):
        return ""
    right = word[:-1] + "u" if ending == "i" else word.removesuffix("i") + "u"
    kinds = {VERBNOUN} if ending == "i" else {VERBNOUN, PLURAL}
    return right if any(kinds & uses(radical) for radical in radicals(right)) else ""


@functools.cache
def _is_done(word: str) -> bool:
    """Whether a word is an unmutated verb-noun and nothing else."""
    return mutations_of(word) == {""} and VERBNOUN in uses(word) and not uses(word) & (NOUNS | {ADJECTIVE})


@functools.cache
def _is_softened(word: str, use: str) -> bool:
    """Whether a word can only be softened, and of a word of one kind."""
    return mutations_of(word) == {SOFT} and any(uses(radical) and uses(radical) - VERBS == {use} for radical in radicals(word, SOFT))
