"""Numbers in digits and in words, in both languages."""

import pytest

from messages.locales import ENGLISH, WELSH
from welsh.numerals import numbers_in, says_in_words


def test_numbers_are_read_as_they_are_meant():
    assert numbers_in("1,234 people, 2.5 hours at 9.30, in 2010-11 and 2010-2011") == ["1234", "2.5", "9.30", "2010", "2011", "2010", "2011"]


@pytest.mark.parametrize(
    ("number", "text", "locale", "says"),
    [
        ("8", "wyth diwrnod", WELSH, True),
        ("10", "ddeg awr", WELSH, True),
        ("1", "Ebrill y cyntaf", WELSH, True),
        ("3", "thair awr", WELSH, True),
        ("2", "two hours", ENGLISH, True),
        ("2", "network", ENGLISH, False),
        ("5", "wyth diwrnod", WELSH, False),
        ("2.5", "2 awr a hanner", WELSH, True),
        ("2.5", "two and a half hours", ENGLISH, True),
        ("2.5", "2 awr", WELSH, False),
        ("12", "o 9 y bore tan hanner dydd", WELSH, True),
        ("11", "un ar ddeg o blant", WELSH, True),
        ("23", "dau ddeg tri", WELSH, False),
    ],
)
def test_a_number_may_be_said_in_words(number, text, locale, says):
    assert says_in_words(number, text, locale) is says
