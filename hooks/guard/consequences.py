"""What follows from another fault: it is told once that one is mended, so that one mistake makes one message."""

from collections import defaultdict

from guard.waivers import DRIFTED
from messages.problem import Problem
from sources.content import Content
from sources.pairs import Pair
from sources.settings import PATH

# A page with one of these is another one once that is mended: nothing else of it is news.
_WHOLE = {"page_empty", "page_in_other_language", "page_too_long"}
# With these it may have other headings once they are mended.
_HEADINGS = _WHOLE | {
    *("heading_missing", "heading_twice", "heading_empty", "heading_in_bold", "heading_level_skipped", "headings_differ"),
    *("markup_left", "markup_not_closed", "sign_not_seen", "text_indented"),
}
# The checks that ask for a pin: each mend of the text makes it another one.
_PINS = {"translation_unmarked", "outdated_translation"}
_COMPARED = {*DRIFTED, "text_identical"}
# What the same words of a line are told as alone, where they are told as that.
_SAME_WORDS = {
    "setting_shape": {"setting_fixed"},
    "link_without_scheme": {"contact_typed_by_hand"},
    "link_by_whole_address": {"link_words_differ"},
    "link_not_secure": {"picture_on_other_host"},
    "link_words_differ": {"contact_typed_by_hand"},
    "link_target_missing": {"markup_not_allowed"},
    "other_language_left": {"markup_left", "placeholder_left"},
    "language_unknown": {"markup_left", "placeholder_left"},
    "markup_out_of_place": {"markup_not_allowed"},
    "file_kind_unknown": {"file_name_unusable"},
    "file_not_what_it_seems": {"file_name_unusable"},
}
# What may be no fault once another one of the same file, or of mkdocs.yml, is mended.
_SAME_FILE = {
    "address_taken": {"title_taken"},
    "contact_value_missing": {"setting_unknown"},
    "setting_shape": {"setting_unknown"},
    "interface_word_missing": {"setting_unknown"},
    "leaflet_unclear": {"setting_unknown"},
}
_OF_SETTINGS = {
    "contact_typed_by_hand": {"contact_value_missing", "contact_value_unlikely", "setting_unknown"},
    "contact_typed_in_settings": {"contact_line_unclear", "contact_value_missing", "contact_value_unlikely", "setting_unknown"},
}


def first_of_page(found: list[Problem]) -> list[Problem]:
    """What is told now of all that was found in pages and files as such."""
    whole = {problem.path for problem in found if problem.check in _WHOLE}
    checks = defaultdict(set)
    for problem in found:
        for place in ((problem.path, problem.line), problem.path):
            checks[place].add(problem.check)
    return [
        problem
        for problem in found
        if (problem.path not in whole or problem.check in _WHOLE)
        and _SAME_WORDS.get(problem.check, set()).isdisjoint(checks[problem.path, problem.line])
        and _SAME_FILE.get(problem.check, set()).isdisjoint(checks[problem.path])
        and _OF_SETTINGS.get(problem.check, set()).isdisjoint(checks[PATH])
    ]


def first_of_pair(found: list[Problem], pair: Pair, faults: list[Problem]) -> list[Problem]:
    """What is told now of all that was `found` in comparing two pages, by the `faults` that each has in itself.

    What is wrong with a section in itself often takes words, points or links from it, or adds some: it is compared after that. Headings
    are once each page has all of its own, paragraphs and the pin at the very last.
    """
    if any(fault.check in _WHOLE for fault in faults):
        return []
    is_astray = any(fault.check in _HEADINGS for fault in faults)
    unsound = {_place(content, fault) for fault in faults for content in (pair.source, pair.translation) if fault.path == content.page.path}
    found = [
        problem
        for problem in found
        if problem.check not in _COMPARED or not (is_astray if problem.check == "headings_differ" else _place(pair.translation, problem) in unsound)
    ]
    for later in (_PINS, {"passages_differ"}):
        sooner = [problem for problem in found if problem.check not in later]
        if sooner or faults:
            found = sooner
    return found


def _place(content: Content, problem: Problem) -> int:
    """The number of the section in which a problem stands."""
    return content.sections.index(content.section_at(problem.line))


def paths_with_headings_astray(found: list[Problem]) -> set[str]:
    """The pages of which nobody can say yet which headings they are to have."""
    return {problem.path for problem in found if problem.check in _HEADINGS}
