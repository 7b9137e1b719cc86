"""The contact block of every page of a built site, as eyes and fingers meet it; what the pages say is not known here.

Whether a word is seen is read from a picture of the page: its ink has to stand out from what lies round it, whatever
rule, element or setting could take it away. Whether it is covered is asked of the browser at points along each word.
"""

import base64
import io
import re

import phonenumbers
import pytest
from PIL import Image

LEAST_INK = 0.03  # of the area in which the small letters of a word stand
LEAST_CONTRAST = 90  # of 255
LEAST_HEIGHT = 12  # pixels of a line
SETTINGS = [
    *({"width": width} for width in (320, 390, 1280)),
    {"width": 1280, "forced_colors": "active"},
    {"width": 390, "color_scheme": "dark"},
    *({"width": width, "text": 2} for width in (320, 1280)),
]

# What each block holds: its words with their places, and what a finger or a mouse would not reach.
_LOOK = r"""async ({ text }) => {
    // A picture that comes late would move the block away between the look and the picture of it.
    await Promise.all([...document.images].map((image) => { image.loading = "eager"; return image.decode().catch(() => {}); }));
    const root = document.documentElement;
    root.style.fontSize = "";
    if (text) root.style.fontSize = `${parseFloat(getComputedStyle(root).fontSize) * text}px`;
    const open = new CSSStyleSheet();
    open.replaceSync("*, ::before, ::after { pointer-events: auto !important }");
    const wordsOf = function* (line) {
        const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
        for (let node; (node = walker.nextNode()); ) {
            for (const { 0: word, index } of node.data.matchAll(/\S*[\p{L}\p{N}]\S*/gu)) {
                const range = document.createRange();
                range.setStart(node, index);
                range.setEnd(node, index + word.length);
                yield { word, owner: node.parentElement, boxes: [...range.getClientRects()].filter(({ width }) => width) };
            }
        }
    };
    const covered = (owner, { left, top, width, height }) => {
        const count = Math.max(3, Math.ceil(width / 6));
        const points = [...Array(count).keys()].map((i) => left + (width * (i + 0.5)) / count);
        return points.some((x) => document.elementFromPoint(x, top + height / 2) !== owner);
    };
    return [...document.querySelectorAll("address.contact")].map((block) => {
        block.scrollIntoView({ block: "center", behavior: "instant" });
        document.getAnimations().forEach((animation) => animation.finish());
        const ground = block.getBoundingClientRect();
        const faults = [], words = [];
        // As it is, and once more with what lets a finger through but hides from the eye.
        for (const sheets of [[], [open]]) {
            document.adoptedStyleSheets = sheets;
            for (const line of block.children) for (const { word, owner, boxes } of wordsOf(line)) {
                if (!boxes.length) faults.push(`${word}: not there`);
                else if (boxes.some((box) => covered(owner, box))) faults.push(`${word}: covered`);
                if (!sheets.length) words.push(...boxes.map(({ left, top, width, height }) => ({ word, box: [left - ground.left, top - ground.top, left - ground.left + width, top - ground.top + height] })));
            }
        }
        document.adoptedStyleSheets = [];
        for (const element of [block, ...block.querySelectorAll("*")]) {
            const style = getComputedStyle(element);
            if (["::before", "::after"].some((part) => !["none", "normal"].includes(getComputedStyle(element, part).content))) faults.push(`${element.className}: words added`);
            if (style.direction !== "ltr" || style.unicodeBidi === "bidi-override") faults.push(`${element.className}: turned round`);
        }
        const links = [...block.querySelectorAll("a")].map((link) => [link.className, link.textContent, link.getAttribute("href")]);
        const place = { x: ground.left + scrollX, y: ground.top + scrollY, width: Math.max(1, ground.width), height: Math.max(1, ground.height), scale: 1 };
        return { place, lines: [...block.children].map((line) => line.textContent), faults: [...new Set(faults)], words, links };
    });
}"""


@pytest.fixture(scope="module")
def page(browser):
    """One for all tests: each opens what it looks at anew, and sets all that it looks at it with."""
    context = browser.new_context(service_workers="block")
    page = context.new_page()
    page.session = context.new_cdp_session(page)
    yield page
    context.close()


def unseen(page, setting):
    """What a reader would not see, or not reach, of the contact blocks of a page in a setting."""
    page.set_viewport_size({"width": setting["width"], "height": 2600 if "text" in setting else 1000})
    page.emulate_media(forced_colors=setting.get("forced_colors", "none"), color_scheme=setting.get("color_scheme", "light"))
    blocks = page.evaluate(_LOOK, {"text": setting.get("text", 0)})
    found = [] if blocks else ["no contact block"]
    for number, block in enumerate(blocks):
        found += block["faults"] + [f"{text}: leads to {href}" for _, text, href in block["links"] if not _leads_there(text, href)]
        found += [] if len(block["lines"]) >= 4 and len(block["links"]) >= 3 and all(block["lines"]) else ["lines missing"]
        if len(blocks) > 1:
            page.locator("address.contact").nth(number).evaluate("block => block.scrollIntoView({ block: 'center', behavior: 'instant' })")
        if block["words"]:
            picture = _picture(page, block["place"])
            found += [f"{each['word']}: not seen" for each in block["words"] if not _is_seen(picture, each["box"])]
    return found


