"""Jobs as an XLIFF 1.2 file, which a translator's program opens, and the pages that it makes when it comes back."""

import re
from collections import Counter
from dataclasses import replace
from difflib import SequenceMatcher
from pathlib import Path, PurePosixPath

from lxml import etree
from translate.storage.xliff import Xliff1File

from messages.locales import WELSH, Locale
from messages.message import Message
from messages.problem import Problem
from sources.all_sources import Sources
from sources.content import Content
from sources.links import split_address, target_name
from translators.answers import PIN, SPACE, Answer, PageAnswers, closing, opening, read_answers
from translators.inline import Code, Pieces, codes_in, shown, words_of
from translators.job import CHECK, Job, Unit, finished, make_job, names_to_translate, unfit
from translators.passages import FRONT

_EMPTY = (
    b'<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">'
    b'<file original="NoName" source-language="en" datatype="plaintext"><body/></file></xliff>'
)
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
# A translation so many times as long as its source is none, and would take long to read.
_LONGEST = 20
_CODE = re.compile("\0(/?)([^\1]*)\1")
_LINK = re.compile(r"(?<=\]\()[^)\s]+")


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
        etree.SubElement(header, store.namespaced("note"), {"from": PIN}).text = job.source.fingerprint
        for unit in job.units:
            _add(store, job, unit)
    etree.cleanup_namespaces(store.document)
    return bytes(store)


def _add(store: Xliff1File, job: Job, unit: Unit) -> None:
    """Add a passage: its source in place of the translation too, because OmegaT shows that alone; what it was; and where it stands."""
    added = store.UnitClass("")
    store.addunit(added)
    added.setid(unit.id)
    node = added.xmlelement
    node.set("approved", "no")
    _fill(added.source_dom, unit.pieces)
    target = etree.Element(f"{SPACE}target", {"state": "needs-translation"})
    added.source_dom.addnext(target)
    _fill(target, unit.pieces)
    kind = _KINDS[unit.source.kind]
    said = f"{kind.in_(WELSH)} / {kind}"
    group = etree.SubElement(node, f"{SPACE}context-group", {"purpose": "location"})
    section = job.source.section_at(unit.line).title
    contexts = {"sourcefile": job.source.page.path, "linenumber": str(unit.line), "x-heading": section, "x-kind": said}
    for name, text in contexts.items():
        if text:
            etree.SubElement(group, f"{SPACE}context", {"context-type": name}).text = text
    etree.SubElement(node, f"{SPACE}note").text = said
    if unit.was and unit.place:
        seen = [_seen(unit.source.kind, each.text) for each in (unit.was, unit.source, unit.place)]
        etree.SubElement(node, f"{SPACE}note").text = _difference(*seen[:2])
        former = etree.SubElement(node, f"{SPACE}alt-trans", {"alttranstype": "previous-version"})
        etree.SubElement(former, f"{SPACE}source").text = seen[0]
        etree.SubElement(former, f"{SPACE}target").text = seen[2]
    elif unit.place:
        former = etree.SubElement(node, f"{SPACE}alt-trans", {"alttranstype": "previous-version"})
        etree.SubElement(former, f"{SPACE}target").text = _seen(unit.source.kind, unit.place.text)


def _seen(kind: str, text: str) -> str:
    return text if kind in FRONT else words_of(text)


def _fill(node: etree._Element, pieces: Pieces) -> None:
    """Put the pieces of a passage into an element."""
    node.text, last = "", None
    for piece in pieces:
        if isinstance(piece, str):
            if last is None:
                node.text += piece
            else:
                last.tail = (last.tail or "") + piece
        elif piece.after is None:
            last = etree.SubElement(node, f"{SPACE}x", {"id": piece.id, "ctype": piece.kind, "equiv-text": shown(piece)})
        else:
            last = etree.SubElement(node, f"{SPACE}g", {"id": piece.id, "ctype": piece.kind})
            _fill(last, piece.inside)


