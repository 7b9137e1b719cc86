"""What may stand as it is: doubled words, brackets, endings and lengths that are no fault."""

import pytest

from conftest import ROOT, mark_all, write
from guard.welsh import proof_sources
from guard.wording import passages_told_otherwise, translations_differ, word_doubled
from messages.locales import ENGLISH, WELSH
from sources.all_sources import make_sources, read_sources
from sources.pages import parse_page
from sources.settings import read_settings


def pair_of(english, welsh, name="one.md"):
    pages = [parse_page(ENGLISH, name, f"# One\n\n{english}\n"), parse_page(WELSH, name, f"# Un\n\n{welsh}\n")]
    return make_sources(ROOT, read_settings(ROOT / "mkdocs.yml"), pages).pairs[name]


def checks(pair):
    found = [*word_doubled(pair.source), *word_doubled(pair.translation), *passages_told_otherwise(pair)]
    return [problem.check for problem in found]


@pytest.mark.parametrize(
    ("english", "welsh"),
    [
        ("What it is is clear, and all that that means.", "Mae'r hyn ydyw yn glir, a'r cyfan mae hynny'n ei olygu."),
        ("Give her her bottle.", "Rhowch ei photel iddi hi."),
        ("Find somebody to talk to to feel better.", "Dewch o hyd i rywun i siarad ag ef er mwyn teimlo'n well."),
        ('Say "ba ba" and "da da".', 'Dywedwch "ba ba" a "da da".'),
        ("Sing now. Now rest.", "Canwch nawr. Nawr gorffwyswch."),
        ("1\\) Rest.\n\na) Talk.", "1\\) Gorffwyswch.\n\na) Siaradwch."),
        ("Ask us (free of charge (or nearly)).", "Gofynnwch i ni (am ddim (neu bron))."),
        ("“One said this.\n\n“And then this.”", "“Dywedodd un hyn.\n\n“Ac yna hyn.”"),
        ("Toys, books, etc.", "Teganau, llyfrau ac ati"),
        ("We are open until 5 p.m.", "Rydym ar agor tan bump"),
        ("Well done!", "Da iawn."),
        ("(See the other page.)", "(Gweler y dudalen arall)."),
        ("- rest;\n- talk.", "- gorffwys\n- siarad."),
        ("Email receipt", "E-bost yn cadarnhau bod y manylion wedi'u hanfon"),
    ],
)
def test_sound_wording_raises_no_warning(english, welsh):
    assert checks(pair_of(english, welsh)) == []


@pytest.mark.parametrize(
    ("english", "welsh", "told"),
    [
        ("Talk to parents parents.", "Siaradwch.", ["word_doubled"]),
        ("Type `make check`", "Teipiwch `make check`.", ["ending_differs"]),
        ("Talk to your your baby.", "Siaradwch.", ["word_doubled"]),
        ("Talk to your\nYour baby.", "Siaradwch.", ["word_doubled"]),
        ("It is together together.", "Maen nhw.", ["word_doubled"]),
        ("Call us [today.", "Ffoniwch ni [heddiw].", ["sign_not_closed"]),
        ("Is it yours?", "Ai chi biau hwn.", ["ending_differs"]),
        ("**Is it yours?**", "**Ai chi biau hwn**", ["ending_differs"]),
    ],
)
def test_faulty_wording_is_told(english, welsh, told):
    assert checks(pair_of(english, welsh)) == told


def test_a_sentence_translated_twice_is_told_across_pages_and_in_a_proof_alone():
    one = pair_of("Talk to your baby.", "Siaradwch â'ch baban.")
    two = pair_of("Talk to your baby.", "Sgwrsiwch â'ch baban.", "two.md")
    alike = pair_of("Talk to your baby.", "Siaradwch â’ch baban.", "three.md")
    assert [(problem.path, problem.line) for problem in translations_differ([one, two, alike])] == [("docs-cy/two.md", 3)]
    label = [pair_of("More help", words, name) for name, words in (("a.md", "Rhagor o help"), ("b.md", "Mwy o gymorth"))]
    assert [*translations_differ(label)] == []


def test_translations_are_compared_by_make_proof_alone(site):
    for name, words in (("sleep", "Siaradwch â'ch baban."), ("more/play", "Sgwrsiwch â'ch baban.")):
        for folder, text in (("docs", "Talk to your baby."), ("docs-cy", words)):
            page = site / folder / f"{name}.md"
            write(page, f"{page.read_text(encoding='utf-8')}\n{text}\n".replace("translation: ", "translation: PIN # "))
    mark_all(site)
    found = [{problem.check for problem in proof_sources(read_sources(site), terms)} for terms in (True, False)]
    assert found == [{"translations_differ"}, set()]
