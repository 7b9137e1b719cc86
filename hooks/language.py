"""English left in a Welsh page, and Welsh in an English one.

Two Hunspell dictionaries vote on each sentence. A word that both know, or
that neither knows, has no vote.
"""

import functools
import re
from collections.abc import Iterator
from itertools import repeat

from content import Content, Section
from dictionary import knows
from locales import ENGLISH, WELSH, Locale, other
from message import Message
from problem import Problem
from translation import Pair
from words import NOT_PROSE, any_of

_WORD = re.compile(r"[^\W\d_]{2,}(?:['’-][^\W\d_]+)*")
SENTENCE = re.compile(r"(?<=[.!?])\s+")
# What Welsh joins to a word: yma'r, i'w, a'n.
_CLITIC = re.compile(r"['’](?:[rniumwthd]|ch|th|ll)$", re.IGNORECASE)
# Short words that a dictionary takes for its own language, though people write them in the other.
_ENGLISH_ONLY = {"the", "of", "this", "is", "not", "for", "you", "with", "if", "to", "when", "what", "are", "be"}
_WELSH_ONLY = {"yn", "yr", "mae", "ei", "eu", "neu", "os", "sydd", "sy", "wedi", "gan", "ar", "am", "bod", "y", "i", "o"}


def vote(sentence: str) -> int:
    """How many more words of a sentence are English alone than are Welsh alone."""
    return sum(map(_word_vote, _WORD.findall(NOT_PROSE.sub(" ", sentence))))


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
    return plain.lower() not in _ENGLISH_ONLY and (knows(WELSH, plain) or knows(WELSH, _CLITIC.sub("", plain)))


def other_language_left(contents: dict[str, Content], names: list[str]) -> list[Problem]:
    """Sentences of a page that are in the other language; `names` count for neither."""
    name = any_of(names)
    problems = []
    for content in contents.values():
        foreign = other(content.page.locale)
        for section, sentence in foreign_sentences(content, foreign, name):
            message, fix = _left_in(foreign, sentence)
            line = content.line(section, sentence)
            problems.append(Problem(content.page.path, line, "other_language_left", message, fix))
    return problems


def foreign_sentences(content: Content, foreign: Locale, names: re.Pattern) -> Iterator[tuple[Section, str]]:
    """The sentences of a page that are in the other language, `foreign`, each with its section; `names` count for neither."""
    sign = 1 if foreign is ENGLISH else -1
    for section in content.sections:
        for passage in section.passages:
            # Most passages have no word that is foreign alone, and one look at what stands between the spaces tells.
            if any(map(_holds, passage.split(), repeat(foreign))):
                for sentence in SENTENCE.split(passage):
                    if sign * vote(names.sub(" ", sentence)) > 0:
                        yield section, sentence


@functools.cache
def _holds(text: str, foreign: Locale) -> bool:
    """Whether a text has a word that is of a language alone."""
    return any(not _may_be(word, other(foreign)) and _may_be(word, foreign) for word in _WORD.findall(text))


def _left_in(foreign: Locale, sentence: str) -> tuple[Message, Message]:
    """What is said of a sentence in the other language, and how to mend it."""
    words, marked = _short(sentence), f'*{_short(sentence, 2)}*{{: lang="{foreign.code}" }}'
    if foreign is ENGLISH:
        return Message('"{words}" is English, on the Welsh page.', words=words), Message(
            'write it in Welsh. If it is a name, list it under "names:" in mkdocs.yml; if it has to stay, write {marked}.', marked=marked
        )
    return Message('"{words}" is Welsh, on the English page.', words=words), Message(
        'write it in English. If it is a name, list it under "names:" in mkdocs.yml; if it has to stay, write {marked}.', marked=marked
    )


def text_identical(pair: Pair, names: list[str]) -> list[Problem]:
    """Passages of four words or more that are the same in both pages, where the vote could not tell their language."""
    name = any_of(names)
    source = {passage for section in pair.source.sections for passage in section.passages}
    problems = []
    for section in pair.translation.sections:
        for passage in source.intersection(section.passages):
            words = name.sub(" ", passage)
            if vote(words) == 0 and len(_WORD.findall(NOT_PROSE.sub(" ", words))) >= 4:
                message = Message('"{words}" is the same in {path}.', words=_short(passage), path=pair.source.page.path)
                fix = Message('translate it, or list the name in it under "names:" in mkdocs.yml.')
                line = pair.translation.line(section, passage)
                problems.append(Problem(pair.translation.page.path, line, "text_identical", message, fix))
    return problems


def _short(text: str, most: int = 10) -> str:
    words = text.split()
    return " ".join(words[:most]) + (" …" if len(words) > most else "")
