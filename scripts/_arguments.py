"""What a command was asked for; its help and what it cannot understand are told in Welsh and English, or in what --lang names."""

import argparse
import contextlib
import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any, NoReturn

from messages.locales import ENGLISH, WELSH, Locale
from messages.message import Message
from messages.problem import BOTH
from sources.history import has_commit

Argument = tuple[tuple[str, ...], dict[str, Any]]
_LANGUAGES = {WELSH.code: (WELSH,), ENGLISH.code: (ENGLISH,), "both": BOTH}
# What argparse says by itself, word for word; and what it says for us.
_OF_ARGPARSE = (
    Message("usage: "),
    Message("positional arguments"),
    Message("options"),
    Message("%(prog)s: error: %(message)s\n"),
    Message("argument %(argument_name)s: %(message)s"),
    Message("unrecognized arguments: %s"),
    Message("the following arguments are required: %s"),
    Message("invalid choice: %(value)r (choose from %(choices)s)"),
    Message("ambiguous option: %(option)s could match %(matches)s"),
    Message("expected one argument"),
    Message("ignored explicit argument %r"),
    Message('git knows no "%s" here; name a commit or a branch, such as main'),
)


def argument(*names: str, **options: Any) -> Argument:
    """One argument as argparse has it; each message among its options is told in every language."""
    return names, options


def known_commit(name: str) -> str:
    """The type of an argument that names a commit; nothing is named by "", which GitHub gives where there was none before."""
    if name and not has_commit(name, Path(__file__).parent):
        raise argparse.ArgumentTypeError(argparse._('git knows no "%s" here; name a commit or a branch, such as main') % name)
    return name


_HELP = argument("-h", "--help", action="store_true", help=Message("show this and end"))
_LANG = argument("--lang", choices=_LANGUAGES, help=Message("the language of what is told (default: both, and English alone of a file in docs/)"))


class _Refused(Exception):
    """What was asked cannot be understood."""


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise _Refused(self.format_usage() + argparse._("%(prog)s: error: %(message)s\n") % {"prog": self.prog, "message": message})


def read_arguments(description: Message, *arguments: Argument) -> argparse.Namespace:
    """What this command was asked for; its `lang` holds the languages of what is told, and none where nobody named one."""
    words = sys.argv[1:]
    wants_help = not {"-h", "--help"}.isdisjoint(words)
    arguments = (*arguments, _HELP, _LANG)
    # English first: most is understood, and then nobody needs the catalogue of the other.
    if not wants_help:
        with _parser(ENGLISH, arguments, description) as parser, contextlib.suppress(_Refused):
            options = parser.parse_args(words)
            options.lang = _LANGUAGES.get(options.lang, ())
            return options
    told = (_told(locale, arguments, description, None if wants_help else words) for locale in _asked(words) or BOTH)
    print("\n".join(told), end="", file=sys.stdout if wants_help else sys.stderr)
    sys.exit(0 if wants_help else 2)


def _told(locale: Locale, arguments: tuple[Argument, ...], description: Message, refused: list[str] | None) -> str:
    """Why some words are refused, in one language, or the help."""
    with _parser(locale, arguments, description) as parser:
        if refused is not None:
            try:
                parser.parse_args(refused)
            except _Refused as refusal:
                return str(refusal)
        return parser.format_help()


def _asked(words: list[str]) -> tuple[Locale, ...]:
    """The languages that --lang names, whatever else is wrong."""
    named = [value for option, value in pairwise(words) if option == "--lang"]
    named += [word.removeprefix("--lang=") for word in words if word.startswith("--lang=")]
    return _LANGUAGES.get(named[-1], ()) if named else ()


@contextlib.contextmanager
def _parser(locale: Locale, arguments: tuple[Argument, ...], description: Message) -> Iterator[_Parser]:
    """A parser that speaks one language. argparse looks its own words up by one name, which gives ours meanwhile."""
    ours, before = {str(words): words.in_(locale) for words in _OF_ARGPARSE}, argparse._
    argparse._ = lambda words: ours.get(words, words)
    try:
        parser = _Parser(description=description.in_(locale), add_help=False)
        for names, options in arguments:
            told = {name: value.in_(locale) if isinstance(value, Message) else value for name, value in options.items()}
            parser.add_argument(*names, **told)
        yield parser
    finally:
        argparse._ = before
