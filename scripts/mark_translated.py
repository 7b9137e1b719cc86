"""Marks a translation as current, and with --reviewed-by as checked by a person.

Writes the `translation:` line, and the `review:` line, into the page's front
matter. Refuses while the guard finds anything else wrong with the pair.
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
        argument("page", metavar=Message("PAGE"), help=Message("the translation, such as docs-cy/sleep.md")),
        argument("--reviewed-by", metavar=Message("NAME"), help=Message("who has checked it against the other page")),
    )
    languages = options.lang
    name = options.page.replace("\\", "/").removeprefix("./")
    sources = read_sources(ROOT, with_held=True)
    pair = _pair_translated_by(name, sources)
    original = next((pair for pair in sources.pairs.values() if name == pair.source.page.path), None)
    if pair is None and original:
        translation = original.translation.page.path
        say(
            Message("{page} was written first. Fix: name its translation, {translation}.", page=name, translation=translation), languages, failed=True
        )
        return 2
    if pair is None:
        known = ", ".join(sorted(pair.translation.page.path for pair in sources.pairs.values()))
        message = Message("{page} is not the translation of a page. Fix: name one of {pages}.", page=name, pages=known)
        say(message, languages, failed=True)
        return 2
    reviewer = (options.reviewed_by or "").strip()
    if options.reviewed_by is not None and (not reviewer or "," in reviewer or ":" in reviewer):
        say(Message('Name the person without a comma or colon: --reviewed-by "Siân Jones".'), languages, failed=True)
        return 2
    both = (pair.translation.page.path, pair.source.page.path)
    left = [each for each in check_sources(sources) if each.path in both and each.check not in MENDED]
    if left:
        print(report(left, languages=languages), file=sys.stderr)
        say(Message("Mend this first; then mark {page} again.", page=name), languages, failed=True)
        return 1
    _tell_changes(pair, languages)
    mark(pair, reviewer)
    message = Message("{page} is marked as the translation of {source} as it is now.", page=name, source=pair.source.page.path)
    if reviewer:
        message = Message(
            "{page} is marked as the translation of {source} as it is now, checked by {reviewer}.",
            page=name,
            source=pair.source.page.path,
            reviewer=reviewer,
        )
    say(message, languages)
    return 0


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
