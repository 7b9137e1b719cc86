"""Welsh words that the dictionary does not know."""

import functools
import re
from collections.abc import Iterator

from messages.locales import ENGLISH, WELSH
from messages.message import Message
from welsh.confused import Beside
from welsh.dictionary import is_proper, knows
from welsh.inflection import OWN, is_irregular, listed_as
from welsh.lexicon import NOUNS, VERBNOUN, uses
from welsh.lookalikes import may_be_meant, meant
from welsh.mutation import NASAL, SOFT, radicals
from welsh.slips import is_common, is_near, is_person, likeliest, may_be_slip, two_words
from welsh.words import Word, words_in

# What is left of a word before another: d'eisiau, p'un.
_SHORTENED = re.compile(r"(?:[bdfnp]'|')", re.IGNORECASE)
_THINGS = NOUNS | {VERBNOUN}
_INNER_CAPITAL = re.compile("[a-zŵŷ][A-ZŴŶ]")
_QUOTED, _BRACKETED = re.compile(r"“[^“”]+”|‘[^‘’]+’|\"[^\"]+\""), re.compile(r"\([^()]+\)")
_IN_NAMES = frozenset("and of the for in to on".split())
# What a law numbers its paragraphs with: (aa), (bj).
_LETTERED = re.compile(r"(?<!\w)\([a-z]{1,2}\)")
_ROMAN = re.compile(r"[ivx]{1,5}")
# A unit of measure, such as cm or kg, which both languages write alike; and letters from one to another, a-z.
_SYMBOL = re.compile("[cdkmnµμ]?m[²³]?|[kmnµμ]?g|mcg|[cmd]?l|k?b|[gmt]b|[kmg]?wh?|ha|km/h|k?cal|k?j|m?mol|[km]?hz|lb|oz|[a-z]-[a-z]")
# The name of a language in its own script, as in a list of them, is that of no dictionary; nor is what is longer than any word.
_LONGEST = 60
_LATIN = re.compile("[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")
# What is put before any word, and mutates it; and what makes a word of a verb, an adjective of a noun, a plural.
_PREFIX = re.compile(
    r"(ail|gor|rhag|cyd|af|am|di|tan|hunan|cam|cyn|gwrth|uwch|is|aml|lled|traws|tros|rhyng|prif|dat|dad|an|ad|lan"
    r"|hyper|seiber|micro|mili|nano|mega|niwro|bio|eco|tele|awto|ffoto)-?(\w{4,})"
)
_OF_VERB = re.compile(
    r"(\w{3,}?)i?(?:edig|adwy|iad|iadau|wr|wyr|ydd|yddion|eg|[ao]dd|wyd|ir|id|wch|och|ais|aist|as(?:ai|ant|om|och)|ent|ant|ech|e[mr]|om|wn|af|ed)"
)
_VERBNOUNS = ("io", "o", "i", "u", "a")
# Prepositions with the person that they are about; the dictionary has some of each.
_WITH_PERSON = re.compile(
    r"(?:amdan|arn|at|d?dan|odan|[dt]rost?|[dt]rwydd|hebdd|ohon|wrth|rhyng|yn)(?:[ao]f|[ao]t|om|on|och|ynt|o|i)|(?:rhyng|rhag|yn|gan)dd(?:o|i|ynt|yn)"
)
_OF_NOUN = re.compile(r"(\w{4,})ol|(\w+ian)nau|(\w+(?:aeth|iad))au|(\w{3,})hau|(\w+(?:ol|adwy|us|aidd))(?:deb|edd|rwydd)|(\w+ur)on")
# Verbs made of English ones, in letters that Welsh has: optio. And loans that nobody spells otherwise.
_OF_ENGLISH = re.compile(r"([a-jl-pr-uwy]{3,})io")
_LOANED = frozenset(
    "braille diesel jazz zip rtf pdf csv html jpeg wifi spam sbam demo hoc pizza halal kosher bistro doula pilates paracetamol ibuprofen melanoma opioid".split()
)
# Words in use that the dictionary and the lexicon lack.
_NEW = frozenset(
    "afatar ailactifadu anhebygol atwrniaeth avatar awdioleg awtomaidd bŵt ca camesgoriad cisryweddol cryptoased curadu cymwyso cŵyn "
    "dadactifadu dwmi dymi emoji esemptio fepio ffefrynnu ffotofoltaig fideograffydd figan figaniaeth gweminar gwesteio gwladolyn hybio "
    "interniaeth label legins lesbiaidd metrig moyn mwyfrif nebiwleiddiwr neonatoleg obstetreg optio partneru preswyliaeth rhagamcanol "
    "rhagosodyn riportio sgorfwrdd sgwrsfot sigarilo signalu teleffonig trafodyn trend twlsyn".split()
)
_ENDINGS_OF_NEW = ("", "au", "iau", "s", "ion", "on")


