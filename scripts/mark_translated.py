"""Marks a translation, or with --all each that waits for that, as current, and with --reviewed-by as checked by a person.

Writes the `translation:` line, and the `review:` line, into the page's front
matter. Refuses a page while the guard finds anything else wrong with the pair.
Whether one text says what the other does is for whoever runs it to know.
"""

import datetime
import sys
from dataclasses import replace
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "hooks"))

from _arguments import argument, read_arguments
from _command import run, say
from guard.all_checks import check_sources
from messages.locales import Locale
from messages.message import Message
from messages.problem import report
from sources.all_sources import Sources, read_sources
from sources.front_matter import set_line
from sources.pairs import Pair, review_pin
from sources.review import changed_since, last_review, told_change
from sources.writing import write_whole

# What this command itself mends.
MENDED = ("translation_unmarked", "outdated_translation", "review_unclear")


def mark(pair: Pair, reviewer: str) -> None:
    """Write into the translation of a pair what it translates, and who has checked it if somebody has."""
    path = ROOT / pair.translation.page.path
    text = path.read_bytes().decode("utf-8")
    text = set_line(text, "translation", pair.source.fingerprint)
    if reviewer:
        text = set_line(text, "review", f"{reviewer}, {datetime.date.today()}, {review_pin(pair)}")
    write_whole(path, text.encode("utf-8"))


def main() -> int:
    options = read_arguments(
        Message("Marks a translation as current, and with --reviewed-by as checked by a person."),
        argument("page", nargs="?", metavar=Message("PAGE"), help=Message("the translation, such as docs-cy/sleep.md")),
        argument(
            "--all", action="store_true", help=Message("in place of a page: each that is not marked yet, or no longer as the other page is now")
        ),
        argument("--reviewed-by", metavar=Message("NAME"), help=Message("who has checked it against the other page")),
    )
    languages, reviewer = options.lang, (options.reviewed_by or "").strip()
    if bool(options.page) == options.all:
        say(Message("Name one page, such as docs-cy/sleep.md, or write --all."), languages, failed=True)
        return 2
    if options.reviewed_by is not None and (not reviewer or "," in reviewer or ":" in reviewer):
        say(Message('Name the person without a comma or colon: --reviewed-by "Siân Jones".'), languages, failed=True)
        return 2
    sources = read_sources(ROOT, with_held=True)
    if options.all:
        return _mark_each([pair for pair in sources.pairs.values() if _waits(pair, reviewer)], reviewer, sources, languages)
    name = options.page.replace("\\", "/").removeprefix("./")
    if pair := _pair_translated_by(name, sources):
        return _mark_each([pair], reviewer, sources, languages)
    say(_no_translation(name, sources), languages, failed=True)
    return 2


def _waits(pair: Pair, reviewer: str) -> bool:
    """Whether --all is for a pair: not one that says itself that its translation is to follow, nor one that stands as it is to be."""
    return pair.state in ("unmarked", "outdated") or bool(reviewer) and pair.state == "current" and pair.reviewer is None


def _no_translation(name: str, sources: Sources) -> Message:
    """Why no page of a name can be marked."""
    translations = {pair.source.page.path: pair.translation.page.path for pair in sources.pairs.values()}
    if name in translations:
        return Message("{page} was written first. Fix: name its translation, {translation}.", page=name, translation=translations[name])
    return Message("{page} is not the translation of a page. Fix: name one of {pages}.", page=name, pages=", ".join(sorted(translations.values())))


def _mark_each(pairs: list[Pair], reviewer: str, sources: Sources, languages: tuple[Locale, ...]) -> int:
    """Mark the pairs that are sound but for what this mends, and say of each what became of it."""
    left = [problem for problem in check_sources(sources) if problem.check not in MENDED] if pairs else []
    spoilt = {problem.path for problem in left}
    refused = [pair for pair in pairs if spoilt & _paths(pair)]
    for pair in pairs:
        if pair not in refused:
            _tell_changes(pair, languages)
            mark(pair, reviewer)
            say(_marked(pair, reviewer), languages)
    if not pairs:
        say(Message("Each translation is marked already."), languages)
    if refused:
        theirs = {path for pair in refused for path in _paths(pair)}
        print(report([problem for problem in left if problem.path in theirs], languages=languages), file=sys.stderr)
        pages = ", ".join(pair.translation.page.path for pair in refused)
        say(Message("Mend this first; then mark {page} again.", page=pages), languages, failed=True)
    return 1 if refused else 0


def _paths(pair: Pair) -> set[str]:
    return {pair.translation.page.path, pair.source.page.path}


def _marked(pair: Pair, reviewer: str) -> Message:
    """What is said of a pair that was marked."""
    both = {"page": pair.translation.page.path, "source": pair.source.page.path}
    if reviewer:
        return Message("{page} is marked as the translation of {source} as it is now, checked by {reviewer}.", **both, reviewer=reviewer)
    return Message("{page} is marked as the translation of {source} as it is now.", **both)


def _tell_changes(pair: Pair, languages: tuple[Locale, ...]) -> None:
    """Say what reads differently since the last check, if there was one: that is what a reviewer has to read."""
    review = last_review(pair, ROOT)
    if review is None:
        return
    last = {"name": review["name"], "day": review["day"]}
    changes = changed_since(review, pair, ROOT)
    if changes is None:
        say(Message("What has changed since the last check ({name}, {day}) is not known here: read both pages.", **last), languages)
    elif not changes:
        say(Message("No sentence has changed since the last check ({name}, {day}).", **last), languages)
    for change in changes or ():
        say(told_change(change), languages)


def _pair_translated_by(name: str, sources: Sources) -> Pair | None:
    """The pair of which the page `name` is the translation; of a pair that is not marked yet, either page may be."""
    for pair in sources.pairs.values():
        if name == pair.translation.page.path:
            return pair
        if name == pair.source.page.path and not pair.pin:
            return replace(pair, source=pair.translation, translation=pair.source)
    return None


if __name__ == "__main__":
    run(main)
