"""The preview: what it shows while somebody edits, and that it goes on whatever is wrong."""

import contextlib
import os
import socket
import subprocess
import time
import urllib.request

from conftest import ENGINE, PAGES, copy_generator, mark_all, write


@contextlib.contextmanager
def previewed(site):
    """The address of a preview of a site, which prints into the file `log` there."""
    copy_generator(site, "hooks")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [*ENGINE, "serve", "--dev-addr", f"127.0.0.1:{port}"]
    # Where the tests run in the background Ctrl-C is ignored; ended at once, a preview leaves its pages behind.
    environment = os.environ | {"TMPDIR": str(site.parent)}
    with open(site / "log", "w+") as log, subprocess.Popen(command, cwd=site, stderr=log, env=environment) as server:
        try:
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()


def test_preview_tells_of_a_fault_and_goes_on_with_each_edit(site):
    page = (site / "docs-cy/sleep.md").read_text(encoding="utf-8")
    (site / "docs-cy/sleep.md").unlink()
    template, rules = site / "overrides/main.html", site / "hooks/web/build.py"
    with previewed(site) as address:
        home = wait_for("Home page", f"{address}/")
        assert '"worker"' not in home, "no device keeps a preview"
        assert "This page has no Welsh page" in (site / "log").read_text(encoding="utf-8")
        wait_for("To mend</strong> <code>docs/sleep.md:1</code>", f"{address}/sleep/")
        write(site / "docs-cy/sleep.md", page)
        wait_for("Cwsg", f"{address}/cy/cwsg/")
        write(site / "docs-cy/sleep.md", page + "\n## Nos\n\nTODO\n")
        wait_for('Nos</a></h2><aside class="problem">', f"{address}/cy/cwsg/")
        write(site / "docs-cy/sleep.md", page)
        wait_for('<section lang="cy"><h1 id="cwsg">Cwsg</h1>', f"{address}/pair/sleep/")
        wait_for('<a href="../../pair/sleep/">Y ddwy iaith ochr yn ochr</a>', f"{address}/cy/cwsg/")
        write(template, template.read_text(encoding="utf-8").replace("<main", '<main data-edited="template"'))
        wait_for('data-edited="template"', f"{address}/")
        write(rules, rules.read_text(encoding="utf-8").replace('"home_urls": ', '"home_urls": ["sleep/"] + '))
        wait_for('aria-current="page">Home', f"{address}/sleep/")
        assert not (site / ".cache").exists(), "the preview makes no handouts until it is asked for them"
        assert "contact_unknown" not in (site / "log").read_text(encoding="utf-8"), "the preview's own address dials nobody"


# What is done to mkdocs.yml, and what each page then says in its language.
BROKEN = {
    "no YAML": (("  - sleep.md", "\t- sleep.md"), "put spaces in the place of the tab", "rhowch fylchau yn lle"),
    "a mark that is open": (('"03069 990 133"', '"03069 990 133'), "put one quotation mark in front", "rhowch un dyfynnod"),
    "a wrong number": (("990 133", "990 13"), "is no telephone number", "Nid yw"),
}


def test_preview_shows_what_is_wrong_with_the_settings_on_each_page_and_heals(site):
    settings = site / "mkdocs.yml"
    sound = settings.read_text(encoding="utf-8")
    with previewed(site) as address:
        wait_for("Play", f"{address}/more/play/")
        for (old, new), english, welsh in BROKEN.values():
            assert old in sound
            write(settings, sound.replace(old, new))
            assert "<h1" in wait_for(english, f"{address}/more/play/")
            wait_for(welsh, f"{address}/cy/more/chwarae/")
            write(settings, sound)
            wait_for_end_of('class="problem"', f"{address}/more/play/")
        assert "Traceback" not in (site / "log").read_text(encoding="utf-8")


def test_preview_shows_the_text_of_a_page_whose_front_matter_cannot_be_read(site):
    page = site / "docs/sleep.md"
    write(page, page.read_text(encoding="utf-8").replace("title: Sleep", "title: Sleep: more"))
    with previewed(site) as address:
        shown = wait_for("To mend", f"{address}/sleep/")
    assert "See <a" in shown
    assert "<br>Fix: " in shown


def test_preview_shows_a_picture_of_both_languages_as_it_is_now(site):
    picture = '<svg xmlns="http://www.w3.org/2000/svg" width="{}" height="3"/>'
    write(site / "images/garden.svg", picture.format(4))
    for name, words in (("docs/sleep.md", "A garden"), ("docs-cy/sleep.md", "Gardd")):
        write(site / name, PAGES[name] + f"\n![{words}](../images/garden.svg)\n")
    mark_all(site)
    with previewed(site) as address:
        wait_for('src="../../images/garden.svg" alt="Gardd" decoding="async" width="4"', f"{address}/cy/cwsg/")
        write(site / "images/garden.svg", picture.format(5))
        wait_for('width="5"', f"{address}/cy/cwsg/")
        assert wait_for('width="5"', f"{address}/images/garden.svg") == picture.format(5)


def wait_for(text, address, seconds=20):
    """Ask for a page until the preview has built it with the text."""
    deadline = time.monotonic() + seconds
    found = ""
    while text not in found:
        assert time.monotonic() < deadline, found
        time.sleep(0.1)
        try:
            with urllib.request.urlopen(address, timeout=5) as answer:
                found = answer.read().decode()
        except OSError as error:
            found = str(error)
    return found


def wait_for_end_of(text, address, seconds=20):
    """Ask for a page until the preview has built it without the text."""
    deadline = time.monotonic() + seconds
    while text in wait_for("</html>", address, seconds):
        assert time.monotonic() < deadline, text
        time.sleep(0.1)
