"""How the site stands, as tables for its owner: pages, questions to answer, contact details, leaflets and addresses."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass

from messages.locales import LOCALES, Locale
from messages.message import Message, Wording
from messages.problem import Problem
from sources.all_sources import Sources
from sources.contact import FIELDS, more_details
from sources.handouts import leaflet_word
from sources.history import Change, last_changes
from sources.pairs import is_draft
from sources.settings import PATH, in_locale, questions
from sources.standing import Standing
from sources.succession import Succession, locale_at

Cell = Message | Wording | datetime.date | str
_STATES = {
    "current": Message("current"),
    "outdated": Message("outdated"),
    "unmarked": Message("unmarked"),
    "missing": Message("missing"),
    "unreadable": Message("unreadable"),
}


@dataclass(frozen=True)
class Table:
    """Something that the owner of a service looks after; the first `due` rows wait for somebody."""

    name: Message
    headings: tuple[Message, ...]
    rows: Sequence[tuple[Cell, ...]]
    due: int = 0


@dataclass(frozen=True)
class Detail:
    """One contact detail as one language or both have it, and who wrote it so; nobody knows without git's whole history."""

    name: str
    called: Message | Wording
    locales: tuple[Locale, ...]
    value: str
    change: Change | None


@dataclass(frozen=True)
class Leaflet:
    """One leaflet in some languages and form; `fault` says why it cannot be made."""

    path: str
    title: Wording
    words: Wording
    locales: list[Locale]
    pages: list[str]
    is_draft: bool
    fault: Message | None

    @property
    def called(self) -> Wording:
        return Wording({code: f"{title}: {self.words[code]}" for code, title in self.title.items()})


def pages_table(found: list[Standing]) -> Table:
    headings = (Message("Page"), Message("Written in"), Message("Translation"), Message("State"), Message("Checked by"), Message("On"))
    rows = [(each.name, each.written_in.language, *_states(each), each.checked_by or "", each.checked_on or "", *_days(each)) for each in found]
    return Table(Message("Pages"), (*headings, Message("Updated"), Message("Next review")), rows, sum(each.is_overdue for each in found))


def _states(each: Standing) -> tuple[Cell, Cell]:
    state = _STATES.get(each.state) or Message("pending since {day}: {why}", day=each.pending[0], why=each.pending[1])
    if each.held:
        return state, Message("held back: {reason}", reason=each.held)
    return state, "" if each.state in ("missing", "unreadable") else Message("live") if each.is_live else Message("draft")


def _days(each: Standing) -> tuple[Cell, Cell]:
    due = each.review_by or ""
    return each.updated or "", Message("overdue: {day}", day=due) if each.is_overdue else due


def questions_table(sources: Sources) -> Table:
    return Table(Message("Questions to answer"), (Message("About"), Message("Question")), questions(sources.settings))


def contact_table(sources: Sources) -> Table:
    headings = (Message("Contact detail"), Message("Language"), Message("As it is"), Message("Changed by"), Message("On"))
    rows = [(each.called, _languages(each.locales), each.value, *_changed(each.change)) for each in contact_details(sources)]
    return Table(Message("Contact details"), headings, rows)


def _changed(change: Change | None) -> tuple[Cell, Cell]:
    if change is None:
        return Message("not known here"), ""
    return change.who or Message("only on this computer"), change.day or ""


def contact_details(sources: Sources) -> list[Detail]:
    """Each contact detail, once where both languages share it."""
    changes, settings = last_changes(PATH, sources.root), sources.settings
    given = [(name, called, settings.get("extra", "contact", name), (name,)) for name, called in FIELDS.items()]
    for number, entry, kind in more_details(settings):
        if kind:
            label = Wording({locale.code: in_locale(entry["label"], locale) for locale in LOCALES})
            given.append((f"more-{number}", label, entry[kind], ("more",)))
    found = []
    for name, called, value, keys in given:
        for locales in [(locale,) for locale in LOCALES] if isinstance(value, dict) else [LOCALES]:
            shown = in_locale(value, locales[0])
            line = settings.line("extra", "contact", *keys, value=shown)
            found.append(Detail(name, called, locales, shown, changes[line - 1] if line <= len(changes) else None))
    return found


def leaflet_table(sources: Sources, problems: list[Problem]) -> Table:
    headings = (Message("Leaflet"), Message("Language"), Message("State"), Message("Pages"))
    rows = [(each.called, _languages(each.locales), _leaflet_state(each), ", ".join(each.pages)) for each in leaflets_of(sources, problems)]
    return Table(Message("Leaflets"), headings, rows)


def _leaflet_state(leaflet: Leaflet) -> Message:
    return leaflet.fault or (Message("draft") if leaflet.is_draft else Message("live"))


def leaflets_of(sources: Sources, problems: list[Problem]) -> list[Leaflet]:
    """Every leaflet; while there are `problems` with the sources no build makes one, and none is made here."""
    if problems:
        return []
    # Here: nothing else of this needs Typst.
    from handouts.handout import Frame
    from handouts.leaflet import leaflets
    from handouts.typesetter import Typesetter

    setter, words, found = Typesetter(sources.root), sources.settings.words, []
    for handout in leaflets(Frame(sources)):
        made = setter.pdf(handout)
        pages = list(dict.fromkeys(content.page.name for content in handout.contents))
        key = leaflet_word(handout.leaflet, handout.locales, handout.form)
        called = Wording({locale.code: words[locale].get(key, "") for locale in LOCALES})
        drafts = any(is_draft(content, sources.pairs.get(content.page.name)) for content in handout.contents)
        found.append(
            Leaflet(handout.path, handout.leaflet.title, called, handout.locales, pages, drafts, made.message if isinstance(made, Problem) else None)
        )
    return found


def addresses_table(past: Succession) -> Table:
    """Every address that was ever published, first those that lead nowhere."""
    found = sorted(past.destinations.items(), key=lambda each: each[1] is not None)
    rows = [(f"/{old}", locale_at(old).language, _whither(old, new)) for old, new in found]
    headings = (Message("Address"), Message("Language"), Message("Now"))
    return Table(Message("Addresses ever published"), headings, rows, sum(new is None for _, new in found))


def _whither(old: str, new: str | None) -> Message:
    if new is None:
        return Message("leads nowhere")
    return Message("still there") if new == old else Message("leads to {address}", address=f"/{new}")


def _languages(locales: Sequence[Locale]) -> Message:
    return Message("Welsh and English") if len(locales) > 1 else locales[0].language


def counts(sources: Sources, found: list[Standing], problems: list[Problem]) -> list[Message]:
    """What stands between the site and its readers, in numbers."""
    return [
        Message("To mend before anything is published: {number}", number=len(problems)),
        Message("Questions to answer: {number}", number=len(questions(sources.settings))),
        Message("Drafts: {number} (of {all})", number=sum(not each.is_live for each in found), all=len(found)),
        Message("Overdue for review: {number} (of {all})", number=sum(each.is_overdue for each in found), all=len(found)),
    ]


def cell_in(cell: Cell, locale: Locale) -> str:
    """What a cell says in one language."""
    if isinstance(cell, Message):
        return cell.in_(locale)
    return cell[locale.code] if isinstance(cell, Wording) else str(cell)
