"""English words of the pages that are spelt wrongly, or as in America."""

from collections import Counter
from collections.abc import Iterator

from messages.message import Message, either
from messages.problem import Problem
from sources.content import Content
from sources.settings import Settings
from welsh.english import misspelt_english
from welsh.words import any_of


def english_misspelt(content: Content, settings: Settings) -> Iterator[Problem]:
    """Words of an English page that are known slips; not those in quotations that are marked as another language."""
    names, allowed = any_of(settings.names), settings.english_words
    for passage in (passage for section in content.sections for passage in section.passages):
        seen: Counter[str] = Counter()
        for word, right, is_american in misspelt_english(passage, names, allowed):
            message = Message('"{word}" is not spelt so in English.', word=word)
            if is_american:
                message = Message('"{word}" is the American spelling.', word=word)
            fix = Message(
                'write {forms}. If it is right, list it under "english_words:" in mkdocs.yml with the reason, or under "names:" if it is a name.',
                forms=either(right),
            )
            yield Problem(content.page.path, passage.line_of(word, seen[word]), "english_misspelt", message, fix)
            seen[word] += 1
