"""Jobs as an XLIFF 1.2 file, which a translator's program opens, and what comes back in it."""

import re
from dataclasses import dataclass
from pathlib import Path

from lxml import etree
from translate.storage.xliff import Xliff1File

from messages.locales import WELSH, Locale
from messages.message import Message
from messages.problem import Problem
from sources.all_sources import Sources
from translators.job import CHECK, Job, Unit, finished, make_job, names_to_translate, unfit

_EMPTY = (
    b'<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">'
    b'<file original="NoName" source-language="en" datatype="plaintext"><body/></file></xliff>'
)
_PIN = "fingerprint of the source"
_EXPORT_AGAIN = Message("write the file again with scripts/write_xliff.py, and let the translator take over what is done.")
# What messages call the kinds of passages.
_KINDS = {
    "title": Message("title"),
    "description": Message("description"),
    "heading": Message("heading"),
    "paragraph": Message("paragraph"),
    "point": Message("point"),
    "table cell": Message("table cell"),
    "term": Message("term"),
    "definition": Message("definition"),
    "note title": Message("note title"),
    "abbreviation": Message("abbreviation"),
}
# What a translator's program calls a text that nobody has looked at yet.
_UNTOUCHED = (None, "", "new", "needs-translation")


@dataclass(frozen=True)
class Answer:
    """What a translator's file says for one unit, and on which line."""

    text: str
    is_untouched: bool
    line: int


@dataclass(frozen=True)
class PageAnswers:
    """What a translator's file says for one page."""

    path: str
    languages: tuple[str, str]
    fingerprint: str
    answers: dict[str, Answer]
    line: int


def xliff_of(jobs: list[Job]) -> bytes:
    """The file for the translator of these jobs."""
    store = Xliff1File.parsestring(_EMPTY)
    for job in jobs:
        page = job.source.page
        store.switchfile(page.path, createifmissing=True)
        node = store.getfilenode(page.path)
        node.set("source-language", page.locale.code)
        node.set("target-language", job.locale.code)
        header = etree.Element(store.namespaced("header"))
        node.insert(0, header)
        etree.SubElement(header, store.namespaced("note"), {"from": _PIN}).text = job.source.fingerprint
        for unit in job.units:
            _add(store, unit)
    etree.cleanup_namespaces(store.document)
    return bytes(store)


def _add(store: Xliff1File, unit: Unit) -> None:
    added = store.UnitClass(unit.source.text)
    store.addunit(added)
    added.setid(unit.id)
    added.target = unit.present
    added.target_dom.set("state", "needs-translation" if unit.present else "new")
    added.xmlelement.set("approved", "no")
    kind = _KINDS[unit.source.kind]
    added.addnote(f"{kind.in_(WELSH)} / {kind}")


def read_answers(data: bytes, name: str) -> list[PageAnswers] | Problem:
    """What a translator's file says, page by page."""
    try:
        store = Xliff1File.parsestring(data)
        root = store.document.getroot()
        files = list(root.iterchildren(store.namespaced("file")))
        readable = etree.QName(root).localname == "xliff" and root.get("version") == "1.2"
    except Exception:  # What the bytes of a stranger's file make a parser do cannot be listed.
        readable = False
    if not readable:
        message = Message("This file is not one that a translator's program has saved as XLIFF 1.2, or it is damaged.")
        fix = Message("ask the translator to save it once more as XLIFF 1.2, with the ending .xlf.")
        return Problem(name, 1, CHECK, message, fix)
    return [_page_answers(store, node) for node in files]


def _page_answers(store: Xliff1File, node: etree._Element) -> PageAnswers:
    notes = node.iterfind(f"{store.namespaced('header')}/{store.namespaced('note')}")
    pin = next((note.text or "" for note in notes if note.get("from") == _PIN), "")
    answers = {}
    for element in node.iter(store.namespaced("trans-unit")):
        unit = store.UnitClass.createfromxmlElement(element)
        unit.namespace = store.namespace
        state = unit.target_dom.get("state") if unit.target_dom is not None else None
        text = re.sub(r"\r\n?", "\n", unit.target or "").strip(" \t\n")
        answers[element.get("id", "")] = Answer(text, state in _UNTOUCHED and not unit.isapproved(), element.sourceline or 1)
    languages = tuple(re.split("[-_]", node.get(key, "").lower())[0] for key in ("source-language", "target-language"))
    return PageAnswers(node.get("original", ""), languages, pin.strip(), answers, node.sourceline or 1)


def read_xliff(data: bytes, name: str, sources: Sources) -> tuple[dict[str, str], list[Problem]]:
    """The pages that a translator's file makes, by their paths, and what is wrong with the others.

    A file that does not belong to the pages as they are now makes no page at all.
    """
    parts = read_answers(data, name)
    if isinstance(parts, Problem):
        return {}, [parts]
    found = [(part, _job_of(part, parts, name, sources)) for part in parts]
    refused = [job for _, job in found if isinstance(job, Problem)]
    refused += [problem for part, job in found if isinstance(job, Job) for problem in _strange(part, job, name)]
    if refused:
        return {}, refused
    pages, problems = {}, []
    for part, job in found:
        wrong = _unfinished(part, job) or _unfit(part, job, sources)
        problems += wrong
        if not wrong:
            pages[job.path] = finished(job, {unit.id: part.answers[unit.id].text for unit in job.units})
    return pages, problems


