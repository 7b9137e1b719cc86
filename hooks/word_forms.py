"""The forms in which Welsh words stand on the site, so that a search for one finds them all."""

from collections.abc import Iterable

from content import Content
from dictionary import stems
from mutation import TABLE, folded
from words import any_of, words_in


def word_forms(contents: Iterable[Content]) -> dict:
    """What the search needs to know of Welsh.

    `initials` are pairs of what a word may start with and what the word of the
    dictionary then starts with; `forms` are the words of the site, by the
    dictionary's word for them without its accents; `plain` are those that stand
    as the dictionary has them and in no other form.
    """
    nothing = any_of([])
    # Cut at the spaces first, so that a word which stands in many places is looked at once.
    parts = {part for content in contents for section in content.sections for passage in section.passages for part in passage.split()}
    words = {word.small for part in parts for word in words_in(part, nothing) if len(word.text) > 1}
    forms: dict[str, set[str]] = {}
    for word in words:
        for stem in stems(word):
            forms.setdefault(folded(stem), set()).add(word)
    initials = sorted({(made, radical) for changes in TABLE.values() for radical, made in changes.items()} | {("h", "")})
    plain = {stem for stem, found in forms.items() if found == {stem}}
    return {
        "initials": initials,
        "forms": {stem: sorted(found) for stem, found in sorted(forms.items()) if stem not in plain},
        "plain": sorted(plain),
    }
