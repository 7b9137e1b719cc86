"""What a translator is asked for in one page, and the page that the answers make."""

import re
from dataclasses import dataclass
from functools import cached_property

from messages.locales import WELSH, Locale, other
from messages.message import Message
from messages.problem import Problem
from sources.addresses import address_part
from sources.all_sources import Sources
from sources.content import Content, short_hash
from sources.front_matter import SHOWN, set_line
from sources.history import content_with
from sources.pages import parse_page
from sources.pairs import Pair
from sources.reader import read_page
from translators.alignment import UNKNOWN, align, recalled
from translators.inline import Pieces, has_words, pieces_of, words_of
from translators.passages import END, START, Passage, cut

# What a command finds in a file from outside; no check of the pages finds it.
CHECK = "translation_file"
# What messages call the kinds of passages.
KINDS = {
    "title": Message("title"),
    "description": Message("description"),
    "change": Message("change"),
    "heading": Message("heading"),
    "paragraph": Message("paragraph"),
    "point": Message("point"),
    "table cell": Message("table cell"),
    "term": Message("term"),
    "definition": Message("definition"),
    "note title": Message("note title"),
    "abbreviation": Message("abbreviation"),
}
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_NEWLINE = re.compile(r"\r\n?|\n")
_ADDRESS = re.compile(r"(?m)^[ \t>]*\[(?!\^)[^\]\r\n]+\]:[ \t]*\S+[^\r\n]*")


@dataclass(frozen=True)
class Unit:
    """A passage to translate, on `line` of its page; `place` is the passage of the translation that said what it `was`."""

    id: str
    source: Passage
    place: Passage | None
    line: int
    pieces: Pieces
    was: Passage | None = None

    @property
    def present(self) -> str:
        return self.place.text if self.place else ""

    def put(self, text: str, newline: str) -> str:
        """How a text stands in the place of this passage."""
        if self.place and text == self.place.text:
            return self.place.raw
        return _NEWLINE.sub(newline, (self.place or self.source).put(text, self.source))


@dataclass(frozen=True)
class Job:
    """One page to translate: `parts` is the page to be, text that stays and the units between."""

    source: Content
    parts: list[str | Unit]
    newline: str
    is_new: bool

    @property
    def path(self) -> str:
        """The file that the translation makes."""
        return self.source.page.counterpart

    @property
    def locale(self) -> Locale:
        return other(self.source.page.locale)

    @cached_property
    def units(self) -> list[Unit]:
        return [part for part in self.parts if isinstance(part, Unit)]

    def text(self, texts: dict[str, str]) -> str:
        """The page with a text for each unit, by its id, before its front matter is marked."""
        return "".join(part if isinstance(part, str) else part.put(texts[part.id], self.newline) for part in self.parts)


def names_to_translate(sources: Sources) -> list[str]:
    """The names of the pages whose counterpart is missing, behind, or of unknown age."""
    there = {page.path for page in sources.pages}
    missing = {content.page.name for content in sources.contents.values() if content.page.counterpart not in there}
    return sorted(missing | {name for name, pair in sources.pairs.items() if pair.state != "current"})


def make_job(sources: Sources, name: str) -> Job | Problem:
    """The job of one of `names_to_translate`; a problem where only an editor can do it."""
    pair = sources.pairs.get(name)
    source = pair.source if pair else next(content for content in sources.contents.values() if content.page.name == name)
    # An element that is not closed has its end elsewhere: no translation could mend that.
    if source.tree.loose or source.tree.too_deep:
        return _uncut(source)
    text = _file(sources, source)
    unseen = _NOT_IN_XML.search(text)
    if unseen:
        message = Message("This line holds a character that cannot be seen, and that no translation file can hold.")
        fix = Message("take it out: type the line again.")
        return Problem(source.page.path, text[: unseen.start()].count("\n") + 1, CHECK, message, fix)
    if pair is None:
        newline = "\r\n" if "\r\n" in text else "\n"
        job = Job(source, _new_page(cut(text), newline), newline, True)
        return job if _says(job, {unit.id: unit.source.text for unit in job.units}) else _uncut(source)
    here = _file(sources, pair.translation)
    newline = "\r\n" if "\r\n" in here else "\n"
    parts = _page_brought_up(pair, cut(text), cut(here), newline, sources)
    if parts is None or parts == [here]:
        message = Message("What changed in {path} is not in a passage that a translator reads; it may be code, or a mark.", path=source.page.path)
        page = pair.translation.page.path
        fix = Message('bring this page up to date by hand, then run "scripts/mark_translated.py {page}".', page=page)
        return Problem(pair.translation.page.path, 1, CHECK, message, fix)
    return Job(source, parts, newline, False)


