"""What a reader could dial: numbers in a text, whichever way they are written."""

import re
import unicodedata
from collections.abc import Iterator, Sequence

import phonenumbers

from sources.numbers import is_no_telephone

# Emergencies, the health service, the police, the electricity supply, and the text relay: for help, in front of a number, and by voice.
EVERYBODYS = frozenset({"999", "112", "111", "101", "105", "18000", "18001", "18002"})
# Letters that are taken for a digit beside one, in the scripts that look like Latin.
_LIKE_DIGITS = str.maketrans({**dict.fromkeys("OoОоΟοՕօ", "0"), **dict.fromkeys("lIІіΙ|ⅼӀ", "1")})
_LETTER = r"OoОоΟοՕօlIІіΙ|ⅼӀ"
# Between the digits of one number: a sign or two, or a space with brackets or dashes; a comma or full stop before a space ends it.
_BETWEEN = r"(?:[ \u00a0]?[^\w\s][ \u00a0]?(?<![,.;:!?] )|[ \u00a0\t]{1,3}|[ ]?[()]{1,2}[ ]?|_)"
_RUN = re.compile(rf"\+?(?:\(?[{_LETTER}]*\d[\d{_LETTER}]*)(?:{_BETWEEN}[{_LETTER}]*\d[\d{_LETTER}]*)*")
# What stands before a number may run into it: room 12 029 2087 3737.
_TAIL = re.compile(r"(?<=\d )0[1-9](?:[ -]?\d){8,9}$")
_FEWEST = 5
# Of two numbers the second may be told by its last digits alone: 03000 133 133 or 134.
_OR_LAST = re.compile(r" (?:or|neu) (\d{2,4})(?![.,:/%-]*\w)")
# The first part of a number and the others, with a comma or some words between: 0300, then 123, then 4567.
_APART = re.compile(r"(?<![\w.,:/£$€+-])0[1-9]\d{1,3}(?:[\s,;:()]+(?:[^\W\d_]+[\s,;:()]+){0,3}(?!0[1-9]\d\d\b)\d{2,8}){1,3}(?!\w)")
_FROM_TO = re.compile(r"(?:[01]\d|2[0-3])[0-5]\d\D+(?:[01]\d|2[0-3])[0-5]\d(?!\d)")
# A number in words: dim dau naw, dau dim wyth saith, tri saith tri saith.
_SPOKEN = {
    **dict.fromkeys("zero oh o nought dim sero".split(), "0"),
    **{word: str(digit) for digit, word in enumerate("one two three four five six seven eight nine".split(), 1)},
    **{word: str(digit) for digit, word in enumerate("un dau tri pedwar pump chwech saith wyth naw".split(), 1)},
}
_DOUBLE = {"double": 2, "dwbl": 2, "treble": 3, "triple": 3, "trebl": 3}
_SAID = rf"(?:(?:{'|'.join(_DOUBLE)}) )?(?:{'|'.join(_SPOKEN)}|\d+)"
_IN_WORDS = re.compile(rf"(?<!\w){_SAID}(?:[ ,–-]{{1,3}}{_SAID}){{2,}}(?!\w)", re.IGNORECASE)
# How such a number starts, and how others of these kinds go on: few texts hold that, and one quick look tells.
_ZEROS = "|".join([*_DOUBLE, *(word for word, digit in _SPOKEN.items() if digit == "0")])
_LIKE_WORDS = re.compile(rf"(?:{_ZEROS}|0\d*)[ ,–-]{{1,3}}(?:{'|'.join([*_DOUBLE, *_SPOKEN])}|\d)")
_LIKE_APART, _LIKE_SHORT = re.compile(r"0[1-9]\d"), re.compile(r"(?<=[A-Za-z] )\d{3,4}(?!\d)")
# After these words stands a number to dial, however short it is.
_SHORT = re.compile(
    r"(?<!\w)(?:call|dial|ring|phone|ffoniwch|deialwch|galwch)(?: (?:us |ni )?(?:on|ar))? (\d{3,4})"
    r"(?=[.,;:!?)](?! ?(?:then |yna )?\d)|$| (?:or|and|if|in|for|at|any|now|straight|neu|ac?|os|yn|mewn|am|ar)(?!\w))",
    re.IGNORECASE,
)
# All but the letters and signs of Welsh and English, which look like no others.
_ODD = re.compile(r"[^\x00-\x7f\xa0À-žẀ-ỹ‘’“”–—…]")


def dialled_in(text: str) -> Iterator[tuple[str, str]]:
    """What in a text could be dialled, as it is written and in plain digits."""
    plain, places = plainly_seen(text)
    for start, end, dialled in (*_in_digits(plain), *_apart(plain), *_in_words(plain), *_short(plain)):
        yield text[places[start] : places[end - 1] + 1], dialled


def _in_digits(plain: str) -> Iterator[tuple[int, int, str]]:
    for run in _RUN.finditer(plain):
        tail = _TAIL.search(run[0]) if len(as_dialled(run[0])) > 11 else None
        start, end = run.start() + (tail.start() if tail else 0), run.end()
        if len(dialled := as_dialled(plain[start:end])) >= _FEWEST and not is_no_telephone(plain, start, end, dialled):
            yield from _each(plain, start, end)
            last = _OR_LAST.match(plain, end)
            if last and last[1] not in EVERYBODYS and len(dialled) >= _FEWEST + len(last[1]):
                yield start, last.end(), dialled[: -len(last[1])] + last[1]


def _apart(plain: str) -> Iterator[tuple[int, int, str]]:
    for match in _APART.finditer(plain) if _LIKE_APART.search(plain) else ():
        if len(dialled := re.sub(r"\D", "", match[0])) in (10, 11) and not _RUN.fullmatch(match[0]) and not _FROM_TO.match(match[0]):
            yield *match.span(), dialled


def _in_words(plain: str) -> Iterator[tuple[int, int, str]]:
    for match in _IN_WORDS.finditer(plain) if _LIKE_WORDS.search(plain.lower()) else ():
        words, times, digits = re.findall(r"\w+", match[0].lower()), 1, ""
        for word in words:
            digits += _SPOKEN.get(word, word) * times if word not in _DOUBLE else ""
            times = _DOUBLE.get(word, 1)
        # Who counts goes on by one.
        dialled = as_dialled(digits)
        if sum(word in _SPOKEN for word in words) > 1 and dialled[0] == "0" and len(dialled) >= 9 and digits not in "0123456789":
            yield *match.span(), dialled


def _short(plain: str) -> Iterator[tuple[int, int, str]]:
    """What somebody is to dial and no telephone knows: 998, 0999."""
    for match in _SHORT.finditer(plain) if _LIKE_SHORT.search(plain) else ():
        if not phonenumbers.is_valid_short_number_for_region(phonenumbers.parse(match[1], "GB"), "GB"):
            yield *match.span(1), match[1]


def _each(plain: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """Each number of a run: two may stand beside each other, as in 0300 123 4567 / 0300 123 4568."""
    for sign in re.compile(r" ?[/–—-] ").finditer(plain, start, end):
        if all(len(as_dialled(part)) >= 9 for part in (plain[start : sign.start()], plain[sign.end() : end])):
            yield start, sign.start(), as_dialled(plain[start : sign.start()])
            start = sign.end()
    yield start, end, as_dialled(plain[start:end])


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