def _picture(page, place):
    """What the browser shows now at a place; asked for by its own protocol, which takes a third of the time."""
    shown = page.session.send("Page.captureScreenshot", {"format": "jpeg", "quality": 90, "optimizeForSpeed": True, "clip": place})
    return Image.open(io.BytesIO(base64.b64decode(shown["data"]))).convert("L")


def _leads_there(text, href):
    """Whether a link leads to what its own words say; a number that is dialled by the text relay has that in front."""
    if href.startswith("tel:"):
        given, said = (re.sub(r"^18001 ?", "", number) for number in (href.removeprefix("tel:"), text))
        return phonenumbers.parse(given, "GB") == phonenumbers.parse(said, "GB")
    if "@" in text:
        return href == f"mailto:{text}"
    return href.removeprefix("https://").removesuffix("/") == text.removeprefix("https://").removesuffix("/")


def _is_seen(picture, box):
    """Whether enough of a place, below its line's middle and above its foot, where a link is underlined, differs from the rest of it."""
    left, top, right, bottom = box
    height = bottom - top
    if height < LEAST_HEIGHT or left < 0 or top < 0 or right > picture.width + 1 or bottom > picture.height:
        return False
    body = picture.crop((int(left), int(top + 0.25 * height), int(right) + 1, int(top + 0.72 * height)))
    counts = body.histogram()
    ground = counts.index(max(counts))
    ink = sum(count for shade, count in enumerate(counts) if abs(shade - ground) >= LEAST_CONTRAST)
    return ink >= LEAST_INK * sum(counts)


def test_the_contact_block_of_every_page_is_seen_and_each_of_its_links_is_reached(page, built_site, served_site):
    found = {}
    # A page that leads on is gone before anyone sees it; the guard reads its block.
    for path in (path for path in sorted(built_site.rglob("*.html")) if b'http-equiv="refresh"' not in path.read_bytes()):
        address = path.relative_to(built_site).as_posix()
        page.goto(f"{served_site}/{address.removesuffix('index.html')}", wait_until="domcontentloaded")
        found |= {(address, *setting.values()): faults for setting in SETTINGS if (faults := unseen(page, setting))}
    assert found == {}


# Ways to take the contact block from a reader's eyes or fingers, each of which has to be found in some setting.
SPOILT = {
    "opacity": ".page-contact { opacity: 0 }",
    "nearly transparent": "main { opacity: .05 }",
    "invisible": ".contact > span { visibility: hidden }",
    "not displayed": ".contact-email { display: none }",
    "colour of the ground": ".contact-telephone { color: #eef3fa !important; text-decoration-color: #000 !important }",
    "pale": ".contact { color: #d6dde6 }",
    "cut off": ".contact { clip-path: inset(50%) }",
    "height of nothing": ".page-contact { height: 1.5rem; overflow: hidden }",
    "off the screen": ".contact { transform: translateX(-300vw) }",
    "beside the screen": ".contact { position: absolute; left: -999rem }",
    "indented": ".contact > span { text-indent: -999rem }",
    "no finger": ".contact a { pointer-events: none }",
    "below the page": "main { position: relative; z-index: -1 } body { background: #fff }",
    "letters of no size": ".contact { font-size: 0 }",
    "small letters": ".contact { font-size: 4px; line-height: 1 }",
    "not rendered": ".page-contact { content-visibility: hidden }",
    "cover before": ".page-contact { position: relative } .page-contact::before { content: ''; position: absolute; inset: 0; background: red }",
    "cover that lets fingers through": "body::after { content: ''; position: fixed; inset: 0; background: #fff; pointer-events: none }",
    "cover that eyes see through": "body::after { content: ''; position: fixed; inset: 0 }",
    "another number after": ".contact-telephone::after { content: '9' }",
    "turned round": ".contact { direction: rtl; unicode-bidi: bidi-override }",
    "filter": ".contact { filter: contrast(0) }",
    "mask": ".contact { mask-image: linear-gradient(transparent, transparent) }",
    "scale": ".contact { transform: scale(.1) }",
    "edge-on": ".contact { transform: rotateX(90deg) }",
    "forced colours alone": "@media (forced-colors: active) { .contact { forced-color-adjust: none; color: #fff } }",
    "forced colours' own": "@media (forced-colors: active) { .contact { color: Canvas } .contact a { color: Canvas } }",
    "phone alone": "@media (max-width: 330px) { .contact { display: none } }",
    "dark alone": "@media (prefers-color-scheme: dark) { .contact { color: #1d2634 } }",
    "large text alone": ".contact { max-height: 300px; overflow: hidden }",
}


@pytest.mark.parametrize("rule", SPOILT.values(), ids=SPOILT.keys())
def test_a_contact_block_taken_from_a_reader_is_found(page, served_site, rule):
    page.goto(f"{served_site}/cy/", wait_until="domcontentloaded")
    page.evaluate(
        """css => {
            const spoilt = new CSSStyleSheet();
            spoilt.replaceSync(css);
            const { sheet } = document.querySelector("style");
            for (const { cssText } of spoilt.cssRules) sheet.insertRule(cssText, sheet.cssRules.length);
        }""",
        rule,
    )
    assert any(unseen(page, setting) for setting in SETTINGS)
