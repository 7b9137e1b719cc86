"""The lines between the two --- at the top of a page."""

import datetime
import re

KEYS = (
    *("title", "description", "change", "updated", "review_by", "slug", "review", "translation", "translation_pending", "waive", "cards"),
    *("formerly", "hold", "section_list"),
)
# What of it readers get in words, and a translation says in its own.
SHOWN = ("title", "description", "change")


def is_day(text: str) -> bool:
    """Whether a text is a day of the calendar, such as 2026-11-23."""
    try:
        return str(datetime.date.fromisoformat(text)) == text
    except ValueError:
        return False


def set_line(text: str, key: str, value: str) -> str:
    """The text of a page with one line of its front matter set, and nothing else changed."""
    newline = "\r\n" if "\r\n" in text else "\n"
    line = f"{key}: {value}"
    if not re.match(r"\ufeff?---[ \t]*\r?\n", text):
        mark = "\ufeff" if text.startswith("\ufeff") else ""
        return f"{mark}---{newline}{line}{newline}---{newline}{newline}{text.removeprefix(mark)}"
    # A value may end with three dots: only a line of its own ends the front matter.
    start, front, rest = re.match(r"(\ufeff?---[ \t]*\r?\n)((?:[^\n]*\n)*?)((?:---|\.\.\.)[ \t]*(?:\r?\n|$).*)", text, re.DOTALL).groups()
    changed, count = re.subn(rf"^{key}:[^\r\n]*", lambda match: line, front, count=1, flags=re.MULTILINE)
    return start + (changed if count else front + line + newline) + rest
