"""Whether everything that an editor is told exists in Welsh, and what is told in which language."""

import ast
import copy
import pickle
import re
from dataclasses import asdict
from string import Formatter

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from conftest import ROOT, SERVICE
from messages.locales import ENGLISH, WELSH
from messages.message import Message, Wording, catalogue, either
from messages.problem import Problem, report
from sources.all_sources import read_sources
from sources.settings import read_settings
from web.preview import with_problems
from welsh.grammar import faults
from welsh.spelling import misspelt
from welsh.vote import SENTENCE

CODE = [path for folder in ("hooks", "scripts") for path in sorted((ROOT / folder).rglob("*.py"))]


def templates() -> set[str]:
    found = (extract_from_dir(ROOT / folder, [("**.py", "python")], keywords={"Message": None}) for folder in ("hooks", "scripts"))
    return {message for folder in found for _, _, message, *_ in folder}


def fields(template: str) -> list[str]:
    return sorted({name for _, name, *_ in Formatter().parse(template) if name is not None})


def test_each_template_stands_in_the_catalogue_and_nothing_else_does():
    assert sorted(catalogue("cy")) == sorted(templates())


def test_each_message_is_written_where_babel_finds_it():
    calls = [node for path in CODE for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Call)]
    made = [call for call in calls if ast.unparse(call.func) == "Message"]
    found = templates()
    assert [ast.unparse(call) for call in made if not (call.args and isinstance(call.args[0], ast.Constant) and call.args[0].value in found)] == []


def test_each_problem_holds_messages():
    """An f-string would have no Welsh."""
    calls = [node for path in CODE for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Call)]
    made = [call for call in calls if ast.unparse(call.func) == "Problem"]
    words = [word for call in made for word in call.args[3:]]
    assert [ast.unparse(word) for word in words if isinstance(word, ast.JoinedStr | ast.Constant)] == []


def test_a_template_has_the_same_fields_in_both_languages():
    with open(ROOT / "hooks/messages/messages.cy.po", "rb") as file:
        entries = [entry for entry in read_po(file) if entry.id]
    assert [entry.id for entry in entries if not entry.string or entry.fuzzy] == []
    assert [entry.id for entry in entries if fields(entry.id) != fields(entry.string)] == []


def test_the_welsh_has_no_misspelt_word_and_no_wrong_mutation():
    welsh_words = read_settings(SERVICE / "mkdocs.yml").welsh_words
    # What is typed or named as it is, in whichever language a message is.
    names = re.compile(
        r"""\{\w+\}|"[^"]*"|&lt;|&gt;|</?|\S*(?:[/_\\#@=]|\.\w|\w:[^ ])\S*|--[\w-]+"""
        r"""|\b(?:GitHub|Flavored|summary|Markdown|MkDocs|XLIFF|PNG|SVG|UTF|git|mm|https?|mailto|tel|details|docs(?:-cy)?|overrides)\b"""
        r"""|\b(?:JSON|TMX|zip)\b|%(?:\(\w+\))?[sr]"""
    )
    sentences = [sentence for text in catalogue("cy").values() for sentence in SENTENCE.split(text)]
    assert [(word, text) for text in sentences for word, _ in misspelt(text, names, welsh_words)] == []
    assert [(fault, text) for text in sentences for fault in faults(text, names)] == []


def test_a_message_is_its_english_and_gives_its_welsh():
    message = Message("The contact block has no {words} in {language}.", words=Message("telephone number"), language=ENGLISH.language)
    assert (message, message.in_(ENGLISH)) == ("The contact block has no telephone number in English.",) * 2
    assert message.in_(WELSH) == "Nid oes rhif ffôn yn y bloc cyswllt Saesneg."
    assert type(message.in_(ENGLISH)) is str


def test_fields_stand_as_they_are_written():
    message = Message('"{words}" is the same in {path}.', words="{path} {0} 100%", path="docs/{a}.md")
    assert message == '"{path} {0} 100%" is the same in docs/{a}.md.'
    assert message.in_(WELSH) == 'Mae "{path} {0} 100%" yr un fath yn docs/{a}.md.'
    assert Message('write "slug: {slug}".', slug={"a": 1}).in_(WELSH) == """ysgrifennwch "slug: {'a': 1}"."""


def test_words_that_settings_give_in_both_languages():
    message = Message("{item}: {question}", item="hours", question=Wording(en="When?", cy="Pryd?"))
    assert (message, message.in_(WELSH)) == ("hours: When?", "hours: Pryd?")


def test_copies_keep_their_welsh():
    message = Message('write "{name}:" instead.', name="{title}")
    problem = Problem("docs/a.md", 1, "check", message, message)
    for made in (pickle.loads(pickle.dumps(message)), copy.deepcopy(message), copy.copy(message), asdict(problem)["fix"]):
        assert (made, made.in_(WELSH)) == ('write "{title}:" instead.', 'ysgrifennwch "{title}:" yn ei le.')


def test_a_template_without_welsh_is_no_silent_english():
    with pytest.raises(KeyError):
        Message("Nobody has translated this.").in_(WELSH)


def test_words_with_or_between_them():
    assert [Message("write {forms}.", forms=either(words)).in_(WELSH) for words in (["a"], ["a", "b", "c"])] == [
        'ysgrifennwch "a".',
        'ysgrifennwch "a" neu "b" neu "c".',
    ]


def test_a_report_speaks_to_the_editor_of_each_file():
    made = [Problem(path, 1, "check", Message("This page has no text."), Message("put --> behind it.")) for path in ("docs/a.md", "docs-cy/a.md")]
    english = "  This page has no text.\n  Fix: put --> behind it.\n"
    welsh = "  Nid oes testun ar y dudalen hon.\n  I'w gywiro: rhowch --> ar ei ôl.\n"
    count = "Canfuwyd 2 o broblemau.\n2 problems found."
    assert report(made) == f"docs-cy/a.md:1 (check)\n{welsh}{english}\ndocs/a.md:1 (check)\n{english}\n{count}"
    assert report(made[:1], languages=(WELSH,)) == f"docs/a.md:1 (check)\n{welsh}\nCanfuwyd 1 broblem."


def test_the_preview_speaks_the_language_of_the_page(site):
    contents = read_sources(site).contents
    made = [
        Problem(path, 1, "check", Message("This page has no text."), Message("put --> behind it.")) for path in ("docs-cy/sleep.md", "mkdocs.yml")
    ]
    content = contents["docs-cy/sleep.md"]
    english = '<p lang="en">This page has no text.<br>Fix: put --&gt; behind it.</p>'
    welsh = '<p lang="cy">Nid oes testun ar y dudalen hon.<br>I&#x27;w gywiro: rhowch --&gt; ar ei ôl.</p>'
    own, of_no_page = with_problems("", content.page, content, made, "Label").split("</aside>")[:2]
    assert (own, of_no_page) == (
        f'<aside class="problem"><p><strong>Label</strong> <code>docs-cy/sleep.md:1</code> (check)</p>{welsh}',
        f'<aside class="problem"><p><strong>Label</strong> <code>mkdocs.yml:1</code> (check)</p>{welsh}{english}',
    )
