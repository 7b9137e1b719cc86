"""How each pair of pages stands: its translation, who has checked it, and when it is to be looked at again."""

import datetime
from dataclasses import dataclass

from messages.locales import LOCALES, Locale
from messages.message import Wording
from sources.all_sources import Sources
from sources.front_matter import is_day
from sources.pages import Page
from sources.pairs import is_checked


@dataclass(frozen=True)
class Standing:
    """One page name in both languages.

    `state` is that of the pair, or "missing" or "unreadable" where there is none;
    `pending` says since when and why its translation may follow. A pair that is
    live stands on the site without the word that it is a draft; one that is `held`
    for some reason does not stand there at all.
    """

    name: str
    titles: Wording
    written_in: Locale
    state: str
    pending: tuple[datetime.date, str] | None
    is_live: bool
    held: str | None
    checked_by: str | None
    checked_on: str | None
    updated: str | None
    review_by: datetime.date | None
    is_overdue: bool


def standings(sources: Sources) -> list[Standing]:
    """Every page name, the one to be looked at first before the others."""
    by_name: dict[str, list[Page]] = {}
    for page in sources.pages:
        by_name.setdefault(page.name, []).append(page)
    found = [_standing(name, pages, sources) for name, pages in by_name.items()]
    return sorted(found, key=lambda each: (each.review_by or datetime.date.max, each.name))


def _standing(name: str, pages: list[Page], sources: Sources) -> Standing:
    pair = sources.pairs.get(name)
    source = pair.source.page if pair else pages[0]
    who, when = (pair.reviewer if pair else None) or (None, None)
    held = next((str(page.front_matter["hold"]) for page in pages if page.is_held), None)
    titles = {page.locale: page.title for page in pages if page.title}
    days = [datetime.date.fromisoformat(day) for page in pages if is_day(day := str(page.front_matter.get("review_by")))]
    return Standing(
        name=name,
        titles=Wording({locale.code: titles.get(locale) or next(iter(titles.values()), name) for locale in LOCALES}),
        written_in=source.locale,
        state=pair.state if pair else "unreadable" if len(pages) == 2 else "missing",
        pending=pair.pending if pair and pair.state == "pending" else None,
        is_live=bool(not held and pair and pair.state in ("current", "pending") and is_checked(pair)),
        held=held,
        checked_by=who,
        checked_on=when,
        updated=str(source.front_matter.get("updated") or "") or None,
        review_by=min(days, default=None),
        is_overdue=bool(days) and min(days) < sources.today,
    )
