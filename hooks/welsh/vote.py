"""Whether a sentence is English or Welsh.

Two Hunspell dictionaries vote on each sentence. A word that both know, or
that neither knows, has no vote.
"""

import functools
import re
from itertools import dropwhile, groupby, repeat

from messages.locales import ENGLISH, WELSH, Locale, other
from welsh.dictionary import knows
from welsh.lexicon import uses
from welsh.slips import is_common
from welsh.words import CLITIC, NOT_PROSE

WORD = re.compile(r"(?<!\d)[^\W\d_]{2,}(?:['’-][^\W\d_]+)*")
# Behind a short word with a capital the full stop is of an abbreviation: St. Mary, Dr. Jones.
SENTENCE = re.compile(r"(?<=[.!?])(?<!\b[A-Z]\.)(?<!\b[A-Z][a-z]\.)\s+")
# Words in small letters with nothing but a space between them.
_SMALL_WORDS = re.compile(r"(?<![\w’'-])[^\W\d_A-ZŴŶ][^\W\d_]*(?:['’-][^\W\d_]+)*(?: [^\W\d_A-ZŴŶ][^\W\d_]*(?:['’-][^\W\d_]+)*)*")
_NAME = r"[A-ZŴŶÂÊÎÔÛ][\w’'&-]+"
_NAMES = rf"{_NAME}(?:(?:,| &)? {_NAME})*"
# Welsh names of more than one word, and places that have no other name in English.
_SOME_NAMES = re.compile(rf"{_NAME}(?: {_NAME})+")
_PLACES = frozenset(
    "Abercynon Aberystwyth Amlwch Bangor Benllech Caernarfon Ceredigion Clwyd Conwy Dolgellau Dyfed Eryri Gwent Gwynedd Llanberis Llanelli Llanrwst"
    " Machynlleth Maesteg Malltraeth Meirionnydd Merthyr Pantyffynnon Pontcanna Pontypridd Powys Prestatyn Rhondda Torfaen".split()
)
# Names that the other language joins with its own word, as a page in it does: they are of neither.
_NAMES_JOINED = {
    ENGLISH: re.compile(rf"{_NAMES} (?:a|ac) {_NAMES}\W*"),
    WELSH: re.compile(rf"{_NAMES} and {_NAMES}\W*"),
}
# A name in English with each of its words large, as no sentence or heading of a page is: Flying Start, Action for Children, Home-Start.
_TITLE = re.compile(rf"{_NAME}(?:(?:,| &| and| of| the| for| on| in)* {_NAME})+\.?|[A-Z]\w+-[A-Z]\w+")
# Words of such a title that speak to the reader, or that every page has a Welsh word for.
_OF_NO_NAME = frozenset(
    "us you your our we my more how what when who why where which this that these get find see read call contact about help use open opening "
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december".split()
)
# Short words that a dictionary takes for its own language, though people write them in the other.
_ENGLISH_ONLY = {*"the of this is not for you with if to when what are be us we our they them she was had".split()}
_WELSH_ONLY = {"yn", "yr", "mae", "ei", "eu", "neu", "os", "sydd", "sy", "wedi", "gan", "ar", "am", "bod", "y", "i", "o"}


def vote(sentence: str) -> int:
    """How many more words of a sentence are English alone than are Welsh alone; English names within it vote where nothing else does."""
    words = WORD.findall(NOT_PROSE.sub(" ", sentence))
    votes = list(map(_word_vote, words))
    of_no_name = (each for i, (word, each) in enumerate(zip(words, votes, strict=True)) if not i or each < 0 or word.islower())
    return sum(of_no_name) or sum(votes)


def _word_vote(word: str) -> int:
    return _may_be(word, ENGLISH) - _may_be(word, WELSH)


@functools.cache
def _may_be(word: str, locale: Locale) -> bool:
    """Whether a word is of a language, as far as it can be told from the other."""
    if word.isupper() and len(word) <= 4:  # GP, NHS: the same in both.
        return False
    plain = word.replace("’", "'")
    if locale is ENGLISH:
        return plain.lower() not in _WELSH_ONLY and knows(ENGLISH, plain)
    return plain.lower() not in _ENGLISH_ONLY and any(knows(WELSH, each) or is_common(each) for each in (plain, CLITIC.sub("", plain)))


