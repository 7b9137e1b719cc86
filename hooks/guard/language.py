"""English left in a Welsh page, Welsh in an English one, and what is neither."""

import re
from collections.abc import Iterator

from messages.locales import ENGLISH, LOCALES, WELSH, Locale, other
from messages.message import Message, short
from messages.problem import Problem
from sources.contact import more_details
from sources.content import Content, Passage, Section
from sources.menu import section_titles
from sources.pairs import Pair
from sources.settings import PATH, Settings, in_locale
from welsh.vote import SENTENCE, WORD, foreign_sentences, sentences_of_no_language, vote
from welsh.words import NOT_PROSE, any_of

# How many words of a sentence a message quotes.
_QUOTED = 10


def other_language_left(contents: dict[str, Content], names: list[str]) -> list[Problem]:
    """Pages in the other language, and sentences of a page that are; `names` count for neither."""
    name = any_of(names)
    problems = []
    for content in contents.values():
        foreign = other(content.page.locale)
        runs = [run for section in content.sections for run in _runs_left(section, foreign, name)]
        if _is_most(sum(map(len, runs)), content):
            message = Message("This page is English, and lies among the Welsh ones.")
            fix = Message("write it in Welsh; the English text belongs here: {path}.", path=content.page.counterpart)
            if foreign is not ENGLISH:
                message = Message("This page is Welsh, and lies among the English ones.")
                fix = Message("write it in English; the Welsh text belongs here: {path}.", path=content.page.counterpart)
            problems.append(Problem(content.page.path, 1, "page_in_other_language", message, fix))
            continue
        for passage, sentence, number in [(*run[0], len(run)) for run in runs]:
            message, fix = _left_in(foreign, sentence, number)
            problems.append(Problem(content.page.path, passage.line_of(sentence), "other_language_left", message, fix))
    return problems


def other_language_in_settings(settings: Settings) -> list[Problem]:
    """Words of mkdocs.yml in the other language: of the interface, the menu and the contact block. Names of the service may be in either."""
    problems, names = [], any_of(settings.names)
    for locale in LOCALES:
        for line, words in _words_of(settings, locale):
            if not foreign_sentences(words, other(locale), names):
                continue
            message, fix = Message('"{words}" is Welsh, where the English belongs.', words=words), Message("write it in English.")
            if locale is WELSH:
                message = Message('"{words}" is English, where the Welsh belongs.', words=words)
                fix = Message('write it in Welsh. If it is a name, list it under "names:".')
            problems.append(Problem(PATH, line, "other_language_in_settings", message, fix))
    return problems


def _words_of(settings: Settings, locale: Locale) -> Iterator[tuple[int, str]]:
    """What mkdocs.yml says in one language, each with its line."""
    for key in settings.words[locale].keys() - {"site_name", "organisation"}:
        if isinstance(settings.get("extra", "interface", key), dict):
            yield settings.line("extra", "interface", key, locale.code), settings.words[locale][key]
    for number, entry, kind in more_details(settings):
        for key in ("label", kind) if kind == "text" else ("label",) if kind else ():
            if isinstance(entry[key], dict):
                yield settings.line("extra", "contact", "more", number - 1, key, locale.code), in_locale(entry[key], locale)
    for words in section_titles(settings, locale).values():
        yield settings.line("plugins", value=words), words


def sentences_left(content: Content, foreign: Locale, names: re.Pattern) -> Iterator[tuple[Passage, str]]:
    """The sentences of a page that are in the other language, `foreign`, each with its passage; `names` count for neither."""
    for section in content.sections:
        for run in _runs_left(section, foreign, names):
            yield from run


def _runs_left(section: Section, foreign: Locale, names: re.Pattern) -> list[list[tuple[Passage, str]]]:
    """The sentences of a section that are in the other language, those that follow each other together."""
    runs: list[list[tuple[Passage, str]]] = []
    is_run = False
    for passage in section.passages:
        left = foreign_sentences(passage, foreign, names)
        sentences = SENTENCE.split(passage) if left else [passage]
        for sentence in sentences:
            if sentence in left and is_run:
                runs[-1].append((passage, sentence))
            elif sentence in left:
                runs.append([(passage, sentence)])
            is_run = sentence in left
        runs += [[(passage, phrase)] for phrase in left if phrase not in sentences]
    return runs


def _is_most(number: int, content: Content) -> bool:
    """Whether so many sentences are most of a page."""
    return number > 2 and number * 2 > sum(len(SENTENCE.split(passage)) for section in content.sections for passage in section.passages)


def _left_in(foreign: Locale, sentence: str, number: int) -> tuple[Message, Message]:
    """What is said of a sentence in the other language that is the first of a `number`, and how to mend them."""
    words, marked = short(sentence, _QUOTED), f'<span lang="{foreign.code}">{short(sentence, 2)}</span>'
    if number > 1 and foreign is ENGLISH:
        return Message('The sentences from "{words}" on are English, on the Welsh page: {number} of them.', words=words, number=number), Message(
            'write them in Welsh. A name goes below "names:" in mkdocs.yml; what has to stay is written so: {marked}.', marked=marked
        )
    if number > 1:
        return Message('The sentences from "{words}" on are Welsh, on the English page: {number} of them.', words=words, number=number), Message(
            'write them in English. A name goes below "names:" in mkdocs.yml; what has to stay is written so: {marked}.', marked=marked
        )
    if foreign is ENGLISH:
        return Message('"{words}" is English, on the Welsh page.', words=words), Message(
            'write it in Welsh. If it is a name, list it under "names:" in mkdocs.yml; if it has to stay, write {marked}.', marked=marked
        )
    return Message('"{words}" is Welsh, on the English page.', words=words), Message(
        'write it in English. If it is a name, list it under "names:" in mkdocs.yml; if it has to stay, write {marked}.', marked=marked
    )


def language_unknown(contents: dict[str, Content], names: list[str]) -> list[Problem]:
    """Sentences that are in neither language; `names` count for neither."""
    name = any_of(names)
    problems = []
    for content in contents.values():
        for passage in (passage for section in content.sections for passage in section.passages):
            for sentence in sentences_of_no_language(passage, name):
                message = Message('"{words}" is neither English nor Welsh.', words=short(sentence, _QUOTED))
                fix = Message('write it in the language of the page. A name in it goes below "names:" in mkdocs.yml.')
                problems.append(Problem(content.page.path, passage.line_of(sentence), "language_unknown", message, fix))
    return problems


def text_identical(pair: Pair, names: list[str]) -> list[Problem]:
    """Passages of four words or more that are the same in both pages, where the vote could not tell their language."""
    name = any_of(names)
    source = {passage for section in pair.source.sections for passage in section.passages}
    problems = []
    for section in pair.translation.sections:
        for passage in section.passages:
            if passage not in source:
                continue
            words = name.sub(" ", passage)
            if vote(words) == 0 and len(WORD.findall(NOT_PROSE.sub(" ", words))) >= 4:
                message = Message('"{words}" is the same in {path}.', words=short(passage, _QUOTED), path=pair.source.page.path)
                fix = Message('translate it, or list the name in it under "names:" in mkdocs.yml.')
                line = passage.line_of(passage)
                problems.append(Problem(pair.translation.page.path, line, "text_identical", message, fix))
    return problems
