"""When what a number in figures counts is mutated wrongly: 12 mis, 2 fis, 5 mlynedd."""

from welsh.dictionary import mutations_of
from welsh.mutation import NASAL, SOFT, mutated
from welsh.place import RADICAL, MutationFault, bare
from welsh.words import Word

# What is counted, and by what no section or form is told apart: "Adran 12".
_COUNTED = frozenset("mis diwrnod blwyddyn munud plentyn punt milltir digid llythyren gair nod tudalen pwynt cwestiwn person gwaith blwydd".split())
_TIMES = {each: mutated(each, SOFT) for each in ("blynedd", "mis", "diwrnod", "milltir")}
# After these, read aloud, "blynedd" takes the nasal mutation.
_NASALISING = frozenset("5 7 8 9 10 12 15 18 20 50 60 80 100".split())


def miscounted(word: Word) -> MutationFault | None:
    """The fault of a word that a number stands before."""
    number, counted = word.number, word.small
    if counted == "flynedd" and not _may_soften(number) or counted == "blynedd" and number in _NASALISING:
        return _fault(word, "mlynedd", NASAL) if number not in ("3", "4", "6") else _fault(word, "blynedd", RADICAL)
    if number == "2" and counted in _TIMES:
        return _fault(word, _TIMES[counted], SOFT)
    is_softened = mutations_of(counted) == {SOFT} and bare(counted) in _COUNTED
    return _fault(word, bare(counted), RADICAL) if is_softened and not _may_soften(number) else None


def _may_soften(number: str) -> bool:
    """Whether a noun may be softened after a number: after two, after one if it is feminine, after seven and eight in older Welsh."""
    return number.endswith(("1", "2")) and not number.endswith(("11", "12")) or number in ("7", "8")


def _fault(word: Word, right: str, takes: str) -> MutationFault:
    return MutationFault(f"{word.number} {word.text}", (f"{word.number} {right}",), takes)
