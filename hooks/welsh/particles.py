"""Verbs after the small words that ask for one mutation of them, and the forms of those words themselves.

What is told apart here by its kind (welsh/lexicon.py) is a verb and nothing else: "gall", not "tâl", which is a payment, too.
"""

import functools
import re

from messages.locales import WELSH
from welsh.dictionary import knows, mutations_of
from welsh.inflection import lemmas
from welsh.lexicon import ADJECTIVE, NOUNS, VERB, VERBNOUN, VERBS, uses
from welsh.mutation import ASPIRATE, NASAL, SOFT, folded, initial, mutated, radicals
from welsh.parts_of_speech import kind_of_noun
from welsh.place import AND_OR_WHO, LINK, RADICAL, MutationFault, Place, bare
from welsh.triggers import ADVERBS, ASIDE, BY_WHOM, IS, NEVER_OF_NOUN, NO_IMPERATIVE, PLAIN_HERE, SOFT_AFTER, WHEN

# Forms of "bod" and "dylai", and what else the lexicon lacks.
_VERBS = frozenset(
    "bydd byddaf byddi byddwn byddwch byddant byddai byddet byddem byddech byddent bu bues buom buoch buont bo byddo baem "
    "oes yw ydy ydyw ydw ydych ydym ydyn ydynt oedd oeddwn oeddech oeddem oeddent "
    "dylwn dylai dylem dylech dylent dylid aeth es aethom aethoch aethon daeth daethom daethoch daethon gwnaeth".split()
)
# Those of which one asks "beth" or "pwy": what a noun may follow, too, is left alone.
_ASKED = frozenset("bydd byddai bu gall gallai cafodd caiff gwnaeth daeth dylai gellir dylid byddwch gallwch".split())
_BEFORE_PARTICLE = frozenset(("", "ac", "ond", "os", "yna", "felly", "a", "neu", "achos", "pan", "ac yna"))
# Before these "a" is "ac", though no vowel starts them.
_AFTER_AC = frozenset(
    "yn yr mae maent mai roedd roeddwn roeddem roeddech roeddent rydym rydyn rydw rydych fel felly mor megis nid nad sydd sy mewn "
    "wedi wedyn wrth".split()
)
# What is done with somebody, and what may stand for them: the article, what is theirs, a pronoun.
WITH = frozenset("siarad cysylltu ymweld delio ymdopi cytuno ymuno dod mynd".split())
_AFTER_WITH = frozenset("'r 'ch 'i 'u 'n 'm ni nhw chi fi mi hi ef fo rhywun".split())
# What starts to tell how or where something is.
_TELLING = frozenset("yn 'n wedi gan i ar mewn am at dan gyda â heb fel yma yno yna 'na angen rhaid".split())
# What one asks or looks up whether it is so.
_ASKING = frozenset("gweld gwirio canfod gofyn darganfod gwybod penderfynu ystyried".split())
_AFTER_A = ("p", "t", "c", "b", "d", "g", "ll", "rh", "ch", "ph", "th")
_BEFORE_VOWEL = {"y": ("yr",), "gyda": ("gydag",), "â": ("ag",), "na": ("nag", "nac")}
_VOWELS = frozenset("aeiouy")
# Pronouns that "â" joins: "â'ch", not "ag eich".
_JOINED = frozenset("ei ein eich eu i o e a y yn yr yw un".split())
# After "y", which is the article, too, only what looks like a verb is taken for one.
_VERB_ENDING = re.compile(r"(?:wch|ais|af|om|em|och|ech|ant|ent|ir|id|wyd|odd|ai|wn|iff|aeth|ydd|all)$")
_OF_VERB_ALONE = ("wch", "wn", "ir", "wyd", "odd")
# What names or describes something.
THINGS = NOUNS | {VERBNOUN, ADJECTIVE}


@functools.cache
def is_verb(word: str) -> bool:
    """Whether an unmutated word is a verb that says who, when or whether, and nothing else."""
    return word in _VERBS or bool(uses(word) & VERBS) and not uses(word) & THINGS


