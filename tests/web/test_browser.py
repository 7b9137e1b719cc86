"""The real site in a real browser, as a reader meets it on a phone and at a desk."""

import pytest

from test_build import PAIRS, WORDS

WIDTHS = {"phone": 320, "desk": 1280}


@pytest.fixture(scope="module", params=WIDTHS.values(), ids=WIDTHS.keys())
def window(request, browser):
    """A window in which one page is read after the other: to open one takes longer than most that is tried in it."""
    page = browser.new_page(viewport={"width": request.param, "height": 800}, service_workers="block")
    page.errors = []
    page.on("pageerror", lambda error: page.errors.append(str(error)))
    # A click leaves a page that is still fetching its icon: that is no fault.
    page.on("requestfailed", lambda failed: "ERR_ABORTED" in failed.failure or page.errors.append(failed.url))
    page.on("response", lambda answer: page.errors.append(answer.url) if answer.status >= 400 else None)
    yield page
    page.close()


@pytest.fixture
def page(window):
    window.errors.clear()
    yield window
    assert window.errors == []


@pytest.mark.parametrize("home", ["/", "/cy/"])
def test_every_page_is_reached_from_the_home_page(page, served_site, home):
    addresses = {f"{served_site}/{pair[home == '/cy/']}" for pair in PAIRS.items()}
    waiting, seen = [served_site + home], set()
    while waiting:
        page.goto(address := waiting.pop())
        seen.add(address)
        found = page.eval_on_selector_all("main a, nav a, footer a", "links => links.map(link => link.href.split('#')[0])")
        waiting += [link for link in dict.fromkeys(found) if link in addresses - seen and link not in waiting]
    assert seen == addresses


@pytest.mark.parametrize(("english", "welsh"), PAIRS.items())
def test_the_language_link_leads_to_the_counterpart_and_back(page, served_site, english, welsh):
    page.goto(f"{served_site}/{english}")
    page.get_by_role("link", name=WORDS["cy"]["language"], exact=True).click()
    assert page.url == f"{served_site}/{welsh}"
    assert page.locator("html").get_attribute("lang") == "cy"
    page.get_by_role("link", name=WORDS["en"]["language"], exact=True).click()
    assert page.url == f"{served_site}/{english}"
    page.get_by_role("link", name=WORDS["cy"]["available_in_this_language"]).click()
    assert page.url == f"{served_site}/{welsh}"


@pytest.mark.parametrize("address", [address for pair in PAIRS.items() for address in pair])
def test_the_contact_block_shows_and_nothing_runs_off_the_side(page, served_site, address):
    page.goto(f"{served_site}/{address}")
    block = page.locator("main address.contact")
    for media in ("screen", "print"):
        page.emulate_media(media=media)
        assert block.locator(".contact-telephone").is_visible()
    page.emulate_media(media="screen")
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert page.locator("a.site-language").is_visible()
    list_left = page.eval_on_selector_all("main li:not(.card)", "items => Math.min(99, ...items.map(i => i.getBoundingClientRect().left))")
    assert list_left >= 24, "bullets stand left of the text and need room"
