"""What needs Java or takes minutes: the HTML of every page, and axe in every setting."""

import json
import subprocess

import pytest

from install_html_checker import CHECKER
from test_build import PAIRS
from test_page import violations

pytestmark = pytest.mark.everything
SETTINGS = {
    "phone": (320, {}),
    "phone in the dark": (320, {"color_scheme": "dark"}),
    "tablet": (768, {}),
    "desk": (1280, {"reduced_motion": "reduce"}),
    "desk in forced colours": (1280, {"forced_colors": "active"}),
    "wide desk in the dark": (1920, {"color_scheme": "dark"}),
    "paper": (768, {}),
}
ADDRESSES = [f"/{address}" for pair in PAIRS.items() for address in pair] + ["/nowhere/", "/offline.html"]


def test_the_html_checker_finds_nothing(built_site):
    pages = sorted(built_site.rglob("*.html"))
    result = subprocess.run(["java", "-jar", str(CHECKER), "--format", "json", "--stdout", *map(str, pages)], capture_output=True, text=True)
    messages = json.loads(result.stdout)["messages"]
    assert [(each["url"], each["message"]) for each in messages if each["type"] == "error"] == []
    assert len(pages) >= len(ADDRESSES)


@pytest.mark.parametrize("setting", SETTINGS)
def test_axe_finds_nothing_in_any_setting(open_page, served_site, served_gallery, setting):
    width, options = SETTINGS[setting]
    for address in [*(served_site + path for path in ADDRESSES), f"{served_gallery}/gallery/", f"{served_gallery}/cy/oriel/"]:
        page = open_page(address, width, bypass_csp=True, **options)
        if setting == "paper":
            page.emulate_media(media="print")
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        page.close()