@functools.cache
def may_be_verb(form: str) -> bool:
    """Whether a word may be such a verb under any mutation."""
    return any(each in _VERBS or uses(each) & VERBS for each in radicals(form.lower()))


@functools.cache
def is_thing(form: str) -> bool:
    """Whether a word is a noun, adjective or verb-noun under some mutation, and no other verb."""
    return any(uses(each) & THINGS for each in radicals(form.lower())) and not may_be_verb(form)


@functools.cache
def is_softened_verb(form: str) -> bool:
    """Whether a word can only be a verb under the soft mutation."""
    is_other = any(uses(each.lower()) & THINGS for each in radicals(form, SOFT))
    return mutations_of(form) == {SOFT} and is_verb(bare(form).lower()) and not is_other


def _softened(place: Place) -> MutationFault | None:
    """The fault of a verb that lacks the soft mutation, whatever else it may be elsewhere: "gall" is a form of "call"."""
    right = mutated(place.word, SOFT)
    return place.fault(SOFT, right) if right != place.word and "" in place.may_be else None


def question(place: Place) -> MutationFault | None:
    """ "A" that asks softens its verb: A fydd…?"""
    return _softened(place) if place.opens and place.asks else None


def who(place: Place) -> MutationFault | None:
    """ "a" softens its verb where it means "who", and takes the aspirate where it means "and"."""
    soft, aspirate = mutated(place.word, SOFT), mutated(place.word, ASPIRATE)
    return place.fault(AND_OR_WHO, aspirate, soft) if aspirate != place.word and mutations_of(place.word) == {""} else None


@functools.cache
def is_impersonal(form: str) -> bool:
    """Whether a word is a verb that says that something is done, and not by whom."""
    is_rare = form.endswith(("ir", "wyd")) and not any(map(uses, radicals(form))) and knows(WELSH, form)
    return is_rare or form.endswith(("ir", "id", "wyd")) and len(form) > 4 and any(map(is_verb, radicals(form)))


def by_whom(place: Place) -> MutationFault | None:
    """ "a" before a verb that says that something is done, and by whom, means "which": y ffurflen a ddefnyddir gan y tîm."""
    is_known = place.after in BY_WHOM | {"isod", "uchod", ""} or place.is_whole and not any(map(may_be_verb, place.before[1:]))
    return _softened(place) if not place.opens and is_known and not may_be_verb(place.before[1]) else None


def whether(place: Place) -> MutationFault | None:
    """ "a" after what is asked or looked up means whether: gwiriwch a allwch; p'un a wnaethoch."""
    is_told = place.before[2] in ("cael", "gael", "rhoi", "roi")  # "cael gwybod a bydd yn …"
    is_asked = not is_told and not _ASKING.isdisjoint(lemmas(place.before[1])) or place.before[1] == "p'un"
    return _softened(place) if is_asked else None


def aspirated_here(place: Place) -> MutationFault | None:
    """Small words that keep their form elsewhere take the aspirate: a pha, gyda phwy, na phan."""
    return None if place.trigger == "A" and not place.opens else place.fault(ASPIRATE, mutated(place.word, ASPIRATE))


def plain_here(place: Place) -> MutationFault | None:
    """And some are softened after many words, but never after these: ar eich cyfer, bob tro."""
    is_such = place.word in PLAIN_HERE[place.before[0]].split() and place.before[1] != "naill"
    return place.fault(RADICAL, next(each for each in radicals(place.word, SOFT) if "" in mutations_of(each))) if is_such else None


def and_before_soft(place: Place) -> MutationFault | None:
    """ "a" and "na" soften verbs alone: a ddewisodd, but "a dewis", "na dewis"."""
    radical = bare(place.word)
    return place.fault(ASPIRATE if initial(radical) in ("p", "t", "c") else RADICAL, mutated(radical, ASPIRATE))


def relative(place: Place) -> MutationFault | None:
    """After what is asked or told of, "a" means which: beth a olygwn, yr hyn a ddewiswyd."""
    _, second, third, *_ = place.before
    is_told_of = second in ("beth", "pwy", "popeth") or second in ("hyn", "rhai", "sawl") and third in ("yr", "y", "'r")
    return _softened(place) if is_told_of or _is_unfinished(place.before[1:]) else None


