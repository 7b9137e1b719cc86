"""What stands beside a number and says what it counts, in English and in Welsh: a unit of time, a month, the half of a day, money."""

import functools
import re

from messages.locales import ENGLISH, WELSH, Locale
from welsh.mutation import forms
from welsh.numerals import numbers_in

# Each measure with its words; the Welsh ones are radicals. Only measures of one kind can stand for one another.
KINDS: dict[str, dict[str, tuple[str, str]]] = {
    "time": {
        "minute": ("minute minutes min mins", "munud munudau"),
        "hour": ("hour hours hr hrs", "awr oriau"),
        "day": ("day days", "diwrnod diwrnodau dydd dyddiau niwrnod"),
        "week": ("week weeks", "wythnos wythnosau"),
        "month": ("month months", "mis misoedd"),
        "year": ("year years", "blwyddyn blynyddoedd blynedd blwydd oed"),
    },
    "month": {
        "January": ("January Jan", "Ionawr"),
        "February": ("February Feb", "Chwefror"),
        "March": ("March", "Mawrth"),
        "April": ("April", "Ebrill"),
        "May": ("May", "Mai"),
        "June": ("June", "Mehefin"),
        "July": ("July", "Gorffennaf"),
        "August": ("August Aug", "Awst"),
        "September": ("September Sept Sep", "Medi"),
        "October": ("October Oct", "Hydref"),
        "November": ("November Nov", "Tachwedd"),
        "December": ("December Dec", "Rhagfyr"),
    },
    "half": {
        "am": ("am a.m.", "am yb y.b. bore"),
        "pm": ("pm p.m.", "pm yp y.p. yh y.h. prynhawn hwyr nos"),
    },
    "twelve": {
        "noon": ("noon midday", "hanner-dydd canol-dydd"),
        "midnight": ("midnight", "hanner-nos canol-nos"),
    },
    "length": {
        "kilometre": ("km kilometre kilometres", "km cilometr cilometrau"),
        "metre": ("metre metres", "metr metrau"),
        "centimetre": ("cm centimetre centimetres", "cm centimetr centimetrau"),
        "mile": ("mile miles", "milltir milltiroedd"),
    },
    "amount": {
        "kilogram": ("kg kilo kilos kilogram kilograms", "kg cilo cilogram cilogramau"),
        "gram": ("g gram grams", "g gram gramau"),
        "litre": ("l litre litres", "l litr litrau"),
        "millilitre": ("ml millilitre millilitres", "ml mililitr mililitrau"),
        "milligram": ("mg milligram milligrams", "mg miligram miligramau"),
    },
    "temperature": {
        "degree Celsius": ("°C degrees-Celsius", "°C gradd-Celsius"),
        "degree Fahrenheit": ("°F degrees-Fahrenheit", "°F gradd-Fahrenheit"),
    },
    "share": {"per cent": ("% percent per-cent", "% y-cant")},
    "money": {"pound": ("£ pound pounds", "£ punt punnau o-bunnoedd"), "euro": ("€ euro euros", "€ ewro")},
}
_CARDINALS = {
    ENGLISH: dict(zip("two three four five six seven eight nine ten eleven twelve".split(), map(str, range(2, 13)), strict=True)),
    WELSH: {
        form: number
        for number, words in {
            "2": "dau dwy", "3": "tri tair", "4": "pedwar pedair", "5": "pump pum", "6": "chwech chwe", "7": "saith",
            "8": "wyth", "9": "naw", "10": "deg deng", "12": "deuddeg deuddeng",
        }.items()
        for word in words.split()
        for form in forms(word)
    },
}  # fmt: skip
_ORDINAL = r"(?:st|nd|rd|th|af|il|ydd|fed|ain|eg)?"
_DIGIT = re.compile(r"\d")
_NAMES = {ENGLISH: ("day",), WELSH: ("Llun", "Mawrth", "Mercher", "Iau", "Gwener", "Sadwrn", "Sul")}
_BEFORE = re.compile(r"(?P<measure>[£€])\s?(?P<digits>\d+(?:[.,]\d+)*)")
_DAYS = dict(zip("monday tuesday wednesday thursday friday saturday sunday".split(), range(7), strict=True))
_DAYS |= dict(zip("llun mawrth mercher iau gwener sadwrn sul".split(), range(7), strict=True))
_WEEKDAY = {
    ENGLISH: re.compile(r"\b((?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)s?\b"),
    WELSH: re.compile(r"\b(?:dd?ydd|nos|dyddiau|bore|prynhawn|bob) (Llun|Mawrth|Mercher|Iau|Gwener|Sadwrn|Sul)\b", re.IGNORECASE),
}
# Which way a number bounds: up to 16, 16 or under; and at least 16, 16 or over.
_BOUNDS = {
    ENGLISH: (
        r"up to|at most|(?:no|not) more than|less than|fewer than|under|below",
        r"at least|(?:no|not) (?:less|fewer) than|more than|over|above",
        r"(?:or|and) (?:under|younger|less|fewer)",
        r"(?:or|and) (?:over|older|more)",
    ),
    WELSH: (
        r"hyd at|dim mwy na|llai na|(?:o )?dan|islaw",
        r"o leiaf|dim llai na|mwy na|dros|uwchlaw",
        r"(?:neu|a|ac) (?:iau|lai|danodd)",
        r"(?:neu|a|ac) (?:hŷn|fwy|ragor|drosodd|throsodd)",
    ),
}
# In Welsh a few words may stand between a time and its half of the day: 9 o'r gloch y bore.
_BETWEEN = {
    ENGLISH: r"(?:\s|-|\sof\s|\s(?:working|calendar|full|clear|more|whole)\s)?",
    WELSH: r"(?:\s|-|\so\s|\so'r gloch\s)?(?:(?:yn\s)?(?:y|yr)\s)?",
}


