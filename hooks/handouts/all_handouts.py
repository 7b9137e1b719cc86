"""All handouts of a site: made and read back."""

import os
import sys
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor

import click

from handouts.handout import Frame, Handout, page_handouts
from handouts.leaflet import leaflets
from handouts.links import Finished
from handouts.read_back import handout_contact_differs, read_pdf
from handouts.typesetter import Typesetter
from messages.problem import Problem

# Below this many there is nothing to watch.
_MANY = 100


def make_handouts(frame: Frame) -> tuple[list[Finished], list[Problem]]:
    """Every handout of a site, and what is wrong with those that cannot go out."""
    typesetter = Typesetter(frame.sources.root)
    finished: list[Finished] = []
    problems: list[Problem] = []

    def make(handout: Handout) -> tuple[bytes | Problem, bytes | Problem]:
        has_picture = handout.leaflet and not handout.form
        return typesetter.pdf(handout), typesetter.picture(handout) if has_picture else b""

    # Many pages in one come last: what is wrong with a page is told of that.
    handouts = [*leaflets(frame), *sorted(page_handouts(frame), key=lambda handout: len(handout.sides))]
    # Typst lets other threads run while it works; pdfium, which reads back, bears one alone.
    with ThreadPoolExecutor(os.cpu_count()) as threads:
        made = list(_watched(threads.map(make, handouts), len(handouts)))
    for handout, (pdf, picture) in zip(handouts, made, strict=True):
        if problems and not handout.leaflet and len(handout.sides) > 1:
            break
        wrong = [each for each in (pdf, picture) if isinstance(each, Problem)]
        wrong = wrong or handout_contact_differs(handout, read_pdf(pdf), frame)
        # A leaflet that is too long in one language is so in both, by a line more or less, and told once.
        problems += wrong if len(handout.locales) == 1 else [each for each in wrong if each.check != "leaflet_too_long"]
        if not wrong:
            finished.append(Finished(handout, pdf, picture))
    typesetter.forget_the_rest()
    return finished, list(dict.fromkeys(problems))


def _watched(made: Iterable, count: int) -> Iterator:
    """What is made one by one, with a bar that shows how far it is, where somebody watches and it takes a while."""
    if count < _MANY or not sys.stderr.isatty():
        yield from made
        return
    with click.progressbar(made, length=count, label="Taflenni / Handouts", file=sys.stderr) as bar:
        yield from bar
