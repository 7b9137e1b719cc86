"""Which passage of a translation says which passage of its source."""

import re
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from sources.front_matter import SHOWN
from translators.passages import END, START, Passage

# Less alike than this, two passages are taken for different ones, not for one that was reworded.
ALIKE = 0.5
UNKNOWN = "\0"


@dataclass(frozen=True)
class Row:
    """A passage of the source as it is now, and its `place` in the translation, if it has one.

    `literal` is what has to stand before it there; None where both pages
    changed that, each in its own way. `was` is what the source said when that
    was translated, where this is known.
    """

    source: Passage
    place: Passage | None
    is_changed: bool
    literal: str | None
    was: Passage | None = None


def align(now: list[Passage], was: list[Passage], here: list[Passage]) -> list[Row | list[Passage]]:
    """Each passage of the source `now`, by what it `was` when `here` was translated from it.

    A section whose parts the translation has cut up in its own way is given as
    the translation's passages, where the source has not changed it.
    """
    old_of = _counterparts(now, was)
    place_of = _places(was, here)
    was_sections, here_sections = _sections(was), _sections(here)
    rows: list[Row | list[Passage]] = []
    for section in _sections(now):
        old = [old_of.get(i, -1) for i in section]
        whole = was_sections.index(old) if old in was_sections and len(was_sections) == len(here_sections) else None
        same = whole is not None and all(_same(now[i], was[j]) for i, j in zip(section, old, strict=True))
        if same and old[-1] not in place_of:
            rows.append([here[i] for i in here_sections[whole]])
        else:
            places = [here[place_of[j]] if j in place_of else None for j in old]
            rows += [_row(now[i], was[j] if j >= 0 else None, place) for i, j, place in zip(section, old, places, strict=True)]
    return [*_marked_alike(rows), _row(now[-1], was[-1], here[-1])]


def _marked_alike(rows: list[Row | list[Passage]]) -> list[Row | list[Passage]]:
    """The rows, a new point with the translation's own mark: with another it would start a list of its own."""
    marks = {}
    for row in rows:
        if isinstance(row, Row) and row.place and row.literal is not None and row.source.kind == "point":
            marks[_divided(row.source.literal)[1]] = _divided(row.literal)[1]
    found = []
    for row in rows:
        if isinstance(row, Row) and row.place is None and row.literal is not None and row.source.kind == "point":
            above, mark = _divided(row.literal)
            row = replace(row, literal=above + marks.get(mark, mark))
        found.append(row)
    return found


def pairs_of(source: list[Passage], translation: list[Passage]) -> list[tuple[Passage, Passage]]:
    """The passages of a current pair that say the same, where both pages have the same parts."""
    ours, theirs = ({each.kind: each for each in page if each.kind in SHOWN} for page in (source, translation))
    front = [(ours[kind], theirs[kind]) for kind in ours if kind in theirs]
    places = sorted(_places(source, translation).items())
    return [*front, *((source[i], translation[j]) for i, j in places if source[i].kind not in (START, END))]


def recalled(now: list[Passage], here: list[Passage], fingerprints: list[str], pinned: list[str]) -> list[Passage]:
    """What is known of the source as it was when its sections had the `pinned` fingerprints, and no file of it is left.

    A section with another fingerprint now has words that are unknown; it is
    known to be a section, so all of it is sent. Where the translation has the
    same passages there, each is sent with what it says now.
    """
    found, theirs = _sections(now), _sections(here)
    was: list[list[Passage]] = []
    if len(found) == len(fingerprints):
        for tag, a, b, c, d in SequenceMatcher(None, pinned, fingerprints, autojunk=False).get_opcodes():
            for i, section in enumerate(found[c:d] if b - a == d - c else [[]] * (b - a)):
                here_now = [here[j] for j in theirs[a + i]] if len(theirs) == len(pinned) else []
                passages = [now[j] for j in section]
                if tag == "equal":
                    was.append(passages)
                elif [_shape(each) for each in passages] == [_shape(each) for each in here_now]:
                    was.append([_unknown(each) for each in passages])
                else:
                    was.append([_bare("heading" if was else START)])
    was = was or [[_bare(START)]]
    front = [each if pinned[:1] == fingerprints[:1] else _unknown(each) for each in now if each.kind in SHOWN]
    end = now[-1] if pinned[-1:] == fingerprints[-1:] else replace(now[-1], literal=here[-1].literal)
    return [*front, *(each for section in was for each in section), end]


def _shape(passage: Passage) -> tuple[str, str]:
    return passage.kind, "" if passage.kind == START else _form(passage.literal)


def _bare(kind: str) -> Passage:
    return Passage("", "", kind, "" if kind == START else UNKNOWN)


