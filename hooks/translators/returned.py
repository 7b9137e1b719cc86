"""The pages that a translator's file makes when it comes back."""

import re
from dataclasses import replace
from pathlib import Path, PurePosixPath

from messages.locales import Locale
from messages.message import Message, short
from messages.problem import Problem
from sources.all_sources import Sources
from sources.content import Content
from sources.front_matter import SHOWN
from sources.links import split_address, target_name
from translators.answers import Answer, PageAnswers, read_answers
from translators.faults import codes_wrong, unfinished, unfit_answers
from translators.inline import codes_in, words_of
from translators.job import CHECK, Job, Unit, finished, make_job, names_to_translate

_EXPORT_AGAIN = Message("write the file again with scripts/write_xliff.py, and let the translator take over what is done.")
# How an answer holds a code: a pair of signs round its id.
_CODE = re.compile("\0(/?)([^\1]*)\1")
_LINK = re.compile(r"(?<=\]\()[^)\s]+")


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
        wrong = unfinished(part, job) or codes_wrong(part, job)
        texts = {} if wrong else {unit.id: _text(unit, part.answers[unit.id], job, sources) for unit in job.units}
        wrong = wrong or unfit_answers(job, texts)
        problems += wrong
        if not wrong:
            pages[job.path] = finished(job, texts)
    return pages, problems


def _placed(part: PageAnswers, sources: Sources) -> PageAnswers:
    """The part with the path of its page, where a translator's program has written where that lies on its machine, or left its last name alone."""
    if part.path in sources.contents:
        return part
    if "/" in part.path:
        return next((replace(part, path=path) for path in sources.contents if part.path.endswith(f"/{path}")), part)
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
            Message('"{words}" is for a passage that {path} does not ask for now.', words=short(_CODE.sub("", answer.text)), path=job.path),
            _EXPORT_AGAIN,
        )
        for id, answer in part.answers.items()
        if id not in known
    ]


def _text(unit: Unit, answer: Answer, job: Job, sources: Sources) -> str:
    """An answer in Markdown, in one line where its source is; what the translation says already stays as it is typed there."""
    if unit.place and unit.source.kind not in SHOWN and answer.text == words_of(unit.place.text):
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
