"""Whether each leaflet fits its sheet, as the typesetter finds without the rest of a build."""

from concurrent.futures import ThreadPoolExecutor

from handouts.handout import Frame
from handouts.leaflet import leaflets
from handouts.typesetter import Typesetter
from messages.problem import Problem
from sources.all_sources import Sources


def leaflet_faults(sources: Sources) -> list[Problem]:
    """What keeps a leaflet from being made; asked once nothing else is wrong with its pages."""
    frame, typesetter = Frame(sources), Typesetter(sources.root)
    # The one in both languages is made of these, and large print takes as many sheets as it needs.
    sheets = [handout for handout in leaflets(frame) if not handout.form and len(handout.locales) == 1]
    with ThreadPoolExecutor() as threads:
        made = [*threads.map(typesetter.pdf, sheets)]
    return [each for each in made if isinstance(each, Problem)]