def _job_of(part: PageAnswers, parts: list[PageAnswers], name: str, sources: Sources) -> Job | Problem:
    """The job that a part of the file answers, if its page still is as it was."""
    content = sources.contents.get(part.path)
    if content is None:
        message = Message('This file names the page "{path}", and there is no such page in docs/ or docs-cy/.', path=part.path)
        return Problem(name, part.line, CHECK, message, _EXPORT_AGAIN)
    if [each.path for each in parts].count(part.path) > 1:
        message = Message("This file names the page {path} more than once.", path=part.path)
        return Problem(name, part.line, CHECK, message, _EXPORT_AGAIN)
    if part.fingerprint != content.fingerprint:
        message = Message("{path} has changed since this file was written.", path=part.path)
        return Problem(name, part.line, CHECK, message, _EXPORT_AGAIN)
    page = content.page
    if page.name not in names_to_translate(sources) or page.name in sources.pairs and sources.pairs[page.name].source is not content:
        message = Message("{page} is up to date with {path}: it waits for no translation.", page=page.counterpart, path=part.path)
        fix = Message(
            "take what is new in this file over by hand, or write the file again with scripts/write_xliff.py, "
            "and let the translator take over what is done."
        )
        return Problem(name, part.line, CHECK, message, fix)
    job = make_job(sources, page.name)
    if isinstance(job, Job) and part.languages != (page.locale.code, job.locale.code):
        languages = [each or Message("no language") for each in part.languages]
        message = Message(
            "This file says that {path} goes from {said_from} to {said_to}. It goes from {source} to {target}.",
            path=part.path,
            said_from=languages[0],
            said_to=languages[1],
            source=page.locale.code,
            target=job.locale.code,
        )
        return Problem(name, part.line, CHECK, message, _EXPORT_AGAIN)
    if isinstance(job, Job) and not _is_inside(sources.root, job.path, job.locale):
        message = Message("The file {path} would lie outside {folder}/.", path=job.path, folder=job.locale.folder)
        return Problem(name, part.line, CHECK, message, Message("put a folder in the place of the link that leads out of it."))
    return job


def _is_inside(root: Path, path: str, locale: Locale) -> bool:
    return (root / path).resolve().is_relative_to(root.resolve() / locale.folder)


def _strange(part: PageAnswers, job: Job, name: str) -> list[Problem]:
    """Texts of the file for passages that the page does not ask for."""
    known = {unit.id for unit in job.units}
    return [
        Problem(
            name,
            answer.line,
            CHECK,
            Message('"{words}" is for a passage that {path} does not ask for now.', words=_short(answer.text), path=job.path),
            _EXPORT_AGAIN,
        )
        for id, answer in part.answers.items()
        if id not in known
    ]


def _unfinished(part: PageAnswers, job: Job) -> list[Problem]:
    """Passages without a translation, and those that still have the one from before their source changed."""
    problems = []
    for unit in job.units:
        answer = part.answers.get(unit.id)
        passage = {"kind": _KINDS[unit.source.kind], "words": _short(unit.source.text)}
        if answer is None or not answer.text:
            message = Message('The {kind} "{words}" has no translation in the file.', **passage)
            fix = Message("translate it; until then nothing of {path} is written.", path=job.path)
        elif answer.is_untouched and answer.text == unit.present:
            message = Message('The {kind} "{words}" has changed, and its translation in the file is the one from before.', **passage)
            fix = Message("translate it, or, if the translation is right as it is, mark it in the translator's program as translated.")
        else:
            continue
        problems.append(Problem(job.source.page.path, unit.line, CHECK, message, fix))
    return problems


def _unfit(part: PageAnswers, job: Job, sources: Sources) -> list[Problem]:
    """Translations that would change the form of the page."""
    texts = {unit.id: part.answers[unit.id].text for unit in job.units}
    wrapped = [unit for unit in job.units if "\n" in texts[unit.id] and "\n" not in unit.source.text]
    fix = Message(
        "write it in one line, with a \\ before a mark that starts something else (such as \\# or \\|); until then nothing of {path} is written.",
        path=job.path,
    )
    return [
        Problem(
            job.source.page.path,
            unit.line,
            CHECK,
            Message(
                'The {kind} "{words}" would no longer be one: its translation is "{translation}".',
                kind=_KINDS[unit.source.kind],
                words=_short(unit.source.text),
                translation=_short(texts[unit.id]),
            ),
            fix,
        )
        for unit in wrapped or unfit(job, texts)
    ]


def _short(text: str, most: int = 10) -> str:
    words = text.split()
    return " ".join(words[:most]) + (" …" if len(words) > most else "")
