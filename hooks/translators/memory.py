"""All that has been translated, as a memory for translators' programs (TMX)."""

from io import BytesIO

from translate.storage.tmx import tmxfile

from sources.all_sources import Sources
from sources.front_matter import SHOWN
from translators.alignment import pairs_of
from translators.inline import has_words, words_of
from translators.passages import cut


def memory_of(sources: Sources) -> bytes:
    """The passages of all pairs that are current, with their translations."""
    store = tmxfile(sourcelanguage="en", targetlanguage="cy")
    for _, pair in sorted(sources.pairs.items()):
        if pair.state != "current":
            continue
        for source, translation in pairs_of(cut(pair.source.page.text), cut(pair.translation.page.text)):
            words = [each.text if each.kind in SHOWN else words_of(each.text) for each in (source, translation)]
            if has_words((words[0],)):
                locales = pair.source.page.locale.code, pair.translation.page.locale.code
                store.addtranslation(words[0], locales[0], words[1], locales[1], comment=pair.source.page.path)
    file = BytesIO()
    store.serialize(file)
    return file.getvalue()
