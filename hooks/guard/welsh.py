"""What may be wrong with the Welsh of the pages and of the interface.

A dictionary and some rules cannot be as sure of it as a reader is. So these
are told as warnings, and stop nothing.
"""

import re
from collections import Counter
from collections.abc import Iterator
from functools import partial

from guard import wording
from guard.changes import change_unchanged
from guard.counterparts import negation_differs, numbers_moved
from guard.english import english_misspelt
from guard.front_matter import updated_unchanged
from guard.house_style import word_avoided
from guard.kept import kept
from guard.language import sentences_left
from guard.terms import term_differs
from guard.waivers import PROOFED, apply_waivers
from messages.locales import ENGLISH, WELSH
from messages.message import Message, either
from messages.problem import Problem, problems_as_json, problems_from_json
from sources.all_sources import Sources
from sources.content import Content, Passage
from sources.pairs import Pair
from sources.settings import PATH, Settings
from welsh.grammar import faults
from welsh.mutation import ASPIRATE, H_BEFORE_VOWEL, NASAL, SOFT
from welsh.place import AND_OR_WHO, EITHER, LINK, RADICAL, MutationFault
from welsh.spelling import is_welsh, misspelt
from welsh.vote import SENTENCE
from welsh.words import any_of

_TAKES = {
    SOFT: Message("the soft mutation (treiglad meddal)"),
    NASAL: Message("the nasal mutation (treiglad trwynol)"),
    ASPIRATE: Message("the aspirate mutation (treiglad llaes)"),
    H_BEFORE_VOWEL: Message("an h before its vowel"),
    EITHER: Message("the soft mutation if it is his, the aspirate mutation if it is hers"),
    RADICAL: Message("no mutation"),
    AND_OR_WHO: Message("the aspirate mutation if the word before is and, the soft mutation if it is who or which"),
}
# Of so many words on a page any slip is sought that may have been meant. One with more is raw text, which would take ten times as long
# as a clean one; once the first are mended, the others' turn comes.
_SOUGHT = 10


def proof_sources(sources: Sources, terms: bool = True) -> list[Problem]:
    """Every warning about the words of a site; without `terms` for who did not ask for a proof: few of those are right, and of two translations both may be."""
    if sources.settings.unreadable:
        return []
    warnings = _interface_warnings(sources) + updated_unchanged(sources) + change_unchanged(sources)
    for content in sources.contents.values():
        warnings += page_warnings(content, sources, terms)
    if not terms:
        return [warning for warning in warnings if warning.check != "term_differs"]
    return warnings + [*wording.translations_differ([pair for pair in sources.pairs.values() if pair.state == "current"])]


def page_warnings(content: Content, sources: Sources, terms: bool = False) -> list[Problem]:
    """The warnings about a Welsh page and its counterpart: those found last time, while nothing that they hang on has changed."""
    if content.page.locale is not WELSH:
        return []
    pair, settings = sources.pairs.get(content.page.name), sources.settings
    both = (pair.source, pair.translation) if pair else (content,)
    # Terms are dear to compare; but a waiver that has become useless is told to all.
    compared = terms or len(both) > 1 and any("term_differs" in str(each.page.front_matter.get("waive")) for each in both)
    hang_on = [each.page.key for each in both], pair and pair.state == "current", compared and settings.glossary
    style = [sorted(settings.house_style[each.page.locale].items()) for each in both]
    listed = settings.names, sorted(settings.welsh_words), sorted(settings.english_words), style
    find = partial(_proofed, both, content, pair, settings, compared)
    return kept("proof_with_terms" if terms else "proof", content, find, *hang_on, *listed)


def _proofed(both: tuple[Content, ...], content: Content, pair: Pair | None, settings: Settings, terms: bool) -> list[Problem]:
    prose = list(_welsh_prose(content, any_of(settings.names)))
    found = [*word_misspelt(content, prose, settings), *mutation_wrong(content, prose, settings)]
    for each in both:
        found += [*wording.word_doubled(each), *word_avoided(each, settings)]
        if each.page.locale is ENGLISH:
            found += english_misspelt(each, settings)
    if pair and pair.state == "current":
        found += [*negation_differs(pair), *numbers_moved(pair), *wording.passages_told_otherwise(pair)]
        if terms:
            found += term_differs(pair, settings.glossary, settings.names)
    return apply_waivers(pair, found, PROOFED) if pair else found


