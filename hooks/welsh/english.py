"""English words that are spelt wrongly or as in America, by the lists of codespell.

A list of slips knows no slip that nobody made before, and is hardly ever mistaken: a dictionary would tell of each name and term of a field.
"""

import functools
import re
from collections.abc import Iterator

from messages.locales import ENGLISH, WELSH
from welsh.dictionary import british, knows, list_of_codespell
from welsh.spelling import is_name
from welsh.words import words_in

# What is American of one use alone (to practise, a licence, a programme of courses), or is written in Britain, too.
_BRITISH_TOO = re.compile(
    r"(?:acknowledgment|judgment|license|meter|practice|program|sulfate|sulfide|lambaste|speciali?t)(?:s|y|ies)?|licensed|licensing|sulfur\w*|"
    r"(?:re)?focus\w+|story|stories|routing|journaling|analog|dialogs?|writable|biased"
)
# Words that Britain has, and what codespell would rather read in their place.
_NO_SLIPS = frozenset(
    "alls arbitral biddings combatting connexion demographical despatch despatched despatches despatching digitalise digitalising earlies "
    "floatation funguses gage hander homogenous instal instals intension meeds patten pattens signifiant targetted targetting transferrin useable".split()
)
_SHORTEST = 4


def misspelt_english(passage: str, names: re.Pattern, allowed: frozenset[str]) -> Iterator[tuple[str, tuple[str, ...], bool]]:
    """Each word that is a known slip, with what it may stand for, and whether it is right in America; `allowed` ones pass."""
    words = words_in(passage, names)
    for i, word in enumerate(words):
        small = word.small.removesuffix("'s")
        if len(small) >= _SHORTEST and small not in allowed and not is_name(words, i) and (right := _american().get(small) or _meant(small)):
            yield word.text, right, small in _american()


@functools.cache
def _meant(word: str) -> tuple[str, ...]:
    """What somebody meant who wrote a word; none for one that is English, or Welsh and stands there on purpose."""
    if "-" in word or word in _NO_SLIPS or word not in _slips():
        return ()
    *several, rest = (each.strip() for each in _slips()[word].split(","))
    # Behind a last comma codespell gives a reason to be careful.
    right = () if several and rest else tuple(several) or (rest,)
    return () if knows(ENGLISH, word) or knows(WELSH, word) else right


@functools.cache
def _american() -> dict[str, tuple[str, ...]]:
    """American spellings, with the British ones."""
    return {american: (spelt,) for spelt, american in british().items() if not _BRITISH_TOO.fullmatch(american)}


@functools.cache
def _slips() -> dict[str, str]:
    """Slips in small letters, with what may be meant as codespell writes it."""
    return {slip.lower(): meant for slip, _, meant in (line.partition("->") for line in list_of_codespell("dictionary.txt"))}
