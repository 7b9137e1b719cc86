"""A pair of pages, the file that a translator gets of it, and what becomes of the pages when it comes back."""

from translate.storage.xliff import Xliff1File

from conftest import commit, mark_all, write
from messages import locales
from messages.problem import report
from sources.all_sources import read_sources
from translators.job import make_job, names_to_translate
from translators.returned import read_xliff
from translators.xliff import xliff_of

ENGLISH = """---
title: Play
description: On play.
updated: 2026-11-01
---

# Play

Words.

- Sing to the baby.
- Talk to the baby.
- Read to the baby.

```
123
```

## Outside

Walk.
"""
WELSH = """---
title: Chwarae
description: "Am chwarae."
updated: 2026-11-01
slug: chwarae
review: draft
translation: PIN
---

Chwarae
=======

Geiriau.

*   Canwch i'r baban.
*   Siaradwch â'r baban.
*   Darllenwch i'r baban.

```
123
```

## Y tu allan <!-- gofyn i Siân -->

Cerddwch.
"""


def edit(path, *changes):
    text = path.read_bytes().decode("utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    write(path, text)


def make_pair(site):
    """A sound site in git, with one pair whose translation has marks of its own."""
    write(site / "docs/more/play.md", ENGLISH)
    write(site / "docs-cy/more/play.md", WELSH)
    mark_all(site)
    commit(site)
    return site


def exported(site):
    sources = read_sources(site)
    return Xliff1File.parsestring(xliff_of([make_job(sources, name) for name in names_to_translate(sources)]))


def fill(store, translations):
    """Translate each unit, whose sources have to be those given, and return the file."""
    assert [unit.source for unit in store.units] == list(translations)
    for unit in store.units:
        unit.target = translations[unit.source]
        unit.marktranslated()
    return bytes(store)


def imported(site, data):
    """What reading a file back reports, with its pages written."""
    pages, problems = read_xliff(data, "translation.xlf", read_sources(site))
    for path, text in pages.items():
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_bytes(text.encode("utf-8"))
    return report(problems, languages=(locales.ENGLISH,)) if problems else sorted(pages)