def _difference(was: str, now: str) -> str:
    """What changed, as translators know it from wdiff: [-what went-] {+what came+}."""
    old, new = was.split(), now.split()
    found = []
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            found += old[a:b]
            continue
        found += [f"[-{' '.join(old[a:b])}-]"] if b > a else []
        found += [f"{{+{' '.join(new[c:d])}+}}"] if d > c else []
    return " ".join(found)


def read_xliff(data: bytes, name: str, sources: Sources) -> tuple[dict[str, str], list[Problem]]:
    """The pages that a translator's file makes, by their paths, and what is wrong with the others.

    A file that does not belong to the pages as they are now makes no page at all.
    """
    parts = read_answers(data, name)
    if isinstance(parts, Problem):
        return {}, [parts]
    parts = [_placed(part, sources) for part in parts]
    found = [(part, _job_of(part, parts, name, sources)) for part in parts]
    refused = [job for _, job in found if isinstance(job, Problem)]
    refused += [problem for part, job in found if isinstance(job, Job) for problem in _strange(part, job, name)]
    if refused:
        return {}, refused
    pages, problems = {}, []
    for part, job in found:
        wrong = _unfinished(part, job) or _codes_wrong(part, job)
        texts = {} if wrong else {unit.id: _text(unit, part.answers[unit.id], job, sources) for unit in job.units}
        wrong = wrong or _unfit(job, texts)
        problems += wrong
        if not wrong:
            pages[job.path] = finished(job, texts)
    return pages, problems


def _placed(part: PageAnswers, sources: Sources) -> PageAnswers:
    """The part with the whole path of its page, where a translator's program has left its last name alone."""
    if part.path in sources.contents or "/" in part.path:
        return part
    waiting = set(names_to_translate(sources))
    paths = [
        path
        for path, content in sources.contents.items()
        if PurePosixPath(path).name == part.path
        and content.page.name in waiting
        and content.page.locale.code == part.languages[0]
        and _has_asked(part, content, sources)
    ]
    return replace(part, path=paths[0]) if len(paths) == 1 else part


def _has_asked(part: PageAnswers, content: Content, sources: Sources) -> bool:
    job = make_job(sources, content.page.name)
    return isinstance(job, Job) and job.source is content and {unit.id for unit in job.units} == set(part.answers)


def _job_of(part: PageAnswers, parts: list[PageAnswers], name: str, sources: Sources) -> Job | Problem:
    """The job that a part of the file answers, if its page still is as it was."""
    content = sources.contents.get(part.path)
    if content is None:
        message = Message('This file names the page "{path}", and there is no such page in docs/ or docs-cy/.', path=part.path)
        return Problem(name, part.line, CHECK, message, _EXPORT_AGAIN)
    if [each.path for each in parts].count(part.path) > 1:
        message = Message("This file names the page {path} more than once.", path=part.path)
        return Problem(name, part.line, CHECK, message, _EXPORT_AGAIN)
    if part.twice:
        message = Message("This file answers a passage of {path} more than once.", path=part.path)
        return Problem(name, part.twice[0], CHECK, message, Message("ask the translator which answer counts, and take the other one out."))
    # Without its note the file is held to the passages alone: the name of each changes with its words.
    if part.fingerprint and part.fingerprint != content.fingerprint:
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
            Message('"{words}" is for a passage that {path} does not ask for now.', words=_short(_CODE.sub("", answer.text)), path=job.path),
            _EXPORT_AGAIN,
        )
        for id, answer in part.answers.items()
        if id not in known
    ]


def _unfinished(part: PageAnswers, job: Job) -> list[Problem]:
    """Passages without a translation, and those that their translator does not vouch for."""
    found = [(unit, _why_unfinished(unit, part.answers.get(unit.id), job)) for unit in job.units]
    return [Problem(job.source.page.path, unit.line, CHECK, *why) for unit, why in found if why]


