"""What translators' programs look for: doubled words, signs left open, and passages that end otherwise or say far less than their counterparts."""

import re
from collections.abc import Iterator

from guard.counterparts import passages_of
from messages.message import Message, short
from messages.problem import Problem
from sources.content import Content, Passage
from sources.pairs import Pair

# Words that never follow themselves. Others may ("what it is is", "somebody to talk to to feel better"), and long ones hardly ever do.
_ONCE = frozenset(
    "the an of by from and or but be been has your our their this these those when if not "
    "yr yn ar am at gan wrth dros drwy heb dan rhwng mewn ac neu ond nad nid os pan fel mae yw ydy sydd sy wedi eich ein eu ei fy dy".split()
)
_LONG = 7
_TWICE = re.compile(r"(?<![\w'’-])(\w{2,}+) \1(?![\w'’-])", re.IGNORECASE)
# Their first half may stand alone: a quotation of several paragraphs opens each and closes the last.
_BRACKETS, _QUOTES = ("()", "[]"), ("“”", "«»")
_SIGNS = re.compile(r"[()\[\]“”«»]")
_NUMBERED = re.compile(r"\W*\w{1,3}\)")
_CLOSING = "\"'”’»)]* "
# What has a stop of its own, and code, which stands as a mark.
_STOP_OF_WORD = re.compile(r"(?:\b\w\.|\betc\.|·)$")
# Letters from which on a passage is no label, and how many times longer than its counterpart it is then at most.
_NO_LABEL, _MOST_TIMES = 100, 2.5


def word_doubled(content: Content) -> Iterator[Problem]:
    """Words that stand twice, one after the other."""
    for section in content.sections:
        for passage in section.passages:
            for match in _TWICE.finditer(passage):
                if match[1].lower() in _ONCE or len(match[1]) >= _LONG:
                    yield _problem(content, passage, match[0], "word_doubled", Message('"{words}" has a word twice.', words=match[0]), _take_out())


def _take_out() -> Message:
    return Message('take one out. If both belong there, write "word_doubled:" and the reason below "waive:" at the top of the page.')


def passages_told_otherwise(pair: Pair) -> Iterator[Problem]:
    """What is wrong with each passage of a translation, held against its counterpart."""
    for this, that in passages_of(pair):
        # Most hold none of these signs, and end alike.
        if _SIGNS.search(this) or _SIGNS.search(that):
            yield from sign_not_closed(pair.translation, this, that)
            yield from sign_not_closed(pair.source, that, this)
        if this[-1] != that[-1]:
            yield from ending_differs(pair, this, that)
        yield from length_differs(pair, this, that)


def sign_not_closed(content: Content, here: Passage, there: Passage) -> Iterator[Problem]:
    """Brackets without their other half, and quotation marks that the counterpart has in pairs."""
    for signs in (*_BRACKETS, *_QUOTES):
        if _is_open(here, signs) and (signs in _BRACKETS or not _is_open(there, signs)):
            message = Message('In "{words}" one of "{signs}" is missing.', words=_around(here, signs), signs=" ".join(signs))
            yield _problem(content, here, here, "sign_not_closed", message, Message("write it, or take the other one out."))


def _is_open(text: str, signs: str) -> bool:
    if signs == "()":
        text = _NUMBERED.sub("", text) if _NUMBERED.match(text) else text
    return text.count(signs[0]) != text.count(signs[1])


def _around(text: str, signs: str) -> str:
    """Some words from the first of two signs on."""
    return short(text[min(place for place in map(text.find, signs) if place >= 0) :])


def ending_differs(pair: Pair, this: Passage, that: Passage) -> Iterator[Problem]:
    """Passages that ask, announce or end where their counterparts do not."""
    mine, other = _ending(this), _ending(that)
    if mine is not None and other is not None and mine != other:
        words, sign, counterpart = (this, mine, that) if mine else (that, other, this)
        message = Message(
            '"{words}" ends with "{sign}", and its counterpart does not: "{other}".', words=_last(words), sign=sign, other=_last(counterpart)
        )
        yield _problem(pair.translation, this, this, "ending_differs", message, Message("end both in the same way."))


def _ending(text: str) -> str | None:
    """The sign that a passage ends with, "" if with none; None where that is another's matter, as the stop of an abbreviation is."""
    bare = text.rstrip(_CLOSING)
    if _STOP_OF_WORD.search(bare) or bare.endswith((";", ",", "…")):
        return None
    return {"?": "?", ":": ":", ".": ".", "!": "."}.get(bare[-1:], "")


def _last(text: str, most: int = 6) -> str:
    words = text.split()
    return ("… " if len(words) > most else "") + " ".join(words[-most:])


def length_differs(pair: Pair, this: Passage, that: Passage) -> Iterator[Problem]:
    """Passages that say far more than their counterparts, as where half a paragraph was lost."""
    shorter, longer = (this, that) if len(this) < len(that) else (that, this)
    if len(longer) >= _NO_LABEL and len(longer) > _MOST_TIMES * len(shorter):
        message = Message('"{words}" is much longer than its counterpart: "{other}".', words=short(longer), other=short(shorter))
        yield _problem(pair.translation, this, this, "length_differs", message, Message("look which of them is right, and say the same in both."))


def _problem(content: Content, passage: Passage, words: str, check: str, message: Message, fix: Message) -> Problem:
    return Problem(content.page.path, passage.line_of(words), check, message, fix)


def translations_differ(pairs: list[Pair]) -> Iterator[Problem]:
    """Sentences that stand on the site twice, and are translated in two ways."""
    first: dict[tuple[str, str], tuple[Passage, str]] = {}
    for pair in pairs:
        path, locale = pair.translation.page.path, pair.source.page.locale.code
        for this, that in passages_of(pair):
            if that.count(" ") < 2 or not _ending(that):
                continue
            before, where = first.setdefault((locale, that), (this, path))
            if before is not this and _plain(before) != _plain(this):
                message = Message(
                    '"{words}" is "{this}" here, and "{that}" in {where}.',
                    words=that,
                    this=this,
                    that=before,
                    where=f"{where}:{before.line_of(before)}",
                )
                yield _problem(pair.translation, this, this, "translations_differ", message, Message("choose one of them for both places."))


def _plain(text: str) -> str:
    return text.replace("’", "'").replace("‘", "'").replace("“", '"').replace("”", '"').casefold()
