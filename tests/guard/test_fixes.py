"""Each fix that a program can carry out is carried out to the letter: no problem is then left, or those that its fault file says are `next`."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from conftest import write
from guard.all_checks import check_sources
from messages.problem import Problem
from sources.all_sources import read_sources
from test_faults import FAULTS, TODAY, spoil


class Editor:
    """Somebody who does what a message says, and knows nothing else."""

    def __init__(self, site: Path, problem: Problem) -> None:
        self.site, self.path = site, site / problem.path
        self.line = problem.line - 1
        self.said, self.wanted = problem.message.fields, problem.fix.fields

    @property
    def lines(self) -> list[str]:
        return self.path.read_text(encoding="utf-8").split("\n")

    def put(self, start: int, end: int, *lines: str) -> None:
        """Put other lines in place of some."""
        found = self.lines
        found[start:end] = lines
        write(self.path, "\n".join(found))

    def write_instead(self, old: str, new: str) -> None:
        """Write something else in place of what stands on the line, or else further down in the file."""
        lines = self.lines
        place = next(number for number in [*range(self.line, len(lines)), *range(self.line)] if old in lines[number])
        self.put(place, place + 1, lines[place].replace(old, new, 1))

    def in_front_matter(self, line: str) -> None:
        """Write a line between the two ---, in place of the one of that name."""
        end = self.lines.index("---", 1)
        name = line.partition(":")[0]
        old = next((number for number in range(1, end) if self.lines[number].startswith(f"{name}:")), None)
        self.put(end if old is None else old, end if old is None else old + 1, line)

    def rename(self, old: str, new: str) -> None:
        (self.site / new).parent.mkdir(parents=True, exist_ok=True)
        (self.site / old).rename(self.site / new)

    def take_out(self) -> None:
        self.put(self.line, self.line + 1)


def link_instead(editor):
    editor.write_instead(f"({editor.said['address']})", f"({editor.wanted['address']})")


def address_instead(editor):
    # A message may name the website alone, and gives the whole address to write.
    line = editor.lines[editor.line]
    old = editor.said["address"] if "address" in editor.said else re.search(r"\((.+?)\)", line)[1]
    editor.write_instead(old, editor.wanted["address"])


def take_out_with_all_below(editor):
    end = editor.line + 1
    while end < len(editor.lines) and re.match(r"[\s-]", editor.lines[end]) and editor.lines[end] != "---":
        end += 1
    editor.put(editor.line, end)


def fence_behind_code(editor):
    end = editor.lines.index("", editor.line)
    editor.put(end, end, editor.wanted["fence"])


def words_of_link(editor):
    address = re.escape(editor.said["address"])
    editor.put(editor.line, editor.line + 1, re.sub(rf"!?\[(.*?)\]\({address}\)", r"\1", editor.lines[editor.line]))


def take_out_line_or_file(editor):
    if editor.path.name in editor.said.values():
        editor.path.unlink()
    else:
        editor.take_out()


def take_out_of_list(editor):
    line, name = editor.lines[editor.line], editor.said["name"]
    start, is_list, entries = line.partition("[")
    if line.strip() == f"- {name}":
        editor.take_out()
    elif is_list:
        editor.put(editor.line, editor.line + 1, f"{start}[{', '.join(each for each in entries.rstrip(']').split(', ') if each != name)}]")
    else:
        editor.put(editor.line, editor.line + 1, line.partition(":")[0] + ":")


def below_translations(editor):
    number = next(number for number, line in enumerate(editor.lines) if "nav_translations:" in line)
    indent = editor.lines[number].partition("nav_")[0] + "  "
    editor.put(number + 1, number + 1, f"{indent}{editor.wanted['title']}: Nos")


def brackets_out(editor):
    # The message names the sign as {…}.
    editor.put(editor.line, editor.line + 1, re.sub(r" ?\{[^}]*\}", "", editor.lines[editor.line]))


def copy_in_place(editor):
    target = editor.path.resolve()
    editor.path.unlink()
    if target.is_dir():
        shutil.copytree(target, editor.path)
    elif target.exists():
        shutil.copy(target, editor.path)
    else:
        write(editor.path, "<svg xmlns='http://www.w3.org/2000/svg'/>")


def below_main_heading(editor):
    line = editor.lines[editor.line]
    editor.take_out()
    main = next(number for number, each in enumerate(editor.lines) if each.startswith("# "))
    editor.put(main + 1, main + 1, "", line)


def heading(editor):
    is_underlined = not editor.lines[editor.line].startswith("#")
    editor.put(editor.line, editor.line + 1 + is_underlined, editor.wanted["heading"])


def empty_line_above_points(editor):
    line = editor.lines[editor.line]
    indent = line[: len(line) - len(line.lstrip())]
    spaced = re.sub(r"^([-*+])(?=\S)", r"\1 ", line.strip())
    editor.put(editor.line, editor.line + 1, *([""] if editor.lines[editor.line - 1].strip() else []), indent + spaced)
    editor.line += 1
    while editor.line < len(editor.lines) and (match := re.match(r"([-*+])(?=[^\s*+-])", editor.lines[editor.line])):
        editor.put(editor.line, editor.line + 1, f"{match[1]} {editor.lines[editor.line][1:]}")
        editor.line += 1


def point_in_place_of_sign(editor):
    sign, right = editor.wanted["sign"], editor.wanted["right"]
    while editor.line and sign in editor.lines[editor.line - 1][:4]:
        editor.line -= 1
    points = []
    for line in editor.lines[editor.line :]:
        if not line.strip():
            break
        points.append(right + re.sub(r"^\s*\(?[^\s]{1,3}\s+", "", line))
    above = [""] if editor.lines[editor.line - 1].strip() else []
    editor.put(editor.line, editor.line + len(points), *above, *points)


def sign_and_one_space(editor):
    for number in range(editor.line, len(editor.lines)):
        if match := re.match(r"[\s\xa0\u200b\ufeff]*([-*+]|\d+[.)]|[#＃]+)[\s\xa0\u200b]*", editor.lines[number]):
            editor.put(number, number + 1, f"{match[1].replace('＃', '#')} {editor.lines[number][match.end() :]}")


def spaces_in_front(editor):
    editor.put(editor.line, editor.line + 1, " " * editor.wanted["number"] + editor.lines[editor.line].lstrip())


def spaces_out(editor):
    number = editor.line
    while number < len(editor.lines) and editor.lines[number].startswith("    "):
        editor.put(number, number + 1, editor.lines[number].lstrip())
        number += 1


def heading_for_bold(editor):
    editor.put(editor.line, editor.line + 1, "## " + editor.lines[editor.line].strip("*_ "))


def main_heading(editor):
    end = editor.lines.index("---", 1) + 1
    editor.put(end, end, "", f"# {editor.wanted['title']}")


def dashes_first(editor):
    lines = editor.lines
    title = next(number for number, line in enumerate(lines) if line.startswith("title:"))
    rest = ["---" if re.fullmatch(r"\s*[-\u2010-\u2015\u2212]+\s*", line) and line.strip() != "---" else line for line in lines[title:]]
    editor.put(0, len(lines), "---", *rest)


def keep_the_first_change(editor):
    text = editor.path.read_text(encoding="utf-8")
    write(editor.path, re.sub(r"<{7}[^\n]*\n(.*?)={7}\n.*?>{7}[^\n]*\n", r"\1", text, flags=re.DOTALL))


def space_behind_colon(editor):
    editor.put(editor.line, editor.line + 1, re.sub(r"^(\w+):", r"\1: ", editor.lines[editor.line]))


def close_front_matter(editor):
    first = next((number for number, line in enumerate(editor.lines) if line.startswith("# ")), len(editor.lines))
    editor.put(first, first, "---", "")


def quoted(editor):
    name, _, words = editor.lines[editor.line].partition(":")
    editor.put(editor.line, editor.line + 1, f'{name}: "{words.strip()}"')


def straight_marks(editor):
    editor.put(editor.line, editor.line + 1, re.sub("[“”„]", '"', editor.lines[editor.line]))


def five_lines(editor):
    editor.put(0, 0, "---", f"title: {editor.wanted['title']}", "description: One sentence.", f"updated: {editor.wanted['today']}", "---", "")


def as_many_spaces(editor):
    above = editor.lines[editor.line - 1]
    editor.put(editor.line, editor.line + 1, above[: len(above) - len(above.lstrip())] + editor.lines[editor.line].strip())


def mark_in_front_of_each_line(editor):
    number = editor.line + 1
    while number < len(editor.lines) and not editor.lines[number].strip():
        editor.put(number, number + 1)
    while number < len(editor.lines) and editor.lines[number].strip():
        editor.put(number, number + 1, f"> {editor.lines[number]}")
        number += 1


def rule_of_table(editor, take_old=False):
    cells = editor.lines[editor.line].strip("| ").count("|") + 1
    editor.put(editor.line + 1, editor.line + 1 + take_old, "|" + " --- |" * cells)


# What is done for a fix, by the words of its message.
DONE: dict[str, Callable[[Editor], None]] = {
    'write "{address}" instead.': link_instead,
    "write {address}, and see that it opens.": address_instead,
    'rename it to "{name}".': lambda e: e.path.rename(e.path.with_name(e.wanted["name"])),
    "rename {path} to {wanted}.": lambda e: e.rename(e.wanted["path"], e.wanted["wanted"]),
    "if the two are one page, rename {path} to {wanted}; else write each in the other language too.": lambda e: e.rename(
        e.wanted["path"], e.wanted["wanted"]
    ),
    'write "{name}" instead.': lambda e: e.write_instead(e.said["name"], e.wanted["name"]),
    'write "{word}" instead.': lambda e: e.write_instead(e.said["word"], e.wanted["word"]),
    'write "{entry}" instead.': lambda e: e.write_instead(e.said["entry"], e.wanted["entry"]),
    'write "{entry}" instead, or take the line out.': lambda e: e.write_instead(e.said["entry"], e.wanted["entry"]),
    "take the line out, or write the name of a page that is there.": Editor.take_out,
    'write "{plain}": words of this line are shown as they are typed.': lambda e: e.write_instead(e.said["words"], e.wanted["plain"]),
    "take one of the two entries out.": Editor.take_out,
    "put a copy of {file} there: {place}.": lambda e: shutil.copy(e.site / e.wanted["file"], e.site / e.wanted["place"]),
    'write it as "{heading}".': heading,
    "put an empty line above the list, and a space after each - or number.": empty_line_above_points,
    'write "{right}" in place of "{sign}", and put an empty line above the list.': point_in_place_of_sign,
    "take out all that stands before the first word of the line, and type the sign and one space again.": sign_and_one_space,
    "put {number} spaces in front of it, or as many as stand in front of the point above if it belongs beside that.": spaces_in_front,
    "take the spaces out; below a point, put as many as stand in front of its words.": spaces_out,
    "write ## in front of the words in place of ** around them; if no heading is meant, end them with a full stop.": heading_for_bold,
    'write "# {title}" on a line of its own above the text.': main_heading,
    "put a space behind the signs #; if no heading is meant, write \\#.": lambda e: e.put(
        e.line, e.line + 1, re.sub(r"^(#+)", r"\1 ", e.lines[e.line])
    ),
    "put > in front of each line of its text.": mark_in_front_of_each_line,
    "write a line below the first one of the table: | --- | --- |.": rule_of_table,
    "write {fence} on a line of its own behind the code, or take it out here.": fence_behind_code,
    "delete all that stands above the title, and write --- there as the first line, with three hyphens.": dashes_first,
    "keep the words that are right, and take the lines with <<<<<<<, ======= and >>>>>>> out.": keep_the_first_change,
    "put a space behind the colon.": space_behind_colon,
    "write --- on a line of its own above the first heading.": close_front_matter,
    'type straight quotation marks (") in place of “ and ”.': straight_marks,
    'put it into quotation marks: {name}: "{words}".': quoted,
    'put the text in quotation marks: {name}: "…".': quoted,
    'write these five lines at its very top: "---", "title: {title}", "description:" with one sentence, "updated: {today}", "---".': five_lines,
    'write "title: {title}" between the two --- at its top.': lambda e: e.in_front_matter(f"title: {e.wanted['title']}"),
    'write "description:" and one sentence about the page between the two --- at its top.': lambda e: e.in_front_matter(
        "description: Words." if "docs/" in str(e.path) else "description: Geiriau."
    ),
    'write "updated: {today}" between the two --- at its top, with the day of the last change.': lambda e: e.in_front_matter(
        f"updated: {e.wanted['today']}"
    ),
    'write "slug: {slug}".': lambda e: e.in_front_matter(f"slug: {e.wanted['slug']}"),
    'write "cards: yes".': lambda e: e.in_front_matter("cards: yes"),
    'write "section_list: yes".': lambda e: e.in_front_matter("section_list: yes"),
    'write "{name}:" instead.': lambda e: e.write_instead(f"{e.said['name']}:", f"{e.wanted['name']}:"),
    "take it out with all that stands below it, or use one of these: {names}.": take_out_with_all_below,
    "take it out with all that stands below it.": take_out_with_all_below,
    "take out the one that is wrong.": Editor.take_out,
    'take the line "{check}:" out.': Editor.take_out,
    'take the line "translation_pending:" out.': Editor.take_out,
    'take the line "translation:" out of the page that was written first.': Editor.take_out,
    'bring this page up to date, then change its line to "translation: {pin}".': lambda e: e.in_front_matter(f"translation: {e.wanted['pin']}"),
    'once both pages say the same, add this line between the two ---: "{line}".': lambda e: e.in_front_matter(e.wanted["line"]),
    '{fix} If this page was written first, add "review: draft" to {path} instead.': lambda e: e.in_front_matter(e.wanted["fix"].fields["line"]),
    'write "review: draft", or, if {name} has read both pages as they are, "review: {name}, {today}, {pin}".': lambda e: e.in_front_matter(
        f"review: {e.wanted['name']}, {e.wanted['today']}, {e.wanted['pin']}"
    ),
    'write it as "translation_pending: {today}, the reason".': lambda e: e.in_front_matter(
        f"translation_pending: {e.wanted['today']}, a wrong number"
    ),
    'write "{name}: {value}".': lambda e: e.put(e.line, e.line + 1, f"{e.wanted['name']}: {e.wanted['value']}"),
    "put a space behind the -.": lambda e: e.put(e.line, e.line + 1, re.sub(r"-(?=\S)", "- ", e.lines[e.line], count=1)),
    "take {sign} out of the line above.": lambda e: e.put(e.line - 1, e.line, e.lines[e.line - 1].removesuffix(e.wanted["sign"]).rstrip()),
    "put as many spaces in front of it as the line above has.": as_many_spaces,
    "put spaces in the place of the tab in front of it, as many as the lines beside it have.": as_many_spaces,
    'write "{right}", and save the file as UTF-8.': lambda e: e.write_instead(e.said["wrong"], e.wanted["right"]),
    'take ".md" out of its name.': lambda e: e.path.rename(e.path.with_suffix("")),
    "take the link out, or add the file.": words_of_link,
    "take the picture out, or add the file.": words_of_link,
    "write the page, the file or the address between the round brackets: {form}.": lambda e: e.write_instead(
        e.wanted["form"].replace("…", "", 1), e.wanted["form"].replace("…", "images/baby.svg")
    ),
    "take the entry out, or add the page in both languages.": take_out_of_list,
    "take it out.": take_out_line_or_file,
    "take {sign} out.": brackets_out,
    "take {sign} out: a heading's own words name its place.": brackets_out,
    "use six signs # or fewer.": lambda e: e.write_instead("#######", "######"),
    'take "{name}" and its value out.': lambda e: e.put(
        e.line, e.line + 1, re.sub(rf"""\s{e.wanted["name"]}=("[^"]*"|'[^']*'|[^\s>]*)""", "", e.lines[e.line], flags=re.IGNORECASE)
    ),
    "add {counterpart} with the {language} text, or take {path} out too.": lambda e: e.path.unlink(),
    "take the file out, and write its words as a page whose name ends in .md.": lambda e: e.path.unlink(),
    "take it out, or save it as one of {kinds}.": lambda e: e.path.unlink(),
    "save it again as {kind}, or take it out.": lambda e: e.path.unlink(),
    "take it out, or let a page show it.": lambda e: e.path.unlink(),
    "take one of the two out, or give it another name.": lambda e: (e.site / e.said["file"]).unlink(),
    "move it into docs/, or into docs-cy/ if it is Welsh.": lambda e: e.path.rename(e.site / "docs" / e.path.name),
    "put a copy here in its place.": copy_in_place,
    'move it into docs/, or into docs-cy/ if it is Welsh; if it is no page, take the line "title:" out.': lambda e: e.write_instead(
        "title:", "name:"
    ),
    "write its text, or take the heading out.": Editor.take_out,
    "write its words after the signs #, or take the line out.": Editor.take_out,
    "write its sign, such as [^1], where it belongs, or take it out.": Editor.take_out,
    "take it out, or name one of {checks}.": Editor.take_out,
    "write the reason after the colon.": lambda e: e.put(e.line, e.line + 1, f"{e.lines[e.line]} The reason."),
    "shorten it to {most} or fewer.": lambda e: e.put(e.line, e.line + 1, e.lines[e.line][: e.wanted["most"]].rpartition(" ")[0]),
    "give one of them another title.": lambda e: e.in_front_matter("title: Arall" if "docs-cy" in str(e.path) else "title: Another one"),
    'give one of them another "slug:" line, or another file name.': lambda e: e.in_front_matter("slug: arall"),
    'take it out: "telephone:" and "email:" below "contact:" are the place for it.': lambda e: e.write_instead(e.said["typed"], ""),
    'check each character of "{name}:" with the service, and type it anew.': lambda e: e.write_instead(
        e.said["value"], RIGHT[e.wanted["name"]].partition(": ")[2].strip('"')
    ),
    'add a line "{name}:" with the {words} below "contact:".': lambda e: e.put(e.line + 1, e.line + 1, RIGHT[e.wanted["name"]]),
    'add a line "{code}:" with the {words} below "{name}:", in quotation marks.': lambda e: e.put(
        e.line + 1, e.line + 1, f'      {e.wanted["code"]}: "Llinell Gyngor"'
    ),
    'write it in quotation marks: {name}: "...", and check each digit.': lambda e: e.put(e.line, e.line + 1, RIGHT[e.wanted["name"]]),
    'add a line "{code}:" with the {language} below "{key}:".': lambda e: e.put(e.line + 1, e.line + 1, f"      {e.wanted['code']}: Hafan"),
    'write "{key}:" below "interface:", and below it a line "en:" and a line "cy:" with the words.': lambda e: e.put(
        e.line + 1, e.line + 1, f"    {e.wanted['key']}:", "      en: Home", "      cy: Hafan"
    ),
    'write "contact:" below "extra:", and below it "name:", "telephone:", "email:" and "website:" with those of the service.': lambda e: e.put(
        e.line + 1, e.line + 1, "  contact:", "    name: Llinell", *RIGHT.values()
    ),
    "open it in your editor and save it again with the encoding UTF-8.": lambda e: write(e.path, e.path.read_text(encoding="latin-1")),
    "take it out, or write it in fewer steps.": Editor.take_out,
    'take it out; the titles of notes stand below "interface:" as alert_note and so on.': take_out_with_all_below,
    "take the line out, and write the settings themselves here.": Editor.take_out,
    "write the value itself.": lambda e: e.put(e.line, e.line + 1, re.sub(r"!ENV.*", "https://example.org/", e.lines[e.line])),
    "start each point with a link, or take the line out.": Editor.take_out,
    'put the page below a title in "nav:" with the pages that it is to list, or take the line out.': Editor.take_out,
    'add a line "{title}:" with the Welsh below "nav_translations:".': below_translations,
    "move it below the main heading.": below_main_heading,
}
# The contact details of the made-up service, as its mkdocs.yml has them.
RIGHT = {
    "telephone": '    telephone: "03069 990 133"',
    "email": "    email: AskUs@Gardens.org.uk",
    "website": "    website: www.gardenadvice.co.uk",
}


