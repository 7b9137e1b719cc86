"""Whether each passage of a pair has a counterpart, and one that does not say the opposite."""

from collections.abc import Iterator

from guard.differences import numbers_apart, numbers_differ, places, sections_of
from messages.locales import ENGLISH
from messages.message import Message, short
from messages.problem import Problem
from sources.content import Passage, Section
from sources.pairs import Pair
from welsh.negation import negation_lost


def passages_differ(pair: Pair) -> list[Problem]:
    """Sections with more or fewer paragraphs, points and cells than their counterparts, or with some that say nothing."""
    problems = []
    for ours, theirs in sections_of(pair):
        mine, others = _with_words(ours), _with_words(theirs)
        if len(mine) != len(others):
            message = Message(
                "{place} has {this} paragraphs, points and cells with words. The {language} section has {that} ({where}).",
                this=len(mine),
                that=len(others),
                **places(pair, ours, theirs),
            )
            fix = Message("say in both what one of them leaves out.")
            problems.append(Problem(pair.translation.page.path, ours.line, "passages_differ", message, fix))
    return problems


def negation_differs(pair: Pair) -> list[Problem]:
    """Passages that say that something is not so, or not to be done, where their counterparts do not."""
    problems = []
    is_english = pair.translation.page.locale is ENGLISH
    for this, that in passages_of(pair):
        if said := negation_lost(this, that) if is_english else negation_lost(that, this):
            message = Message('"{words}" says no, and its counterpart does not: "{other}".', words=said, other=that if said in this else this)
            fix = Message("check which is right, and say the same in both.")
            problems.append(Problem(pair.translation.page.path, this.line_of(this), "negation_differs", message, fix))
    return problems


def numbers_moved(pair: Pair) -> list[Problem]:
    """Numbers that stand with other words than in the counterpart, as where those of two lines of a table have changed places."""
    problems, locales = [], (pair.translation.page.locale, pair.source.page.locale)
    for this, that in passages_of(pair):
        extra, missing = numbers_apart(this, that, *locales)
        if extra and missing:
            message = Message('"{this}" stands here, and its counterpart is "{that}".', this=short(this), that=short(that))
            fix = Message("check that each number stands beside its own words in both.")
            problems.append(Problem(pair.translation.page.path, this.line_of(this), "numbers_moved", message, fix))
    return [] if problems and numbers_differ(pair) else problems


def passages_of(pair: Pair) -> Iterator[tuple[Passage, Passage]]:
    """Each passage of the translation with its counterpart, of sections that are cut up in the same way."""
    for ours, theirs in sections_of(pair):
        mine, others = _with_words(ours), _with_words(theirs)
        if len(mine) == len(others):
            yield from zip(mine, others, strict=True)


def _with_words(section: Section) -> list[Passage]:
    """The passages that hold more than signs, code and words marked as of another language."""
    return [passage for passage in section.passages if any(map(str.isalnum, passage))]
