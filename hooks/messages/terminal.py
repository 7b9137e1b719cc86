"""The terminal that messages are printed to, which may know fewer letters than they have."""

import codecs
import sys
import unicodedata

# What Unicode does not take apart into a plain sign.
_PLAIN = str.maketrans({"\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"', "\u2013": "-", "\u2014": "-", "\u2022": "*"})


def _plain(error: UnicodeError) -> tuple[str, int]:
    """The letters that a terminal lacks without their accents, w for \u0175, and ? for what has no such form."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    signs = error.object[error.start : error.end].translate(_PLAIN)
    plain = (unicodedata.normalize("NFKD", sign).encode("ascii", "ignore").decode() or "?" for sign in signs)
    return "".join(plain), error.end


def print_any_letter() -> None:
    """Let what is printed from here on end on any terminal, in plain letters where it has no others."""
    codecs.register_error("plain", _plain)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # A test may have put something else in its place.
            stream.reconfigure(errors="plain")
