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


@functools.cache
def _stems() -> dict[str, list[str]]:
    found = defaultdict(list)
    for line in _lines("lexicon.tsv"):
        stem, number = line.split("\t")
        found[stem].append(number)
    return found


@functools.cache
def _rows_by(which: int) -> dict[tuple[str, str], list[tuple[str, str]]]:
    """By the number of a row and one of its two endings: the other one, and the use."""
    found = defaultdict(list)
    for number, *endings, use in (line.split("\t") for line in _lines("endings.tsv")):
        found[number, endings[which]].append((endings[1 - which], use))
    return found


def _lines(name: str) -> list[str]:
    return Path(__file__).with_name(name).read_text(encoding="utf-8").splitlines()


@functools.cache
def readings(word: str) -> frozenset[tuple[str, str]]:
    """Each way to read an unmutated word: the word that a dictionary lists, and how this form is used."""
    stems, endings = _stems(), _rows_by(_FORM)
    cuts = [cut for cut in range(len(word) + 1) if word[:cut] in stems]
    return frozenset(
        (word[:cut] + listed, use) for cut in cuts for number in stems[word[:cut]] for listed, use in endings.get((number, word[cut:]), ())
    )


@functools.cache
def uses(word: str) -> frozenset[str]:
    """How an unmutated word may be used; nothing for a word that is not listed."""
    return frozenset(use for _, use in readings(word))


def forms_of(word: str) -> Iterator[tuple[str, str]]:
    """Each unmutated form of a word that a dictionary lists, and how it is used."""
    stems, endings = _stems(), _rows_by(_LISTED)
    for cut in range(len(word) + 1):
        for number in stems.get(word[:cut], ()):
            yield from ((word[:cut] + ending, use) for ending, use in endings.get((number, word[cut:]), ()))