def foreign_sentences(passage: str, foreign: Locale, names: re.Pattern) -> list[str]:
    """The sentences of a passage that are in a language, `foreign`, and not in the other; `names` count for neither."""
    # Most passages have no word that is foreign alone, and one look at what stands between the spaces tells.
    if not any(map(_holds, passage.split(), repeat(foreign))):
        return []
    sign = 1 if foreign is ENGLISH else -1
    found = []
    for sentence in SENTENCE.split(passage):
        if sign * vote(names.sub(" ", sentence)) > 0:
            is_named = _NAMES_JOINED[foreign].fullmatch(sentence) or (
                _holds_names(names.sub(" ", sentence)) if foreign is WELSH else _is_title(sentence)
            )
            found += [] if is_named else [sentence]
        elif foreign is WELSH:
            found += _welsh_phrases(names.sub("|", sentence))
    return found


def _is_title(sentence: str) -> bool:
    """Whether a sentence is nothing but an English name of some words."""
    return bool(_TITLE.fullmatch(sentence)) and _OF_NO_NAME.isdisjoint(sentence.lower().rstrip(".").replace(",", "").split())


def _holds_names(sentence: str) -> bool:
    """Whether all words of a sentence in small letters may be English, and Welsh ones are names: Go to Canolfan Deulu Treganna, or Dafydd."""
    named = _SOME_NAMES.sub(lambda match: " " if any(map(_is_name, match[0].split())) else match[0], sentence)
    words = WORD.findall(NOT_PROSE.sub(" ", named))
    small = [word for word in words if word.islower()]
    return bool(small) and all(_may_be(word, ENGLISH) for word in small) or all(_may_be(word, ENGLISH) or _is_name(word) for word in words)


def _is_name(word: str) -> bool:
    """Whether a Welsh word is never without its capital, and is no month, language or place with an English name: those are in the lexicon."""
    return word in _PLACES or not knows(WELSH, word.lower()) and not uses(word)


def _welsh_phrases(sentence: str) -> list[str]:
    """What of an English sentence is Welsh: words side by side in small letters, none of them English alone."""
    found = []
    for part in _SMALL_WORDS.findall(NOT_PROSE.sub("|", sentence)):
        for is_welsh, words in groupby(part.split(), lambda word: _may_be(word, WELSH) or word in _WELSH_ONLY):
            if is_welsh and _is_phrase(phrase := list(words)):
                found.append(" ".join(dropwhile("a".__eq__, phrase)))
    return found


def _is_phrase(words: list[str]) -> bool:
    """Whether words that may be Welsh are no chance: two are Welsh alone, or one that is no short word, or none is short."""
    alone = [word for word in words if not _may_be(word, ENGLISH)]
    is_sure = any(len(word) > 6 or len(word) > 4 and is_common(word) for word in alone)
    return is_sure or len(alone) > 1 or len(words) > 1 and bool(alone) and min(map(len, words)) > 3


@functools.cache
def _holds(text: str, foreign: Locale) -> bool:
    """Whether a text has a word that is of a language alone."""
    return any(not _may_be(word, other(foreign)) and _may_be(word, foreign) for word in WORD.findall(text))


def sentences_of_no_language(passage: str, names: re.Pattern) -> list[str]:
    """The sentences of four words or more of which neither English nor Welsh knows half; `names` do not count."""
    # Hardly a passage has two words that nobody knows.
    if sum(map(_is_strange, passage.split())) < 2:
        return []
    return [sentence for sentence in SENTENCE.split(passage) if _is_of_none(NOT_PROSE.sub(" ", names.sub(" ", sentence)))]


def _is_of_none(sentence: str) -> bool:
    # Capitals may be names.
    small = [word for word in WORD.findall(sentence) if word.islower()]
    return len(small) >= 4 and sum(map(_is_strange, small)) * 2 > len(small)


@functools.cache
def _is_strange(text: str) -> bool:
    """Whether a text between two spaces holds a word that neither language knows."""
    words = [word.replace("’", "'") for word in WORD.findall(text) if word.islower()]
    return not all(knows(WELSH, word) or knows(ENGLISH, word) or knows(WELSH, CLITIC.sub("", word)) for word in words)
