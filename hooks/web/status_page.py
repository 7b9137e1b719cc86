"""How the site stands as a page for its owner, which is not published."""

from collections.abc import Sequence
from dataclasses import replace
from html import escape

from guard.former import history_missing
from messages.locales import Locale
from messages.message import Message, Wording
from messages.problem import Problem
from sources.all_sources import Sources
from sources.standing import Standing
from sources.succession import succession
from web.status import Table, addresses_table, cell_in, contact_table, counts, leaflet_table, pages_table, questions_table

_STYLE = """
:root { color-scheme: light dark }
body { font: 1rem/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 72rem; padding: 1rem }
div { overflow-x: auto }
table { border-collapse: collapse; width: 100% }
th, td { border-bottom: 1px solid #8886; padding: .3rem .8rem .3rem 0; text-align: left; vertical-align: top }
.due { background: #f9a03f40 }
section + section { border-top: .3rem solid #1d3f72; margin-top: 4rem }
"""


def status_page(found: list[Standing], sources: Sources, problems: list[Problem], languages: Sequence[Locale]) -> str:
    """All of it as one HTML file, whole in each of some languages."""
    pages, past = pages_table(found), succession(sources)
    titled = [(_titled(each), *row[1:]) for each, row in zip(found, pages.rows, strict=True)]
    tables = [replace(pages, rows=titled), questions_table(sources), contact_table(sources), leaflet_table(sources, problems), addresses_table(past)]
    points = [*counts(sources, found, problems), *filter(None, [history_missing(past)])]
    title = " / ".join(_site_name(sources, locale) for locale in languages)
    parts = "".join(_part(tables, points, sources, locale) for locale in languages)
    return (
        f'<!doctype html>\n<html lang="{languages[0].code}">\n<meta charset="utf-8">\n<meta name="viewport" content="width=device-width">\n'
        f"<title>{escape(title)}</title>\n<style>{_STYLE}</style>\n{parts}</html>\n"
    )


def _titled(each: Standing) -> Wording:
    """A page as readers know it, and then as its file is called."""
    return Wording({code: f"{title} ({each.name})" for code, title in each.titles.items()})


def _site_name(sources: Sources, locale: Locale) -> str:
    return sources.settings.words[locale].get("site_name", "")


def _part(tables: list[Table], numbers: list[Message], sources: Sources, locale: Locale) -> str:
    heading = Message("How the site stands: {day}", day=locale.long_day(sources.today)).in_(locale)
    points = "".join(f"<li>{escape(each.in_(locale))}</li>" for each in numbers)
    shown = "\n".join(_as_html(table, locale) for table in tables if table.rows)
    name = escape(_site_name(sources, locale))
    return f'<section lang="{locale.code}">\n<p>{name}</p>\n<h1>{escape(heading)}</h1>\n<ul>{points}</ul>\n{shown}\n</section>\n'


def _as_html(table: Table, locale: Locale) -> str:
    head = "".join(f'<th scope="col">{escape(heading.in_(locale))}</th>' for heading in table.headings)
    lines = [
        f'<tr{" class=due" if index < table.due else ""}><th scope="row">{cells[0]}</th>{"".join(f"<td>{cell}</td>" for cell in cells[1:])}</tr>'
        for index, row in enumerate(table.rows)
        if (cells := [escape(cell_in(cell, locale)) for cell in row])
    ]
    return f"<h2>{escape(table.name.in_(locale))}</h2>\n<div><table>\n<tr>{head}</tr>\n" + "\n".join(lines) + "\n</table></div>"
