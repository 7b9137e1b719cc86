"""What all commands share: how they start and end, and the languages that they speak, Welsh and English or the one that --lang names."""

import argparse
import os
import sys
from collections.abc import Callable
from typing import NoReturn

from messages.locales import ENGLISH, WELSH, Locale
from messages.message import Message
from messages.problem import BOTH, in_each
from messages.terminal import print_any_letter

CHOICES = {WELSH.code: (WELSH,), ENGLISH.code: (ENGLISH,), "both": BOTH}


def add_language_option(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--lang", choices=CHOICES, help="the language of what is told (default: both, and English alone of a file in docs/)")


def chosen(options: argparse.Namespace) -> tuple[Locale, ...]:
    """The languages that were asked for; () for the default, which depends on what is told."""
    return CHOICES.get(options.lang, ())


def say(message: Message, languages: tuple[Locale, ...], failed: bool = False) -> None:
    """Print a message on a line for each language, among the errors if a command `failed`."""
    print(in_each(message, languages), file=sys.stderr if failed else sys.stdout)


def run(main: Callable[[], int]) -> NoReturn:
    """Run a command and end with its status; what its machine refuses is told in a line."""
    print_any_letter()
    try:
        status = main()
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read what it printed has read enough, and nobody would hear Python say so.
        os._exit(1)
    except KeyboardInterrupt:
        status = 130
    except OSError as error:
        path = error.filename or sys.stdout.name
        message = Message(
            "{path} cannot be written: {reason}. Fix: see that the file and its folder can be changed.", path=path, reason=error.strerror
        )
        say(message, (), failed=True)
        status = 1
    sys.exit(status)