def _why_unfinished(unit: Unit, answer: Answer | None, job: Job) -> tuple[Message, Message] | None:
    passage = {"kind": _KINDS[unit.source.kind], "words": _short(_seen(unit.source.kind, unit.source.text))}
    if answer is None or not answer.text:
        message = Message('The {kind} "{words}" has no translation in the file.', **passage)
        return message, Message("translate it; until then nothing of {path} is written.", path=job.path)
    if answer.is_unsure:
        message = Message('The translation of the {kind} "{words}" is marked in the file as one to look at again.', **passage)
        return message, Message("look at it in the translator's program, and mark it there as translated.")
    if not answer.is_finished and answer.text.split() == _marked(unit.pieces).strip().split():
        message = Message('The {kind} "{words}" is in the file as it was sent, without a translation.', **passage)
        return message, Message("translate it, or, if it is the same in both languages, mark it in the translator's program as translated.")
    if len(answer.text) > _LONGEST * (len(unit.source.text) + 100):
        message = Message('The translation of the {kind} "{words}" is many times as long as its source.', **passage)
        return message, Message("translate this passage alone; until then nothing of {path} is written.", path=job.path)
    return None


def _marked(pieces: Pieces) -> str:
    """How an answer holds the pieces that were sent."""
    return "".join(piece if isinstance(piece, str) else opening(piece.id) + _marked(piece.inside) + closing(piece.id) for piece in pieces)


def _codes_wrong(part: PageAnswers, job: Job) -> list[Problem]:
    """Translations in which a code of their source is missing, stands twice, or is not in the one that it belongs into."""
    problems = []
    for unit in job.units:
        codes = codes_in(unit.pieces)
        asked, given = Counter(code.id for code, _ in codes), Counter(id for id, _ in part.answers[unit.id].codes)
        passage = {"kind": _KINDS[unit.source.kind], "words": _short(_seen(unit.source.kind, unit.source.text))}
        if lost := [code for code, _ in codes if not given[code.id]]:
            message = Message('The translation of the {kind} "{words}" has lost a code of its source: "{code}".', code=_name(lost[0]), **passage)
        elif given - asked:
            message = Message(
                'The translation of the {kind} "{words}" has a code more often than its source: "{code}".', code=min(given - asked), **passage
            )
        elif {(code.id, outer) for code, outer in codes} != set(part.answers[unit.id].codes):
            message = Message(
                'The codes in the translation of the {kind} "{words}" are crossed: they stand in one another otherwise than in the source.', **passage
            )
        else:
            continue
        fix = Message("put the codes into the translation as they are in the source, each once, in the translator's program.")
        problems.append(Problem(job.source.page.path, unit.line, CHECK, message, fix))
    return problems


def _name(code: Code) -> str:
    """A code as its editor typed it."""
    return code.before.strip() + ("…" + code.after if code.after else "") or "\\"


def _text(unit: Unit, answer: Answer, job: Job, sources: Sources) -> str:
    """An answer in Markdown, in one line where its source is; what the translation says already stays as it is typed there."""
    if unit.place and unit.source.kind not in FRONT and answer.text == words_of(unit.place.text):
        return unit.place.text
    codes = {code.id: code for code, _ in codes_in(unit.pieces)}

    def typed(match: re.Match) -> str:
        code = codes[match[2]]
        return _carried((code.after or "") if match[1] else code.before, job, sources)

    text = answer.text if "\n" in unit.source.text else re.sub(r"[ \t]*\n(?![ \t]*\n)[ \t]*", " ", answer.text)
    return _CODE.sub(typed, text)


def _carried(typed: str, job: Job, sources: Sources) -> str:
    """A code with its links leading to the same section of the other language's page, where that is there."""

    def address(match: re.Match) -> str:
        parts, page = split_address(match[0]), job.source.page
        name = target_name(match[0], page)
        here = sources.contents.get(f"{page.locale.folder}/{name}")
        there = sources.contents.get(f"{job.locale.folder}/{name}")
        if not parts.fragment or here is None or there is None or len(here.sections) != len(there.sections):
            return match[0]
        anchor = here.anchor_of(parts.fragment)
        found = next((theirs.anchor for ours, theirs in zip(here.sections, there.sections, strict=True) if ours.anchor == anchor), None)
        return match[0].partition("#")[0] + "#" + found if found else match[0]

    return _LINK.sub(address, typed)


def _unfit(job: Job, texts: dict[str, str]) -> list[Problem]:
    """Translations that would change the form of the page."""
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
