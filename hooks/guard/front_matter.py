"""What a page's front matter says of it, between the two --- at its top."""

import datetime
import re

from guard.keys import key_twice, key_unknown
from messages.locales import LOCALES
from messages.message import Message
from messages.problem import Problem
from sources.all_sources import Sources
from sources.content import Content, are_cards
from sources.front_matter import KEYS, SHOWN, is_day
from sources.history import content_at, files_changed_since, newest_on_main
from sources.pages import Page

# What the other names hold is checked by checks of their own.
_TEXTS = set(KEYS) - {"updated", "review_by", "waive", "cards", "formerly", "hold", "section_list"}
_NAME = re.compile(r"""["']?([\w-]+)["']?\s*:(?:\s|$)""")
# What search engines show of each; more is cut off in the middle of a word.
MOST_LETTERS = {"title": 80, "description": 160}
# YAML takes a # after a space for the start of a remark.
_CUT = re.compile(rf"(?P<name>{'|'.join(SHOWN)}):\s+[^\"'|>\s].*?\s#")


def front_matter_missing(contents: dict[str, Content], today: datetime.date) -> list[Problem]:
    """Pages that do not start with front matter."""
    problems = []
    for content in contents.values():
        if not content.page.front_matter:
            heading = next((section.title for section in content.sections if section.level == 1), "")
            message = Message("This page does not start with its title, its description and its day between two lines of three dashes.")
            fix = Message(
                'write these five lines at its very top: "---", "title: {title}", "description:" with one sentence, "updated: {today}", "---".',
                title=heading or "…",
                today=today,
            )
            problems.append(Problem(content.page.path, 1, "front_matter_missing", message, fix))
    return problems


def front_matter_twice(pages: list[Page]) -> list[Problem]:
    """Names that stand in the front matter a second time."""
    problems = []
    for page in pages:
        found: set[str] = set()
        for line, text in enumerate(page.text[: page.body_start].splitlines(), 1):
            name = match[1] if (match := _NAME.match(text)) else ""
            if name in found:
                problems.append(key_twice(page.path, line, name))
            found.update({name} - {""})
    return problems


def front_matter_key_unknown(pages: list[Page]) -> list[Problem]:
    """Names in the front matter that mean nothing here."""
    return [
        key_unknown(page.path, page.line_of(f"{key}:"), "front_matter_key_unknown", key, KEYS)
        for page in pages
        for key in map(str, page.front_matter)
        if key not in KEYS
    ]


def front_matter_not_text(pages: list[Page]) -> list[Problem]:
    """Titles and the like that YAML does not read as text: No as a switch, 2026 as a number."""
    problems = []
    for page in pages:
        for key, value in page.front_matter.items():
            if key in _TEXTS and value is not None and not isinstance(value, str):
                line = page.line_of(f"{key}:")
                words = page.text.splitlines()[line - 1].partition(":")[2].strip()
                message = Message('"{words}" is not read as text.', words=words)
                fix = Message('put it into quotation marks: {name}: "{words}".', name=key, words=words)
                if isinstance(value, (dict, list)):
                    message = Message('What stands at "{name}:" is not read as text.', name=key)
                    fix = Message('write it behind the name, in one line and in quotation marks: {name}: "…".', name=key)
                problems.append(Problem(page.path, line, "front_matter_not_text", message, fix))
    return problems


def cards_missing(contents: dict[str, Content]) -> list[Problem]:
    """Pages that ask for cards and have no list that can be shown so."""
    problems = []
    for content in contents.values():
        asked = content.page.front_matter.get("cards")
        if asked is None or asked is True and any(node.tag == "ul" and are_cards(node) for node in content.nodes):
            continue
        message = Message("This page has no list whose points each start with a link, which cards are made of.")
        fix = Message("start each point with a link, or take the line out.")
        if not isinstance(asked, bool):
            message, fix = Message('"cards: {words}" is neither "yes" nor "no".', words=asked), Message('write "cards: yes".')
        problems.append(_problem(content.page, "cards", "cards_missing", message, fix))
    return problems


def front_matter_cut(pages: list[Page]) -> list[Problem]:
    """Titles and descriptions of which what stands behind a # is lost."""
    problems = []
    for page in pages:
        for line in page.text[: page.body_start].split("\n"):
            if (cut := _CUT.match(line)) and not page.unreadable:
                message = Message('Of "{line}" readers lose what stands behind the sign #.', line=line.strip())
                fix = Message('put the text in quotation marks: {name}: "…".', name=cut["name"])
                problems.append(Problem(page.path, page.line_of(line), "front_matter_cut", message, fix))
    return problems


def title_missing(contents: dict[str, Content]) -> list[Problem]:
    """Pages without a title, which the menu, search engines and browser tabs show."""
    problems = []
    for content in contents.values():
        if content.page.front_matter and _lacks(content.page, "title"):
            heading = next((section.title for section in content.sections if section.level == 1), "")
            fix = Message('write "title: {title}" between the two --- at its top.', title=heading or "…")
            problems.append(_problem(content.page, "title", "title_missing", Message("This page has no title."), fix))
    return problems


