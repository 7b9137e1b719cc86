"""Numbers that nobody dials: days, times, amounts and other quantities by their own shape, the rest by what the text calls them.

What has the shape of a telephone number is none of these, whatever it is called; nor is what stands in one sentence with a word of
calling, unless the text says what else it is.
"""

import re
from collections.abc import Iterator

_YEAR = r"(?:1[5-9]\d|20[0-5])\d"
_DASH = r" ?[-–—/] ?"
_YEARS = rf"{_YEAR}(?:{_DASH}(?:{_YEAR}|\d\d))?"
_DAY = rf"(?:{_YEAR}[./-]\d{{1,2}}[./-]\d{{1,2}}|\d{{1,2}}[./-]\d{{1,2}}[./-](?:\d\d){{1,2}}|\d{{1,2}} \d{{1,2}} {_YEAR})"
_TIME = r"\d{1,2}[.:]\d\d"
_TIMES = rf"(?:[01]?\d|2[0-4])[.:][0-5]\d(?:{_DASH}(?:[01]?\d|2[0-4])[.:][0-5]\d)+"
# A standard of some year: EN 1888-1:2018.
_STANDARD = rf"[1-9]\d{{1,4}}(?:-\d{{1,2}})?:{_YEAR}"
# From 0900 to 1730, as timetables write it.
_CLOCK = r"(?:[01]\d|2[0-3])[0-5][05]"
_THOUSANDS_AND_MORE = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?"
_AMOUNT = rf"(?:{_THOUSANDS_AND_MORE}|(?:0|[1-9]\d*)\.\d+|0)"
_DATE = rf"(?:{_DAY}|{_YEAR})"
# A law, a judgment or the like, by its year: 2005/1314, 183/2005, 2017 (37, 2003) 1.
_LAW = rf"(?:[1-9]\d{{0,3}}[)/] ?)?(?:{_DATE}[ /(]{{1,2}})*{_DATE}(?: ?[/(] ?[1-9]\d{{0,3}}|[)\]] [1-9]\d{{0,2}})?"
# Years, days, times, amounts, and from one of these to another.
_COUNT = re.compile(
    rf"{_LAW}|{_YEARS}(?:(?: | ?[–-] ?){_YEARS})*|{_DAY}(?:{_DASH}{_DAY})?|{_TIME}(?:{_DASH}{_TIME})?|{_TIMES}|{_STANDARD}"
    rf"|{_CLOCK}{_DASH}{_CLOCK}|{_YEAR} {_THOUSANDS_AND_MORE}|{_AMOUNT}(?:{_DASH}(?:{_AMOUNT}|\d+))?"
)
_MONEY = re.compile(r"[£$€]\s?$")
_SHARE = re.compile(r" ?(?:%|per cent|y cant)")

# Quantities that some digits of a telephone number might look like: 10 000, 1:50 000, 3–6 (7–11, 140/90, 2:58:31, 19.6 × 12.9, 52° 24′, 192.168.0.1.
_THOUSANDS = r"[1-9]\d?(?:[ \u00a0]\d{3}){1,2}|[1-9]\d\d(?:[ \u00a0]000)+"
_FROM_TO = r"([1-9]\d{0,3}|0) ?[-–—] ?([1-9]\d{0,3})"
_MEASURE = r"[1-9]\d{0,4}(?:\.\d+)?"
_QUANTITY = re.compile(
    rf"(?:\d{{1,4}}:)?(?:{_THOUSANDS})(?: ?[–-] ?(?:{_THOUSANDS}))?|{_FROM_TO}(?:[ ,;()]{{1,3}}{_FROM_TO})*"
    r"|[1-9]\d{0,3}/\d{1,4}|[1-9]\d{0,2}/\d{1,2}/\d{1,3}|\d{1,4}:\d{1,4}|\d{1,2}(?::\d\d){1,2}(?:\.\d+)?"
    rf"|{_MEASURE}(?: ?[×÷=] ?{_MEASURE})+|\d{{1,3}}(?:\.\d+)?°.*|(?:[1-9]\d{{0,2}}\.){{3}}\d{{1,3}}"
)

