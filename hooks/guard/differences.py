"""Whether the two pages of a pair have the same parts in the same places."""

import functools
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

from messages.locales import WELSH, Locale
from messages.message import Message
from messages.problem import Problem
from sources.content import Content, Section
from sources.pairs import Pair
from welsh.measures import contradictions, measures_in
from welsh.numerals import figures_in, numbers_in, says_in_words

COUNTED = {
    "heading": lambda number: (Message("no headings"), Message("1 heading"), Message("{number} headings", number=number))[min(number, 2)],
    "point": lambda number: (Message("no points"), Message("1 point"), Message("{number} points", number=number))[min(number, 2)],
    "row": lambda number: (Message("no rows"), Message("1 row"), Message("{number} rows", number=number))[min(number, 2)],
    "cell": lambda number: (Message("no cells"), Message("1 cell"), Message("{number} cells", number=number))[min(number, 2)],
    "table": lambda number: (Message("no tables"), Message("1 table"), Message("{number} tables", number=number))[min(number, 2)],
    "image": lambda number: (Message("no images"), Message("1 image"), Message("{number} images", number=number))[min(number, 2)],
    "footnote": lambda number: (Message("no footnotes"), Message("1 footnote"), Message("{number} footnotes", number=number))[min(number, 2)],
    "link": lambda number: (Message("no such link"), Message("1 link"), Message("{number} links", number=number))[min(number, 2)],
    "note": lambda number: (Message("no notes"), Message("1 note"), Message("{number} notes", number=number))[min(number, 2)],
}


def headings_differ(pair: Pair) -> list[Problem]:
    """Headings that one page has and the other has not, or has at another level."""
    translation, source = pair.translation, pair.source
    for index in range(1, max(len(translation.sections), len(source.sections))):
        ours, theirs = (content.sections[index] if index < len(content.sections) else None for content in (translation, source))
        if ours is None:
            message = Message(
                'This page has {headings}. The {language} page also has "{title}" ({where}).',
                headings=COUNTED["heading"](len(translation.sections) - 1),
                language=source.page.locale.language,
                title=theirs.title,
                where=f"{source.page.path}:{theirs.line}",
            )
            fix = Message("add that section, or take it out there too.")
            return [_problem(translation, translation.sections[-1], "headings_differ", message, fix)]
        if theirs is None:
            message = Message(
                'The heading "{title}" has no {language} counterpart: {path} has {headings}.',
                title=ours.title,
                language=source.page.locale.language,
                path=source.page.path,
                headings=COUNTED["heading"](len(source.sections) - 1),
            )
            fix = Message("take it out, or add it to {path} too.", path=source.page.path)
            return [_problem(translation, ours, "headings_differ", message, fix)]
        if ours.level != theirs.level:
            message = Message(
                'The heading "{title}" has level {level}. Its counterpart "{counterpart}" has level {other_level} ({where}).',
                title=ours.title,
                level=ours.level,
                counterpart=theirs.title,
                other_level=theirs.level,
                where=f"{source.page.path}:{theirs.line}",
            )
            return [_problem(translation, ours, "headings_differ", message, Message("start both with the same number of # marks."))]
    return []


def sections_moved(pair: Pair, drift: list[Problem]) -> list[Problem]:
    """In place of all in which two pages differ, that the source's sections stand in another order since it was translated, if they do."""
    was, now = pair.pin.split("-"), [section.fingerprint for section in pair.source.sections]
    if len(drift) < 2 or was == now or sorted(was) != sorted(now) or len(now) != len(pair.translation.sections):
        return drift
    place = next(index for index, each in enumerate(now) if each != was[index])
    ours, theirs = (content.sections[place] for content in (pair.translation, pair.source))
    message = Message(
        'From "{title}" on the sections stand in another order than in {path}, where "{other}" comes here ({where}).',
        title=ours.title,
        path=pair.source.page.path,
        other=theirs.title,
        where=f"{pair.source.page.path}:{theirs.line}",
    )
    return [_problem(pair.translation, ours, "headings_differ", message, Message("put the sections in the same order in both."))]


