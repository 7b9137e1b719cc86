"""Where an editor knows better: `waive:` in a page's front matter names a check and the reason.

    waive:
      numbers_differ: The Welsh writes the number as a word.
"""

from problem import Problem
from translation import Pair

WAIVABLE = ("headings_differ", "points_differ", "tables_differ", "images_differ", "notes_differ", "links_differ", "numbers_differ")


def apply_waivers(pair: Pair, problems: list[Problem]) -> list[Problem]:
    """The problems of a pair that are not waived, and the waivers that are of no use."""
    found = {problem.check for problem in problems}
    waived, useless = set(), []
    for content in (pair.translation, pair.source):
        page = content.page
        waivers = page.front_matter.get("waive")
        line = page.line_of("waive:")
        if waivers is not None and not isinstance(waivers, dict):
            fix = 'write "waive:", and below it two spaces, the name of one check, a colon and the reason.'
            useless.append(Problem(page.path, line, "waiver_useless", 'The line "waive:" names no check with a reason.', fix))
            continue
        for check, reason in (waivers or {}).items():
            if check not in WAIVABLE:
                message, fix = f'"{check}" cannot be waived.', f"take it out, or name one of {', '.join(WAIVABLE)}."
            elif not reason:
                message, fix = f'The waiver of "{check}" gives no reason.', "write the reason after the colon."
            elif check not in found:
                message, fix = f'The waiver of "{check}" is no longer needed.', f'take the line "{check}:" out.'
            else:
                waived.add(check)
                continue
            useless.append(Problem(page.path, page.line_of(f"{check}:"), "waiver_useless", message, fix))
    return [problem for problem in problems if problem.check not in waived] + useless
