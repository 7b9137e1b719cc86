"""What the front matter says of a pair: which page translates which, from what, and who has checked it.

translation: abcdef-ghijkl    the text of the other page that this one was translated from
review: Siân Jones, 2026-12-01, mnopab   who checked it, when, and both texts as they were then
translation_pending: 2026-11-23, a wrong number   an urgent change that its translation may follow later
"""

import datetime
import re
from dataclasses import dataclass
from difflib import SequenceMatcher

from messages.locales import WELSH
from sources.content import Content, Section, short_hash

PENDING_DAYS = 14
_REVIEW = re.compile(r"(?P<name>[^,]+), (?P<day>\d{4}-\d\d-\d\d), (?P<pin>[a-p]{6})")
_PENDING = re.compile(r"(?P<day>\d{4}-\d\d-\d\d), (?P<reason>\S.*)")


@dataclass(frozen=True)
class Pair:
    """A page as it was written and its translation."""

    source: Content
    translation: Content
    today: datetime.date

    @property
    def pin(self) -> str:
        """The source's fingerprint as it was when it was translated; "" if the front matter names none."""
        return str(self.translation.page.front_matter.get("translation") or "")

    @property
    def is_outdated(self) -> bool:
        return bool(self.pin) and self.pin != self.source.fingerprint

    @property
    def pending(self) -> tuple[datetime.date, str] | None:
        """Day and reason of an urgent change, while its translation may still follow."""
        day, reason = pending_line(self.source)
        return (day, reason) if day and day <= self.today <= day + datetime.timedelta(PENDING_DAYS) else None

    @property
    def state(self) -> str:
        if not self.pin:
            return "unmarked"
        return "current" if not self.is_outdated else "pending" if self.pending else "outdated"

    @property
    def reviewer(self) -> tuple[str, str] | None:
        """Name and day of a review that both texts still stand by; None for a draft."""
        match = review_line(self)
        return (match["name"], match["day"]) if match and match["pin"] == review_pin(self) else None


def is_checked(pair: Pair) -> bool:
    """Whether a person has checked a pair, as it is now or, of an urgent change whose translation may follow, as it was before."""
    return pair.reviewer is not None or (pair.state == "pending" and review_line(pair) is not None)


def review_line(pair: Pair) -> re.Match | None:
    """The parts of a `review` line, if it is of that form and its day is not ahead."""
    match = _REVIEW.fullmatch(str(pair.translation.page.front_matter.get("review") or ""))
    day = _day(match["day"]) if match else None
    return match if day and day <= pair.today else None


def _day(text: str) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        return None


def is_draft(content: Content, pair: Pair | None) -> bool:
    """Whether a page tells its reader that nobody has checked its words as they are now."""
    if pair and pair.translation is content:
        return not is_checked(pair)
    return content.page.front_matter.get("review") == "draft"


def make_pair(one: Content, two: Content, today: datetime.date) -> Pair:
    """The pair of two contents: the one page with a `translation` line, else the one with a `review` line, else the Welsh one translates."""
    marked = ([content for content in (one, two) if content.page.front_matter.get(key)] for key in ("translation", "review"))
    welsh = one if one.page.locale is WELSH else two
    translation = next((found[0] for found in marked if len(found) == 1), welsh)
    return Pair(two if translation is one else one, translation, today)


def review_pin(pair: Pair) -> str:
    """Six letters that change when either text of a pair does."""
    return short_hash(f"{pair.source.fingerprint} {pair.translation.fingerprint}")


def pending_line(content: Content) -> tuple[datetime.date | None, str]:
    """Day and reason of a `translation_pending` line, or (None, "") where it is not of that form."""
    match = _PENDING.fullmatch(str(content.page.front_matter.get("translation_pending") or ""))
    day = _day(match["day"]) if match else None
    return (day, match["reason"]) if day else (None, "")


def changed_sections(pair: Pair) -> list[Section]:
    """The sections of the source that are not as they were when the pin was set; [] if only some went."""
    now = [section.fingerprint for section in pair.source.sections]
    steps = SequenceMatcher(None, pair.pin.split("-"), now, autojunk=False).get_opcodes()
    return [section for tag, _, _, start, end in steps if tag != "equal" for section in pair.source.sections[start:end]]