# What the text in front calls a number. These words alone say that it is none to dial …
_NAMES = (
    r"ISSN|P\.?O\.? box|sort codes?|accounts?|ref|references?|registered|registration|charity|licen[cs]e|policy|batch|bar ?code|serial|grid"
    r"|MPAN|MPRN|UPRN|URN|PL|passcodes?|passwords?|cyfrin(?:air|eiriau)|UTR|OCLC|VAT|TAW|EIN|reg|extension|ext"
    r"|[bf]lwch post|[cg]od(?:au)? didoli|ch?yfrifo?n?|gyfrifo?n?|cyf|(?:ch?|g)yfeirnod(?:au)?|(?:ch?|g)ofrestr\w*|elusen(?:nau)?|d?t?rwydded|[bp]olisi|swp"
    r"|[cg]od bar|rhif cyfresol|estyniad|est"
)
# … and these with "number" or "rhif".
_THINGS = (
    r"hospital|NHS|insurance|company|case|claim|application|card|job|customer|member(?:ship)?|document|order|invoice|VAT|catalogue|meter|tenancy|student"
    r"|patient|voucher|plot|meeting|Zoom|webinar"
)
_THINGS_WELSH = (
    r"ysbyty|GIG|yswiriant|ch?wmni|gwmni|achos|hawliad|ch?ais|gais|ch?erdyn|gerdyn|cwsmer|aelod(?:aeth)?|d?dogfen|archeb|anfoneb|TAW|catalog|mesurydd"
    r"|tenantiaeth|myfyriwr|claf|taleb|plot|cyfarfod|Zoom|gweminar|mynediad"
)
_BETWEEN_WORDS = (
    r"numbers?|nos?|ids?|codes?|is|are|of|which|has|have|such|as|for|example|e|g|eg|looks?|like|and|or|to|an?|the|in|with|long|digits?|six|eight|ten"
    r"|rhif(?:au)?|rif(?:au)?|yw|ydy|sydd|neu|i|a|â|yr?|yn|hyd|gyda|megis|er|enghraifft|edrych|fel|digid|chwe|wyth|deg"
    rf"|England|Wales|Scotland|Lloegr|Nghymru|(?-i:[A-Z]{{1,4}})|\w*\d\w*|{_THINGS}|{_THINGS_WELSH}"
)
_NAMED = re.compile(
    rf"(?<!\w)(?:{_NAMES}|(?:{_THINGS})s?'? (?:numbers?|nos?|IDs?|codes?)"
    rf"|(?:rhif(?:au)?|rif|ID|[cg]od) (?:\w+ )?(?:{_THINGS_WELSH})|(?:{_THINGS_WELSH}) rhif)(?!\w)",
    re.IGNORECASE,
)
_NAMED_JUST_BEFORE = re.compile(rf"{_NAMED.pattern}(?>\W*(?<!\w)(?:{_BETWEEN_WORDS})(?!\w))*+\W*$", re.IGNORECASE)
_NUMBERED = re.compile(r"(?<!\w)(?:numbers?|nos?\.?|rhif(?:au)?|IDs?|codes?|[cg]od(?:au)?):? $", re.IGNORECASE)
# SC045678, RN-12345, 5QZ12345; with fewer digits than a telephone number H1234567, QQ 12 34 56, DfE 681-2167; SN 58165 81605 of the national grid.
_CODE = re.compile(r"(?<![^\W\d])(?:[A-Z]{2,6}[-/#]?|[A-EG-LN-SU-Z][-/])$")
# Letters that a hyphen joins to the digits, whatever those look like: RN-08732-41990.
_JOINED_CODE = re.compile(r"(?<![^\W\d])(?!(?:TEL|MOB|FAX|CALL|RING|TEXT)-)[A-Z]{2,6}-$")
_SHORT_CODE = re.compile(r"(?<!\w)(?:#|[A-EG-LN-SU-Z]|(?=\w*[A-Z]\w*[A-Z])[A-Za-z]{2,6}[.:]? )$")
_GRID_SQUARE = re.compile(r"(?<!\w)(?:[HNST][A-HJ-Z]|OV) ?$")

# Words that go with a number to dial.
_CALLING = re.compile(
    r"(?<!\w)(?:call(?:s|ing|ers)?|(?:tele|text)?phon(?:es?|ing)|tel|ring(?:s|ing)?|dial(?:s|ling)?|text(?:s|ing)?|sms|mobile|mob|fax|helpline|hotline|phoneline|line"
    r"|lines|contact|whats ?app|freephone|freefone|minicom"
    r"|ff[oô]n(?:io|iwch|iwn|iau)?|teleff[oô]n|g?alw(?:ch|ad|adau)?|(?:ch?|g)ysyllt(?:u|wch|wn)|dd?eial(?:u|wch)|d?tecst(?:io|iwch)?|symudol|ffacs|ll?inell(?:au)?"
    r"|linell|rhadff[oô]n)(?!\w)",
    re.IGNORECASE,
)
# Behind a short word the full stop may be of Tel. or No.
_SENTENCE_ENDS = re.compile(r"(?<=\w{4})[.!?]\s+(?=[A-ZÀ-ŽŴŶ])")
# As much as a sentence may hold.
_NEAR = 600
# A document or an article of a journal: doi.org/10.1016/S0140-6736(16)31390-3, 2016;387(10017):475-90.
_CITED = re.compile(rf"(?<!\d)(?:10\.\d{{4,9}}/\S+|{_YEAR};\d{{1,4}}(?:\(\d+\))?:[a-zA-Z]?\d+(?:[-–]\d+)?)")
_ISBN = re.compile(r"ISBN(?:-1[03])?:?\s*$", re.IGNORECASE)
# As long as a telephone number may be with the country's own number, or with the text relay's in front.
_LONGEST, _LONGEST_WITHOUT_ZERO = 17, 12
_FEWEST = 9


