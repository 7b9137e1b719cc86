"""Building and previewing with an mkdocs.yml that the program which makes the HTML could not start with."""

import json
import subprocess

import pytest

from conftest import ENGINE, copy_generator, write

ADDRESS = (
    "mkdocs.yml:3 (setting_shape)\n"
    "  Nid yw'r hyn sydd ar ôl \"site_url:\" yn cyfrif: mae wedi'i ysgrifennu mewn ffordd wahanol i'r un y mae'r wefan yn ei darllen.\n"
    '  I\'w gywiro: ysgrifennwch ef fel yn "site_url: https://www.example.org/".\n'
    '  What stands behind "site_url:" does not count: it is written in another way than the site reads.\n'
    '  Fix: write it as in "site_url: https://www.example.org/".\n\n'
    "Canfuwyd 1 broblem.\n"
    "1 problem found.\n"
)


@pytest.fixture
def site(site):
    copy_generator(site, "hooks")
    return site


@pytest.mark.parametrize("command", ["build", "serve"])
def test_the_guard_tells_what_the_engine_cannot_start_with(site, command):
    settings = (site / "mkdocs.yml").read_text(encoding="utf-8")
    write(site / "mkdocs.yml", settings.replace("site_url: https://", "site_url: ", 1))

    told = subprocess.run([*ENGINE, command], cwd=site, capture_output=True, text=True, encoding="utf-8", timeout=60)

    assert (told.returncode, told.stdout, told.stderr) == (1, "", ADDRESS)


def test_what_is_told_in_place_of_the_engine_is_written_down(site, monkeypatch):
    write(site / "mkdocs.yml", "nav: [\n")
    monkeypatch.setenv("PROBLEMS", str(site / "problems.json"))

    subprocess.run([*ENGINE, "build"], cwd=site, capture_output=True, timeout=60)

    found = json.loads((site / "problems.json").read_text(encoding="utf-8"))
    assert [(each["path"], each["check"]) for each in found] == [("mkdocs.yml", "settings_unreadable")]