def _is_unfinished(before: tuple[str, ...]) -> bool:
    """Whether some words, the nearest first, say that something is, but not yet what: bydd unrhyw newid."""
    verb = next((at for at, each in enumerate(before) if each in IS | {"bod", "fod"}), 0)
    return verb > 0 and before[verb] != "oes" and _TELLING.isdisjoint(before[:verb]) and not any(map(may_be_verb, before[:verb]))


def after_particle(place: Place) -> MutationFault | None:
    """ "fe" and "mi" before a verb soften it; after one they are pronouns."""
    before = place.before[1]
    is_particle = before in _BEFORE_PARTICLE or kind_of_noun(before) and not may_be_verb(before) and "ei" not in place.before
    is_soft = any(map(is_verb, radicals(place.word, SOFT)))  # dalodd of talodd, though "dal" has it, too
    return _softened(place) if is_particle and not is_soft and (place.opens or not uses(place.word) & THINGS or place.word in _VERBS) else None


def after_question_word(place: Place) -> MutationFault | None:
    return _softened(place)


def after_hyn(place: Place) -> MutationFault | None:
    """Behind "yr hyn" stands what is or does it: yr hyn all ddigwydd. "Yr hyn byddwn yn" lacks a "y"."""
    return _softened(place) if place.before[1] in ("yr", "'r") and not place.word.startswith("byddw") else None


def after_os_and_y(place: Place) -> MutationFault | None:
    """ "os" and the "y" before a verb leave it as it is."""
    may_be_noun = place.before[0] == "y" and not _VERB_ENDING.search(place.word)
    return None if may_be_noun else place.fault(RADICAL, bare(place.word))


def after_neu(place: Place) -> MutationFault | None:
    """ "neu" softens no verb: neu cysylltwch."""
    return place.fault(RADICAL, bare(place.word)) if place.word.endswith(_OF_VERB_ALONE) else None


def and_before_vowel(place: Place) -> MutationFault | None:
    return place.fault(LINK, place.word, trigger="ac") if place.trigger == "a" else None


def and_before_consonant(place: Place) -> MutationFault | None:
    radical = place.word if "" in place.may_be else bare(place.word)
    return place.fault(LINK, mutated(radical, ASPIRATE), trigger="a") if radical and place.trigger == "ac" else None


def with_for_and(place: Place) -> MutationFault | None:
    """ "a" where a verb asks for "â", with: cysylltwch â'r tîm. What is done beside is a verb, too: siarad a gwrando."""
    follows = place.ahead[0] if place.word.startswith("'") and place.ahead else place.word
    if place.before[1] == "dos" or WITH.isdisjoint(lemmas(place.before[1])) or may_be_verb(follows) or any(map(_may_be_done, radicals(follows))):
        return None
    parted = "" if place.word.startswith("'") else " "
    return MutationFault(f"a{parted}{place.word}", (f"â{parted}{place.word}",), LINK)


@functools.cache
def _may_be_done(word: str) -> bool:
    return VERBNOUN in uses(word) or not uses(word) and "" in mutations_of(word) and knows(WELSH, word + "odd")


def softened_here(place: Place) -> MutationFault | None:
    """Some words are softened after one word alone: mwy, ond neu fwy."""
    is_such = place.word in SOFT_AFTER[place.before[0]].split()
    return _softened(place) if is_such else None


def in_which(place: Place) -> MutationFault | None:
    """ "pa" takes the nasal mutation after "yn": ym mha."""
    return place.fault(NASAL, "mha", trigger="Ym" if place.trigger[:1].isupper() else "ym")


def more(place: Place) -> MutationFault | None:
    """What is told to be done more is softened: darllenwch fwy."""
    return None if place.before[0] in NO_IMPERATIVE else _softened(place)


def article_before_vowel(place: Place) -> MutationFault | None:
    return before_vowel(place) if place.trigger == place.before[0] or place.opens else None