def _uncut(source: Content) -> Problem:
    message = Message("This page cannot be divided into passages for a translator.")
    return Problem(source.page.path, 1, CHECK, message, Message('run "make check" and mend what it says about this page, then write the file again.'))


def _file(sources: Sources, content: Content) -> str:
    """A page as its file holds it, with its own ends of lines."""
    return (sources.root / content.page.path).read_bytes().decode("utf-8")


def _part(now: list[Passage], passage: Passage, place: Passage | None, was: Passage | None = None) -> str | Unit:
    """The unit of a passage; what holds no word to translate stays as it is in the source."""
    pieces = (passage.text,) if passage.kind in SHOWN else pieces_of(passage.text, _addresses(now))
    if not has_words(pieces) and passage.kind not in SHOWN:
        return (place or passage).put(passage.text, passage)
    return _unit(now, passage, place, pieces, was if was and was.text != UNKNOWN else None)


def _addresses(now: list[Passage]) -> str:
    """The addresses of links that stand on lines of their own."""
    return "\n".join(match[0].strip() for passage in now for match in _ADDRESS.finditer(passage.literal))


def _unit(now: list[Passage], passage: Passage, place: Passage | None, pieces: Pieces, was: Passage | None) -> Unit:
    """The unit of a passage; its id changes when either text does, so that no answer to other words is taken for its own."""
    index = next(i for i, each in enumerate(now) if each is passage)
    before = "".join(each.literal + each.raw for each in now[:index]) + passage.literal
    pin = short_hash("\n".join((passage.kind, passage.text, place.text if place else "")))
    return Unit(f"{index}-{pin}", passage, place, len(_NEWLINE.findall(before)) + 1, pieces, was if was and was.text != UNKNOWN else None)


def _joined(parts: list[str | Unit]) -> list[str | Unit]:
    """The parts with runs of text made one."""
    found: list[str | Unit] = []
    for part in parts:
        if found and isinstance(part, str) and isinstance(found[-1], str):
            found[-1] += part
        else:
            found.append(part)
    return found


def _new_page(now: list[Passage], newline: str) -> list[str | Unit]:
    mark = "\ufeff" if now[0].literal.startswith("\ufeff") else ""
    parts: list[str | Unit] = [f"{mark}---{newline}"]
    for passage in now:
        if passage.kind in SHOWN:
            parts += [f"{passage.kind}: ", _part(now, passage, None), newline]
        elif passage.kind == START:
            parts.append(f"---{newline}" + (newline if not passage.literal.removeprefix("\ufeff") else ""))
        else:
            parts += [passage.literal, *([] if passage.kind == END else [_part(now, passage, None)])]
    return _joined(parts)


def _page_brought_up(pair: Pair, now: list[Passage], here: list[Passage], newline: str, sources: Sources) -> list[str | Unit] | None:
    """The parts of a translation that is behind; None where the marks between its passages need a person."""
    old = content_with(pair.pin, pair.source.page, sources.root) if pair.pin else None
    fingerprints = pair.source.fingerprint.split("-")
    # A pair that nobody has marked yet, as a new one: any passage may be new.
    pinned = pair.pin.split("-") if pair.pin else [""] * len(fingerprints)
    was = cut(old.page.text) if old else recalled(now, here, fingerprints, pinned)
    parts = _aligned(now, was, here, newline)
    job = Job(pair.source, parts or [], newline, False)
    return parts if parts and _says(job, {unit.id: unit.source.text for unit in job.units}) else None


