"""Words that a service does not use, below `house_style` in mkdocs.yml: each with what it writes in their place."""

import functools
from collections.abc import Iterator

from messages.locales import WELSH, Locale
from messages.message import Message, either
from messages.problem import Problem
from sources.content import Content, Passage
from sources.settings import Settings
from welsh.inflection import lemmas
from welsh.mutation import radicals
from welsh.terms import places
from welsh.words import Word, any_of, words_in

# How regular English words end, and what the word that somebody lists has in its place.
_ENDINGS = (("'s", ""), ("s'", "s"), ("s", ""), ("es", ""), ("ies", "y"), ("ied", "y"), ("d", ""), ("ed", ""), ("ing", ""), ("ing", "e"))


def word_avoided(content: Content, settings: Settings) -> Iterator[Problem]:
    """Words of a page that the service does not use, in any form; not those within what it writes in their place."""
    locale, names = content.page.locale, any_of(settings.names)
    avoided = settings.house_style[locale]
    for section in content.sections if avoided else ():
        for passage in section.passages:
            words = words_in(passage, names)
            said = [_may_be_of(word.small, locale) for word in words]
            for form, instead in avoided.items():
                right = {at for each in instead for place in places(said, each) for at in place}
                for place in places(said, form):
                    if place.start not in right:
                        yield _problem(content, passage, words[place.start : place.stop], instead)


@functools.cache
def _may_be_of(word: str, locale: Locale) -> frozenset[str]:
    """The words that a word in small letters may be a form of, itself among them. Of English it knows letters: what it gives need not exist."""
    if locale is WELSH:
        return radicals(word) | lemmas(word)
    bases = {word.removesuffix(ending) + base for ending, base in _ENDINGS if word.endswith(ending)}
    return frozenset({word, *bases, *(base[:-1] for base in bases if base[-1:] == base[-2:-1])})


def _problem(content: Content, passage: Passage, words: tuple[Word, ...], instead: tuple[str, ...]) -> Problem:
    told = " ".join(word.text for word in words).replace(" '", "'")  # What is joined to a word counts as one: i'r.
    message = Message('This service does not write "{words}".', words=told)
    fix = Message(
        'write {forms}, or say it in another way. If it is right here, write "word_avoided:" and the reason below "waive:" at the top of the page.',
        forms=either(instead),
    )
    return Problem(content.page.path, passage.line_of(told), "word_avoided", message, fix)