def is_no_telephone(text: str, start: int, end: int, dialled: str) -> bool:
    """Whether a run of digits is a date, a price, the number of a book or an account, or the like; `dialled` are its digits alone."""
    run = text[start:end].strip("()+ ")
    if _COUNT.fullmatch(run) or _is_cited(text, start, end) or _is_book(dialled, text[max(0, start - _NEAR) : start]):
        return True
    if _JOINED_CODE.search(text[max(0, start - 9) : start]):
        return True
    if _is_dialled(text[start:end], dialled):
        return False
    # The letter in front of a few digits is one: l1234.
    if run[0].isalpha() and len(dialled) < _FEWEST or _MONEY.search(text[max(0, start - 3) : start]) or _SHARE.match(text, end):
        return True
    before, after = _sentence(text, start, end)
    if _is_named(before, dialled):
        return True
    if _CALLING.search(before) or _CALLING.search(after):
        return False
    return _is_quantity(run, dialled) or _is_code(before, run, dialled)


def _is_cited(text: str, start: int, end: int) -> bool:
    """Whether digits are part of what names a document."""
    return any(found.start() <= start and end <= found.end() for found in _CITED.finditer(text, max(0, start - 60), end + 60))


def _is_book(dialled: str, before: str) -> bool:
    """Whether digits are those of a book: called so, or with the digit that checks the others."""
    checked = sum(int(digit) * weight for digit, weight in zip(dialled, [1, 3] * 6 + [1], strict=False)) % 10 == 0
    return len(dialled) in (9, 10, 13) if _ISBN.search(before) else len(dialled) == 13 and dialled.startswith(("978", "979")) and checked


def _is_dialled(typed: str, dialled: str) -> bool:
    """Whether digits have the shape of a telephone number, with one or two of them lost."""
    of_licence = re.fullmatch(r"\d{5}/\d{4}", typed)
    if dialled.startswith("000"):
        return False
    return (typed.lstrip("(")[0] in "0+" or dialled.startswith(("0", "18001"))) and _FEWEST <= len(dialled) <= _LONGEST and not of_licence


def _sentence(text: str, start: int, end: int) -> tuple[str, str]:
    """What stands before and behind a number in its sentence."""
    *_, before = _SENTENCE_ENDS.split(text[max(0, start - _NEAR) : start])
    return before, _SENTENCE_ENDS.split(text[end : end + _NEAR])[0]


def _is_named(before: str, dialled: str) -> bool:
    """Whether a text calls the number that follows something else; what is as long as a telephone number without its zero, just before it."""
    if len(dialled) in range(_FEWEST, _LONGEST_WITHOUT_ZERO):
        return bool(_NAMED_JUST_BEFORE.search(before[-160:]))
    near = before[-80:]
    named = [found.end() for found in _NAMED.finditer(near)]
    return bool(named) and not _CALLING.search(near, named[-1])


def _is_quantity(run: str, dialled: str) -> bool:
    found = _QUANTITY.fullmatch(run)
    is_longer = len(dialled) > _LONGEST_WITHOUT_ZERO and (dialled.startswith("000") or not dialled.startswith(("0", "44")))
    return is_longer or bool(found) and all(low < high for low, high in _ranges(run))


def _ranges(run: str) -> Iterator[tuple[int, int]]:
    return ((int(found[1]), int(found[2])) for found in re.finditer(_FROM_TO, run))


def _is_code(before: str, run: str, dialled: str) -> bool:
    """Whether a number follows letters that no telephone number has in front of it."""
    if _CODE.search(before) or _GRID_SQUARE.search(before) and re.fullmatch(r"\d{3,5} ?\d{3,5}", run):
        return True
    # What people text has five digits too, and may stand alone below a word of calling, as in a table.
    is_amid_words = re.fullmatch(r"\d{5}", run) and before.strip()
    return len(dialled) < _FEWEST and dialled[0] != "0" and bool(_SHORT_CODE.search(before) or _NUMBERED.search(before) or is_amid_words)
