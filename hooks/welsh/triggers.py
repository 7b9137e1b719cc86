"""The words and endings by which the mutations of Welsh are judged.

Only those stand here after which, or of which, one thing alone is right.
"""

import re

from welsh.mutation import ASPIRATE, SOFT, mutated

SOFTENING = frozenset(
    "am ar at dan than dros thros drwy trwy thrwy gan chan heb i o tan tros wrth dy dau dwy ddau ddwy neu pan pa dyma dyna dacw "
    "ba pha mha ail prif brif phrif dirprwy ddirprwy hen naill ryw unig cryn gryn amryw unrhyw ambell holl hoff ychydig gwahanol wahanol".split()
)
# These soften all initials but ll and rh.
SOFTENING_MOST = frozenset(("mor", "rhy", "go"))
# These soften an adjective: hynod bwysig.
SOFTENING_ADJECTIVES = frozenset("hynod cwbl gwbl gweddol reit hollol cymharol gymharol".split())
ASPIRATING = frozenset(("â", "gyda", "tua", "tri", "thri", "dri", "chwe"))
# After these a word keeps its radical.
PLAIN = frozenset(
    "wedi mewn rhwng pob bob phob mhob rhag sawl rhai cyn pedwar pedair bedair tair dair pum bum oherwydd eich 'ch 'm fel angen eisiau isio rhaid er dim fesul megis nid oni pe ger ers erbyn rai llawn ymhob phedwar phedair llawer mai taw sef eithaf efo".split()
)
PLAIN_AFTER = {
    "ôl": "ar yn",
    "mwyn": "er",
    "ystod": "yn",
    "gyfer": "ar",
    "eithrio": "ac",
    "enghraifft": "er",
    "ond": "dim",
    "ran": "o",
    "lle": "yn",
    "fin": "ar",
}
OUR_AND_THEIR = frozenset(("ein", "eu", "'u"))
# After these 'n is "ein", not "yn".
WITH_EIN = frozenset("i o a â gyda na drwy trwy".split())
ORDINALS = frozenset("trydedd drydedd pedwaredd bedwaredd pumed bumed chweched seithfed wythfed nawfed degfed".split())
OF_GENDER = {
    ("dau", "m"): "dau", ("dau", "f"): "dwy", ("dwy", "m"): "dau", ("dwy", "f"): "dwy",
    ("ddau", "m"): "ddau", ("ddau", "f"): "ddwy", ("ddwy", "m"): "ddau", ("ddwy", "f"): "ddwy",
}  # fmt: skip
THREE = {"tri": "tair", "dri": "dair", "thri": "thair"}
# After these "gan" is a hundred, softened.
BEFORE_HUNDRED = frozenset("dros tua bron rhyw ryw o i dau ddau tri dri".split())
HARD = frozenset("anodd hawdd haws anos posibl posib bosibl bosib amhosibl amhosib phosibl phosib".split())
# What makes "i" and a noun say who is to do something.
MUST = (
    frozenset("rhaid raid angen modd ôl cyn wrth nes mwyn rhag disgwyl gofyn caniatáu ganiatáu pwysig bwysig hanfodol gwell well cyfle gyfle".split())
    | HARD
)
# Who may be called a former one: cyn bennaeth.
OF_PERSON = re.compile(r"(?:ydd|wr|wyr|or|wraig|brenin|pennaeth|gweinidog|maer|milwr|disgybl|gŵr|cariad|partner|prif|merch|mab|plismon|gwas|tad)$")
# Verbs whose ending says who, so that no noun does.
SAYS_WHO = re.compile(r"(?:ais|aist|af|wch|och|ech|om|em|(?<!i)ant|ent)$")
NO_IMPERATIVE = frozenset(
    "diogelwch tawelwch heddwch harddwch prydferthwch cyfeillgarwch tristwch llonyddwch hyfrydwch llwch cwch elwch peidiwch brydferthwch".split()
)
# "am eich darparwr pensiwn"
OF_OWNER = frozenset("eich 'ch ein 'n eu 'u y yr 'r".split())
TO_WHAT = frozenset("am â ag gyda gydag o at dan dros drwy trwy mewn fel rhag heb".split())
# What may be meant by a noun's ending: gwybodaeth, swyddfa; caredigrwydd, cyfeiliant.
ENDS_FEMININE = re.compile(r"(?:fa|wraig|aeth)$")
ENDS_MASCULINE = re.compile(r"(?:(?<!ydd)wch|iadur|rwydd|[iu]ant|iad|der|wr|ydd|deb)$")
OF_BOTH_GENDERS = frozenset(
    "angladd arf braint breuddwyd clorian clust cornel cwpan cyngerdd delfryd eiliad ewyllys fersiwn ffactor ffigwr golwg graff "
    "man fan dêl math moment munud nifer oed pensil poen pythefnos rhyfel sgôr siec trosedd tyrfa ystyr de piano addysg canran degawd blynedd ffantasi hidl label priodoledd miliwn biliwn fflat stondin paned bwrdeistref copa helynt haint "
    "academi addewid antur ffasiwn ffigur ffont hamdden lleuad mathemateg risg rôl siart sioc naws tirwedd ymyl llygad troed egwyl nod ymarfer rhyw sesiwn ysbyty gafael ymdrech ymgyrch cinio swper sgil hawl ystod realiti".split()
)
ADJECTIVE_ENDING = re.compile(r".{3,}(?:ol|us|aidd|adwy|lon|edig|gar|llyd|iog)")
# Softened by themselves, after whatever they stand: cymaint, rhai, cyd; and in compounds, plentyn ganolog.
NEVER_OF_NOUN = frozenset(
    "fwy lai ddigon gymaint cymaint gynifer cynifer rai rhai gyd ryw rhyw mas fas gynt lawer lu cystal gystal orau waeth bosib bosibl gwbl gynyddol ganolog gyfeillgar".split()
)
# Nouns of time, which soften to say when.
WHEN = frozenset("raid weithiau flynyddoedd flwyddyn ddiwrnod ddydd fis ddiwedd ddoe fodd ddim gynt fore brynhawn ddechrau ganol".split())
# What stands between "yn" and a softened verb-noun: yn mawr obeithio.
BEFORE_DONE = frozenset("mawr prysur gwir cyflym llwyr taer buan graddol dwys".split())
MORE = frozenset("mwy mwyaf fwy fwyaf llai lleiaf lai leiaf".split())
# Softened by themselves, as what says how or where; and "y bobloedd", alone of all plurals.
ADVERBS = frozenset("bobloedd lawr fyny ballu werth bob rywfaint rywbryd rywsut rywle fan fesul ddigon".split())
# What a noun may say after a verb beside what is done: how far, how often.
HOW = frozenset("filltir filltiroedd droeon dipyn ddwywaith deirgwaith ddyddiau fisoedd ddim fwy lai ormod gormod gam gamau fin gydol".split())
# What one does with another verb-noun right behind it: gallu gweithio.
WITH_VERBNOUN = frozenset("gallu medru methu ceisio gorfod cael dechrau penderfynu dymuno hoffi cofio anghofio gobeithio".split())
# What is given may stand behind whom it is given to: rhoi i blant lyfrau.
GIVING = frozenset("rhoi rhoddi rhoddodd cynnig dangos dysgu achosi darparu sicrhau gwneud creu addo estyn caniatáu".split())
# What stands behind a feminine noun as its own kind of thing, and softens.
COMPOUNDS = {
    "blwyddyn": "treth", "cadair": "breichiau", "cronfa": "pensiwn data caledi", "cyfradd": "treth", "cymdeithas": "tai", "dogfen": "llywodraethu",
    "ffurflen": "cais cwyno treth papur", "gorsaf": "bysiau petrol tân trenau", "gwybodaeth": "cyswllt", "llinell": "cymorth", "potel": "dŵr",
    "rhestr": "gwirio", "siop": "coffi dillad llyfrau", "swyddfa": "post", "treth": "cyngor", "trwydded": "gyrru", "tudalen": "cychwyn",
    "ysgol": "meithrin", "ystafell": "bwyta cyfarfod dosbarth gwely",
}  # fmt: skip
# What may stand between a noun and another that says whose or where it is.
BETWEEN_NOUNS = frozenset("y yr 'r ar i o mewn yn ym yng gan am at dan eich 'ch ein 'n ei 'i eu 'u fy".split())
NASALISING = frozenset("fy 'y yn ym yng 'n ngh".split())
YEARS = frozenset("mlynedd mlwydd niwrnod".split())
YEARS_AFTER = frozenset("pum bum phum saith wyth naw deg deng ddeng deuddeng pymtheng ugain".split())

