"""Whether the two pages of a pair have the same parts in the same places."""

import posixpath
import re
from collections import Counter
from collections.abc import Iterator

from content import Content, Element, Section
from links import split_address
from problem import Problem
from settings import Settings
from translation import Pair

_NUMBER = re.compile(r"\d+(?:[.,:]\d+)*")


def headings_differ(pair: Pair) -> list[Problem]:
    """Headings that one page has and the other has not, or has at another level."""
    translation, source = pair.translation, pair.source
    for index in range(1, max(len(translation.sections), len(source.sections))):
        ours, theirs = (content.sections[index] if index < len(content.sections) else None for content in (translation, source))
        language = source.page.locale.language
        if ours is None:
            where = f"{source.page.path}:{source.line(theirs)}"
            message = f'This page has {_count(len(translation.sections) - 1, "heading")}. The {language} page also has "{theirs.title}" ({where}).'
            return [_problem(translation, translation.sections[-1], "headings_differ", message, "add that section, or take it out there too.")]
        if theirs is None:
            message = f'The heading "{ours.title}" has no {language} counterpart: {source.page.path} has {_count(len(source.sections) - 1, "heading")}.'
            return [_problem(translation, ours, "headings_differ", message, f"take it out, or add it to {source.page.path} too.")]
        if ours.level != theirs.level:
            where = f"{source.page.path}:{source.line(theirs)}"
            message = f'The heading "{ours.title}" has level {ours.level}. Its counterpart "{theirs.title}" has level {theirs.level} ({where}).'
            return [_problem(translation, ours, "headings_differ", message, 'start both with the same number of # marks.')]
    return []


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
        shapes = [" and ".join(_count(each.value, "point") for each in found) or "no list" for found in lists]
        said = f"has {shapes[0]}. The {{language}} section has {shapes[1]}"
        fix = "add the missing point, or take it out of the other page too."
        if len(lists[0]) != len(lists[1]):
            fix = "give both the same lists; a list needs an empty line before it."
        problems.append(_counted(pair, ours, theirs, "points_differ", said, fix))
    return problems


def tables_differ(pair: Pair) -> list[Problem]:
    """Tables of another size than their counterparts."""
    return _elements_differ(pair, "table", "tables_differ", lambda size: f"{_count(size[0], 'row')} of {_count(size[1], 'cell')}")


def images_differ(pair: Pair) -> list[Problem]:
    """Sections with more or fewer images than their counterparts."""
    return _elements_differ(pair, "image", "images_differ", None)


def notes_differ(pair: Pair) -> list[Problem]:
    """Notes of another kind or number than their counterparts."""
    return _elements_differ(pair, "note", "notes_differ", lambda kind: kind.removeprefix("admonition "))


def _elements_differ(pair, kind, check, describe) -> list[Problem]:
    problems = []
    for ours, theirs in sections_of(pair):
        found = [[element.value for element in section.elements if element.kind == kind] for section in (ours, theirs)]
        # Where a picture lies may differ between the languages, a table's size may not.
        compared = [values if describe else len(values) for values in found]
        if compared[0] != compared[1]:
            words = [_count(len(values), kind) + _described(values, describe) for values in found]
            said = f"has {words[0]}. The {{language}} section has {words[1]}"
            problems.append(_counted(pair, ours, theirs, check, said, f"give both sections the same {kind}s."))
    return problems


def _count(number: int, noun: str) -> str:
    return f"{number or 'no'} {noun}{'' if number == 1 else 's'}"


def _described(values: list, describe) -> str:
    return f" ({', '.join(map(describe, values))})" if describe and values else ""


def numbers_differ(pair: Pair) -> list[Problem]:
    """Numbers that stand in one section and not in its counterpart."""
    problems = []
    for ours, theirs in sections_of(pair):
        mine, other = (Counter(number.replace(",", "") for number in _NUMBER.findall(each.text)) for each in (ours, theirs))
        if mine != other:
            said = f"has {_listed(mine - other)} where the {{language}} section has {_listed(other - mine)}"
            number = next(iter(mine - other), "")
            problems.append(_counted(pair, ours, theirs, "numbers_differ", said, "check which number is right, and write it in both.", number))
    return problems


def _listed(numbers: Counter) -> str:
    return "the number " + ", ".join(sorted(numbers.elements())) if numbers else "no such number"


def links_differ(pair: Pair, contents: dict[str, Content], settings: Settings) -> list[Problem]:
    """Links that do not lead to the counterpart of what the other page links to."""
    problems = []
    for ours, theirs in sections_of(pair):
        links = [[element for element in section.elements if element.kind == "link"] for section in (ours, theirs)]
        targets = [
            Counter(_target(link, content, contents, settings) for link in found)
            for found, content in zip(links, (pair.translation, pair.source), strict=True)
        ]
        extra, missing = targets[0] - targets[1], targets[1] - targets[0]
        if not extra and not missing:
            continue
        told = [
            next((link for link in found if _target(link, content, contents, settings) in counter), None)
            for found, content, counter in zip(links, (pair.translation, pair.source), (extra, missing), strict=True)
        ]
        words = [f'a link "{link.text}" to {link.value}' if link else "no such link" for link in told]
        said = f"has {words[0]}. The {{language}} section has {words[1]}"
        fix = "let both lead to the same page, each in its own language."
        problems.append(_counted(pair, ours, theirs, "links_differ", said, fix, told[0].value if told[0] else ""))
    return problems


def _target(link: Element, content: Content, contents: dict[str, Content], settings: Settings) -> tuple:
    """Where a link leads, said in a way that is the same for both languages."""
    parts = split_address(link.value)
    if parts.scheme or parts.netloc:
        for hosts in settings.language_addresses:
            if parts.netloc.removeprefix("www.") in hosts.values():
                # Language addresses seldom share their paths.
                return ("language address", *sorted(hosts.values()))
        return (link.value,)
    page = content.page
    name = posixpath.normpath(posixpath.join(posixpath.dirname(page.name), parts.path)) if parts.path else page.name
    target = contents.get(f"{page.locale.folder}/{name}")
    anchors = [section.anchor for section in target.sections] if target else []
    # An anchor is a heading's own words, so it is told by the heading's place.
    anchor = anchors.index(parts.fragment) if parts.fragment in anchors and parts.fragment else parts.fragment
    return (name, anchor)


def _counted(pair: Pair, ours: Section, theirs: Section, check: str, said: str, fix: str, text: str = "") -> Problem:
    where = f"{pair.source.page.path}:{pair.source.line(theirs)}"
    name = f'The section "{ours.title}"' if ours.level else "The start of the page"
    message = f"{name} {said.format(language=pair.source.page.locale.language)} ({where})."
    return _problem(pair.translation, ours, check, message, fix, text)


def _problem(content: Content, section: Section, check: str, message: str, fix: str, text: str = "") -> Problem:
    return Problem(content.page.path, content.line(section, text), check, message, fix)