def sections_of(pair: Pair) -> Iterator[tuple[Section, Section]]:
    """Each section of the translation with its counterpart; none while the headings differ."""
    if not headings_differ(pair):
        yield from zip(pair.translation.sections, pair.source.sections, strict=True)


def points_differ(pair: Pair) -> list[Problem]:
    """Lists with more or fewer points than their counterparts."""
    problems = []
    for ours, theirs in sections_of(pair):
        lists = [[element for element in section.elements if element.kind == "list"] for section in (ours, theirs)]
        if [each.value for each in lists[0]] == [each.value for each in lists[1]]:
            continue
        shapes = [_all([_described_list(*each.value) for each in found]) if found else Message("no list") for found in lists]
        fix = Message("add the missing point, or take it out of the other page too.")
        if len(lists[0]) != len(lists[1]):
            fix = Message("give both the same lists.")
        elif [each.value[0] for each in lists[0]] == [each.value[0] for each in lists[1]]:
            fix = Message("let both lists start with - or with the same number, and have the same boxes ticked.")
        problems.append(counted(pair, ours, theirs, "points_differ", shapes, fix))
    return problems


def _described_list(points: int, start: str, boxes: str) -> Message:
    """A list as a message names it."""
    said = COUNTED["point"](points)
    if start:
        said = Message("{points} from number {start}", points=said, start=start)
    if boxes:
        said = Message("{points} with {number} ticked", points=said, number=boxes.count("x"))
    return said


def tables_differ(pair: Pair) -> list[Problem]:
    """Tables of another size than their counterparts."""
    return _elements_differ(
        pair,
        "table",
        "tables_differ",
        Message("give both sections the same tables."),
        lambda size: Message("{rows} of {cells}", rows=COUNTED["row"](size[0]), cells=COUNTED["cell"](size[1])),
    )


def images_differ(pair: Pair) -> list[Problem]:
    """Sections with more or fewer images than their counterparts."""
    return _elements_differ(pair, "image", "images_differ", Message("give both sections the same images."), None)


def notes_differ(pair: Pair) -> list[Problem]:
    """Notes of another kind or number than their counterparts."""
    fix = Message("give both sections the same notes.")
    return _elements_differ(pair, "note", "notes_differ", fix, str)


def footnotes_differ(pair: Pair) -> list[Problem]:
    """Sections with more or fewer footnotes than their counterparts."""
    return _elements_differ(pair, "footnote", "footnotes_differ", Message("give both sections the same footnotes."), None)


def _elements_differ(pair, kind, check, fix, describe) -> list[Problem]:
    problems = []
    for ours, theirs in sections_of(pair):
        found = [[element.value for element in section.elements if element.kind == kind] for section in (ours, theirs)]
        # Where a picture lies may differ between the languages, a table's size may not.
        compared = [values if describe else len(values) for values in found]
        if compared[0] != compared[1]:
            said = [_described(COUNTED[kind](len(values)), values, describe) for values in found]
            problems.append(counted(pair, ours, theirs, check, said, fix))
    return problems


def _described(count: Message, values: list, describe) -> Message:
    if not describe or not values:
        return count
    each = functools.reduce(lambda some, one: Message("{some}, {one}", some=some, one=one), map(describe, values))
    return Message("{count} ({each})", count=count, each=each)


def _all(counts: list[Message]) -> Message:
    return functools.reduce(lambda some, one: Message("{some} and {one}", some=some, one=one), counts)


def _compared(ours: Section, theirs: Section, say: Callable[[str], Any], theirs_say: Callable[[str], Any]) -> Iterator[tuple[str, str]]:
    """What is compared of two sections: the passages that stand beside each other and differ in what they say, then their whole texts.

    Elsewhere in a section the same number may stand, and hide that one is wrong; between those that differ a sentence may have moved.
    """
    if len(ours.passages) == len(theirs.passages):
        unlike = [(mine, other) for mine, other in zip(ours.passages, theirs.passages, strict=True) if say(mine) != theirs_say(other)]
        yield " | ".join(mine for mine, _ in unlike), " | ".join(other for _, other in unlike)
    yield ours.text, theirs.text


