"""What reads differently in a pair since somebody checked it, where git remembers both pages as they were."""

import datetime
import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from pathlib import Path

from messages.locales import Locale, other
from messages.message import Message
from sources.content import Content, Passage
from sources.history import contents_before
from sources.pages import Page
from sources.pairs import Pair, review_line, review_pin
from welsh.vote import SENTENCE


@dataclass(frozen=True)
class Reworded:
    """Some sentences of a page, as they were and as they are now, "" where there are none; and their line in the file."""

    path: str
    line: int
    old: str
    new: str


def last_review(pair: Pair, root: Path) -> re.Match | None:
    """The parts of the latest `review` line that says who checked what: the page's own, or else the last that git remembers."""
    if review := review_line(pair):
        return review
    versions = (replace(pair, translation=was) for (was,) in contents_before([pair.translation.page], root))
    return next(filter(None, map(review_line, versions)), None)


def changed_since(review: re.Match, pair: Pair, root: Path) -> list[Reworded] | None:
    """The sentences of both pages that are not as they were at a review; None where git does not know how they were."""
    source = pair.source.page
    was = _as_reviewed(review["pin"], source.locale, source.name, root)
    if was is None:
        return None
    return [*reworded(was.source, pair.source), *reworded(was.translation, pair.translation)]


# A preview asks again at each edit, and what was committed stays as it was.
@functools.lru_cache(maxsize=4096)
def _as_reviewed(pin: str, written_in: Locale, name: str, root: Path) -> Pair | None:
    pages = [Page(locale, name) for locale in (written_in, other(written_in))]
    for source, translation in contents_before(pages, root):
        pair = Pair(source, translation, datetime.date.max)
        if review_pin(pair) == pin:
            return pair
    return None


def reworded(was: Content, now: Content) -> Iterator[Reworded]:
    """What reads differently in a page than before."""
    before, after = ([*_sentences(content)] for content in (was, now))
    steps = SequenceMatcher(None, [words for words, _ in before], [words for words, _ in after], autojunk=False).get_opcodes()
    for tag, old_start, old_end, start, end in steps:
        if tag != "equal":
            old, new = (" ".join(words for words, _ in some) for some in (before[old_start:old_end], after[start:end]))
            # What went stood behind the sentence that is there still.
            sentence, passage = (after[start:] or after[start - 1 :] or [("", None)])[0]
            yield Reworded(now.page.path, passage.line_of(sentence) if passage else 1, old, new)


def _sentences(content: Content) -> Iterator[tuple[str, Passage]]:
    for section in content.sections:
        for passage in section.passages:
            yield from ((sentence, passage) for sentence in SENTENCE.split(passage))


def told_change(change: Reworded) -> Message:
    """One change in words, with its place."""
    where = f"{change.path}:{change.line}"
    if not change.old:
        return Message('{where}: "{new}" is new.', where=where, new=change.new)
    if not change.new:
        return Message('{where}: "{old}" is gone.', where=where, old=change.old)
    return Message('{where}: "{old}" is now "{new}".', where=where, old=change.old, new=change.new)
