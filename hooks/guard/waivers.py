"""Where an editor knows better: `waive:` in a page's front matter names a check and the reason.

waive:
  numbers_differ: The Welsh writes the number as a word.
"""

from messages.message import Message
from messages.problem import Problem
from sources.pairs import Pair

DRIFTED = (
    "headings_differ",
    "points_differ",
    "tables_differ",
    "images_differ",
    "notes_differ",
    "footnotes_differ",
    "links_differ",
    "numbers_differ",
    "measures_differ",
    "passages_differ",
)
PROOFED = (
    "word_misspelt",
    "english_misspelt",
    "mutation_wrong",
    "term_differs",
    "negation_differs",
    "numbers_moved",
    "word_avoided",
    "word_doubled",
    "sign_not_closed",
    "ending_differs",
    "length_differs",
)
WAIVABLE = DRIFTED + PROOFED


def waiver_useless(pair: Pair) -> list[Problem]:
    """Waivers that name no check, or no reason."""
    problems = []
    for content in (pair.translation, pair.source):
        page = content.page
        waivers = page.front_matter.get("waive")
        if waivers is not None and not isinstance(waivers, dict):
            message = Message('The line "waive:" names no check with a reason.')
            fix = Message('write "waive:", and below it two spaces, the name of one check, a colon and the reason.')
            problems.append(Problem(page.path, page.line_of("waive:"), "waiver_useless", message, fix))
            continue
        for check, reason in (waivers or {}).items():
            if check not in WAIVABLE:
                message = Message('"{check}" cannot be waived.', check=check)
                fix = Message("take it out, or name one of {checks}.", checks=", ".join(WAIVABLE))
            elif not reason:
                message, fix = Message('The waiver of "{check}" gives no reason.', check=check), Message("write the reason after the colon.")
            else:
                continue
            problems.append(Problem(page.path, page.line_of(f"{check}:"), "waiver_useless", message, fix))
    return problems


def apply_waivers(pair: Pair, problems: list[Problem], checks: tuple[str, ...]) -> list[Problem]:
    """What some checks found in a pair and nobody waived, and the waivers of those checks that are no longer needed."""
    found = {problem.check for problem in problems}
    waived, left = set(), []
    for content in (pair.translation, pair.source):
        page = content.page
        waivers = page.front_matter.get("waive")
        for check, reason in waivers.items() if isinstance(waivers, dict) else ():
            if check in found and reason:
                waived.add(check)
            elif check in checks and reason:
                message = Message('The waiver of "{check}" is no longer needed.', check=check)
                fix = Message('take the line "{check}:" out.', check=check)
                left.append(Problem(page.path, page.line_of(f"{check}:"), "waiver_useless", message, fix))
    return [problem for problem in problems if problem.check not in waived] + left