def before_vowel(place: Place) -> MutationFault | None:
    """The longer form that some words have before a vowel: yr elusen, gydag ymwelydd."""
    if place.trigger[:1].isupper() and not place.opens:
        return None
    longer = _BEFORE_VOWEL[place.before[0]]
    if place.trigger[:1].isupper():
        longer = tuple(map(str.capitalize, longer))
    return MutationFault(f"{place.trigger} {place.word}", tuple(f"{each} {place.word}" for each in longer), LINK)


@functools.cache
def _has_vowel(word: str) -> bool:
    starts = folded(initial(word))
    return len(word) > 1 and word not in _JOINED and bool(mutations_of(word)) and starts in _VOWELS


@functools.cache
def _is_softened_thing(word: str) -> bool:
    """Whether a word can only be a noun or verb-noun under the soft mutation."""
    if word == "rai":
        return True
    found = [uses(each) for each in radicals(word)]
    # "a reoli" is hardly ever "who you rule".
    is_done = any(VERBNOUN in each for each in found) and word[-1:] in "iou" and not any(VERB in each for each in found)
    return mutations_of(word) == {SOFT} and word not in ASIDE | WHEN | NEVER_OF_NOUN | ADVERBS and (is_done or is_thing(word))


@functools.cache
def _says_what_one_does(word: str) -> bool:
    """Whether a word is a verb, or one that the lexicon lacks and may be: penderfynon, gwnes."""
    return is_verb(word) or bool(uses(word) & VERBS) or not uses(word) and word not in ASIDE and "" in mutations_of(word)


def _is_and(word: str) -> bool:
    return word in _AFTER_AC or _has_vowel(word) and is_thing(word)


def _is_no_and(word: str) -> bool:
    return mutations_of(word) == {ASPIRATE} or initial(word) in _AFTER_A and is_thing(word)


# Each rule with the words before that it is about, and with a test of the word itself.
PARTICLE_RULES = (
    (aspirated_here, {"a", "â", "gyda", "na"}.__contains__, "pa pam pan pe pob pryd pwy tan tra trwy tua".split().__contains__),
    (plain_here, PLAIN_HERE.__contains__, " ".join(PLAIN_HERE.values()).split().__contains__),
    (question, {"a"}.__contains__, is_verb),
    (by_whom, {"a"}.__contains__, lambda word: word.endswith(("ir", "wyd", "id")) and is_verb(word)),
    (relative, {"a"}.__contains__, is_verb),
    (whether, {"a"}.__contains__, is_verb),
    (who, {"a"}.__contains__, is_verb),
    (and_before_soft, {"a", "na"}.__contains__, _is_softened_thing),
    (after_neu, {"neu"}.__contains__, is_softened_verb),
    (after_particle, {"fe", "mi"}.__contains__, _says_what_one_does),
    (after_question_word, {"beth", "pwy"}.__contains__, _ASKED.__contains__),
    (after_question_word, {"faint"}.__contains__, is_verb),
    (after_hyn, {"hyn"}.__contains__, is_verb),
    (after_os_and_y, {"os", "y"}.__contains__, is_softened_verb),
    (softened_here, SOFT_AFTER.__contains__, " ".join(SOFT_AFTER.values()).split().__contains__),
    (in_which, {"yn", "ym", "yng"}.__contains__, {"pa", "ba", "pha"}.__contains__),
    (more, lambda word: word.endswith("wch"), {"mwy", "llai"}.__contains__),
    (with_for_and, {"a"}.__contains__, lambda word: word in _AFTER_WITH or is_thing(word)),
    (and_before_vowel, {"a"}.__contains__, _is_and),
    (and_before_consonant, {"ac"}.__contains__, _is_no_and),
    (article_before_vowel, {"y"}.__contains__, lambda word: _has_vowel(word) or initial(word) == "h" and len(word) > 2 and is_thing(word)),
    (before_vowel, {"gyda", "â", "na"}.__contains__, lambda word: word == "yn" or _has_vowel(word) and is_thing(word)),
)
