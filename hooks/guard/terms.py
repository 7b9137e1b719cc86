"""Whether a Welsh page keeps to the terms of the glossary."""

from collections.abc import Iterator

from messages.message import Message, either
from messages.problem import Problem
from sources.content import Content, Passage, Section
from sources.pairs import Pair
from welsh.mutation import radicals
from welsh.terms import Glossary, Term, says, terms_in
from welsh.words import NOT_PROSE, any_of, words_in


def term_differs(pair: Pair, glossary: Glossary, names: list[str]) -> Iterator[Problem]:
    """Passages in which the English page has a term of the glossary and the Welsh page has other words for it."""
    english, welsh = sorted((pair.source, pair.translation), key=lambda content: content.page.locale.code, reverse=True)
    name = any_of(names)
    for ours, theirs in zip(welsh.sections, english.sections, strict=False):
        for here, there in _passages(ours, theirs):
            terms = terms_in(name.sub(" ", NOT_PROSE.sub(" ", there)), glossary)
            said = [radicals(word.small) for word in words_in(here, name)] if terms else []
            for words, term in terms.items():
                if not any(says(said, form) for form in term.welsh):
                    yield _problem(welsh, ours, here, english, theirs, there, words, term)


def _passages(ours: Section, theirs: Section) -> list[tuple[str, str]]:
    """The passages of a section in both languages; its whole text where it is cut up in different ways."""
    if len(ours.passages) == len(theirs.passages):
        return list(zip(ours.passages, theirs.passages, strict=True))
    return [(" | ".join(ours.passages), " | ".join(theirs.passages))]


def _line(said: str, section: Section) -> int:
    return said.line_of(said) if isinstance(said, Passage) else section.line


def _problem(welsh: Content, ours: Section, here: str, english: Content, theirs: Section, there: str, words: str, term: Term) -> Problem:
    where = f"{english.page.path}:{_line(there, theirs)}"
    forms = either(term.welsh)
    message = Message('The English has "{words}" here ({where}), and this passage has no {forms}.', words=words, where=where, forms=forms)
    fix = Message(
        'write {forms}, with the mutation that its place asks for. If other words are right, write "term_differs:" and the reason '
        'below "waive:" at the top of the page.',
        forms=forms,
    )
    return Problem(welsh.page.path, _line(here, ours), "term_differs", message, fix)
