"""What kind of word a Welsh word is, and of which word it is a form: its part of speech, gender, number.

The words are those of Apertium's Welsh dictionary: stems in lexicon.tsv, each with the number of its row of
endings in endings.tsv. scripts/developers/write_lexicon.py writes both; NOTICE says whose they are.
"""

import functools
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

# How a form is used, as endings.tsv names it.
MASCULINE, FEMININE, PLURAL, EITHER_GENDER = "m", "f", "p", "mf"
ADJECTIVE, COMPARED = "a", "c"  # pwysig; pwysicach, pwysicaf
VERBNOUN = "n"
VERB, VERB_OF_ONE = "v", "vo"  # "talodd, telir" may have who or what after it; "talais, talwch" says itself who pays
PLACE = "t"
NOUNS = frozenset((MASCULINE, FEMININE, PLURAL, EITHER_GENDER))
VERBS = frozenset((VERB, VERB_OF_ONE))
# The two endings of a row: the form's, and that of the word which a dictionary lists.
_FORM, _LISTED = range(2)
# No word is so long; a page of letters without a space would take without end.
_LONGEST = 60


@functools.cache
def _stems() -> dict[str, list[str]]:
    found = defaultdict(list)
    for line in _lines("lexicon.tsv"):
        stem, number = line.split("\t")
        found[stem].append(number)
    return found


@functools.cache
def _rows_by(which: int) -> dict[str, dict[str, list[tuple[str, str]]]]:
    """By one of the two endings of a row, and then by its number: the other ending, and the use."""
    found = defaultdict(lambda: defaultdict(list))
    for number, *endings, use in (line.split("\t") for line in _lines("endings.tsv")):
        found[endings[which]][number].append((endings[1 - which], use))
    return found


def _lines(name: str) -> list[str]:
    return Path(__file__).with_name(name).read_text(encoding="utf-8").splitlines()


@functools.cache
def readings(word: str) -> frozenset[tuple[str, str]]:
    """Each way to read an unmutated word: the word that a dictionary lists, and how this form is used."""
    return frozenset(_other_ends(word, _FORM))


@functools.cache
def uses(word: str) -> frozenset[str]:
    """How an unmutated word may be used; nothing for a word that is not listed."""
    return frozenset(use for _, use in readings(word))


@functools.cache
def words_listed(kinds: frozenset[str]) -> frozenset[str]:
    """The words that a dictionary lists as they are and that are used in one of some ways."""
    ends = defaultdict(list)
    for number, form, listed, use in (line.split("\t") for line in _lines("endings.tsv")):
        if form == listed and use in kinds:
            ends[number].append(form)
    return frozenset(stem + end for stem, numbers in _stems().items() for number in numbers for end in ends.get(number, ()))


def forms_of(word: str) -> Iterator[tuple[str, str]]:
    """Each unmutated form of a word that a dictionary lists, and how it is used."""
    return _other_ends(word, _LISTED)


def _other_ends(word: str, which: int) -> Iterator[tuple[str, str]]:
    """A word with the other ending of each row that fits it, and the use."""
    if len(word) > _LONGEST:
        return
    stems, rows = _stems(), _rows_by(which)
    for cut in range(len(word) + 1):
        # Most of what a word ends on is no ending: that is asked first.
        if (endings := rows.get(word[cut:])) and (numbers := stems.get(word[:cut])):
            for number in numbers:
                if number in endings:
                    yield from ((word[:cut] + ending, use) for ending, use in endings[number])