def _aligned(now: list[Passage], was: list[Passage], here: list[Passage], newline: str) -> list[str | Unit] | None:
    parts: list[str | Unit] = []
    for row in align(now, was, here):
        if isinstance(row, list):
            for passage in row:
                parts += _front(now, was, here, newline) if passage.kind == START else [passage.literal, passage.raw]
        elif row.literal is None:
            return None
        elif row.source.kind == START:
            parts += _front(now, was, here, newline)
        else:
            parts.append(row.literal if row.place and row.literal == row.place.literal else _NEWLINE.sub(newline, row.literal))
            if row.source.kind != END:
                parts.append(_part(now, row.source, row.place, row.was) if row.is_changed else row.place.raw)
    return _joined(parts)


def _front(now: list[Passage], was: list[Passage], here: list[Passage], newline: str) -> list[str | Unit]:
    """The front matter of a translation, with a unit for each line that changed or is new in the source."""
    old, ours = ({each.kind: each for each in passages if each.kind in SHOWN} for passages in (was, here))
    changed = {each.kind: each for each in now if each.kind in SHOWN and (each.kind not in old or each.text != old[each.kind].text)}
    parts: list[str | Unit] = []
    literal = next(each.literal for each in here if each.kind == START)
    for passage in here:
        if passage.kind in SHOWN:
            parts += [passage.literal, _part(now, changed[passage.kind], passage, old.get(passage.kind)) if passage.kind in changed else passage.raw]
    added = [part for kind in changed if kind not in ours for part in (f"{kind}: ", _part(now, changed[kind], None), newline)]
    if not added:
        return [*parts, literal]
    mark = "\ufeff" if literal.startswith("\ufeff") else ""
    closing = re.search(r"(?:---|\.\.\.)[ \t]*\s*$", literal)
    if not closing:
        return [f"{mark}---{newline}", *added, f"---{newline}{newline}"]
    return [*parts, literal[: closing.start()], *added, closing[0]]


def finished(job: Job, texts: dict[str, str]) -> str:
    """The translation with a text for each unit, by its id, marked as the translation of its source as it is now, and of the same day."""
    text = job.text(texts)
    page = job.source.page
    if updated := page.front_matter.get("updated"):
        text = set_line(text, "updated", str(updated))
    # A file is called as the page that was written first; a Welsh page always has an address of its own.
    if job.is_new and not page.is_index and (job.locale is WELSH or not page.front_matter.get("slug")):
        title = next((texts[unit.id] for unit in job.units if unit.source.kind in ("title", "heading")), "")
        slug = address_part(title.replace("_", " ")).strip("-")
        text = set_line(text, "slug", slug) if slug else text
    text = set_line(text, "review", "draft")
    return set_line(text, "translation", job.source.fingerprint)


def unfit(job: Job, texts: dict[str, str]) -> list[Unit]:
    """The units whose texts would give the page another form than their sources do: a point, a heading, a cell of their own."""
    sources = {unit.id: unit.source.text for unit in job.units}
    form = _form(job, sources)

    def fits(tried: dict[str, str]) -> bool:
        return _says(job, sources | tried) and _form(job, sources | tried) == form

    return [] if fits(texts) else [unit for unit in job.units if not fits({unit.id: texts[unit.id]})] or job.units


def _says(job: Job, texts: dict[str, str]) -> bool:
    """Whether each of the texts is a passage of the page that they make."""
    return {passage.text for passage in cut(job.text(texts))}.issuperset(texts.values())


def _form(job: Job, texts: dict[str, str]) -> tuple:
    content = _read(job, texts)
    page = content.page
    keys = [key for key in page.front_matter if key not in SHOWN]
    return page.unreadable is None, keys, [passage.kind for passage in cut(page.text)], content.blocks


def _read(job: Job, texts: dict[str, str]) -> Content:
    text = _NEWLINE.sub("\n", job.text(texts)).removeprefix("\ufeff")
    return read_page(parse_page(job.locale, job.source.page.name, text))


def as_seen(kind: str, text: str) -> str:
    """A passage of a kind as its reader sees it."""
    return text if kind in SHOWN else words_of(text)
