"""A passage of Welsh cut into its words."""

import functools
import re
import unicodedata
from typing import NamedTuple

# Measures, addresses, names that people give themselves (@cyngorcaerdydd), and quotations whose words all start large: titles stay in their own language.
# Looked for where a word starts, and nowhere within it: that would take long.
NOT_PROSE = re.compile(r"\b\d[\d.,]*\s?(?:[kcm]?m|[km]?g|m?l)\b|(?<!\S)(?:\S*@\S+|\S+\.\w{2,}\S*|doi: ?10\.\S+)|[\"“](?:[A-ZŴŶ][\w’'-]*\s?){2,}[\"”]")
# Not the end of a number, of another word or of a file's name, nor the start of a name with a number: 22ain, cyfrif(on), .ods, golwg360.
_WORD = re.compile(r"(?<![^\W_])(?<!\w\()(?<!\s\.)([^\W\d_]+(?:['’-][^\W\d_]+)*)(?![^\W_])")
_NUMBER = re.compile(r"(?<![\d.,:/-])(\d+)[ \u00a0]$")
# What Welsh joins to the end of a word: yma'r, i'w, a'n.
CLITIC = re.compile(r"(?<=\w)['’](?:[rniumwth]|ch|th)$", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?:]\W*$")
_BREAK = "|"
# What spoken Welsh leaves of "ei", "fy", "yna" and "yma" after an apostrophe, or what a word processor takes for an opening quotation mark.
_SHORTENED = ("i", "y", "na", "ma", "ch")
# Those of them that are never joined to the word before.
STANDING_ALONE = ("'na", "'ma")
# People type any of these for an apostrophe: ’ ʼ ʹ ´ `.
_APOSTROPHES = str.maketrans(dict.fromkeys("’ʼʹ´`", "'"))


class Word(NamedTuple):
    """A word, or what is joined to the end of one, with straight apostrophes; `small` is the same in small letters.

    `follows` says whether nothing but a space stands between it and the word
    before, `is_first` whether it starts a sentence, `asks` whether it ends a question; `number` is one in figures that it follows.
    """

    text: str
    small: str
    follows: bool
    is_first: bool
    asks: bool = False
    number: str = ""


def any_of(names: list[str]) -> re.Pattern:
    """A pattern that finds any of some names, the longest first, as whole words, however they are capitalised."""
    longest_first = sorted(map(str, names), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first)) or '(?!)'})(?!\w)", re.IGNORECASE)


@functools.lru_cache(maxsize=1024)  # Enough for a page, whose passages are asked for by one check after the other.
def words_in(passage: str, names: re.Pattern) -> tuple[Word, ...]:
    """The words of a passage in their order, without `names`, addresses and titles in quotation marks."""
    text = NOT_PROSE.sub(_BREAK, names.sub(_BREAK, unicodedata.normalize("NFC", passage)))
    found: list[Word] = []
    parts = _WORD.split(text.translate(_APOSTROPHES))
    for between, written in zip(parts[::2], parts[1::2], strict=False):
        is_shortened = written in _SHORTENED and between.endswith((" '", " ‘"))
        # Most words have nothing but a space before them.
        follows = bool(found) and (between == " " or not between.strip() or is_shortened and len(between) == 2)
        is_first = not found or not follows and bool(_SENTENCE_END.search(between))
        if found and "?" in between:
            found[-1] = found[-1]._replace(asks=True)
        cut = _cut(f"'{written}" if is_shortened else written, follows, is_first)
        if between[-2:-1].isdigit() and (number := _NUMBER.search(between)):
            cut = (cut[0]._replace(number=number[1]), *cut[1:])
        found += cut
    if found and "?" in parts[-1]:
        found[-1] = found[-1]._replace(asks=True)
    return tuple(found)


@functools.cache
def _cut(written: str, follows: bool, is_first: bool) -> tuple[Word, ...]:
    """A word as it is written, and what is joined to its end."""
    clitic = CLITIC.search(written)
    word = written[: clitic.start()] if clitic else written
    joined = (Word(clitic[0], clitic[0].lower(), True, False),) if clitic else ()
    return (Word(word, word.lower(), follows, is_first), *joined)
