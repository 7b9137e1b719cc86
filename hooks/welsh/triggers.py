"""The words and endings by which the mutations of Welsh are judged.

Only those stand here after which, or of which, one thing alone is right.
"""

import re

from welsh.mutation import ASPIRATE, SOFT, mutated

SOFTENING = frozenset(
    "am ar at dan dros drwy trwy gan heb i o tan tros wrth dy dau dwy ddau ddwy neu pan pa dyma dyna dacw "
    "ail prif brif hen unrhyw ambell holl hoff".split()
)
# These soften all initials but ll and rh.
SOFTENING_MOST = frozenset(("mor", "rhy", "go"))
ASPIRATING = frozenset(("â", "gyda", "tua", "tri", "thri", "dri", "chwe"))
# After these a word keeps its radical.
PLAIN = frozenset("wedi mewn rhwng pob bob phob mhob rhag pedwar pedair bedair tair dair pum bum oherwydd eich 'ch fel".split())
PLAIN_AFTER = {"ôl": "ar", "mwyn": "er", "ystod": "yn", "gyfer": "ar", "eithrio": "ac"}
OUR_AND_THEIR = frozenset(("ein", "eu", "'u"))
# After these 'n is "ein", not "yn".
WITH_EIN = frozenset("i o a â gyda na".split())
NASALISING = frozenset("fy 'y yn ym yng 'n ngh".split())
YEARS = frozenset("mlynedd mlwydd niwrnod".split())
YEARS_AFTER = frozenset("pum saith wyth naw deg deng deuddeng pymtheng ugain".split())

# Verbs whose ending says who: what follows is what one can or should do.
CAN = frozenset("gallwch gallwn gallaf gallant gallech gallem gallent dylech dylem dylent dylwn hoffech hoffwn hoffem".split())
FORMS_OF_CAN = CAN | {mutated(verb, mutation) for verb in CAN for mutation in (SOFT, ASPIRATE)}
IS = frozenset("mae oes roedd oedd bydd fydd byddai fyddai does bu fu buodd fuodd ydy yw".split())
HAS = frozenset("gennyf ganddo ganddi gennym gennych ganddynt".split())
MAY = frozenset("gall gallai dylai all allai ddylai i".split())
BEFORE_NOUN = frozenset("y 'r yr ein eich eu ei pob bob dau ddau dwy ddwy".split())
TO_WHOM = frozenset("imi iti iddo iddi inni ichi iddynt".split())
WHOM = frozenset("mi ti ni chi".split())
DID = re.compile(r".{2,}(?:as|els|ws|aeth|is)och")
IMPERATIVE = re.compile(r"[^\W\d_]{2,}wch")
NO_IMPERATIVE = frozenset("diogelwch tawelwch heddwch harddwch cyfeillgarwch tristwch llonyddwch hyfrydwch llwch cwch elwch peidiwch".split())
FINITE = re.compile(r".{3,}(?:wch|odd|ir|wyd|aist|iff|(?<!a)ith)|gall|gallai|bydd|byddai|bu|caiff|daw|gwna")
NEGATED = frozenset("bydd byddai byddwch bu gall gallai gallwch gellir dylid dylai dylech gwnaeth gwelir daeth daw".split())

# Pronouns, conjunctions, prepositions and adverbs, which keep their form or stand outside the phrase.
ASIDE = frozenset(
    "mi ti ni chi hi ef fe fo nhw hwy hwythau minnau tithau hithau yntau ninnau chithau fi di "
    "a ac ag am ar at bellach beth ble bob bod both bron braidd brin byth cyn cyd dan dim do draw dro dros drwy dy dyna dyma ei eich ein "
    "er eu fel fy fyth gan ger gerllaw gilydd gwell gyda gydag heb hyd i lle llai llawer maes mae maen maent mai megis mewn mor mwy mwyaf na nac nad "
    "neu ni nid o oni os pa pam pan po prin pryd pwy rhag rhai rhwng rhy rhyw rhywbeth rhywun sut tan tebyg tra tros trwy tu tua tuag un wedi "
    "wrth y yma yn yr ynghyd cilydd gynt dw dydy dydyn nôl pe be "
    "mono moni monom monoch monyn mlaen".split()
)
PLACES = frozenset(
    "caerdydd cymru casnewydd caerffili caerfyrddin ceredigion conwy bangor powys penarth penfro pontypridd prydain gwynedd gwent dinbych "
    "morgannwg merthyr tredegar treganna trelái treforys llandaf llandudno llanelli llundain maesteg mynwy rhuthun bryste dulyn brycheiniog "
    "maldwyn meirionnydd".split()
)
# Beside the nouns of the glossary: of one gender everywhere, and with an initial that can soften after the article.
FEMININE = frozenset(
    "mam merch chwaer taith tref gwlad dinas canolfan pobl blwyddyn gardd cegin gwers partneriaeth deddf tasg cyfraith pennod cân bron barn "
    "meithrinfa meddygfa gwraig modryb delwedd dyled brawddeg bydwraig cymuned cenhedlaeth triniaeth cynhadledd".split()
)
MASCULINE = frozenset(
    "cyfarfod cwrs cyfnod diwrnod mis cartref corff meddyg cyngor gwasanaeth tŷ llyfr teimlad cyfle gofal cwestiwn tad brawd mab bachgen "
    "gweithiwr ymwelydd swyddog canllaw adroddiad prosiect cyflwr dosbarth bwrdd taid gŵr penderfyniad".split()
)
ADJECTIVES = frozenset(
    "da mawr bach pwysig cadarn cynnes clir diogel tawel trawmatig cyflym cynnar cyson byr tlawd trist buan gwahanol caled posib priodol "
    "gofalus bodlon parod pell gwael drwg dwfn digonol dwyieithog cywir teg gwerthfawr diweddar pryderus blinedig gwag drud trwm balch bregus digon "
    "tyner prysur cryf gwan tenau gwlyb doeth dewr dwys caredig beichiog gwyrdd coch meddal manwl byddar dall prin tlws dieithr diflas difrifol "
    "blin buddiol cymhleth cymysg crwn clyfar cyfan cyffredin cyfartal cyhoeddus gwych gwirion mwyn modern tywyll taclus pellach cyntaf "
    "ber cref trom gwen gwerdd Cymraeg".split()
)
ADJECTIVE_ENDING = re.compile(r".{3,}(?:ol|us|aidd|adwy|lon)")
NO_ADJECTIVE = frozenset(
    "canmol carol bws campus cynfas calon moddion dynion canol dyfodol gorffennol protocol pistol capsiwl bol meddiannol cyfryngol digon".split()
)
VERBNOUNS = frozenset(
    "cael gweld gwneud dod dweud darllen deall datblygu darparu cefnogi cysylltu gweithio cysgu dysgu gofalu dangos meithrin cynnal "
    "canolbwyntio mwynhau dechrau mynd derbyn defnyddio bwydo bondio magu crio poeni pryderu teimlo trafod cyfathrebu".split()
)
# Verbs and prepositions that end so may have "i" for "I" after them, not for "to".
BEFORE_I = ("f", "dw", "wn", "is", "gen", "fi", "mi", "mod", "ûm")
VERBNOUN_ENDING = re.compile(r".{3,}(?:io|[^ae]u|wi|di|hau)")
HIS, HER = frozenset(("ef", "fe", "fo", "yntau")), frozenset(("hi", "hithau"))
