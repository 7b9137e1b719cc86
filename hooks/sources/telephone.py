"""What a reader could dial: numbers in a text, whichever way they are written."""

import re
import unicodedata
from collections.abc import Iterator, Sequence

# Emergencies, the health service, the police, the electricity supply, and the text relay.
EVERYBODYS = frozenset({"999", "112", "111", "101", "105", "18000"})
# Letters that are taken for a digit beside one, in the scripts that look like Latin.
_LIKE_DIGITS = str.maketrans({**dict.fromkeys("OoОоΟοՕօ", "0"), **dict.fromkeys("lIІіΙ|ⅼӀ", "1")})
_LETTER = r"OoОоΟοՕօlIІіΙ|ⅼӀ"
# Between the digits of one number: a sign or two, or a space with brackets or dashes; a comma or full stop before a space ends it.
_BETWEEN = r"(?:[ \u00a0]?[^\w\s][ \u00a0]?(?<![,.;:!?] )|[ \u00a0\t]{1,3}|[ ]?[()]{1,2}[ ]?|_)"
_RUN = re.compile(rf"\+?(?:\(?[{_LETTER}]*\d[\d{_LETTER}]*)(?:{_BETWEEN}[{_LETTER}]*\d[\d{_LETTER}]*)*")
_FEWEST = 5
# All but the letters and signs of Welsh and English, which look like no others.
_ODD = re.compile(r"[^\x00-\x7f\xa0À-žẀ-ỹ‘’“”–—…]")

_YEAR = r"(?:1[5-9]|20)\d\d"
_DASH = r" ?[-–—/] ?"
_YEARS = rf"{_YEAR}(?:{_DASH}(?:{_YEAR}|\d\d))?"
_DAY = rf"(?:\d{{4}}-\d\d-\d\d|\d{{1,2}}[./-]\d{{1,2}}[./-](?:\d\d){{1,2}}|\d{{1,2}} \d{{1,2}} {_YEAR})"
_TIME = r"\d{1,2}[.:]\d\d"
_AMOUNT = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|(?:0|[1-9]\d*)\.\d+|0"
_DATE = rf"(?:{_DAY}|{_YEAR})"
# A law or the like, by its year: 2005/1314, 183/2005, 2017 (37.
_REFERENCE = rf"(?:[1-9]\d{{0,3}}[)/] ?)?(?:{_DATE}[ /(]{{1,2}})*{_DATE}(?: ?[/(] ?[1-9]\d{{0,3}})?"
# What is no number to dial: years, days, times, amounts, and from one of these to another.
_COUNT = re.compile(
    rf"{_REFERENCE}|{_YEARS}(?: {_YEARS})*|{_DAY}(?:{_DASH}{_DAY})?|{_TIME}(?:{_DASH}{_TIME})?|{_AMOUNT}(?:{_DASH}(?:{_AMOUNT}|\d+))?"
)
_ISBN = re.compile(r"ISBN(?:-1[03])?:?\s*$", re.IGNORECASE)
# Numbers of accounts and the like are no telephone numbers; one that starts with 0 or + may be one all the same.
_NUMBER_OF = re.compile(
    r"\b(?:accounts?|sort codes?|references?|reference numbers?|cyfrifo?n?|cod(?:au)? didoli|god(?:au)? didoli|cyfeirnod(?:au)?|gyfeirnod(?:au)?)\b",
    re.IGNORECASE,
)
_MONEY = re.compile(r"[£$€]\s?$")


def dialled_in(text: str) -> Iterator[tuple[str, str]]:
    """What in a text could be dialled, as it is written and in plain digits."""
    plain, places = _plain(text)
    for match in _RUN.finditer(plain):
        if len(as_dialled(match[0])) >= _FEWEST and not _is_count(match, plain):
            yield from ((text[places[start] : places[end - 1] + 1], as_dialled(plain[start:end])) for start, end in _each(match))


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


def _plain(text: str) -> tuple[str, Sequence[int]]:
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


def _is_count(match: re.Match, text: str) -> bool:
    """Whether a run of digits is a date, a price, a book's number or the like."""
    before, after = text[max(0, match.start() - 10) : match.start()], text[match.end() : match.end() + 10]
    run = match[0].strip("()+ ")
    if _ISBN.search(before):
        return len(re.sub(r"\D", "", run)) in (9, 10, 13)
    if run[0] not in "0+" and len(re.sub(r"\D", "", run)) in (6, 8, 12) and _NUMBER_OF.search(text, max(0, match.start() - 80), match.start()):
        return True
    return bool(_MONEY.search(before) or re.match(r" ?(?:%|per cent|y cant)", after) or _COUNT.fullmatch(run))
