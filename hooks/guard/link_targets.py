"""Whether the links of a page lead to the counterparts of what the other page links to."""

import functools
import re
from collections import Counter
from pathlib import PurePosixPath

from guard.differences import COUNTED, counted, sections_of
from guard.hosts import host_of
from messages.locales import ENGLISH, LOCALES, WELSH, Locale
from messages.message import Message
from messages.problem import Problem
from sources.content import Content, Element
from sources.links import known_address, split_address, target_name
from sources.pairs import Pair
from sources.settings import PATH, Settings
from sources.telephone import as_dialled

# How addresses name the language of their page.
_MARKS = {ENGLISH: {"en", "eng", "english", "saesneg"}, WELSH: {"cy", "cym", "cymraeg", "welsh"}}
_LANGUAGE_MARKS = _MARKS[ENGLISH] | _MARKS[WELSH]
_IN_ITS_LANGUAGE = "in its language"


def links_differ(pair: Pair, contents: dict[str, Content], settings: Settings) -> list[Problem]:
    """Links that do not lead to the counterpart of what the other page links to."""
    problems = []
    for ours, theirs in sections_of(pair):
        links = [[element for element in section.elements if element.kind == "link"] for section in (ours, theirs)]
        targets = [
            [_target(link, content, contents, settings) for link in found]
            for found, content in zip(links, (pair.translation, pair.source), strict=True)
        ]
        extra, missing = _without_counterpart(targets[0], targets[1])
        if not extra and not missing:
            continue
        counts, wanted = [*map(Counter, targets)], {*extra, *missing}
        told = [[each for each in zip(found, all_of, strict=True) if each[1] in wanted] for found, all_of in zip(links, targets, strict=True)]
        fix = Message("let both lead to the same page, each in its own language.")
        if not extra or not missing:
            fix = Message("add the link where it is missing, or take it out of the other page too.")
        elif entry := _downloads_to_pair(pair, told):
            fix = Message(
                'if both are one document, write "{entry}" below "downloads:" in {path}; else let both lead to the same.', entry=entry, path=PATH
            )
        elif hosts := _hosts_to_pair(pair, told):
            fix = Message(
                'if both are one page, list "en: {english}" and "cy: {welsh}" below "language_addresses:" in {path}; else let both lead to the same.',
                english=hosts[ENGLISH],
                welsh=hosts[WELSH],
                path=PATH,
            )
        said = [_listed_links(told[0], counts[1]), _listed_links(told[1], counts[0])]
        problems.append(counted(pair, ours, theirs, "links_differ", said, fix, told[0][0][0].value if told[0] else ""))
    return problems


def _downloads_to_pair(pair: Pair, told: list[list[tuple[Element, tuple]]]) -> str:
    """The entry of mkdocs.yml by which two links lead to one document under a name in each language, if they may; else ""."""
    pages = [content.page for content in (pair.translation, pair.source)]
    names = {page.locale: target_name(links[0][0].value, page) or "" for page, links in zip(pages, told, strict=True)}
    kinds = {PurePosixPath(name).suffix for name in names.values()}
    is_pair = {len(links) for links in told} == {1} and len(kinds) == 1 and kinds.isdisjoint({"", ".md"})
    return ": ".join(names[locale] for locale in LOCALES) if is_pair else ""


def _hosts_to_pair(pair: Pair, told: list[list[tuple[Element, tuple]]]) -> dict[Locale, str]:
    """The websites to which two links lead, if these may be one that has a name in each language; else nothing."""
    locales = [content.page.locale for content in (pair.translation, pair.source)]
    hosts = {locale: host_of(links[0][0].value) if links[0][1][-1] else "" for locale, links in zip(locales, told, strict=True)}
    return hosts if {len(links) for links in told} == {1} and all(hosts.values()) and len({*hosts.values()}) == 2 else {}


def _listed_links(links: list[tuple[Element, tuple]], others: Counter) -> Message:
    """Links with their targets as a message names them: their number counts where the other page leads to that target, too."""
    said = []
    for target in dict.fromkeys(target for _, target in links):
        same = [link for link, each in links if each == target]
        if others[target]:
            said.append(Message("{links} to {address}", links=COUNTED["link"](len(same)), address=same[0].value))
        else:
            said += [Message('a link "{words}" to {address}', words=link.text, address=link.value) for link in same]
    return functools.reduce(lambda some, one: Message("{some}, {one}", some=some, one=one), said) if said else Message("no such link")


def _without_counterpart(ours: list[tuple], theirs: list[tuple]) -> tuple[Counter, Counter]:
    """The targets that one language has and the other has not: a website may name its language in the address of one page, or of both."""
    extra, missing = Counter(ours) - Counter(theirs), Counter(theirs) - Counter(ours)
    for one in [*extra.elements()] if extra and missing else ():
        other = next(
            (each for each in missing if each[-1] and each[-1] == one[-1] and (each[0] == _IN_ITS_LANGUAGE or one[0] == _IN_ITS_LANGUAGE)), None
        )
        if other:
            extra[one] -= 1
            missing[other] -= 1
    return +extra, +missing


def _target(link: Element, content: Content, contents: dict[str, Content], settings: Settings) -> tuple:
    """Where a link leads, said in a way that is the same for both languages; its last part is another website's host, or ""."""
    parts = split_address(link.value)
    if parts.scheme == "tel":
        return ("tel", as_dialled(parts.path), "")
    if parts.scheme or parts.netloc:
        if known := known_address(link.value, settings):
            # Language addresses seldom share the rest of their paths.
            return ("language address", *sorted(known[0].values()))
        pieces = re.split(r"[/.?&=_-]", parts.netloc.removeprefix("www.") + parts.path + "?" + parts.query)
        host = ".".join(piece for piece in parts.netloc.lower().removeprefix("www.").split(".") if piece not in _LANGUAGE_MARKS)
        is_marked = not _MARKS[content.page.locale].isdisjoint(map(str.lower, pieces))
        return (_IN_ITS_LANGUAGE if is_marked else link.value, host)
    name = target_name(link.value, content.page)
    if content.page.locale is ENGLISH:
        name = settings.downloads.get(name, name)
    if not parts.fragment or any(f"{locale.folder}/{name}" not in contents for locale in LOCALES):
        return (name, "", "")  # It names none of its headings, or they cannot be compared.
    target = contents[f"{content.page.locale.folder}/{name}"]
    anchors = [section.anchor for section in target.sections]
    # An anchor is a heading's own words, so it is told by the heading's place.
    place = target.anchor_of(parts.fragment)
    anchor = anchors.index(place) if place and place in anchors else parts.fragment
    return (name, anchor, "")
