"""Whether two sentences that mean the same both say no."""

import pytest

from welsh.negation import negation_lost

LOST = [
    ("Do not give it.", "Rhowch ef.", "Do not give it."),
    ("Words. You don’t need to ring.", "Geiriau. Mae angen i chi ffonio.", "You don't need to ring."),
    ("Never shake a baby.", "Ysgydwch faban i ni.", "Never shake a baby."),
    ("Give it.", "Peidiwch â'i roi.", "Peidiwch â'i roi."),
    ("It is safe.", "Nid yw'n ddiogel.", "Nid yw'n ddiogel."),
    ("One. Two.", "Un, ni ddaeth dau.", "Un, ni ddaeth dau."),
]
KEPT = [
    ("Do not give it.", "Peidiwch â'i roi."),
    ("You cannot.", "Allwch chi ddim."),
    ("It is not safe.", "Dydy e ddim yn ddiogel."),
    ("It cannot be late.", "Erbyn hynny ni all fod yn hwyr."),
    ("Talk to us.", "Siaradwch â ni."),
    ("What we do.", "Beth rydym ni'n ei wneud."),
    ("It failed.", "Ni lwyddodd."),
    ("Avoid honey.", "Peidiwch â rhoi mêl."),
]


@pytest.mark.parametrize(("english", "welsh", "told"), LOST)
def test_a_negation_that_one_language_lost_is_found(english, welsh, told):
    assert negation_lost(english, welsh) == told


@pytest.mark.parametrize(("english", "welsh"), KEPT)
def test_what_says_no_in_both_or_in_neither_is_no_fault(english, welsh):
    assert negation_lost(english, welsh) is None
