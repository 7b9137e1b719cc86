"""Numbers as texts write them, in digits or in words, in English and in Welsh."""

import functools
import re

from messages.locales import ENGLISH, WELSH, Locale
from welsh.mutation import forms

_DIGITS = re.compile(r"\d+(?:[.,:]\d+)*")
_YEARS = re.compile(r"\b((?:19|20)\d\d)([-–/])(\d\d)\b(?!\d)")
_POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b")
# Counting and ordering words, by the number. The Welsh ones are radicals.
_WORDS = {
    ENGLISH: {
        "0": "zero",
        "0.5": "half halves",
        "1": "one once first",
        "2": "two twice second",
        "3": "three third",
        "4": "four fourth",
        "5": "five fifth",
        "6": "six sixth",
        "7": "seven seventh",
        "8": "eight eighth",
        "9": "nine ninth",
        "10": "ten tenth",
        "11": "eleven eleventh",
        "12": "twelve twelfth dozen noon midday midnight",
        "13": "thirteen",
        "14": "fourteen fortnight",
        "15": "fifteen",
        "16": "sixteen",
        "17": "seventeen",
        "18": "eighteen",
        "19": "nineteen",
        "20": "twenty",
        "30": "thirty",
        "40": "forty",
        "50": "fifty",
        "60": "sixty",
        "100": "hundred",
        "1000": "thousand",
    },
    WELSH: {
        "0": "sero",
        "0.5": "hanner haneri",
        "1": "un unwaith cyntaf",
        "2": "dau dwy deu ail dwywaith eilwaith",
        "3": "tri tair trydydd trydedd teirgwaith",
        "4": "pedwar pedair pedwerydd pedwaredd",
        "5": "pump pum pumed",
        "6": "chwech chwe chweched",
        "7": "saith seithfed",
        "8": "wyth wythfed",
        "9": "naw nawfed",
        "10": "deg deng degfed",
        "11": "un-ar-ddeg unarddeg",
        "12": "deuddeg deuddeng deuddegfed hanner-dydd canol-dydd hanner-nos canol-nos",
        "13": "tri-ar-ddeg",
        "14": "pedwar-ar-ddeg pythefnos",
        "15": "pymtheg pymtheng",
        "16": "un-ar-bymtheg",
        "18": "deunaw",
        "20": "ugain ugeinfed",
        "30": "deg-ar-hugain",
        "40": "deugain",
        "50": "hanner-cant",
        "60": "trigain",
        "100": "cant can canfed",
        "1000": "mil milfed",
    },
}


def figures_in(text: str) -> list[str]:
    """The numbers that a text writes in digits, and its postcodes, of which no letter may differ either."""
    # Most texts have none, and one look tells.
    if not _DIGITS.search(text):
        return []
    postcodes = _POSTCODE.findall(text)
    return numbers_in(_POSTCODE.sub(" ", text) if postcodes else text) + [f"{postcode[:-3].strip()} {postcode[-3:]}" for postcode in postcodes]


def numbers_in(text: str) -> list[str]:
    """The numbers that a text writes in digits, without the commas between thousands, and years of a range in full: 2010-11."""
    if "20" in text or "19" in text:
        text = _YEARS.sub(lambda match: f"{match[1]}{match[2]}{match[1][:2]}{match[3]}", text)
    return [number.replace(",", "") for number in _DIGITS.findall(text)]


def says_in_words(number: str, text: str, locale: Locale) -> bool:
    """Whether a text of a language says a number, written in digits, in words: 8 as wyth, 2.5 as 2 and a half."""
    whole, _, part = number.partition(".")
    if part in ("5", "50") and whole != "0":
        return _has("0.5", text, locale) and (whole in numbers_in(text) or _has(whole, text, locale))
    return _has(number, text, locale)


def _has(number: str, text: str, locale: Locale) -> bool:
    return bool((pattern := _pattern(number, locale)) and pattern.search(text))


@functools.cache
def _pattern(number: str, locale: Locale) -> re.Pattern | None:
    """What finds a number in words, in any mutated form."""
    words = _WORDS[locale].get(number, "").split()
    if not words:
        return None
    written = {form for word in words for form in (forms(word) if locale is WELSH else [word])}
    # Hanner dydd is written as two words, un ar ddeg with hyphens or without.
    either = [re.escape(form).replace(r"\-", "[- ]") for form in sorted(written, key=len, reverse=True)]
    return re.compile(rf"(?<!\w)(?:{'|'.join(either)})(?!\w)", re.IGNORECASE)