def _unknown(passage: Passage) -> Passage:
    return passage if passage.kind == START else replace(passage, text=UNKNOWN)


def _sections(passages: list[Passage]) -> list[list[int]]:
    """The indexes of the passages below the front matter, divided before each heading as `content.Content` divides them."""
    found: list[list[int]] = []
    for i, passage in enumerate(passages[:-1]):
        if passage.kind in (START, "heading"):
            found.append([])
        if passage.kind not in SHOWN:
            found[-1].append(i)
    return found


def _counterparts(now: list[Passage], was: list[Passage]) -> dict[int, int]:
    """The index in `was` of what each passage of `now` was, below the front matter: the same words, or words like them."""
    keys = [[(each.kind, each.text) for each in passages] for passages in (was, now)]
    steps = SequenceMatcher(None, *keys, autojunk=False).get_opcodes()
    found = {c + i: a + i for tag, a, b, c, _ in steps if tag == "equal" for i in range(b - a)}
    gone = {keys[0][i]: i for i in set(range(len(was))).difference(found.values())}
    # Moved elsewhere as it was.
    found |= {i: gone.pop(key) for i, key in enumerate(keys[1]) if i not in found and key in gone}
    for tag, a, b, c, d in steps:
        if tag == "replace":
            olds = [i for i in range(a, b) if i not in found.values()]
            news = [i for i in range(c, d) if i not in found]
            found |= _reworded(news, olds, now, was)
    return {i: j for i, j in found.items() if now[i].kind not in SHOWN}


def _reworded(news: list[int], olds: list[int], now: list[Passage], was: list[Passage]) -> dict[int, int]:
    """Where as many passages of the same kinds stand in the same place, in their order; else by the words they share."""
    if [now[i].kind for i in news] == [was[j].kind for j in olds]:
        return dict(zip(news, olds, strict=True))
    found: dict[int, int] = {}
    for i in news:
        left = [j for j in olds if was[j].kind == now[i].kind and j > max(found.values(), default=-1)]
        ratio = {j: SequenceMatcher(None, was[j].text, now[i].text, autojunk=False).ratio() for j in left}
        best = max(left, key=ratio.get, default=None)
        if best is not None and ratio[best] >= ALIKE:
            found[i] = best
    return found


def _places(was: list[Passage], here: list[Passage]) -> dict[int, int]:
    """The index in the translation of each old passage of the source, in the sections that have the same parts."""
    ours, theirs = _sections(here), _sections(was)
    if len(ours) != len(theirs):
        ours, theirs = ours[:1], theirs[:1]
    places = {theirs[0][0]: ours[0][0]}
    for one, two in zip(theirs, ours, strict=True):
        if [was[i].kind for i in one] == [here[i].kind for i in two]:
            places.update(zip(one, two, strict=True))
    return places


def _same(now: Passage, was: Passage) -> bool:
    return now.text == was.text and (now.kind == START or _form(now.literal) == _form(was.literal))


def _row(now: Passage, was: Passage | None, here: Passage | None) -> Row:
    if was is None or here is None:
        return Row(now, None, True, now.literal)
    if now.kind == START:
        return Row(now, here, False, here.literal)
    # The lines above, and the marks on the passage's own line.
    merged = [_merged(*each) for each in zip(*(_divided(passage.literal) for passage in (now, was, here)), strict=True)]
    return Row(now, here, now.text != was.text, None if None in merged else "".join(merged), was)


def _divided(literal: str) -> tuple[str, str]:
    start = max(literal.rfind("\n"), literal.rfind("\r")) + 1
    return literal[:start], literal[start:]


def _merged(now: str, was: str, here: str) -> str | None:
    """The translation's own, or the source's where that changed and the translation has no words there."""
    if _form(here) == _form(now) or _form(now) == _form(was):
        return here
    return now if _form(here) == _form(was) or not re.search(r"[^\W\d_]", here) else None


def _form(literal: str) -> str:
    """What stands before a passage, without what two editors may type in different ways."""
    literal = re.sub(r"<!--.*?-->\s*", "", re.sub(r"\r\n?", "\n", literal), flags=re.DOTALL)
    literal = re.sub(r"\n[ \t]*\n\s*?(?=[^\n]|$)", "\n\n", literal)
    literal = re.sub(r"(?m)^([ \t>]*)[*+-](?=[ \t])", r"\1-", literal)
    literal = re.sub(r"(?m)^([ \t>]*)\d+\.(?=[ \t])", r"\g<1>1.", literal)
    return re.sub(r"(?<=\S)[ \t]+", " ", re.sub(r"-{2,}", "--", literal))
