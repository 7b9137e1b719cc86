"""Letters that went wrong on their way: lost, read in another encoding, of another alphabet, or turning the text round."""

import re
import unicodedata
from collections.abc import Iterable, Iterator

from messages.message import Message
from messages.problem import Problem
from sources.pages import Page
from sources.settings import PATH, Settings

# What stands for a letter that was lost, and what no text holds: ’ of Windows has the number 146, which is nobody's in Unicode.
_LOST = re.compile("[\ufffd\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]|&#(?:12[89]|1[345]\\d|[xX][89][0-9a-fA-F]);")
# A letter that could not be written was replaced by "?", or read as three.
_ASKED = re.compile(r"(?<!\S)[^\W\d_]+\?[a-zâêîôûŵŷ]+(?=[\s.,;:!?)]|$)|ï¿½")
# Signs within a word that nobody sees: they part it for search and for screen readers. A soft hyphen only says where it may break.
_UNSEEN = (
    "(?:[\u034f\u115f\u1160\u180e\u200b\u2028\u2029\u2060\u2800\u3164\ufeff\ufff9-\ufffb]|(?<=[A-Za-zÀ-ž])[\u200c\u200d](?=[A-Za-zÀ-ž\u200c\u200d]))"
)
_PARTED = re.compile(rf"[^\W\d_]+{_UNSEEN}+[^\W\d_]+|https?://[^\s()<>]*(?:{_UNSEEN}|[\xa0\xad]|(?i:%E2%80%8B|%EF%BB%BF|%C2%A[0D]))[^\s()<>]*")
# Letters drawn as bold, broad or joined ones, which screen readers spell out or leave out, and search does not find.
_DRAWN = re.compile("[^\\W\\d_]*[\u24b6-\u24e9\ufb00-\ufb06\uff21-\uff3a\uff41-\uff5a\U0001d400-\U0001d6a3]+[^\\W\\d_]*")
# Signs that show the text after them in another direction, so that digits stand in another order.
_TURNING = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
# How letters of UTF-8 look that were read one byte at a time; whether they are is for ftfy to say.
_AS_BYTE = "[\u0080-\u00bf\u0152-\u0192\u02c6\u02dc\u2013-\u2122]"
_LIKE_BYTES = re.compile(f"[Â-ß]{_AS_BYTE}|[à-ð]{_AS_BYTE}{{2}}|â[€„]")
# A word with a letter beyond those of Latin alphabets.
_MIXED = re.compile(r"[^\W\d_]*[^\W\d_\u0000-\u024f\u1e00-\u1eff][^\W\d_]*")
_MANY = 3
# Above these no script that is in use lies alone: what is there may be no letter at all. Named by what lies below, which Python reads
# twenty times as fast.
_HIGH = re.compile("[^\u0000-\u2fff]")
# Most pages hold none of all these, and one look tells.
_ANY = re.compile(
    "|".join(
        (
            _HIGH.pattern,
            _LOST.pattern,
            r"\?[a-zâêîôûŵŷ]|ï¿½|%[CEce][2Ff]%",
            _UNSEEN,
            _TURNING.pattern,
            "[\u24b6-\u24e9]",
            _LIKE_BYTES.pattern,
            r"[^\W\d_\u0000-\u024f\u1e00-\u1eff]",
        )
    )
)
_LOOK_LATIN = ("CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE")


def letter_broken(pages: list[Page]) -> list[Problem]:
    """Lines with letters that are not what their writer typed, or that hide what stands there."""
    problems = []
    for page in pages:
        problems += _broken_in(page.path, enumerate(page.text.split("\n"), 1)) if _ANY.search(page.text) else []
    return problems


def letter_broken_in_settings(settings: Settings) -> list[Problem]:
    """The same in the names and words of mkdocs.yml that stand on each page."""
    return _broken_in(PATH, settings.shown)


def _broken_in(path: str, lines: Iterable[tuple[int, str]]) -> list[Problem]:
    """What is told of the lines of a file, each with its number."""
    found = [(number, *told) for number, line in lines for told in [*_broken(line)][:1]]
    if len(found) > _MANY and len({fix.template for _, _, fix in found}) == 1:
        number, message, fix = found[0]
        # What befell so many lines alike befell the file.
        message = Message("{message} The same befell {number} more lines.", message=message, number=len(found) - 1)
        fix = Message("copy the text anew from where it came from, or mend each of these lines: {fix}", fix=fix)
        found = [(number, message, fix)]
    return [Problem(path, number, "letter_broken", message, fix) for number, message, fix in found]


def _broken(line: str) -> Iterator[tuple[Message, Message]]:
    """What is said of each fault of a line."""
    if _LIKE_BYTES.search(line):
        # Few pages ever hold such a sign.
        from ftfy import fix_encoding

        meant = fix_encoding(line)
        for wrong, right in zip(line.split(), meant.split(), strict=False):
            if wrong != right:
                message = Message('"{wrong}" was saved in one encoding and read in another.', wrong=wrong)
                yield message, Message('write "{right}", and save the file as UTF-8.', right=re.sub(_UNSEEN, "", right))
    if lost := _LOST.search(line):
        around = line[max(0, lost.start() - 12) : lost.end() + 12].strip()
        yield Message('A letter was lost in "{words}".', words=_LOST.sub("\ufffd", around)), Message("type the word again.")
    if asked := _ASKED.search(line):
        yield Message('A letter was lost in "{words}".', words=asked[0]), Message("type the word again.")
    if parted := _PARTED.search(line):
        yield (
            Message('A sign that cannot be seen stands in "{words}".', words=re.sub(rf"{_UNSEEN}|\xad", "", parted[0])),
            Message("type the word again."),
        )
    for word in _DRAWN.findall(line):
        yield (
            Message('"{word}" is written in signs that search does not find and screen readers spell out.', word=word),
            Message('write "{word}" instead.', word=unicodedata.normalize("NFKC", word)),
        )
    for sign in filter(_is_none, _HIGH.findall(line.lstrip()[1:])):
        yield (
            Message('"{sign}" is a sign that no typeface shows: U+{number}.', sign=sign, number=f"{ord(sign):04X}"),
            Message("type it again, or take it out."),
        )
    if _TURNING.search(line):
        yield Message("This line holds a sign that cannot be seen and turns the text round."), Message("take it out: type the line again.")
    for word in _MIXED.findall(line):
        strangers = [letter for letter in word if unicodedata.name(letter, "").startswith(_LOOK_LATIN)]
        if strangers and any("LATIN" in unicodedata.name(letter, "") for letter in word):
            alphabet = unicodedata.name(strangers[0]).partition(" ")[0].title()
            message = Message(
                '"{letter}" in "{word}" is a letter of another alphabet: {alphabet}.', letter=strangers[0], word=word, alphabet=alphabet
            )
            yield message, Message("type the word again.")


def _is_none(sign: str) -> bool:
    """Whether a sign is assigned to nothing, or is one program's own; one at the start of a line is told as a point."""
    return sign not in "\ufffe\uffff" and unicodedata.category(sign) in ("Cn", "Co", "Cs")