# The number for which a measure stands; of a day of the week there is none.
Found = dict[tuple[str, str, str], str]


def measures_in(text: str, locale: Locale) -> Found:
    """Each measure of a text as its number, its kind and its name, with the words that say it."""
    text = text.replace("’", "'")
    found: Found = {}
    # Most texts hold no number, in digits or in words, and no day of the week; a look at each word is quick.
    for match in _after_digits(locale).finditer(text) if _DIGIT.search(text) else ():
        found[match["number"].lstrip("0"), *_measures(locale)[_plainly(match["measure"])]] = match[0]
    for match in _after_words(locale).finditer(text) if not _CARDINALS[locale].keys().isdisjoint(text.lower().split()) else ():
        found[_CARDINALS[locale][match["number"].lower()], *_measures(locale)[_plainly(match["measure"])]] = match[0]
    for match in _BEFORE.finditer(text) if "£" in text or "€" in text else ():
        found[match["digits"].replace(",", ""), *_measures(locale)[match["measure"]]] = match[0]
    for match in _bounds(locale).finditer(text) if _DIGIT.search(text) else ():
        way = "most" if match["most"] or match["most_behind"] else "least"
        found[match["number"] or match["number_behind"], "bound", way] = match[0]
    for match in _WEEKDAY[locale].finditer(text) if any(day in text for day in _NAMES[locale]) else ():
        found["", "weekday", _DAYS[match[1].lower()]] = match[0]
    return found


def _plainly(measure: str) -> str:
    return measure.lower().replace(" ", "-")


@functools.cache
def _measures(locale: Locale) -> dict[str, tuple[str, str]]:
    """Kind and measure of each word, in small letters."""
    index = 0 if locale is ENGLISH else 1
    return {
        form.lower(): (kind, measure)
        for kind, measures in KINDS.items()
        for measure, words in measures.items()
        for word in words[index].split()
        for form in (forms(word) if locale is WELSH and word.isalpha() else [word])
    }


def _any(locale: Locale, *kinds: str) -> str:
    words = [word for word, (kind, _) in _measures(locale).items() if kind in kinds]
    return "|".join(re.escape(word).replace(r"\-", " ") for word in sorted(words, key=len, reverse=True))


@functools.cache
def _behind(locale: Locale) -> str:
    """What stands behind a number and says what it counts. Months have a capital: mai and may are words of other kinds."""
    months = "|".join(word.capitalize() for word in _any(locale, "month").split("|"))
    return rf"{_BETWEEN[locale]}(?P<measure>(?i:{_any(locale, *(kind for kind in KINDS if kind != 'month'))})|{months})(?!\w)"


@functools.cache
def _after_digits(locale: Locale) -> re.Pattern:
    return re.compile(rf"(?<![\w.,:/-])(?P<number>\d+(?:[.:]\d+)?){_ORDINAL}{_behind(locale)}")


@functools.cache
def _after_words(locale: Locale) -> re.Pattern:
    cardinals = "|".join(sorted(_CARDINALS[locale], key=len, reverse=True))
    return re.compile(rf"\b(?P<number>(?i:{cardinals}))\b(?=\s){_behind(locale)}")


@functools.cache
def _bounds(locale: Locale) -> re.Pattern:
    most, least, most_behind, least_behind = _BOUNDS[locale]
    return re.compile(
        rf"(?<![\w-])(?:(?:(?P<most>{most})|{least}) £?(?P<number>\d+(?:[.,]\d+)*)"
        rf"|(?P<number_behind>\d+)(?: \w+)? (?:(?P<most_behind>{most_behind})|{least_behind}))(?!\w)",
        re.IGNORECASE,
    )


def contradictions(english: str, welsh: str) -> list[tuple[str, str]]:
    """Words of a text, and those of its counterpart that contradict them: 6 months and 6 wythnos, two hours and ddeg awr."""
    ours, theirs = measures_in(english, ENGLISH), measures_in(welsh, WELSH)
    found = []
    for key, words in ours.items():
        number, kind, measure = key
        # The same number of something else of the kind; or another number, said in words, of the same.
        others = [said for each, said in theirs.items() if each[:2] == key[:2] and each not in ours]
        as_many = sum(each[:2] == key[:2] for each in ours) == sum(each[:2] == key[:2] for each in theirs)
        of_same = [(each[0], said) for each, said in theirs.items() if each[1:] == key[1:]]
        alone = sum(each[1:] == key[1:] for each in ours) == len(of_same) == 1
        if others and key not in theirs and (as_many or not any(each[:2] == key[:2] and each in theirs for each in ours)):
            found.append((words, others[0]))
        elif alone and kind != "bound" and of_same[0][0] != number and not (words[:1].isdigit() and of_same[0][1][:1].isdigit()):
            found.append((words, of_same[0][1]))
    found += [(words, number) for words, number in _lost(ours, theirs, welsh)]
    return found + [(number, words) for words, number in _lost(theirs, ours, english)]


def _lost(ours: Found, theirs: Found, counterpart: str) -> list[tuple[str, str]]:
    """Shares and sums of money whose number the counterpart gives without saying of what."""
    said = {key[0] for key in theirs if key[1] in ("share", "money")}
    return [
        (words, number)
        for (number, kind, _), words in ours.items()
        if kind in ("share", "money") and number not in said and number in numbers_in(counterpart)
    ]