def description_missing(pages: list[Page]) -> list[Problem]:
    """Pages without a description, which search engines show below the title."""
    message = Message("This page has no description.")
    fix = Message('write "description:" and one sentence about the page between the two --- at its top.')
    return [_problem(page, "description", "description_missing", message, fix) for page in pages if page.front_matter and _lacks(page, "description")]


def _lacks(page: Page, key: str) -> bool:
    value = page.front_matter.get(key)
    return value is None or isinstance(value, str) and not value.strip()


def updated_unclear(pages: list[Page], today: datetime.date) -> list[Problem]:
    """Pages that do not say of which day their text is, which stands on their handouts."""
    problems = []
    for page in pages:
        written = str(page.front_matter.get("updated") or "").strip()
        if not page.front_matter or is_day(written) and datetime.date.fromisoformat(written) <= today:
            continue
        fix = Message('write "updated: {today}" between the two --- at its top, with the day of the last change.', today=today)
        if not written:
            message = Message("This page does not say of which day its text is.")
        elif is_day(written):
            message = Message('"updated: {written}" is a day that is still to come.', written=written)
        else:
            message = Message('"updated: {written}" is not a day, written as year, month and day.', written=written)
        problems.append(_problem(page, "updated", "updated_unclear", message, fix))
    return problems


def review_by_unclear(pages: list[Page], today: datetime.date) -> list[Problem]:
    """Pages whose next review is on no day, or was due before their text was last changed."""
    problems = []
    for page in pages:
        written, updated = (str(page.front_matter.get(key) or "").strip() for key in ("review_by", "updated"))
        if not written or is_day(written) and not (is_day(updated) and written <= updated):
            continue
        message = Message('"review_by: {written}" is not a day, written as year, month and day.', written=written)
        if is_day(written):
            message = Message('"review_by: {written}" is not after the day of the last change, {updated}.', written=written, updated=updated)
        fix = Message(
            'write the day by which the page is to be read again, such as "review_by: {day}", or take the line out.',
            day=today + datetime.timedelta(days=365),
        )
        problems.append(_problem(page, "review_by", "review_by_unclear", message, fix))
    return problems


def updated_unchanged(sources: Sources) -> list[Problem]:
    """Pages whose words are not those that main has, and whose day is: readers would take the new text for the old one."""
    main = newest_on_main(sources.root)
    changed = files_changed_since(main.commit, [locale.folder for locale in LOCALES], sources.root) if main else set()
    problems = []
    for content in (sources.contents[path] for path in sorted(changed & sources.contents.keys())):
        page, day = content.page, str(content.page.front_matter.get("updated") or "")
        if not is_day(day) or day == sources.today.isoformat():
            continue
        was = content_at(main.commit, page, sources.root)
        if str(was.page.front_matter.get("updated") or "") == day and _words(was) != _words(content):
            message = Message('The words of this page are new, and "updated: {day}" is the day of the old ones.', day=day)
            fix = Message('write "updated: {today}", unless readers get nothing new.', today=sources.today)
            problems.append(_problem(page, "updated", "updated_unchanged", message, fix))
    return problems


def _words(content: Content) -> list[str]:
    return [section.text for section in content.sections]


def title_too_long(pages: list[Page]) -> list[Problem]:
    """Titles that are cut off where they are shown."""
    return _too_long(pages, "title", "title_too_long")


def description_too_long(pages: list[Page]) -> list[Problem]:
    """Descriptions that are cut off where they are shown."""
    return _too_long(pages, "description", "description_too_long")


def _too_long(pages: list[Page], key: str, check: str) -> list[Problem]:
    most = MOST_LETTERS[key]
    return [
        _problem(
            page,
            key,
            check,
            Message("The {name} has {length} letters; search engines cut it off.", name=key, length=length),
            Message("shorten it to {most} or fewer.", most=most),
        )
        for page in pages
        if (length := len(str(page.front_matter.get(key) or ""))) > most
    ]


def title_taken(pages: list[Page]) -> list[Problem]:
    """Pages that cannot be told from another of their language by their title."""
    owners: dict[tuple[str, str], Page] = {}
    problems = []
    for page in pages:
        if page.title:
            owner = owners.setdefault((page.locale.code, page.title.casefold()), page)
            if owner is not page:
                message = Message('{path} has the title "{title}", too.', path=owner.path, title=page.title)
                problems.append(_problem(page, "title", "title_taken", message, Message("give one of them another title.")))
    return problems


def _problem(page: Page, key: str, check: str, message: Message, fix: Message) -> Problem:
    return Problem(page.path, page.line_of(f"{key}:"), check, message, fix)