def is_done(fix: str) -> bool:
    """Whether the text of a fix is one that a program can carry out."""
    forms = (re.sub(r"\\\{\w+\\\}", ".+", re.escape(template)) for template in DONE)
    return any(re.fullmatch(form, fix) for form in forms)


def fixes_of(fault: dict) -> list[str]:
    return re.findall(r"^  Fix: (.+)$", fault.get("report", ""), re.MULTILINE)


NAMES = sorted(name for name, fault in FAULTS.items() if not fault.get("built") and any(map(is_done, fixes_of(fault))))


@pytest.mark.parametrize("name", NAMES)
def test_a_fix_that_is_carried_out_to_the_letter_leads_home(name, site):
    fault = FAULTS[name]
    spoil(site, fault)
    seen: set[tuple] = set()
    for _ in range(6):
        problems = sorted(check_sources(read_sources(site, TODAY)), reverse=True)
        to_do = [problem for problem in problems if problem.fix.template in DONE]
        # From below: what is done there moves nothing above. A line is mended once before it is read again.
        for problem in {(problem.path, problem.line): problem for problem in to_do}.values():
            again = (problem.path, problem.check, str(problem.message), str(problem.fix))
            assert again not in seen, "the fix did not help"
            seen.add(again)
            DONE[problem.fix.template](Editor(site, problem))
        if not to_do:
            break

    assert sorted(problem.check for problem in problems) == fault.get("next", [])


def test_most_faults_have_a_fix_that_leads_home():
    assert len(NAMES) > len(FAULTS) / 3
