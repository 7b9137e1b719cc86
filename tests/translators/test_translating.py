"""The commands that send pages to a translator and read them back."""

from translate.storage.xliff import Xliff1File

from conftest import write
from round_trip import edit


def test_the_commands_write_and_read(run):
    assert run("write_xliff").stdout == "Nid oes dim i'w gyfieithu.\nNothing to translate.\n"
    assert not (run.site / "translation.xlf").exists()
    (run.site / "docs-cy/more/play.md").unlink()
    (run.site / "docs/sleep.md").unlink()
    written = run("write_xliff", "docs/more/play.md", "--lang", "en")
    assert (written.returncode, written.stdout) == (
        0,
        "docs/more/play.md: 4 passages for docs-cy/more/play.md\n"
        "Written to translation.xlf. When the translator sends it back: scripts/read_xliff.py translation.xlf\n",
    )
    again = run("write_xliff", "--lang", "en")
    assert (again.returncode, again.stderr) == (2, "translation.xlf is there already. Fix: name another file, or delete this one.\n")
    assert "It goes both ways between English and Welsh." in run("write_xliff", "--output", "both.xlf").stdout
    assert run("write_xliff", "docs/nowhere.md").returncode == 2
    assert run("write_xliff", "docs/index.md", "--lang", "en").stdout == (
        "docs/index.md waits for no translation; make status shows how each pair of pages stands.\nNothing to translate.\n"
    )

    store = Xliff1File.parsefile(str(run.site / "translation.xlf"))
    for unit in store.units:
        unit.target = {"Play": "Chwarae", "On play.": "Am chwarae.", "Words.": "Geiriau."}[unit.source]
    store.save()
    read = run("read_xliff", "translation.xlf")
    assert (read.returncode, read.stdout, read.stderr) == (
        0,
        "Mae docs-cy/more/play.md wedi'i hysgrifennu.\ndocs-cy/more/play.md is written.\n"
        'Nawr gwiriwch y tudalennau: "make check"\nNow check the pages: make check\n',
        "",
    )
    assert run("read_xliff", "nowhere.xlf").returncode == 2
    write(run.site / "page.xlf", "# A page")
    assert (run("read_xliff", "page.xlf").returncode, run("read_xliff", "page.xlf", "--lang", "cy").stdout) == (1, "Nid ysgrifennwyd dim.\n")


def test_a_page_is_started_translated_and_sound_in_one_sitting(run):
    assert run("new_page", "nap", "Nap", "Cyntun").returncode == 0
    edit(run.site / "docs/nap.md", ("'[add one sentence about this page]'", "On naps."), ("[add the text]", "Words.\n\n- One.\n- Two."))
    assert run("write_xliff", "--output", "nap.xlf").returncode == 0
    file = run.site / "nap.xlf"
    answers = {"Nap": "Cyntun", "On naps.": "Am gyntun.", "Words.": "Geiriau.", "One.": "Un.", "Two.": "Dau."}
    store = Xliff1File.parsefile(str(file))
    for unit in store.units:
        unit.target = answers[str(unit.source)]
        unit.target_dom.set("state", "translated")
    store.save()
    assert run("read_xliff", "nap.xlf", "--lang", "en").stdout == "docs-cy/nap.md is written.\nNow check the pages: make check\n"
    assert run("check_sources", "--lang", "en").stdout == "Nothing to mend.\n"
    assert (run.site / "docs-cy/nap.md").read_text(encoding="utf-8").endswith("# Cyntun\n\nGeiriau.\n\n- Un.\n- Dau.\n")


def test_the_memory_is_written_once(run):
    assert run("write_xliff", "--memory", "--lang", "en").stdout == (
        "All that is translated already is written to memory.tmx, for the translator's program.\n"
    )
    assert (run.site / "memory.tmx").exists()
    assert run("write_xliff", "--memory", "--lang", "en").returncode == 2
