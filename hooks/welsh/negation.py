"""Whether a sentence says that something is not so, or is not to be done, in English and in Welsh."""

import re

from welsh.vote import SENTENCE

# What says no beyond doubt, and all that may: a translator can write "failed to" for "methu", and the reverse.
_ENGLISH_SURE = re.compile(r"\b(?:not|never|cannot)\b|n't\b", re.IGNORECASE)
_ENGLISH = re.compile(
    r"\b(?:not?|never|cannot|without|nor|neither|none|nobody|nothing|unless|avoid\w*|fail\w*|stop\w*|refus\w*|non|un\w+|dis\w+|in\w+[ai]ble)\b|n't\b",
    re.IGNORECASE,
)
_WELSH_SURE = re.compile(r"\b(?:peidiwch|paid|nid|byth)\b|(?:^|[.;:,!?] )ni\b", re.IGNORECASE)
# "ni" is "we" after a preposition and after a verb that ends in -n or -m.
_WELSH = re.compile(
    r"(?<![mn] )(?<!â )(?<!\b[io] )(?<!\bgyda )(?<!\bwrth )\bni\b|\bni (?:all|ddyl|fydd|ch)"
    r"|\b(?:nid|na[cdgs]?|nis|m?[bp]h?eidi\w*|pa[iy]d|heb\w*|byth|(?:er|unw|yr)ioed|d?dim\w*|mo(?:hon\w*|no\w*)?|neb|oni\w*"
    r"|dd?i-\w+|unman|unlle|[mf]ethu|gwrthod\w*|osgo\w*|d(?:ydw|yw|ydy|ydi|ydych|ydyn|ych|oes|oedd|oedden\w*))\b",
    re.IGNORECASE,
)


def negation_lost(english: str, welsh: str) -> str | None:
    """The sentence of one passage that says no where its counterpart, in the other language, does not; None where there is none."""
    ours, theirs = ([*SENTENCE.split(text.replace("’", "'"))] for text in (english, welsh))
    if len(ours) != len(theirs):
        ours, theirs = [english.replace("’", "'")], [welsh.replace("’", "'")]
    for one, two in zip(ours, theirs, strict=True):
        if _ENGLISH_SURE.search(one) and not _WELSH.search(two):
            return one
        if _WELSH_SURE.search(two) and not _ENGLISH.search(one):
            return two
    return None