def numbers_differ(pair: Pair) -> list[Problem]:
    """Numbers that stand in one section and not in its counterpart."""
    problems = []
    for ours, theirs in sections_of(pair):
        for here, there in _compared(ours, theirs, figures_in, figures_in):
            extra, missing = numbers_apart(here, there, pair.translation.page.locale, pair.source.page.locale)
            if extra or missing:
                problems.append(_number_differs(pair, ours, theirs, extra, missing))
                break
    return problems


def numbers_apart(here: str, there: str, locale: Locale, other: Locale) -> tuple[Counter, Counter]:
    """The numbers that a text alone has, and those that its counterpart in the `other` language alone has."""
    mine, theirs = figures_in(here), figures_in(there)
    if mine == theirs:
        return Counter(), Counter()
    mine, theirs = Counter(mine), Counter(theirs)
    return _not_in_words(mine - theirs, there, other), _not_in_words(theirs - mine, here, locale)


def _number_differs(pair: Pair, ours: Section, theirs: Section, extra: Counter, missing: Counter) -> Problem:
    number = next(iter(extra), "")
    message = Message(
        "{place} has {this} where the {language} section has {that} ({where}).",
        this=numbers_listed(extra),
        that=numbers_listed(missing),
        **places(pair, ours, theirs),
    )
    fix = Message("check which number is right, and write it in both.")
    if not extra or not missing:
        fix = Message("check whether it is right, and write it in both or in neither.")
    return _problem(pair.translation, ours, "numbers_differ", message, fix, number)


def measures_differ(pair: Pair) -> list[Problem]:
    """Numbers that count something else in the counterpart: 6 months and 6 wythnos, 9am and 9pm, Monday and dydd Mawrth."""
    problems = []
    for ours, theirs in sections_of(pair):
        is_welsh = pair.translation.page.locale is WELSH
        mine, other = (functools.partial(_measured, locale=content.page.locale) for content in (pair.translation, pair.source))
        for here, there in _compared(ours, theirs, mine, other):
            found = contradictions(*((there, here) if is_welsh else (here, there)))
            for that, this in found:
                this, that = (this, that) if is_welsh else (that, this)
                message = Message(
                    '{place} has "{this}" where the {language} section has "{that}" ({where}).', this=this, that=that, **places(pair, ours, theirs)
                )
                fix = Message("check which of the two is right, and say the same in both.")
                problems.append(_problem(pair.translation, ours, "measures_differ", message, fix, this))
            if found:
                break
    return problems


def _measured(text: str, locale: Locale) -> set[tuple[str, str, str]]:
    return {*measures_in(text, locale)}


def _not_in_words(numbers: Counter, text: str, locale: Locale) -> Counter:
    """The numbers that a text does not say in words either. Where it has 2.5, the counterpart's 2 may be that of "2 and a half"."""
    left = Counter({number: count for number, count in numbers.items() if not says_in_words(number, text, locale)})
    return left - Counter(number.partition(".")[0] for number in numbers_in(text) if number.endswith(".5"))


def numbers_listed(numbers: Counter) -> Message:
    return Message("the number {numbers}", numbers=", ".join(sorted(numbers.elements()))) if numbers else Message("no such number")


def counted(pair: Pair, ours: Section, theirs: Section, check: str, said: list[Message], fix: Message, text: str = "") -> Problem:
    """The problem of a section that has one thing where its counterpart has another; `said` names both."""
    message = Message("{place} has {this}. The {language} section has {that} ({where}).", this=said[0], that=said[1], **places(pair, ours, theirs))
    return _problem(pair.translation, ours, check, message, fix, text)


def places(pair: Pair, ours: Section, theirs: Section) -> dict[str, str]:
    """What a message calls a section and its counterpart."""
    return {
        "place": Message('The section "{title}"', title=ours.title) if ours.level else Message("The start of the page"),
        "language": pair.source.page.locale.language,
        "where": f"{pair.source.page.path}:{theirs.line}",
    }


def _problem(content: Content, section: Section, check: str, message: Message, fix: Message, text: str = "") -> Problem:
    return Problem(content.page.path, section.line_of(text) if text else section.line, check, message, fix)
