"""A passage of Welsh cut into its words."""

import re
from dataclasses import dataclass

# Addresses, and quotations whose words all start large: titles stay in their own language.
NOT_PROSE = re.compile(r"\S+@\S+|\S+\.\w{2,}\S*|[\"“](?:[A-ZŴŶ][\w’'-]*\s?){2,}[\"”]")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
# What Welsh joins to the end of a word: yma'r, i'w, a'n.
_CLITIC = re.compile(r"(?<=\w)'(?:[rniumwth]|ch|th)$", re.IGNORECASE)
_BREAK = "|"


@dataclass(frozen=True)
class Word:
    """A word, or what is joined to the end of one, with straight apostrophes.

    `follows` says whether nothing but a space stands between it and the word
    before, `is_first` whether it starts a sentence.
    """

    text: str
    follows: bool
    is_first: bool

    @property
    def small(self) -> str:
        return self.text.lower()


def any_of(names: list[str]) -> re.Pattern:
    """A pattern that finds any of some names, however they are capitalised."""
    return re.compile("|".join(re.escape(str(each)) for each in names) or r"(?!)", re.IGNORECASE)


def words_in(passage: str, names: re.Pattern) -> list[Word]:
    """The words of a passage in their order, without `names`, addresses and titles in quotation marks."""
    text = NOT_PROSE.sub(_BREAK, names.sub(_BREAK, passage))
    found: list[Word] = []
    end = 0
    for match in _WORD.finditer(text):
        between = text[end : match.start()]
        is_first = not found or bool(re.search(r"[.!?:]\W*$", between))
        whole = match[0].replace("’", "'")
        clitic = _CLITIC.search(whole)
        found.append(Word(whole[: clitic.start()] if clitic else whole, bool(found) and not between.strip(), is_first))
        if clitic:
            found.append(Word(clitic[0], True, False))
        end = match.end()
    return found
