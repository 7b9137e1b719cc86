"""What a Welsh word may be: a noun of which gender, an adjective, a verb-noun, a verb that says who."""

import functools

from messages.locales import WELSH
from welsh.dictionary import knows, mutations_of
from welsh.inflection import listed_as
from welsh.lexicon import ADJECTIVE, FEMININE, MASCULINE, NOUNS, PLURAL, VERB_OF_ONE, VERBNOUN, VERBS, uses
from welsh.mutation import radicals
from welsh.triggers import (
    ADJECTIVE_ENDING,
    ADJECTIVES,
    BEFORE_I,
    ENDS_FEMININE,
    ENDS_MASCULINE,
    FORMS_OF_CAN,
    GENDERS,
    NO_IMPERATIVE,
    NOUNS_TOO,
    OF_BOTH_GENDERS,
    SAYS_WHO,
    THIS,
    VERBNOUNS,
)

_PLURALS = ("au", "oedd")
# What most verb-nouns end in.
_ENDINGS = ("o", "u", "a", "i")


@functools.cache
def kind_of_noun(form: str) -> str:
    """The one gender of the nouns that a form may be of; "mf" where there are more, "" where it is no noun."""
    kinds = {use for radical in radicals(form) for use in ({GENDERS[radical]} if radical in GENDERS else uses(radical) & NOUNS)}
    if not OF_BOTH_GENDERS.isdisjoint(radicals(form)):
        return "mf"
    return "" if not kinds else next(iter(kinds)) if len(kinds) == 1 else "mf"


@functools.cache
def genders_of(form: str) -> frozenset[str]:
    """The genders of all nouns that a form may be of."""
    return frozenset(map(gender_of, radicals(form))) - {""}


@functools.cache
def is_of_no_feminine(form: str) -> bool:
    """Whether a form can only be of masculine or plural nouns."""
    return bool(genders_of(form)) and genders_of(form) <= {MASCULINE, PLURAL} and not any(map(is_verbnoun, radicals(form)))


@functools.cache
def gender_of(noun: str, is_noun: bool = False) -> str:
    """The gender of a noun that is nothing else, or no verb where it `is_noun`: m, f, or p for a plural; "" for any other word."""
    if noun in GENDERS:
        return GENDERS[noun]
    found = uses(noun) - VERBS if is_noun else uses(noun)
    if not found and noun.endswith(_PLURALS) and listed_as(noun):
        return PLURAL
    if not found and len(noun) > 5 and "" in mutations_of(noun):
        return FEMININE if ENDS_FEMININE.search(noun) else MASCULINE if ENDS_MASCULINE.search(noun) else ""
    if PLURAL in found and len(found) > 1:
        found -= {PLURAL}
    gender = next(iter(found)) if len(found) == 1 and found <= {MASCULINE, FEMININE, PLURAL} else ""
    return "" if noun in OF_BOTH_GENDERS else gender


@functools.cache
def is_adjective(word: str) -> bool:
    """Whether an unmutated word is an adjective and nothing else."""
    return word in ADJECTIVES or uses(word) - {VERB_OF_ONE} == {ADJECTIVE} or not uses(word) and _looks_like_adjective(word)


def _looks_like_adjective(word: str) -> bool:
    """Whether a word that the lexicon lacks ends as adjectives do, and is no stem of a verb: not cynrychiol."""
    return mutations_of(word) == {""} and bool(ADJECTIVE_ENDING.fullmatch(word)) and not knows(WELSH, word + "odd")


@functools.cache
def says_who(form: str) -> bool:
    """Whether a word is a verb whose ending says who, and nothing else."""
    return (
        form not in NO_IMPERATIVE
        and bool(SAYS_WHO.search(form))
        and any(map(uses, radicals(form)))
        and not any(uses(each) - {VERB_OF_ONE} for each in radicals(form))
    )


@functools.cache
def is_me(form: str) -> bool:
    """Whether "i" after a word is "I" and not "to": gallwn i, dw i; but not iawn i."""
    return form.endswith(BEFORE_I) and form not in THIS | {"mewn"} and not any(uses(each) - VERBS for each in radicals(form))


@functools.cache
def may_act(form: str) -> bool:
    """Whether a word is a verb after whose pronoun stands what is done: cafodd hi ginio. Of "bod" it is not: byddaf i braidd yn hwyr."""
    found = [uses(each) for each in radicals(form)]
    # The lexicon has "dechreuom" and not the "dechreuon" that people write.
    is_short = not any(found) and form.endswith(("on", "och")) and knows(WELSH, form)
    return form == "gen" or form in FORMS_OF_CAN or is_short or any(each & VERBS for each in found) and not any(each - VERBS for each in found)


@functools.cache
def may_be_verbnoun(word: str) -> bool:
    """Whether an unmutated word is a verb-noun, too: a noun is one where a verb has its letters, mesur, and not another one, gwasanaethu."""
    return (
        VERBNOUN in uses(word)
        or word in VERBNOUNS | NOUNS_TOO
        or knows(WELSH, word + "odd")
        and not any(VERBNOUN in uses(word + each) for each in _ENDINGS)
        or word[-1:] in _ENDINGS
        and knows(WELSH, word[:-1] + "odd")
    )


@functools.cache
def is_verbnoun(word: str) -> bool:
    """Whether an unmutated word is a verb-noun and no other noun."""
    found = uses(word)
    return VERBNOUN in found and not found & NOUNS and word not in NOUNS_TOO or word in VERBNOUNS
