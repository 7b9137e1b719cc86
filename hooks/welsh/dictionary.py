"""The Hunspell dictionary of each language, loaded once for all that asks it."""

import functools
import importlib.util
from pathlib import Path

from hunspell import Hunspell

from messages.locales import ENGLISH, WELSH, Locale
from welsh.mutation import ASPIRATE, H_BEFORE_VOWEL, NASAL, SOFT

# What the Welsh dictionary calls the rules by which it mutates an initial.
_RULES = {"fl:M": SOFT, "fl:T": NASAL, "fl:L": ASPIRATE, "fl:H": H_BEFORE_VOWEL}


@functools.cache
def _dictionary(locale: Locale) -> Hunspell:
    if locale is ENGLISH:
        return Hunspell("en_US")
    # Found without importing the package, whose server needs much that is not installed.
    package = importlib.util.find_spec("cymraeg_mcp")
    return Hunspell("cy_GB", hunspell_data_dir=str(Path(package.origin).parent / "data" / "dictionaries"))


@functools.cache
def knows(locale: Locale, word: str) -> bool:
    """Whether the dictionary of a language holds a word, in these letters or in small ones."""
    dictionary, small = _dictionary(locale), word.lower()
    try:
        return dictionary.spell(word) or word != small and dictionary.spell(small) or locale is ENGLISH and small in british()
    except UnicodeEncodeError:  # The English dictionary's letters are Latin-1: it knows no ŵ or ŷ.
        return False


@functools.cache
def british() -> dict[str, str]:
    """British spellings, which the English dictionary lacks, with the American ones, by the list of codespell."""
    return dict(line.split("->") for line in list_of_codespell("dictionary_en-GB_to_en-US.txt"))


def list_of_codespell(name: str) -> list[str]:
    """The lines of one of codespell's lists."""
    # Found without importing the package, whose command needs more.
    package = importlib.util.find_spec("codespell_lib")
    return (Path(package.origin).parent / "data" / name).read_text(encoding="utf-8").splitlines()


@functools.cache
def is_proper(word: str) -> bool:
    """Whether English knows a word with a capital alone, as it does names: Facebook."""
    return word[:1].isupper() and knows(ENGLISH, word) and not knows(ENGLISH, word.lower())


def is_listed(word: str) -> bool:
    """Whether the Welsh dictionary holds a word in these letters: for words that are looked up once, by the thousand."""
    return _dictionary(WELSH).spell(word)


@functools.cache
def parts_of(word: str) -> tuple[list[str], ...]:
    """What the Welsh dictionary makes a word of, in each way that it can: "st:" and a word that it lists, "fl:" and a rule."""
    analyses = _dictionary(WELSH).analyze(word) or _dictionary(WELSH).analyze(word.lower())
    return tuple(analysis.split() for analysis in analyses)


@functools.cache
def mutations_of(word: str) -> frozenset[str]:
    """By which mutations a Welsh word may be what it is, "" for a radical; none for a word that the dictionary lacks."""
    return frozenset(next((_RULES[part] for part in parts if part in _RULES), "") for parts in parts_of(word))


@functools.cache
def stems(word: str) -> frozenset[str]:
    """The words under which a Welsh dictionary lists a word: its radical, its singular; the word itself where it is not listed."""
    return frozenset(map(str.lower, _dictionary(WELSH).stem(word))) or frozenset({word})
