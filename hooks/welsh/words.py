"""A passage of Welsh cut into its words."""

import functools
import re
from typing import NamedTuple

# Measures, addresses, and quotations whose words all start large: titles stay in their own language.
# Looked for where a word starts, and nowhere within it: that would take long.
NOT_PROSE = re.compile(r"\b\d[\d.,]*\s?(?:[kcm]?m|[km]?g|m?l)\b|(?<!\S)(?:\S+@\S+|\S+\.\w{2,}\S*)|[\"“](?:[A-ZŴŶ][\w’'-]*\s?){2,}[\"”]")
_WORD = re.compile(r"([^\W\d_]+(?:['’-][^\W\d_]+)*)")
# What Welsh joins to the end of a word: yma'r, i'w, a'n.
CLITIC = re.compile(r"(?<=\w)['’](?:[rniumwth]|ch|th)$", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?:]\W*$")
_BREAK = "|"


class Word(NamedTuple):
    """A word, or what is joined to the end of one, with straight apostrophes; `small` is the same in small letters.

    `follows` says whether nothing but a space stands between it and the word
    before, `is_first` whether it starts a sentence.
    """

    text: str
    small: str
    follows: bool
    is_first: bool


def any_of(names: list[str]) -> re.Pattern:
    """A pattern that finds any of some names, however they are capitalised."""
    return re.compile("|".join(re.escape(str(each)) for each in names) or r"(?!)", re.IGNORECASE)


@functools.lru_cache(maxsize=1024)  # Enough for a page, whose passages are asked for by one check after the other.
def words_in(passage: str, names: re.Pattern) -> tuple[Word, ...]:
    """The words of a passage in their order, without `names`, addresses and titles in quotation marks."""
    text = NOT_PROSE.sub(_BREAK, names.sub(_BREAK, passage))
    found: list[Word] = []
    parts = _WORD.split(text)
    for between, written in zip(parts[::2], parts[1::2], strict=False):
        # Most words have nothing but a space before them.
        follows = bool(found) and (between == " " or not between.strip())
        is_first = not found or not follows and bool(_SENTENCE_END.search(between))
        found += _cut(written, follows, is_first)
    return tuple(found)


@functools.cache
def _cut(written: str, follows: bool, is_first: bool) -> tuple[Word, ...]:
    """A word as it is written, and what is joined to its end."""
    whole = written.replace("’", "'")
    clitic = CLITIC.search(whole)
    word = whole[: clitic.start()] if clitic else whole
    joined = (Word(clitic[0], clitic[0].lower(), True, False),) if clitic else ()
    return (Word(word, word.lower(), follows, is_first), *joined)
