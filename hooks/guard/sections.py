"""Pages that ask for the list of their section."""

from messages.message import Message
from messages.problem import Problem
from sources.all_sources import Sources
from sources.sections import Sections


def section_list_unclear(sources: Sources) -> list[Problem]:
    """Lines `section_list:` that say neither yes nor no, or that have nothing to list."""
    problems = []
    sections = Sections(sources)
    for page in sources.pages:
        asked = page.front_matter.get("section_list", False)
        if not isinstance(asked, bool):
            message = Message('"section_list: {words}" is neither "yes" nor "no".', words="" if asked is None else asked)
            fix = Message('write "section_list: yes".')
        elif asked and not sections.beside(page):
            message = Message("There is nothing to list: no other page stands in the same section of the menu, nor in the same folder.")
            fix = Message('put the page below a title in "nav:" with the pages that it is to list, or take the line out.')
        else:
            continue
        problems.append(Problem(page.path, page.line_of("section_list:"), "section_list_unclear", message, fix))
    return problems