# What stands before a verb-noun and before no verb that says who.
BEFORE_VERBNOUN = frozenset(
    "chi ni hi ef iddo iddi inni ichi iddynt i yn 'n wedi dylid ddylid gellir ellir rhaid modd am ar at gan heb wrth o i'w gallu gallwch gallwn allwch allwn".split()
)
# These are softened after no verb.
MANY = frozenset(("rai", "lawer"))
# Nor are these where "o" says of what: gwario mwy o arian, but gwario fwy.
MUCH = frozenset("fwy lai ddigon ormod lawer".split())
# What somebody does, and no noun says whose it is: i'r plant gael.
SURELY_DONE = frozenset("cael dod mynd gwneud".split())
THIS = frozenset("hyn hwn hon hynny hwnnw honno".split())

# Verbs whose ending says who: what follows is what one can or should do; after the others a noun says who.
CAN = frozenset("gallwch gallwn gallaf gallant gallech gallem gallent dylech dylem dylent dylwn hoffech hoffwn hoffem".split())
FORMS_OF_CAN = CAN | {mutated(verb, mutation) for verb in CAN for mutation in (SOFT, ASPIRATE)}
IS = frozenset("mae oes roedd oedd bydd fydd byddai fyddai does bu fu buodd fuodd ydy yw".split())
HAS = frozenset("gennyf ganddo ganddi gennym gennych ganddynt".split())
CAN_OF_NOUN = frozenset("gall gallai all allai dylai ddylai medr fedr".split())
# What somebody tries or decides to do: ceisiodd gael.
TRIES = frozenset("ceisiodd geisiodd penderfynodd benderfynodd methodd fethodd gwrthododd wrthododd hoffai arferai dechreuodd ddechreuodd".split())
MAY = CAN_OF_NOUN | TRIES | frozenset("caiff gaiff chaiff gwnaeth wnaeth i".split())
DETERMINERS = frozenset("y yr 'r 'ch ein 'n ei 'i eu 'u fy dy eich".split())
BEFORE_NOUN = frozenset("'ch 'm 'n 'u y 'r yr ein eich eu ei pob bob dau ddau dwy ddwy".split())
SOFTENS = frozenset("ei 'i dy i o am ar at dan dros drwy gan heb wrth neu a".split())
TO_WHOM = frozenset("imi iti iddo iddi inni ichi iddynt iddyn".split())
WHOM = frozenset("mi fi ti chdi ni chi".split())
BY_WHOM = frozenset(("gan", "gennych", "gennym", "ganddo", "ganddi", "ganddynt"))
# Who does something, behind the verb.
PRONOUNS = frozenset("i ti di ni chi hi ef fe nhw".split())
# Pronouns, conjunctions, prepositions and adverbs, which keep their form or stand outside the phrase.
ASIDE = frozenset(
    "mi ti ni chi hi ef fe fo nhw hwy hwythau minnau tithau hithau yntau ninnau chithau fi di "
    "a ac ag am ar at bellach beth ble bob both bron braidd brin byth cyn cyd dan dim do draw dro dros drwy dy dyna dyma ei eich ein "
    "er eu fel gyfer fy fyth gan ger gerbron gerllaw gilydd gwell gyda gydag heb hyd i lle llai llawer mae maen maent mai megis mewn mor mwy mwyaf na nac nad "
    "neu ni nid o ond oni os pa pam pan po prin pryd pwy rhag rhwng rhy sut tan tra tros trwy tu tua tuag un wedi "
    "wrth y yma yn yr ynghyd cilydd gynt dw bynnag gartre gartref dydy dydyn tydi tydy nôl pe be "
    "allan eto efallai isod uchod rydych rydym rydyn rydw rwyf rwy hun hunan mwyach mono moni monof monot monom monon monoch monyn mlaen mas gennyf gen gennym gennych".split()
)
PLACES = frozenset(
    "caerdydd cymru casnewydd caerffili caerfyrddin ceredigion conwy bangor powys penarth penfro pontypridd prydain gwynedd gwent dinbych "
    "morgannwg merthyr tredegar treganna trelái treforys llandaf llandudno llanelli llundain maesteg mynwy rhuthun bryste dulyn brycheiniog "
    "maldwyn meirionnydd caer gogledd gorllewin dwyrain canolbarth groeg gwlad".split()
)
# Beside the adjectives and verb-nouns of the lexicon.
ADJECTIVES = frozenset(
    "bach beichiog ber blinedig preswyl cref cryno cyfan da digon digywilydd drwg dyfal gonest gwen gwerdd hardd manwl mawr pellach perchen taclus trawmatig trom tyner Cymraeg".split()
)
VERBNOUNS = frozenset("adnabod bondio cael caffael canfod cydnabod darganfod gallu marw mynd".split())
NOUNS_TOO = frozenset("cyfarfod dechrau cychwyn galw gorffen canlyn mesur gorffwys".split())
# Nouns whose gender the lexicon leaves open, lacks or errs in.
GENDERS = {
    **dict.fromkeys(
        "afal anheddiad awdurdod busnes cyfeiriadur cyflog grant gwahaniaeth gwaith gwarchodwr gwasanaeth hiraeth lluniaeth maddeuant".split(),
        "m",
    ),
    **dict.fromkeys("pennaeth rhywbeth sector slip tueddiad ymarferoldeb".split(), "m"),
    **dict.fromkeys("agenda amaethyddiaeth camddealltwriaeth canolfan colled cromen cyfeiriadaeth cyfrifiannell cymhares dannoedd desg".split(), "f"),
    **dict.fromkeys(
        "dêl dynes ffrwd gwobr loteri llyfrgell menyw peirianneg pelen poced prifwyl problem rhaglengell tafarn tudalen ystrydeb".split(), "f"
    ),
    **dict.fromkeys("arwynebeddau cronfeydd cyflenwadau hanfodion newyddion".split(), "p"),
}
# What may stand between a verb and what one is to do.
MEANWHILE = frozenset("hefyd nawr bellach felly wedyn".split())
# Words that keep their form elsewhere, softened after one word alone: neu fwy, o leiaf, y ddau.
SOFT_AFTER = {
    "neu": "mwy llai", "o": "lleiaf llawer blaen mwy llai pwy", "i": "cyd mwy llai llawer pwy", "bu": "marw", "yn": "mwy gwell gwaeth", "'n": "mwy gwell gwaeth", "rhan": "mwyaf",
    "cyn": "cynted pelled", "y": "dau dwy", "'r": "dau dwy", **dict.fromkeys(("am", "ar", "at", "dan", "dros", "gan", "heb"), "mwy llai llawer pwy"),
    **dict.fromkeys(("yna", *HAS), "mwy llai"), **dict.fromkeys(("cymru", "gymru", "nghymru", "chymru"), "cyfan"),
    **dict.fromkeys(("ni", "chi", "nhw", "hyn"), "cyd"), "hyd": "diwedd canol",
}  # fmt: skip
PLAIN_HERE = {"eich": "gyfer", "ein": "gyfer", "eu": "gyfer", "bob": "dro", "pob": "dro", "y": "dro gyd", "ai": "beidio", "yn": "ry", "'n": "ry"}
# Verbs and prepositions that end so may have "i" for "I" after them, not for "to".
BEFORE_I = ("f", "dw", "wn", "is", "gen", "fi", "mi", "mod", "ûm")
HIS, HER = frozenset(("ef", "e", "fe", "fo", "yntau")), frozenset(("hi", "hithau"))