def misspelt(passage: str, names: re.Pattern, allowed: frozenset[str], any_slip: bool = True) -> Iterator[tuple[str, Message]]:
    """Each word that is not Welsh, with what to do about it.

    `allowed` holds radicals that the dictionary lacks; any of their forms
    passes. Words with a capital inside a sentence are taken for names. What was meant is sought among the
    usual slips, and among all of one letter only if it may be `any_slip`: that takes hundreds of looks into the dictionary.
    """
    words = words_in(_BRACKETED.sub(_without_english, _QUOTED.sub(_without_english, _LETTERED.sub("|", passage))), names)
    for i, word in enumerate(words):
        if _is_sound(word.text, allowed) or word.text.startswith("'") or is_name(words, i):
            continue
        if not is_welsh(word.text, allowed):
            if not (word.follows and i and _is_english(word.text) and _is_english(words[i - 1].text) and not is_welsh(words[i - 1].text, allowed)):
                told = _phrase(words, i, allowed) if _is_english(word.text) else word.text
                # A sentence may start with a name that no dictionary has; a short one is one letter away from many words: Acas.
                may_be_name = word.is_first and word.text[:1].isupper()
                advice = _advice(told, any_slip and not (may_be_name and len(told) < 6))
                if advice or not may_be_name:
                    yield told, advice or Message("write it as a dictionary does.")
        elif (right := meant(word.text, _beside(words, i))) and _is_among_welsh(words, i, allowed, is_joined="'" in right):
            yield word.text, Message('write "{word}".', word=right)


def _without_english(quoted: re.Match) -> str:
    """What stands for a quotation or what brackets hold: a bar where that is all English, as names of buttons and of terms are; else the same."""
    words = re.findall(r"[\w'-]+", quoted[0])
    is_english = all(knows(ENGLISH, word) for word in words) and any(map(_is_english, words)) and not all(knows(WELSH, word) for word in words)
    return "|" if is_english else quoted[0]


def _beside(words: tuple[Word, ...], i: int) -> Beside:
    """The words before and behind one."""
    before = [words[i - 1].small, words[i - 2].small if i > 1 and words[i - 1].follows else ""] if i and words[i].follows else ["", ""]
    behind = words[i + 1] if i + 1 < len(words) else None
    return Beside(*before, behind.small if behind and behind.follows else "")


def _is_among_welsh(words: tuple[Word, ...], i: int, allowed: frozenset[str], is_joined: bool) -> bool:
    """Whether no word of another language stands beside one; and one joined to the next, if the word `is_joined`."""
    after = words[i + 1] if i + 1 < len(words) and words[i + 1].follows else None
    beside = [words[i - 1]] if i and words[i].follows else []
    return (after is not None or not is_joined) and all(is_welsh(word.text, allowed) for word in (*beside, *([after] if after else ())))


def _phrase(words: tuple[Word, ...], i: int, allowed: frozenset[str]) -> str:
    """A word and those that follow it, while they are English and not Welsh."""
    end = i + 1
    while end < len(words) and words[end].follows and _is_english(words[end].text) and not is_welsh(words[end].text, allowed):
        end += 1
    return " ".join(word.text for word in words[i:end])


@functools.cache
def _is_english(word: str) -> bool:
    return len(word) > 2 and knows(ENGLISH, word)


def is_name(words: tuple[Word, ...], i: int) -> bool:
    """Whether a word joins names, or has a capital within a sentence or itself, or at its start before another word with one: iPhone, Siân Jones, Siân a Rob."""
    if _INNER_CAPITAL.search(words[i].text) or is_proper(words[i].text) or _joins_names(words, i):
        return True
    if not words[i].text[:1].isupper():
        return False
    after = [word for word in words[i + 1 : i + 3] if word.small not in ("a", "ac")]
    return not words[i].is_first or bool(after) and after[0].follows and after[0].text[:1].isupper()


def _joins_names(words: tuple[Word, ...], i: int) -> bool:
    """Whether a small English word stands within a name: Forests and Water Guidelines."""
    around = words[max(i - 1, 0) : i + 2]
    return (
        words[i].small in _IN_NAMES
        and len(around) == 3
        and all(word.follows for word in around[1:])
        and all(word.text[0].isupper() for word in around[::2])
    )


@functools.cache
def _is_sound(word: str, allowed: frozenset[str]) -> bool:
    """Whether a word is Welsh wherever it stands."""
    return is_welsh(word, allowed) and (_is_allowed(word, allowed) or not may_be_meant(word))


