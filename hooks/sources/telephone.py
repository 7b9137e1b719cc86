"""What a reader could dial: numbers in a text, whichever way they are written."""

import re
import unicodedata
from collections.abc import Iterator, Sequence

from sources.numbers import is_no_telephone

# Emergencies, the health service, the police, the electricity supply, and the text relay: for help, in front of a number, and by voice.
EVERYBODYS = frozenset({"999", "112", "111", "101", "105", "18000", "18001", "18002"})
# Letters that are taken for a digit beside one, in the scripts that look like Latin.
_LIKE_DIGITS = str.maketrans({**dict.fromkeys("OoОоΟοՕօ", "0"), **dict.fromkeys("lIІіΙ|ⅼӀ", "1")})
_LETTER = r"OoОоΟοՕօlIІіΙ|ⅼӀ"
# Between the digits of one number: a sign or two, or a space with brackets or dashes; a comma or full stop before a space ends it.
_BETWEEN = r"(?:[ \u00a0]?[^\w\s][ \u00a0]?(?<![,.;:!?] )|[ \u00a0\t]{1,3}|[ ]?[()]{1,2}[ ]?|_)"
_RUN = re.compile(rf"\+?(?:\(?[{_LETTER}]*\d[\d{_LETTER}]*)(?:{_BETWEEN}[{_LETTER}]*\d[\d{_LETTER}]*)*")
_FEWEST = 5
# Of two numbers the second may be told by its last digits alone: 03000 133 133 or 134.
_OR_LAST = re.compile(r" (?:or|neu) (\d{2,4})(?![.,:/%-]*\w)")
# All but the letters and signs of Welsh and English, which look like no others.
_ODD = re.compile(r"[^\x00-\x7f\xa0À-žẀ-ỹ‘’“”–—…]")


def dialled_in(text: str) -> Iterator[tuple[str, str]]:
    """What in a text could be dialled, as it is written and in plain digits."""
    plain, places = plainly_seen(text)
    for match in _RUN.finditer(plain):
        if len(dialled := as_dialled(match[0])) >= _FEWEST and not is_no_telephone(plain, match.start(), match.end(), dialled):
            yield from ((text[places[start] : places[end - 1] + 1], as_dialled(plain[start:end])) for start, end in _each(match))
            last = _OR_LAST.match(plain, match.end())
            if last and last[1] not in EVERYBODYS and len(dialled) >= _FEWEST + len(last[1]):
                yield text[places[match.start()] : places[last.end() - 1] + 1], dialled[: -len(last[1])] + last[1]


def _each(match: re.Match) -> Iterator[tuple[int, int]]:
    """Start and end of each number of a run: two may stand beside each other, as in 0300 123 4567 / 0300 123 4568."""
    start = match.start()
    for sign in re.finditer(r" ?[/–—-] ", match[0]):
        end, after = match.start() + sign.start(), match.start() + sign.end()
        if all(len(as_dialled(part)) >= 9 for part in (match.string[start:end], match.string[after : match.end()])):
            yield start, end
            start = after
    yield start, match.end()


def as_dialled(number: str) -> str:
    """A number as it is dialled within the country: digits alone, without the country's own number."""
    digits = re.sub(r"\D", "", number.translate(_LIKE_DIGITS))
    inland = re.sub(r"^(?:00)?44(?=0?\d{9,10}$)", "", digits)
    return digits if inland == digits else "0" + inland.removeprefix("0")


def plainly_seen(text: str) -> tuple[str, Sequence[int]]:
    """A text in the plainest signs that look the same, without those that cannot be seen, and where each of them was."""
    if not _ODD.search(text):
        return text, range(len(text))
    signs, places = [], []
    for place, letter in enumerate(text):
        for sign in unicodedata.normalize("NFKC", letter):
            if unicodedata.category(sign) in ("Cf", "Mn", "Me"):
                continue
            digit = unicodedata.digit(sign, None)
            signs.append(sign if digit is None else str(digit))
            places.append(place)
    return "".join(signs), places
