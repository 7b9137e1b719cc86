"""The round trip through OmegaT itself, as Debian has it, in its console mode."""

import os
import re
import subprocess
from xml.sax.saxutils import escape

import pytest

from conftest import mark_all, write
from guard.all_checks import check_sources
from sources.all_sources import read_sources
from translators.job import make_job, names_to_translate
from translators.returned import read_xliff
from translators.xliff import xliff_of

pytestmark = pytest.mark.everything

PROJECT = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<omegat><project version="1.0"><source_dir>__DEFAULT__</source_dir><target_dir>__DEFAULT__</target_dir><tm_dir>__DEFAULT__</tm_dir>
<glossary_dir>__DEFAULT__</glossary_dir><dictionary_dir>__DEFAULT__</dictionary_dir>
<source_lang>en</source_lang><target_lang>cy</target_lang><sentence_seg>true</sentence_seg></project></omegat>
"""
ENGLISH = """---
title: Food
description: On food.
updated: 2026-11-01
---

# Food

Give **soft food** at six months. See [our page](sleep.md#sleep) & ask.

| Food | Spoons |
|---|---|
| Milk | 24 |
"""
WELSH = """---
title: Bwyd
description: Am fwyd.
updated: 2026-11-01
slug: bwyd
review: draft
translation: {pin}
---

# Bwyd

Rhowch **fwyd meddal** yn chwe mis oed. Gweler [ein tudalen](sleep.md#cwsg) & gofynnwch.

| Bwyd | Llwyau |
|---|---|
| Llaeth | 24 |
"""
ANSWERS = {
    "Food": "Bwyd",
    "On food.": "Am fwyd.",
    "Give <g0>soft food</g0> at six months.": "Rhowch <g0>fwyd meddal</g0> yn chwe mis oed.",
    "See <g1>our page</g1> & ask.": "Gweler <g1>ein tudalen</g1> & gofynnwch.",
    "Spoons": "Llwyau",
    "Milk": "Llaeth",
}


def through_omegat(folder, data, answers):
    """The segments that OmegaT shows of a file, and the file as OmegaT gives it back with the answers from its memory."""
    for name in ("source", "target", "tm", "glossary", "dictionary", "omegat"):
        (folder / name).mkdir(parents=True)
    write(folder / "omegat.project", PROJECT)
    (folder / "source/translation.xlf").write_bytes(data)

    def omegat(mode, *words):
        command = ["omegat", str(folder), f"--mode=console-{mode}", f"--config-dir={folder}/settings", *words]
        subprocess.run(command, env={**os.environ, "HOME": str(folder)}, check=True, capture_output=True, timeout=120)

    shown = folder / "shown.tmx"
    omegat("createpseudotranslatetmx", f"--pseudotranslatetmx={shown}", "--pseudotranslatetype=equal")
    segments = re.findall(r'<tuv lang="en">\s*<seg>(.*?)</seg>', shown.read_text(encoding="utf-8"), re.DOTALL)
    units = "".join(
        f'<tu><tuv lang="en"><seg>{escape(source)}</seg></tuv><tuv lang="cy"><seg>{escape(target)}</seg></tuv></tu>'
        for source, target in answers.items()
    )
    header = '<header creationtool="OmegaT" creationtoolversion="3" o-tmf="OmegaT TMX" adminlang="EN-US" datatype="plaintext" segtype="sentence" srclang="en"/>'
    write(folder / "omegat/project_save.tmx", f'<?xml version="1.0" encoding="UTF-8"?><tmx version="1.1">{header}<body>{units}</body></tmx>')
    omegat("translate")
    return [each.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&") for each in segments], (
        folder / "target/translation.xlf"
    ).read_bytes()


def exported(site):
    sources = read_sources(site)
    return xliff_of([make_job(sources, name) for name in names_to_translate(sources)])


def test_a_new_page_goes_there_and_comes_back(site, tmp_path_factory):
    write(site / "docs/food.md", ENGLISH)
    segments, data = through_omegat(tmp_path_factory.mktemp("omegat"), exported(site), ANSWERS)
    assert sorted(segments) == sorted(ANSWERS)
    pin = read_sources(site).contents["docs/food.md"].fingerprint
    assert read_xliff(data, "translation.xlf", read_sources(site)) == ({"docs-cy/food.md": WELSH.format(pin=pin)}, [])


def test_a_changed_page_goes_there_and_comes_back(site, tmp_path_factory):
    write(site / "docs/food.md", ENGLISH.replace("six", "five").replace("Milk", "Water"))
    write(site / "docs-cy/food.md", WELSH.replace("chwe mis", "bum mis").replace("Llaeth", "Dŵr").replace("{pin}", "PIN"))
    mark_all(site)
    git = ["git", "-c", "user.name=Siân", "-c", "user.email=sian@example.org"]
    for words in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "As it was"]):
        subprocess.run([*git, *words], cwd=site, check=True)
    write(site / "docs/food.md", ENGLISH)
    segments, data = through_omegat(tmp_path_factory.mktemp("omegat"), exported(site), ANSWERS)
    assert sorted(segments) == ["Give <g0>soft food</g0> at six months.", "Milk", "See <g1>our page</g1> & ask."]
    pages, problems = read_xliff(data, "translation.xlf", read_sources(site))
    assert problems == []
    write(site / "docs-cy/food.md", pages["docs-cy/food.md"])
    assert {"Rhowch **fwyd meddal** yn chwe mis oed." in pages["docs-cy/food.md"], "| Llaeth | 24 |" in pages["docs-cy/food.md"]} == {True}
    assert [problem.check for problem in check_sources(read_sources(site)) if problem.path == "docs-cy/food.md"] == []


def test_what_was_left_untranslated_is_told(site, tmp_path_factory):
    write(site / "docs/food.md", "# Food\n\nMilk\n")
    _, data = through_omegat(tmp_path_factory.mktemp("omegat"), exported(site), {"Food": "Bwyd"})
    pages, problems = read_xliff(data, "translation.xlf", read_sources(site))
    assert (pages, [str(problem.message) for problem in problems]) == (
        {},
        ['The paragraph "Milk" is in the file as it was sent, without a translation.'],
    )