@functools.cache
def is_welsh(word: str, allowed: frozenset[str]) -> bool:
    """Whether a word is in the dictionary, or a form of one that is allowed."""
    if len(word) == 1 or len(word) <= 5 and word.removesuffix("s").isupper() or knows(WELSH, word) or len(word) > _LONGEST or not _LATIN.search(word):
        return True
    return _is_allowed(word, allowed) or knows(WELSH, _SHORTENED.sub("", word, count=1)) or _is_formed(word.lower())


@functools.cache
def _is_formed(word: str) -> bool:
    """Whether a word that the dictionary lacks is one all the same: in the lexicon, borrowed, or made of one that it has."""
    if _ROMAN.fullmatch(word) or _SYMBOL.fullmatch(word) or any(is_irregular(radical) or _is_new(radical) for radical in radicals(word)):
        return True
    if is_common(word):
        # The lexicon has each person of a verb, so that "peniwn" passes for pensiwn.
        return not is_person(word) or not (may_be_slip(word) or is_near(word))
    if two_words(word) or may_be_slip(word) or is_near(word):
        return False
    return any(map(_is_made, radicals(word))) or len(word) > 4 and any(map(_is_inflected, radicals(word)))


def _is_new(radical: str) -> bool:
    return radical in _LOANED or any(radical.endswith(each) and radical.removesuffix(each) in _NEW for each in _ENDINGS_OF_NEW)


def _is_inflected(radical: str) -> bool:
    """Whether a word is a plural, a person or made of a verb, or borrowed, as far as its ending tells: a slip may look so, too."""
    borrowed, of_verb = _OF_ENGLISH.fullmatch(radical), _OF_VERB.fullmatch(radical)
    return bool(listed_as(radical)) or bool(borrowed) and knows(ENGLISH, borrowed[1]) or bool(of_verb) and _is_stem_of_verb(of_verb[1])


@functools.cache
def _is_stem_of_verb(stem: str) -> bool:
    if any(is_common(stem + ending) or knows(WELSH, stem + ending) for ending in ("odd", "iodd")):
        return True
    return any(knows(WELSH, stem + ending) and not uses(stem + ending) - {VERBNOUN} for ending in _VERBNOUNS)


def _is_made(radical: str) -> bool:
    prefixed, of_noun = _PREFIX.fullmatch(radical), _OF_NOUN.fullmatch(radical)
    if prefixed:
        prefix, rest = prefixed.groups()
        # an + nh of tebygol makes annhebygol, and mostly anhebygol.
        radicals_of = {rest} | radicals(rest, SOFT) | radicals(prefix[-1] + rest, NASAL)
        if any(map(is_common, radicals_of)):
            return True
    if _WITH_PERSON.fullmatch(radical) or _is_loaned_plural(radical):
        return True
    return bool(of_noun) and _is_base(next(filter(None, of_noun.groups()))) or _is_compound(radical)


def _is_base(word: str) -> bool:
    """Whether a longer word may be made of one: of a word in use, or of one that is made itself."""
    if is_common(word) or any(is_common(word + ending) for ending in ("iad", "aeth", "iaeth")) or word.endswith("i") and is_common(word + "o"):
        return True
    return word.endswith("ian") and knows(WELSH, word + "t") or knows(WELSH, word) and word.endswith(("ol", "adwy", "aidd", "ur"))


def _is_loaned_plural(radical: str) -> bool:
    """Whether a word is a noun with the -s of a loan behind it: comas, oferôls."""
    noun = radical.removesuffix("s")
    return len(radical) > 4 and noun != radical and noun[-1] != "s" and knows(WELSH, noun) and not uses(noun) - NOUNS


def _is_compound(radical: str) -> bool:
    """Whether a word is one of the lexicon and a softened noun or verb-noun behind it: dangosfwrdd."""
    cuts = ((radical[:cut], radical[cut:]) for cut in range(4, len(radical) - 4))
    return any(uses(first) & OWN and any(uses(each) & _THINGS for each in radicals(second, SOFT)) for first, second in cuts)


def _is_allowed(word: str, allowed: frozenset[str]) -> bool:
    return not allowed.isdisjoint(radicals(word.lower()))


def _advice(word: str, any_slip: bool) -> Message | None:
    if all(map(_is_english, word.split())):
        return Message("write it in Welsh, or {marked} if it has to stay.", marked=f'<span lang="en">{word}</span>')
    meant = likeliest(word, any_slip)
    return Message('write "{word}", if that is meant.', word=meant) if meant else None