def _welsh_prose(content: Content, names: re.Pattern) -> Iterator[tuple[Passage, str]]:
    """The passages of a page, without sentences that are English: those are told as such."""
    foreign = {sentence for _, sentence in sentences_left(content, ENGLISH, names)}
    for section in content.sections:
        for passage in section.passages:
            sentences = SENTENCE.split(passage) if foreign else [passage]
            yield from ((passage, each) for each in sentences if each not in foreign)


def word_misspelt(content: Content, prose: list[tuple[Passage, str]], settings: Settings) -> Iterator[Problem]:
    """Words of a page's Welsh prose that the dictionary does not know."""
    names, allowed = any_of(settings.names), settings.welsh_words
    seen: Counter[tuple[int, str]] = Counter()
    for passage, words in prose:
        for word, fix in misspelt(words, names, allowed, any_slip=seen.total() < _SOUGHT):
            yield _misspelt(content.page.path, passage.line_of(word, seen[id(passage), word]), word, fix, allowed)
            seen[id(passage), word] += 1


def mutation_wrong(content: Content, prose: list[tuple[Passage, str]], settings: Settings) -> Iterator[Problem]:
    """Words of a page's Welsh prose that lack a mutation, or have one that nothing asks for."""
    names = any_of(settings.names)
    seen: Counter[tuple[int, str]] = Counter()
    for passage, words in prose:
        for fault in faults(words, names):
            line = passage.line_of(fault.words, seen[id(passage), fault.words])
            seen[id(passage), fault.words] += 1
            fix = Message(
                'write {forms}. If it is right as it is, write "mutation_wrong:" and the reason below "waive:" at the top of the page.',
                forms=either(fault.right),
            )
            yield _wrong(content.page.path, line, fault, fix)


def _interface_warnings(sources: Sources) -> list[Problem]:
    """What may be wrong with the Welsh words of the interface."""
    settings = sources.settings
    words = [(settings.line("extra", "interface", key, WELSH.code), text) for key, text in settings.words[WELSH].items()]
    names, allowed = settings.names, settings.welsh_words
    find = partial(_wrong_words, words, any_of(names), allowed)
    return problems_from_json(sources.known("interface", lambda: problems_as_json(find()), words, names, sorted(allowed)))


def _wrong_words(words: list[tuple[int, str]], names: re.Pattern, allowed: frozenset[str]) -> list[Problem]:
    warnings = []
    for line, text in words:
        warnings += [_misspelt(PATH, line, word, fix, allowed) for word, fix in misspelt(text, names, allowed)]
        warnings += [_wrong(PATH, line, fault, Message("write {forms}.", forms=either(fault.right))) for fault in faults(text, names)]
    return warnings


def _misspelt(path: str, line: int, word: str, advice: Message, allowed: frozenset[str]) -> Problem:
    is_another = is_welsh(word, allowed)
    message = (
        Message('Another word than "{word}" is likely meant.', word=word)
        if is_another
        else Message('"{word}" is not in the Welsh dictionary.', word=word)
    )
    fix = Message(
        '{advice} If it is right, list it under "welsh_words:" in mkdocs.yml with the reason, or under "names:" if it is a name.',
        advice=advice,
    )
    return Problem(path, line, "word_misspelt", message, fix)


def _wrong(path: str, line: int, fault: MutationFault, fix: Message) -> Problem:
    if fault.takes == LINK:
        message = Message('In "{words}" the first word has another form.', words=fault.words)
        return Problem(path, line, "mutation_wrong", message, fix)
    message = Message('In "{words}" the last word takes {mutation}.', words=fault.words, mutation=_TAKES[fault.takes])
    return Problem(path, line, "mutation_wrong", message, fix)
