"""What is wrong with a translation that came back: passages without one, codes that went astray, another form of the page."""

from collections import Counter

from messages.message import Message, short
from messages.problem import Problem
from translators.answers import Answer, PageAnswers, closing, opening
from translators.inline import Code, Pieces, codes_in
from translators.job import CHECK, KINDS, Job, Unit, as_seen, unfit

# A translation so many times as long as its source is none, and would take long to read.
_LONGEST = 20


def unfinished(part: PageAnswers, job: Job) -> list[Problem]:
    """Passages without a translation, and those that their translator does not vouch for."""
    found = [(unit, _why_unfinished(unit, part.answers.get(unit.id), job)) for unit in job.units]
    return [Problem(job.source.page.path, unit.line, CHECK, *why) for unit, why in found if why]


def _why_unfinished(unit: Unit, answer: Answer | None, job: Job) -> tuple[Message, Message] | None:
    passage = {"kind": KINDS[unit.source.kind], "words": short(as_seen(unit.source.kind, unit.source.text))}
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


def codes_wrong(part: PageAnswers, job: Job) -> list[Problem]:
    """Translations in which a code of their source is missing, stands twice, or is not in the one that it belongs into."""
    problems = []
    for unit in job.units:
        codes = codes_in(unit.pieces)
        asked, given = Counter(code.id for code, _ in codes), Counter(id for id, _ in part.answers[unit.id].codes)
        passage = {"kind": KINDS[unit.source.kind], "words": short(as_seen(unit.source.kind, unit.source.text))}
        text = part.answers[unit.id].text
        if lost := [code for code, _ in codes if not given[code.id] or code.inside and opening(code.id) + closing(code.id) in text]:
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


def unfit_answers(job: Job, texts: dict[str, str]) -> list[Problem]:
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
                kind=KINDS[unit.source.kind],
                words=short(unit.source.text),
                translation=short(texts[unit.id]),
            ),
            fix,
        )
        for unit in wrapped or unfit(job, texts)
    ]
