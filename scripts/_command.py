"""The languages in which a command speaks: Welsh and English, or the one that --lang names."""

import argparse
import sys

from messages.locales import ENGLISH, WELSH, Locale
from messages.message import Message
from messages.problem import BOTH, in_each

CHOICES = {WELSH.code: (WELSH,), ENGLISH.code: (ENGLISH,), "both": BOTH}


def add_language_option(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--lang", choices=CHOICES, help="the language of what is told (default: both, and English alone of a file in docs/)")


def chosen(options: argparse.Namespace) -> tuple[Locale, ...]:
    """The languages that were asked for; () for the default, which depends on what is told."""
    return CHOICES.get(options.lang, ())


def say(message: Message, languages: tuple[Locale, ...], failed: bool = False) -> None:
    """Print a message on a line for each language, among the errors if a command `failed`."""
    print(in_each(message, languages), file=sys.stderr if failed else sys.stdout)
