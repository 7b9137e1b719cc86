"""Whether each pair says which page translates which, from what, and who has checked it."""

import datetime
import functools
from difflib import SequenceMatcher
from pathlib import Path

from messages.message import Message
from messages.problem import Problem
from sources.content import Content, Section
from sources.pairs import PENDING_DAYS, Pair, changed_sections, is_checked, pending_line, review_line, review_pin
from sources.review import changed_since, last_review


def translation_unmarked(pair: Pair) -> list[Problem]:
    """Pairs of which neither page says what it was translated from, or both do."""
    page, source = pair.translation.page, pair.source.page
    line = f"translation: {pair.source.fingerprint}"
    if not pair.pin:
        message = Message("This page does not say which words of {path} it translates.", path=source.path)
        fix = Message('once both pages say the same, add this line between the two ---: "{line}".', line=line)
        if not page.front_matter.get("review"):
            fix = Message('{fix} If this page was written first, add "review: draft" to {path} instead.', fix=fix, path=source.path)
        return [Problem(page.path, 1, "translation_unmarked", message, fix)]
    if source.front_matter.get("translation"):
        message = Message("Both this page and {path} say that they are the translation of the other.", path=page.path)
        fix = Message('take the line "translation:" out of the page that was written first.')
        return [Problem(source.path, source.line_of("translation:"), "translation_unmarked", message, fix)]
    return []


def outdated_translation(pair: Pair, was: Content | None) -> list[Problem]:
    """Translations whose source has changed since; `was` is that source as it was, where it is known."""
    if pair.state != "outdated":
        return []
    page, source = pair.translation.page, pair.source
    changes = []
    for section in changed_sections(pair):
        where = f"{source.page.path}:{section.line}"
        changes.append(_changed(section, where, was))
    told = {"language": source.page.locale.language, "path": source.page.path, "changes": Message("a section was taken out")}
    if changes:
        told["changes"] = functools.reduce(lambda some, one: Message("{some}; {one}", some=some, one=one), changes)
    day, _ = pending_line(source)
    message = Message("The {language} page {path} has changed since this page was translated: {changes}.", **told)
    if day:
        message = Message(
            "The {language} page {path} has changed since this page was translated: {changes}. Its translation was to follow by {day}.",
            day=day + datetime.timedelta(PENDING_DAYS),
            **told,
        )
    fix = Message('bring this page up to date, then change its line to "translation: {pin}".', pin=source.fingerprint)
    return [Problem(page.path, page.line_of("translation:"), "outdated_translation", message, fix)]


def _changed(section: Section, where: str, was: Content | None) -> Message:
    """The section that changed, and the words in it where the old ones are known."""
    place = Message("the title, the description or what stands above the first heading")
    if section.level:
        place = Message('the section "{title}"', title=section.title)
    before = next((old for old in was.sections if old.anchor == section.anchor), None) if was else None
    if before is None:
        return Message("{place} ({where})", place=place, where=where)
    old, new = before.text.split(), section.text.split()
    steps = [step for step in SequenceMatcher(None, old, new, autojunk=False).get_opcodes() if step[0] != "equal"]
    if not steps:
        return Message("{place} ({where})", place=place, where=where)
    # One run of words around all that changed, as a reader would quote it.
    first, last = steps[0], steps[-1]
    return Message(
        '{place} ({where}), from "{old}" to "{new}"',
        place=place,
        where=where,
        old=_around(old, first[1], last[2]),
        new=_around(new, first[3], last[4]),
    )


def _around(words: list[str], start: int, end: int) -> str:
    return " ".join(words[max(0, start - 2) : end + 2])


def pending_unclear(pair: Pair) -> list[Problem]:
    """`translation_pending` lines that are not a day and a reason, lie ahead, or are no longer needed."""
    problems = []
    for content in (pair.source, pair.translation):
        page = content.page
        if "translation_pending" not in page.front_matter:
            continue
        day, _ = pending_line(content)
        line = page.line_of("translation_pending:")
        if day is None or day > pair.today:
            written = page.front_matter["translation_pending"]
            message = Message('"translation_pending: {written}" is not a day up to today and a reason.', written=written)
            fix = Message('write it as "translation_pending: {today}, the reason".', today=pair.today)
            problems.append(Problem(page.path, line, "pending_unclear", message, fix))
        elif content is pair.translation or not pair.is_outdated:
            message = Message("This page says that a translation is pending, and none is.")
            problems.append(Problem(page.path, line, "pending_unclear", message, Message('take the line "translation_pending:" out.')))
    return problems


def review_unclear(pair: Pair, root: Path) -> list[Problem]:
    """`review` lines that are neither `draft` nor a name, a day and the pin of both texts; with what is to be read again, where git knows it."""
    page = pair.translation.page
    review = str(page.front_matter.get("review") or "draft")
    if review == "draft" or review_line(pair):
        return []
    name = review.split(",")[0]
    line = page.line_of("review:")
    told = {"line": page.text.splitlines()[line - 1].strip()}
    message = Message('"{line}" does not say who checked which text, and when.', **told)
    last = last_review(pair, root)
    if changes := last and changed_since(last, pair, root):
        told |= {"name": last["name"], "day": last["day"], "places": ", ".join(f"{change.path}:{change.line}" for change in changes)}
        message = Message(
            '"{line}" does not say who checked which text, and when. Since the last check ({name}, {day}) sentences have changed here: {places}.',
            **told,
        )
    fix = Message(
        'write "review: draft", or, if {name} has read both pages as they are, "review: {name}, {today}, {pin}".',
        name=name,
        today=pair.today,
        pin=review_pin(pair),
    )
    return [Problem(page.path, line, "review_unclear", message, fix)]


def review_missing(pair: Pair) -> list[Problem]:
    """Translations that nobody has checked as they are now; an urgent change goes out before its translation."""
    if is_checked(pair):
        return []
    page = pair.translation.page
    message = Message("Nobody has checked this page as it is now.")
    fix = Message(
        'let a person check it against {path}, then run "scripts/mark_translated.py {page} --reviewed-by NAME".',
        path=pair.source.page.path,
        page=page.path,
    )
    return [Problem(page.path, page.line_of("review:"), "review_missing", message, fix)]
