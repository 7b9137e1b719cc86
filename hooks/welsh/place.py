"""A word of a Welsh passage in its place, and the fault that it can be there."""

import functools
from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from messages.locales import WELSH
from welsh.dictionary import knows, mutations_of
from welsh.lexicon import VERB_OF_ONE, uses
from welsh.mutation import mutated, radicals
from welsh.words import STANDING_ALONE, Word

# What a word may take besides one of the mutations.
RADICAL, EITHER = "radical", "soft or aspirate"
# And what is wrong with the word before: "a" for "ac", or an aspirate where "a" may also be "who".
LINK, AND_OR_WHO = "another form of the word before", "aspirate after and, soft after who"


# So many words before one may settle what it is.
_FARTHEST = 20


@dataclass(frozen=True)
class MutationFault:
    """Words that are wrongly mutated, or wrongly are not, what may stand in their place, and the mutation that the last of them takes."""

    words: str
    right: tuple[str, ...]
    takes: str


class Place(NamedTuple):
    """A word, the word before it as it is written, and all neighbours in small letters.

    `before` holds the words before, the nearest first, four or more; "" stands for a
    word that a mark parts from this one, `ahead` those that follow, and `rest` all to the end of the sentence. `opens` says whether the word before
    starts a sentence, `asks` whether that is a question, `is_whole` whether nothing of it stands before those words.
    """

    word: str
    trigger: str
    before: tuple[str, ...]
    ahead: tuple[str, ...]
    rest: tuple[str, ...]
    opens: bool
    asks: bool
    is_whole: bool

    @property
    def after(self) -> str:
        return self.ahead[0] if self.ahead else ""

    @property
    def may_be(self) -> frozenset[str]:
        """By which mutations the word may be what it is, "" for none."""
        return mutations_of(self.word)

    def fault(self, takes: str, *right: str, trigger: str = "") -> MutationFault:
        first = trigger or self.trigger
        return MutationFault(f"{self.trigger} {self.word}", tuple(f"{first} {each}" for each in right), takes)

    def unless(self, mutation: str) -> MutationFault | None:
        """The fault of a word that should be mutated and is not, or is in another way."""
        right = lacks(self.word, mutation)
        return self.fault(mutation, right) if right else None

    def unless_radical(self) -> MutationFault | None:
        """The fault of a word that is mutated and should not be."""
        right = bare(self.word)
        return self.fault(RADICAL, right) if right else None


def place_of(words: tuple[Word, ...], i: int) -> Place:
    """The place of a word of a passage, by its number."""
    start = i
    while start and words[start].follows and i - start < _FARTHEST:
        start -= 1
    before = [word.small for word in reversed(words[start:i])] + [""] * 4
    trigger = words[i - 1].text
    if trigger.startswith("'") and trigger not in STANDING_ALONE and i > 1:
        trigger = words[i - 2].text + trigger
    end = i + 1
    while end < len(words) and words[end].follows:
        end += 1
    stop = next((at for at in range(i + 1, len(words)) if words[at].is_first), len(words))
    last = next((word for word in words[i:] if word.asks), None)
    asks = last is not None and not any(word.is_first for word in words[i : words.index(last, i) + 1])
    return Place(
        words[i].text,
        trigger,
        tuple(before[: max(4, i - start)]),
        tuple(word.small for word in words[i + 1 : end]),
        tuple(word.small for word in words[i + 1 : stop]),
        words[i - 1].is_first,
        asks,
        words[start].is_first,
    )


def lacks(word: str, mutation: str) -> str:
    """The form that a word should have under a mutation; "" if it has that form, resists, or may be another word."""
    made, kinds = mutated(word, mutation), mutations_of(word)
    if made != word and "" in kinds and not (mutation in kinds and _is_likely(word, mutation)):
        return made if knows(WELSH, made) else ""
    return "" if kinds & {"", mutation} else next((mutated(each, mutation) for each in _radicals(word)), "")


@functools.cache
def _is_likely(word: str, mutation: str) -> bool:
    """Whether a word may well be a form of another: gardd of cardd, but hardly dyn, a man, of tyn, which nobody writes."""
    others = {use for each in radicals(word.lower(), mutation) for use in uses(each)}
    return not uses(word.lower()) or bool(others - {VERB_OF_ONE})


def lacks_any(*mutations: str) -> Callable[[str], bool]:
    """Whether a word may be one that should be mutated in one of these ways and is not."""
    return lambda word: any(lacks(word, mutation) for mutation in mutations)


def bare(word: str) -> str:
    """The radical of a word that can only be a mutated form; "" for any other."""
    kinds = mutations_of(word)
    return next(iter(_radicals(word)), "") if kinds and "" not in kinds else ""


def _radicals(word: str) -> list[str]:
    # "fath" is of "math", hardly ever of a bath.
    return sorted(
        (each for kind in mutations_of(word) - {""} for each in radicals(word, kind) if "" in mutations_of(each)),
        key=lambda each: (each == "bath", each),
    )
