"""Pages are GitHub Flavored Markdown: what each form becomes, and where in the file it stands."""

import pytest

from messages.locales import ENGLISH
from sources.markdown import DEEPEST, read_markdown
from sources.pages import parse_page
from sources.reader import read_page
from sources.tree import Node, Text, html_of, walk

FORMS = {
    "Words:\n- one\n- two": "<p>Words:</p>\n<ul>\n<li>one</li>\n<li>two</li>\n</ul>\n",
    "3. three\n4. four": '<ol start="3">\n<li>three</li>\n<li>four</li>\n</ol>\n',
    "1. one\n   - below\n2. two": "<ol>\n<li>one\n<ul>\n<li>below</li>\n</ul>\n</li>\n<li>two</li>\n</ol>\n",
    "- one\n\n- two": "<ul>\n<li>\n<p>one</p>\n</li>\n<li>\n<p>two</p>\n</li>\n</ul>\n",
    "- [x] done\n- [ ] to do": (
        '<ul>\n<li><input type="checkbox" checked="" disabled=""> done</li>\n<li><input type="checkbox" disabled=""> to do</li>\n</ul>\n'
    ),
    "~~old~~ **new** *words* `code`": "<p><del>old</del> <strong>new</strong> <em>words</em> <code>code</code></p>\n",
    "one  \ntwo\nthree": "<p>one<br>\ntwo\nthree</p>\n",
    "www.llyw.cymru https://a.cymru/b?c=1&d a@b.cymru": (
        '<p><a href="https://www.llyw.cymru">www.llyw.cymru</a> <a href="https://a.cymru/b?c=1&amp;d">https://a.cymru/b?c=1&amp;d</a> '
        '<a href="mailto:a@b.cymru">a@b.cymru</a></p>\n'
    ),
    "[www.llyw.cymru](http://www.llyw.cymru)": '<p><a href="http://www.llyw.cymru">www.llyw.cymru</a></p>\n',
    "| a | b |\n|--:|---|\n| c | d |": (
        '<table>\n<thead>\n<tr>\n<th align="right">a</th>\n<th>b</th>\n</tr>\n</thead>\n'
        '<tbody>\n<tr>\n<td align="right">c</td>\n<td>d</td>\n</tr>\n</tbody>\n</table>\n'
    ),
    "![a *b*](c.png)": '<p><img src="c.png" alt="a b"></p>\n',
    "> [!TIP]\n> Words.": '<div class="admonition tip">\n<p>Words.</p>\n</div>\n',
    # On GitHub a note has no title of its own and stands in nothing else.
    "> [!TIP] Title\n> Words.": "<blockquote>\n<p>[!TIP] Title</p>\n<p>Words.</p>\n</blockquote>\n",
    "- > [!TIP]\n  > Words.": "<ul>\n<li>\n<blockquote>\n<p>[!TIP]</p>\n<p>Words.</p>\n</blockquote>\n</li>\n</ul>\n",
    "A[^n] and B[^n].\n\n[^n]: Note.": (
        '<p>A<sup class="footnote"><a href="#fn-1" id="fnref-1">1</a></sup> and B<sup class="footnote"><a href="#fn-1" id="fnref-1-2">1</a></sup>.</p>\n'
        '<section class="footnotes">\n<ol>\n<li id="fn-1">\n<p>Note. <a href="#fnref-1" class="footnote-back">↩</a> '
        '<a href="#fnref-1-2" class="footnote-back">↩</a></p>\n</li>\n</ol>\n</section>\n'
    ),
    "```\n<b> & c\n```": "<pre><code>&lt;b&gt; &amp; c\n</code></pre>\n",
    '> ~~~ a"><b>&lt;\n> </b> &\n> ~~~': "<blockquote>\n<pre><code>&lt;/b&gt; &amp;\n</code></pre>\n</blockquote>\n",
    '```\n~~~ <b> "&lt;"\n```': '<pre><code>~~~ &lt;b&gt; "&amp;lt;"\n</code></pre>\n',
    'A <span LANG=cy title="b">tŷ</span><br/>': '<p>A <span lang="cy" title="b">tŷ</span><br></p>\n',
    "<details>\n<summary>More</summary>\n\n- one\n\n</details>": ("<details>\n<summary>More</summary>\n\n<ul>\n<li>one</li>\n</ul>\n</details>\n"),
    "a <!-- b --> c": "<p>a  c</p>\n",
}


@pytest.mark.parametrize(("markdown", "html"), FORMS.items())
def test_a_form_becomes_this_html(markdown, html):
    tree = read_markdown(markdown)
    assert (html_of(tree.root.children), tree.loose) == (html, [])


@pytest.mark.parametrize(
    ("markdown", "loose"),
    {
        "<span>a": [("span", "1:1-1:6")],
        "a</span>": [("span", "1:2-1:8")],
        "*<b>a*</b>": [("b", "1:2-1:4"), ("b", "1:7-1:10")],
        "<div>\n\na": [("div", "1:1-1:5")],
        "<div>\n<p>\nb</div>": [("div", "3:2-3:7"), ("div", "1:1-3:7"), ("p", "2:1-3:7")],
        "<!-- a\n\nb": [("!--", "1:1-3:1")],
        "<details open\n\na": [("details", "1:1-1:13")],
    }.items(),
)
def test_what_nothing_closes_is_told_of(markdown, loose):
    assert [(node.tag, node.at) for node in read_markdown(markdown).loose] == loose


PLACES = """# Tŷ *bach* ##

Geiriau a [dolen](b.md), `côd`
ac **ŵy** <span lang="en">egg</span>.

> - pwynt
>   ŷ
>   1. rhif

| â | b |
|---|---|
| c | ê |
"""


def test_each_text_stands_where_its_place_says():
    lines = [line.encode() for line in PLACES.split("\n")]
    found = [node for node in walk(read_markdown(PLACES).root) if isinstance(node, Text) and node.text.strip()]
    at = []
    for text in found:
        (line, start), (_, end) = (map(int, part.split(":")) for part in text.at.split("-"))
        at.append(lines[line - 1][start - 1 : end].decode().strip("`"))
    assert at == [text.text for text in found]


def test_lines_are_those_of_the_file():
    page = parse_page(ENGLISH, "a.md", "---\ntitle: Person\n---\n\n# A\n\nA person\nis on\na bus.\n\n- on\n\n## B\n\n![on a bus](c.png)\n")
    content = read_page(page)
    front, first, second = content.sections
    assert (front.line, first.line, second.line) == (1, 5, 13)
    assert [passage.line_of(words) for passage, words in zip(first.passages, ("A", "on", "on"), strict=True)] == [5, 8, 11]
    assert front.passages[0].line_of("Person") == 2
    assert [(element.kind, element.line) for element in second.elements] == [("image", 15)]
    assert content.section_at(12) is first


@pytest.mark.parametrize("sign", ["> ", "- ", "1. ", "<span>", "*a **b "])
def test_what_goes_too_deep_is_cut_off_there(sign):
    closed = {"<span>": "</span>", "*a **b ": "** *"}.get(sign, "")
    tree = read_markdown(sign * 5000 + "c" + closed * 5000)

    def depth(node: Node) -> int:
        return 1 + max((depth(child) for child in node.children if isinstance(child, Node)), default=0)

    # A point in a list is two elements.
    assert depth(tree.root) <= 2 * DEEPEST + 3
