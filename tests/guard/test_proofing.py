"""What the proofing of Welsh finds, and what it lets pass."""

import csv
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import ROOT, SERVICE, build, write
from guard.welsh import proof_sources
from messages.locales import ENGLISH, WELSH
from sources.all_sources import read_sources
from sources.settings import read_settings
from welsh.grammar import faults
from welsh.mutation import forms
from welsh.spelling import misspelt
from welsh.vote import foreign_sentences
from welsh.words import any_of, words_in

NOBODY = any_of([])


def mended(sentence: str) -> list[str]:
    return [" / ".join(fault.right) for fault in faults(sentence, NOBODY)]


WRONG = [
    ("Mae hyn i plant.", "i blant"),
    ("Daw o Caerdydd.", "o Gaerdydd"),
    ("Mae unrhyw pryder yn bwysig.", "unrhyw bryder"),
    ("Mae hi'n rhy cynnar.", "rhy gynnar"),
    ("Peth o'r fath beth, y fath peth.", "fath beth"),
    ("Soniodd am mhlentyn.", "am blentyn"),
    ("Siaradwch â teulu.", "â theulu"),
    ("Mae tri plentyn yma.", "tri phlentyn"),
    ("Bara a caws.", "a chaws"),
    ("Ni cafodd gymorth.", "Ni chafodd"),
    ("Ni bydd tâl.", "Ni fydd"),
    ("Dyma fy plentyn.", "fy mhlentyn"),
    ("Dyma ei plentyn.", "ei blentyn / ei phlentyn"),
    ("Dyma ei plentyn hi.", "ei phlentyn"),
    ("Dyma ei emosiynau hi.", "ei hemosiynau"),
    ("Dyma ei phlentyn ef.", "ei blentyn"),
    ("Mae gyda'i plentyn.", "gyda'i blentyn / gyda'i phlentyn"),
    ("Mae eu emosiynau'n gryf.", "eu hemosiynau"),
    ("Siaradwch â'u ymarferydd.", "â'u hymarferydd"),
    ("Mae ein ymarferwyr yma.", "ein hymarferwyr"),
    ("Daw o'n arbenigwyr.", "o'n harbenigwyr"),
    ("Maent yn eu weld.", "eu gweld"),
    ("Mae pob blentyn yma.", "pob plentyn"),
    ("Mae wedi ddod.", "wedi dod"),
    ("Ar ôl ddod yma.", "ôl dod"),
    ("Mae hyn am pum blynedd.", "am bum"),
    ("Mae'n pum blynedd.", "pum mlynedd"),
    ("Mae'r perthynas yn dda.", "Mae'r berthynas"),
    ("Mae'r blentyn yn dda.", "Mae'r plentyn"),
    ("Mae hon yn berthynas da.", "berthynas dda"),
    ("Dyma faban fach.", "faban bach"),
    ("Mae hyn yn pwysig.", "yn bwysig"),
    ("Mae hyn yn da.", "yn dda"),
    ("Mae hi'n pwysig.", "hi'n bwysig"),
    ("Mae'n cymdeithasol.", "Mae'n gymdeithasol"),
    ("Mae'n ddarllen.", "Mae'n darllen"),
    ("Mae'n byw yn Caerdydd.", "yng Nghaerdydd"),
    ("Mae'n byw yn Nghymru.", "yng Nghymru"),
    ("Mae'n byw ym Cymru.", "yng Nghymru"),
    ("Mae lle yn pob ardal.", "ym mhob"),
    ("Gallwch cael cymorth.", "Gallwch gael"),
    ("Gallwch chi cael cymorth.", "chi gael"),
    ("Rhowch cyfle iddo.", "Rhowch gyfle"),
    ("Mae gennych cyfle.", "gennych gyfle"),
    ("Mae angen i chi gwneud hyn.", "chi wneud"),
    ("Gall rhieni teimlo hyn.", "rhieni deimlo"),
    ("Mae angen i'r rhieni gwneud hyn.", "rhieni wneud"),
    ("Daw bydwraig profiadol.", "bydwraig brofiadol"),
    ("Dyma wefan cenedlaethol.", "wefan genedlaethol"),
    ("Dyma bennod byr.", "bennod fyr"),
    ("Mae'n lawn o luniau.", "Mae'n llawn"),
    ("Mae'n rhy lleol ac yn leol.", "yn lleol"),
    ("Fel riant, rwy'n deall.", "Fel rhiant"),
    ("Byddwch yn tyner.", "yn dyner"),
    ("Ceir more o fanylion.", "Ceir bore"),
    ("Gwnaethoch gwaith da.", "Gwnaethoch waith"),
    ("Y cyfarfod gyntaf.", "cyfarfod cyntaf"),
    ("A bydd y plant yno?", "A fydd"),
    ("Y ferch a cafodd y llyfr.", "a chafodd / a gafodd"),
    ("Os fyddwch yn hwyr, ffoniwch.", "Os byddwch"),
    ("Yr oriau y fyddwn yn agor.", "y byddwn"),
    ("Arhoswch, ac fe cewch ateb.", "fe gewch"),
    ("Beth bydd yn digwydd?", "Beth fydd"),
    ("Ni gall neb ddweud.", "Ni all"),
    ("Dyma'r ddyddiad.", "Dyma'r dyddiad"),
    ("Dyma'r gwestiynau.", "Dyma'r cwestiynau"),
    ("Mae'r cymdeithas yn tyfu.", "Mae'r gymdeithas"),
    ("Gofynnwch am eich gwybodaeth personol.", "gwybodaeth bersonol"),
    ("Dyma bethau gofiadwy.", "bethau cofiadwy"),
    ("Mae dwy plentyn yma.", "dau blentyn"),
    ("Mae tri cath yma.", "tair cath"),
    ("Y trydedd plaid.", "trydedd blaid"),
    ("Mae rhai rieni'n poeni.", "rhai rhieni"),
    ("Bu sawl blentyn yno.", "sawl plentyn"),
    ("Roedd yn ddrud a yn hen.", "ac yn"),
    ("Bwydo ac chysgu.", "a chysgu"),
    ("Ffoniwch y elusen.", "yr elusen"),
    ("Siaradwch gyda ymwelydd iechyd.", "gydag ymwelydd"),
    ("Mae'n well na yn y gwaith.", "nag yn / nac yn"),
    ("Mae yna plentyn yn crio.", "yna blentyn"),
    ("Rhaid iddo bod yn dawel.", "iddo fod"),
    ("Dyma tasg, ac mae hi'n mam.", "hi'n fam"),
    ("Mae'n byw yn Gogledd Cymru.", "yng Ngogledd"),
    ("Maent yn gymryd rhan.", "yn cymryd"),
    ("Rhaid i'ch cyflogwr talu hyn.", "cyflogwr dalu"),
    ("Mae broblem gyda'r ffôn.", "Mae problem"),
    ("Siaradwch â'ch darparwr bensiwn.", "darparwr pensiwn"),
    ("Mae bob fath o fwyd yma.", "bob math"),
    ("Siaradwch a'ch meddyg.", "â'ch"),
    ("Mae modd cysylltu a phobl eraill.", "â phobl"),
    ("Dylech ymweld a'r tîm.", "â'r"),
    ("Nid yw pob darparwr bensiwn yn ei gynnig.", "darparwr pensiwn"),
    ("Rhaid gweld darparwr bensiwn gyntaf.", "darparwr pensiwn"),
    ("Mae angen gwybodaeth personol arnom.", "gwybodaeth bersonol"),
    ("Daeth yma yn mis Mai.", "ym mis"),
    ("Daeth cais i cael lle.", "i gael"),
    ("Os felly, ni bydd tâl.", "ni fydd"),
    ("Gallwch hefyd cael help.", "hefyd gael"),
    ("Caiff y teulu gwneud cais.", "teulu wneud"),
    ("Mae wedi'i cyflwyno.", "wedi'i gyflwyno / wedi'i chyflwyno"),
    ("Mae'r tudalen yma.", "Mae'r dudalen"),
    ("Mae'n cynharach na hyn.", "Mae'n gynharach"),
    ("Dewch â dau neu mwy.", "neu fwy"),
    ("Mae tri o lleiaf.", "o leiaf"),
    ("Mae'r dau yma.", "Mae'r ddau"),
    ("Mae'n rhaid gwneud benderfyniad.", "gwneud penderfyniad"),
    ("Maent yn gallu weithio.", "gallu gweithio"),
    ("Mae angen gymorth arnom.", "angen cymorth"),
    ("Dyma'r roddwr.", "Dyma'r rhoddwr"),
    ("Mae'r corfforaeth yma.", "Mae'r gorfforaeth"),
    ("Soniwch am dyn arall.", "am ddyn"),
    ("Mae'n falch iawn i helpu, ac mae gen i cerdyn.", "i gerdyn"),
    ("Mae'n barod iawn i darllen.", "i ddarllen"),
    ("Hoffwn i gwybod.", "i wybod"),
    ("Cafodd hi canlyniadau da.", "hi ganlyniadau"),
    ("Gwn fod gennych cyfrif.", "gennych gyfrif"),
    ("Efallai bod yna problem.", "yna broblem"),
    ("Dw i'n balch iawn.", "i'n falch"),
    ("Gallwch dderbyn neu gwrthod.", "neu wrthod"),
    ("Mae hyn yn hynod pwysig.", "hynod bwysig"),
    ("Y ffurflen a defnyddir gan y tîm.", "a ddefnyddir"),
    ("Siaradodd am y dyfais.", "y ddyfais"),
    ("Mae hi'n caredig.", "hi'n garedig"),
    ("Gallai'r dewisiadau hyn gweithio.", "hyn weithio"),
    ("Ewch yno am mwy o wybodaeth.", "am fwy"),
    ("Mae'n mwy na digon, i cyd.", "Mae'n fwy"),
    ("Aethon nhw yno i cyd.", "i gyd"),
    ("Darllenwch ragor am gynllun bensiwn.", "gynllun pensiwn"),
    ("Bydd angen i chi roi ddata inni.", "roi data"),
    ("Gwnewch hyn er fwyn pawb.", "er mwyn"),
    ("Doedd dim broblem.", "dim problem"),
    ("Falle bod 'na cyfle da.", "'na gyfle"),
    ("Eich cynllun bensiwn.", "cynllun pensiwn"),
    ("Gwiriwch hyn cyn gyflwyno cais.", "cyn cyflwyno"),
    ("Mae rai ohonynt yma.", "Mae rhai"),
    ("Dylid gynnwys y manylion.", "Dylid cynnwys"),
    ("Mae'n rhaid i chi ateb gwestiynau. Hoffwn ateb gwestiynau. Bydd yn ateb gwestiynau.", "ateb cwestiynau"),
    ("Mae angen gofyn, oherwydd ni gwnaethoch hyn.", "ni wnaethoch"),
    ("Nid yw hynny yn digon.", "yn ddigon"),
    ("Cwcis a defnyddir i gadw'r atebion.", "a ddefnyddir"),
    ("Arhoswch ychydig munudau.", "ychydig funudau"),
    ("Beth yw'r gwahanol bathau o gymorth?", "gwahanol fathau"),
    ("Dyma'r sefyllfa gorau.", "sefyllfa orau"),
    ("Mae'r dull hwn yn helpu i'r defnyddwyr cael bwyd.", "defnyddwyr gael"),
    ("Darganfyddwch rhagor am hyn.", "Darganfyddwch ragor"),
    ("Mae'r broblem ar y sgrin, a problem arall yma.", "a phroblem"),
    ("Gwelwyd y problem.", "y broblem"),
    ("Mae hyn ar awyren neu cwch.", "neu gwch"),
    ("Dysgwch am undod a falchder.", "a balchder"),
    ("Beth a golygwn wrth hyn?", "a olygwn"),
    ("Ffoniwch ni, neu gysylltwch â'r tîm.", "neu cysylltwch"),
    ("Darllenwch bopeth ar y restr.", "y rhestr"),
    ("Dyma'r gynnwys newydd.", "Dyma'r cynnwys"),
    ("Nid oes ond un wahaniaeth.", "un gwahaniaeth"),
    ("Bydd y gwerth fesul fesurydd.", "fesul mesurydd"),
    ("Dyma'r dull mwyaf ddiweddar.", "mwyaf diweddar"),
    ("Gall blant gael hyn.", "Gall plant"),
    ("Efallai bod fylchau yma.", "bod bylchau"),
    ("Mae angen rhoi wybod i'r tîm.", "rhoi gwybod"),
    ("Mae lle mewn cyfrif fanc.", "cyfrif banc"),
    ("Mae'r ffigur ar y dyddiad waredu.", "dyddiad gwaredu"),
    ("Nid yw'n bodloni prawf lwyddiant.", "prawf llwyddiant"),
    ("Defnyddiwch y gwasanaeth hwn i gwirio hyn.", "i wirio"),
    ("Mae'r gwall yn deillio o defnyddio tablau.", "o ddefnyddio"),
    ("Fe wnaethon ni cyflwyno popeth.", "ni gyflwyno"),
    ("Ar ba dyddiad y daeth?", "ba ddyddiad"),
    ("Yr unig corff yw hwn.", "unig gorff"),
    ("Mae hwn yn gwasanaeth newydd.", "yn wasanaeth"),
    ("Y dyddiad y glywais hyn.", "y clywais"),
    ("Mae'n anodd gael gafael arno.", "anodd cael"),
    ("Mae hyn yn gynnwys colli incwm.", "yn cynnwys"),
    ("Ewch yn ôl i'r waith.", "i'r gwaith"),
    ("Dylunio a reoli gwasanaethau.", "a rheoli"),
    ("Pethau a rai eraill.", "a rhai"),
    ("Ewch, oni fai ei bod yn hwyr.", "oni bai"),
    ("Ym pa wlad yw hynny?", "Ym mha"),
    ("Darllenwch mwy am hyn.", "Darllenwch fwy"),
    ("Telir am un i bum blynedd.", "bum mlynedd"),
    ("Dyma gam a all cynnwys taro.", "all gynnwys"),
    ("Llenwch y ffurflen cais am y flwyddyn treth.", "ffurflen gais"),
    ("Pethau megis gofal, er enghraifft blant.", "enghraifft plant"),
    ("Nid oes dim ond gael sgwrs.", "ond cael"),
    ("Yn ystod cyfnod o dywydd gynnes.", "dywydd cynnes"),
    ("Gofal cymdeithasol a chynghorau leol.", "chynghorau lleol"),
    ("Bydd y gyfan yn newid.", "y cyfan"),
    ("Ni ddylid cynnwys blant.", "cynnwys plant"),
    ("Rydym wedi cadw'r rhif cyfrif gydnabyddedig.", "cyfrif cydnabyddedig"),
    ("Nodwch fanylion cyfrif fanc.", "cyfrif banc"),
    ("Mae'n darparu rai opsiynau.", "darparu rhai"),
    ("Diffinnir dywydd cynnes yma.", "Diffinnir tywydd"),
    ("Hanes leol y dref.", "Hanes lleol"),
    ("Rhaid i'r awdurdod leol benderfynu.", "awdurdod lleol"),
    ("Daw rhywbeth bwysig i'r golwg.", "rhywbeth pwysig"),
    ("Dyma ddyletswydd pwysig.", "ddyletswydd bwysig"),
    ("Rydym yn diolchgar i chi.", "yn ddiolchgar"),
    ("Y dyfeisiau a defnyddir.", "a ddefnyddir"),
    ("Gwiriwch a gallwch chi newid hyn.", "a allwch"),
    ("Dewiswch p'un a gwnaethoch gais.", "a wnaethoch"),
    ("Nodwch beth a pryd.", "a phryd"),
    ("Gyda pwy y mae'n byw?", "Gyda phwy"),
    ("Dyma beth sydd ar eich gyfer chi.", "eich cyfer"),
    ("Ewch yno bob dro.", "bob tro"),
    ("Bu marw yn Llundain.", "Bu farw"),
    ("Os oes gennych mwy nag un.", "gennych fwy"),
    ("Fe penderfynon ni aros.", "Fe benderfynon"),
    ("Wedi cyfnod coleg fe daeth yn ôl.", "fe ddaeth"),
    ("Faint bydd yn ei gostio?", "Faint fydd"),
    ("Dyma'r hyn gall ddigwydd.", "hyn all"),
    ("Byddai'n well pe fai'n aros.", "pe bai"),
    ("Canlyniadau brofion gwaed.", "Canlyniadau profion"),
    ("Help gyda chostau ofal plant.", "chostau gofal"),
    ("Gan fod angen i chi fod â chostau ofal.", "chostau gofal"),
    ("Yr enw a chyfnod rybudd.", "chyfnod rhybudd"),
    ("Mae defnyddwyr dechnoleg yma.", "defnyddwyr technoleg"),
    ("Bod yr awdurdod gynllunio yn cytuno.", "awdurdod cynllunio"),
    ("Rhowch y cod ddidoli.", "cod didoli"),
    ("Dewch o hyd i'ch cod dreth.", "cod treth"),
    ("Rhaid i dref neu ddinas eich cyfeiriad gohebu bod yn glir.", "gohebu fod"),
    ("Rhaid i Weinidogion Cymru gosod copi.", "Cymru osod"),
    ("Gall cyfeiriad post yr elusen bod yn hir.", "elusen fod"),
    ("Gall cymryd hyd at bythefnos.", "Gall gymryd"),
    ("Gwnewch hyn yn lle ofyn am arian.", "lle gofyn"),
    ("Ewch ar y gyd â rhywun.", "y cyd"),
    ("Daeth a chan cydweithwyr eraill.", "chan gydweithwyr"),
    ("Dirprwy pennaeth yr ysgol.", "Dirprwy bennaeth"),
    ("Caiff alwadau eu recordio.", "Caiff galwadau"),
    ("Nid oes ddiffiniad o hyn.", "oes diffiniad"),
    ("Mae'n creu gyfrif newydd.", "creu cyfrif"),
    ("Os oes gan y cyngor gyfriflenni fanc.", "gyfriflenni banc"),
    ("Nid oes gennych unrhyw gostau gofal blant.", "gofal plant"),
    ("Dylech gynnwys god y wlad.", "gynnwys cod"),
    ("Rhaid i ddyddiad geni eich plentyn gynnwys lythrennau.", "gynnwys llythrennau"),
    ("Mae'n yn gynnig y cyfle hwn.", "yn cynnig"),
    ("Am rai flynyddoedd.", "rai blynyddoedd"),
    ("Gwnewch ai beidio.", "ai peidio"),
    ("Roedd yn llawn gyffro.", "llawn cyffro"),
    ("Does dim rhaid iddyn nhw talu.", "nhw dalu"),
    ("Dylai fod yn haws i ddefnyddwyr deall.", "ddefnyddwyr ddeall"),
    ("Os oes gennych chi cyfrif.", "chi gyfrif"),
    ("Daeth ferch i'r tŷ.", "Daeth merch"),
    ("Arhosodd am 12 fis.", "12 mis"),
    ("Arhosodd am 2 mis a 5 flynedd.", "5 mlynedd"),
    ("10 blynedd yn ôl.", "10 mlynedd"),
    ("Mae hyn yn ry fanwl.", "yn rhy"),
    ("Bwrw olwg dros y cwcis.", "Bwrw golwg"),
    ("Dewiswch hyn os yw'r tîm yn gynnig talebau.", "yn cynnig"),
    ("Yr allwedd cadarnhau gyfrif ar gyfer hyn.", "cadarnhau cyfrif"),
    ("Mae ganddo bedwar chwaer a phedwar frawd.", "phedwar brawd"),
    ("Mae hyn yn llawer well.", "llawer gwell"),
    ("Methodd gwneud dim yn yr arholiad.", "Methodd wneud"),
    ("Penderfynodd y cyngor peidio â mynd.", "cyngor beidio"),
    ("Bydd angen i'm pensiwn parhau'n hir.", "pensiwn barhau"),
    ("Gall unrhyw un llofnodi hyn.", "un lofnodi"),
    ("Ewch i dudalen cychwyn y gwasanaeth.", "dudalen gychwyn"),
    ("Roedd yn peiriannydd da.", "yn beiriannydd"),
    ("Mae nifer o lyfrgelloedd leol yma.", "lyfrgelloedd lleol"),
    ("Yn y pedwar darn fach.", "darn bach"),
    ("Mae'r nod o weithio gyda'r gymuned lleol.", "gymuned leol"),
    ("Problem sy'n cael effaith tebyg.", "effaith debyg"),
    ("Y bedwaredd canrif ar ddeg.", "bedwaredd ganrif"),
    ("Cyn i fi mynd adref.", "fi fynd"),
    ("Dw i newydd bwyta.", "newydd fwyta"),
    ("Mae'n glir mai ferched oedd yno.", "mai merched"),
    ("Mae hyn yn eithaf gyffredin.", "eithaf cyffredin"),
    ("Nod y cynllun yw warchod plant.", "yw gwarchod"),
    ("Arferai dod yma.", "Arferai ddod"),
    ("Fe ceir cromlechi yma.", "Fe geir"),
    ("Yn eich maes ddewisol.", "maes dewisol"),
    ("Mae'r wefan newydd wedi'i ddiweddaru.", "wedi'i diweddaru"),
    ("Dywedodd fod y ffurflen yn cael ei gwblhau ac y bydd ffi yn cael ei godi.", "ei chodi"),
    ("Rhaid i'r llythyr gael ei dosbarthu.", "ei ddosbarthu"),
    ("Mae'r dystysgrif wedi'i anfon atoch.", "wedi'i hanfon"),
    ("Ewch i maes parcio arall.", "i faes"),
    ("Ysgolion ar hyd Cymru cyfan.", "Cymru gyfan"),
    ("Arhosodd hyd diwedd y mis.", "hyd ddiwedd"),
    ("Mae angen help arnon ni cyd.", "ni gyd"),
    ("Gwaith sydd newydd cael ei wneud.", "newydd gael"),
    ("Ymunwch â mi i croesawu hyn.", "i groesawu"),
    ("Mae'n gofyn gwestiwn, ac yn canfod forgais.", "canfod morgais"),
    ("Roedd ar fin ddechrau.", "fin dechrau"),
    ("Ewch efo griw o ddysgwyr.", "efo criw"),
    ("Bydd unrhyw drefniadau a gwneir yn cydymffurfio.", "a wneir"),
    ("Mae'r pwerau a gall y gweinidogion eu harfer yn eang.", "a all"),
    ("Mae'n bwysig i rieni cael cymorth.", "rieni gael"),
    ("Dewch i gyfarfod yn y cymuned.", "y gymuned"),
    ("Mae'r golau yn ddechrau pylu, a'r plant yn alw am fwyd.", "yn dechrau"),
    ("Arian a dalwyd i mewn i pensiwn.", "i bensiwn"),
    ("Mae'n dangos fwy o gefndir, ac mae fwy o waith.", "dangos mwy"),
    ("Rhaid i'r dyddiad gynnwys flwyddyn.", "gynnwys blwyddyn"),
    ("Nodwch y colled cyffredinol.", "y golled"),
    ("Gall y person caffael yr eiddo.", "person gaffael"),
    ("Rhaid i'r dyddiad orffen fod ar ôl hyn.", "dyddiad gorffen"),
    ("Daeth y naill plentyn a'r llall.", "naill blentyn"),
]
# What looks like a fault to a rule that knows less.
RIGHT = [
    *("Dw i wedi gweld hyn.", "Byddaf i gyda chi.", "Mae fy mam i gartref.", "Ydw i'n gymwys?", "Mae'n mynd i mewn i'r tŷ."),
    *("Mae o gyda hi.", "Cysylltwch â ni neu ffoniwch y tîm.", "Dyma'r plentyn a gafodd gymorth.", "Dyma ei phlentyn a'i gar."),
    *("Dyma ei gilydd.", "Maent yn helpu ei gilydd.", "Mae'r gêm i grŵp o blant.", "Gwnewch gais am grant.", "Mae'n braf ac yn braf iawn."),
    *("Mae'n canmol y plant.", "Mae yn darllen.", "Mae'n rhy llawn.", "Diogelwch plant sy'n bwysig.", "Mae'r llyfr i Dafydd."),
    *("Mae un plentyn yma.", "Mae'r bobl yma.", "Mae'r llaw yn oer.", "Mae pum mlynedd.", "Mae dwy flynedd.", "Ac ati, plant a mwy."),
    *("Cyn gynted â phosibl.", "Mae dau blentyn bach yma.", "Gofynnwch pa un.", "Anfonwch ein he-bost.", "Gan bwyll, i ffwrdd â ni."),
    *("Gallai plentyn deimlo hyn.", "Yn Gymraeg neu yn Saesneg.", "Mae yng Nghaerdydd ac ym Mangor.", "Ni, blant y byd.", "i, plant"),
    *("Mae deuddeg ar hugain yma.", "Saesneg yw ei hiaith hi.", "Mae chwe mlynedd ers hynny.", "Dylai Llywodraeth Cymru wrando."),
    *("Mae'n credu yn nyfodol y plant.", "Ewch i nôl bwyd.", "Heddiw neu pe byddai cyfle.", "Peidiwch mynd.", "Buodd o'n gynnar."),
    *("Mae fy mhlant yn mynd ymlaen.", "Mae mlaen.", "Bu yno ddwy flynedd a thri mis, am bum niwrnod.", "Roedd mam i mi yno."),
    *("Yng nghanolfan y dref.", "Mae canolfan canol y dref yma.", "Mae fel ro'n i.", "Fel gallwch weld.", "Mae'n lân ac yn rhwydd."),
    *("Dywedodd fy mod i'n dda.", "Welais i mono fe.", "Ni all y dyddiad dechrau fod yn hwyr.", "Talwch gostau teithio."),
    *("Ewch i glinig bwydo ar y fron lleol.", "Mae fy ffôn i'n isel.", "Dywedodd fod o'n gyfle da.", "Arhoswch neu gwnaethoch gais."),
    *("Daw dros gan troedfedd.", "Gofynnwch a oes lle, pa bynnag awr.", "Rydym yn mawr obeithio hynny.", "Ni bu erioed y fath sŵn."),
    *("Mae'r gang yn gamblo.", "Roedd yn cydio yn 'i llaw.", "Mae 'na ormod yma.", "Mae gan rai ardd.", "Cewch sgôr credyd dda."),
    *("Bydd yn marw.", "Mae'r rhai ddaeth yma.", "Nid oes prif dudalen.", "Mae bob amser yn brysur.", "Roedd y fyddin yno."),
    "Dewch i siarad a gwrando, a rhaid siarad a'i helpu.",
    "Nos da, a dyna bach o lwc.",
    "Mae'n blentyn ganolog, am flynyddoedd lawer, y gorau bosibl.",
    "Rhaid i gorff llywodraethu sefydliad sicrhau hyn.",
    "Daw yng nghartrefi'n gwlad, ac mae'n gwlad yn tyfu.",
    "Daeth gydag aflonyddwch cynyddol, a'r ganran uchaf.",
    "Dangoswch y fath ofal, air am air, yn y gogledd ddwyrain.",
    "Meddai wrth golwg360 am y filiwn o siaradwyr.",
    "Fe'i cyflwynir, a'r sawl a'i cyflwynodd; ni piau hyn.",
    "Y bwrdeistref yw hynny, a'r fwrdeistref yw hyn.",
    "Rhaid i'r ddogfen lywodraethu gynnwys hyn, ac mae'n rhaid fod rheswm.",
    "Ewch i gerdded filltiroedd, i weithio fwy, a chysgu ddwywaith.",
    "Ysgrifennwyd a darluniwyd gan y plant.",
    "Daw un o Tunisia, er fod y daith yn hir.",
    "Mae gan nifer o gynghorau gronfa.",
    "Dros y 25 mlynedd ddiwethaf, cloi'r cyfeiriadur.",
    "Byddaf i bron yno.",
    "Darganfyddwch fwy am lefydd gwahanol mewn ysgolion.",
    "Gallai'r dyddiad a ddewiswyd ddylanwadu ar hyn, a dw i angen mynd.",
    "Mewnosodwyd y testun a mewnosodwyd y llun.",
    "Rhoddodd ei ddistawrwydd fwy o hamdden.",
    "Gall gynnwys taro a gweiddi, a gall hynny ddigwydd i ddewis cael taliad.",
    "Mae menyw briod yma, a loteri genedlaethol.",
    "Mae gan ysgolion eraill sydd â nifer tebyg o ddisgyblion lwyth sylfaenol.",
    "Gallwch ddefnyddio math hwn o graff, genom neu globaleiddio.",
    "Byddwch yn deall mwy trwy'n dadansoddiad, ac am y gefnogaeth a gewch gennym ni.",
    "Roedd cyn frenin yno, a'i gyhuddo o dwyll; cyn treth a chyn cinio.",
    "Mae'n mesur hyn ac yn gorffwys.",
    "Rhowch i blant lyfrau, a rhaid i'r dyddiad dod i ben fod yn y dyfodol.",
    "Pedwar deg mlynedd, i fyny a lawr, heddiw a fory a ddoe.",
    "Daeth i'r bobloedd crwydrol, a dau gan mil o bobl, am grwpio'r cyfan.",
    "Gwnawn hyn i wella'n gwasanaeth.",
    "Mae'n rhaid i'r rhif cyfrif Treth Enillion Cyfalaf ar eiddo yn y DU fod yn hwy.",
    "Mae'n rhaid i'ch swm talu i mewn o 6 Ebrill 2015 i 8 Gorffennaf 2016 gynnwys y rhifau 0 i 9.",
    "Rhaid i'r lwfans oes gynnwys hyn, y tu ôl i rybudd clicio.",
    "Dyma'r dos a'r amserlen, a ffrwd fyw.",
    "Dileu postiadau waeth beth fo'u hoed; tawelwch mwy na hyn.",
    "Mae hwn yn gynnwys da.",
    "Dw i'n siarad ychydig bach, ac mae'r ddannoedd arna i.",
    "Mae dipyn o fywyd yno. Pryd fuest ti yn Aber ddiwethaf?",
    "Lloegr a'r DU gyfan; y ddau ddyn dda.",
    "Ewch yn ôl i'm hatebion, yn gyfnewid am hyn, a thalu'n gros.",
    "Rhaid i berson heb allu gael gofalwr.",
    "Ni fydd gan y gwladwriaethau sy'n dal caethweision bŵer.",
    "Dyma ymddygiad y diffynnydd fwyaf tebygol; daw i Tsieina.",
    "Gallech o bosib gael help, a bod eich llyfrgell leol ar agor.",
    "Gofynnwch iddo a gellir cysylltu ag ef; dyma'r hyn byddwn yn ei wneud.",
    "Cynhyrchu, ac fe'i gwelir a disgwylir i bawb aros.",
    "Daeth gyda fe, a byddwn yn gweld ei frawd fe bore fory.",
    "Mae gan bobl â phlant gostau uchel, a rhoddodd y rheolwr a'r tîm gyfle iddynt.",
    "Gall hyn fod oherwydd bod y gwall yma; tri chan metr i ffwrdd.",
    "Gallai cael cyfrif banc ar y cyd â rhywun sydd â hanes credyd gwael effeithio ar hyn.",
    "Ni all dim byd oroesi, naill ai roi'r car yn ôl neu ddirprwy lywydd.",
    "Helpu defnyddwyr ddeall; cafodd afael ar ei llaw; mae ganddynt yn gyffredin y gallu i wneud hyn.",
    "Mae gan staff sydd â mynediad at y gronfa ddata gliriad.",
    "Am 2 flynedd, 3 blynedd, 4 blynedd, 6 blynedd a 10 mlynedd, 7 niwrnod a 22 flynedd; 28 diwrnod, 12.2 mis, 1 filltir.",
    "Mae i godi argae er mwyn cronni dŵr gysylltiadau poenus.",
    "Ffonion nhw monon ni; graddio mewn peirianneg gemegol; y ddinas mae pobl yn meddwl gyntaf amdani.",
    "Yna rhaid i'r corff adolygu lunio adroddiad, a rhaid i enw'r ddogfen lywodraethu gynnwys llythrennau.",
    "Mae'n ardal llawn diwylliant, mai fan hyn y daeth, mai ddoe y bu.",
    "Cyfres o brosiectau ymchwil bychain, a noddwyr clinig bwydo ar y fron lleol.",
    "Mae ganddo feic tair olwyn wedi'i addasu, a'r swm yn eich cronfa yn cael ei ostwng, a lliw'r wefan wedi'i newid.",
    "Mae'r wefan wedi'i diweddaru, y llythyr wedi'i anfon, a'r wefan a'r ap wedi'i ddatblygu.",
    "Does dim all ein rhwystro; ni all dim fod yn well.",
    "Does gen i ddim efo gymaint o amser, heb i Pero ddod â chwningen.",
    "Mae'r drws ar agor a gallwch fynd i mewn; mae angen cymorth a bydd y tîm yno; dyma'r pethau a ddilyn.",
    "Adolygwch faint mae eich ysgol wedi'i wario; nodyn cymedroli enghraifft wedi'i greu; rhaid iddo fod yn gyfrif dilys.",
    "Bydd pobl yn cael gwybod a bydd yn gallu gweld hyn, a gallai mynd y tu hwnt i'r rhestr arwain at gosb.",
    "Ac fe dalodd y prynwr; yn gaeth i ystod amser benodol; lwfans rhydd o dreth blynyddol.",
    "Gall y masnachwr moduro sy'n prynu'r cerbyd wneud hynny.",
    "Gall y tîm ddweud fod hyn yn wir, a rhaid i'r rheolwr ddechrau cynllunio.",
    "Cronfeydd bach, cyfundeb cymwynasgar, ryw raglen neu'i gilydd.",
    "Y dyddiad y gwnaeth y plentyn gyrraedd y DU gyflwyno hyn.",
]


@pytest.mark.parametrize(("sentence", "right"), WRONG)
def test_a_wrong_mutation_is_mended(sentence, right):
    assert right in mended(sentence)


@pytest.mark.parametrize("sentence", RIGHT)
def test_what_is_right_is_left_alone(sentence):
    assert mended(sentence) == []


def test_curly_apostrophes_and_capitals_count_the_same():
    assert mended("I’R PERTHYNAS") == mended("") == []
    assert mended("Mae’r perthynas yn dda") == ["Mae'r berthynas"]
    assert mended("I plant a theuluoedd") == ["I blant"]


@given(st.text(alphabet="abcdefghilmnoprtuwyâ'’ .,|-ABCM1", max_size=60))
def test_any_text_is_proofed(text):
    assert mended(text) is not None
    assert all(word.text and "’" not in word.text for word in words_in(text, NOBODY))


def test_words_are_parted_from_what_is_joined_to_them():
    words = words_in("Mae’r rhieni a'u plant yma. E-bost a@b.cymru, i 'diwnio i mewn'", NOBODY)
    assert [word.text for word in words] == ["Mae", "'r", "rhieni", "a", "'u", "plant", "yma", "E-bost", "i", "diwnio", "i", "mewn"]
    assert [word.text for word in words if word.is_first] == ["Mae", "E-bost"]


def test_names_part_their_neighbours():
    names = any_of(["Flying Start"])
    assert [word.follows for word in words_in("gan Flying Start plant", names)] == [False, False]


@pytest.mark.parametrize(
    "word",
    [
        "plentyn",
        "mhlentyn",
        "hemosiynau",
        "rhieni'n",
        "o’r",
        "d'eisiau",
        "p'un",
        "GIG",
        "cyd-fynd",
        "Nghaerdydd",
        "22ain",
        "P'un",
        "(ii)",
        "meddygon",
        "parhewch",
        "pwysicaf",
        "amcangyfrifedig",
        "ailddylunio",
        "fideos",
        "oʼr",
        "tŷ",
        "cloi",
        "drostoch",
        "hebddi",
        *(
            "ffocysir",
            "llusgydd",
            "telir",
            "cyrhaeddoch",
            "mewngofnodwch",
            "dadansoddeg",
            "manylach",
            "tomatos",
            "iFfôn",
            "“save and return”",
            "enw(s)",
        ),
        *("neisach", "dangosfwrdd", "lanlwytho", "gwirhau", "optio", "braille"),
        *("kcal", "microgramau", "m²", "LPAs", "fel .ods", "(info and relationships)", "(Name, role, value)", "â ‘ch"),
        *("hyperddolenni", "datgofrestru", "isgontractiwr", "gweminarau", "rheiddiaduron", "eithriadoldeb", "gwareiddiol", "chryptoasedion"),
        *("toddiannau", "hunanladdol", "atwrniaethau", "dadactifadu", "is-baragraff (bj)", "Forests and Water Guidelines", "‘use of colour’"),
        *("@cyngorcaerdydd", "العربية", "中文"),
    ],
)
def test_welsh_words_are_known(word):
    assert list(misspelt(f"Mae {word} yma", NOBODY, frozenset())) == []


@pytest.mark.parametrize(
    ("word", "right"),
    [
        *(
            ("gwasnaeth", "gwasanaeth"),
            ("apwyntaid", "apwyntiad"),
            ("ysgrifenu", "ysgrifennu"),
            ("caniatau", "caniatáu"),
            ("rhwyun", "rhywun"),
            ("wrthgwrs", "wrth gwrs"),
            ("babin", "babi'n"),
            ("wedii", "wedi'i"),
        ),
        *(
            ("dymar", "dyma'r"),
            ("terfynnol", "terfynol"),
            ("prisuau", "prisiau"),
            ("ffynonhellau", "ffynonellau"),
            ("erail", "eraill"),
            ("clodio", "cloddio"),
        ),
        # These look like words that are rightly made of others.
        *(("arianol", "ariannol"), ("annodd", "anodd"), ("preson", "person"), ("aleod", "aelod")),
    ],
)
def test_the_likeliest_word_is_named(word, right):
    assert [str(fix) for _, fix in misspelt(f"Mae {word} yma", NOBODY, frozenset())] == [f'write "{right}", if that is meant.']


def test_of_raw_text_the_usual_slips_alone_are_mended_beyond_the_first_words(site):
    path = site / "docs-cy/sleep.md"
    words = [*["cynllnu"] * 12, "ysgrifenu"]
    write(path, path.read_text(encoding="utf-8") + "".join(f"\nMae {word} yma.\n" for word in words))
    found = [problem for problem in sorted(proof_sources(read_sources(site))) if problem.check == "word_misspelt"]
    meant = [re.match('write "(.*?)", if|write it', problem.fix)[1] for problem in found]
    assert meant == [*["cynllun"] * 10, None, None, "ysgrifennu"]


@pytest.mark.parametrize(
    ("sentence", "phrases"),
    [
        ("Ask your ymwelydd iechyd about it.", ["ymwelydd iechyd"]),
        ("Please read y dudalen hon before you come.", ["y dudalen hon"]),
        ("Families in Cwm Taf and Rhondda use it, and more do at home.", []),
        ("A dad or a mam is there to hold a cup of tea.", []),
        ("Sing a hwiangerdd to your baby, then ask the bydwraig.", ["hwiangerdd", "bydwraig"]),
        ("Go to Canolfan Deulu Treganna in Canton.", []),
        *(
            ("doi: 10.1136/bmj.39489.470347", []),
            ("Cerys", []),
            ("Dafydd, Siân: Llandudno", []),
            ("Pontypridd", []),
            ("Merthyr Tydfil Combined Court Centre, CF47 8BH", []),
            ("Ein Gwasanaethau", ["Ein Gwasanaethau"]),
            ("Ionawr", ["Ionawr"]),
            ("Caerdydd", ["Caerdydd"]),
            ("Cerys: gwobr", ["Cerys: gwobr"]),
        ),
    ],
)
def test_welsh_on_an_english_page(sentence, phrases):
    assert foreign_sentences(sentence, WELSH, NOBODY) == phrases


@pytest.mark.parametrize(
    "sentence",
    [
        "Ewch i logo siop apiau Google Play.",
        "Ewch gyda Mr. Jones i St. Mary's.",
        "Tesco a Pension Wise",
        "AT&T a Marks & Spencer",
        "Dewch erbyn 9am.",
        "Flying Start",
        "Action for Children",
        "Home-Start",
    ],
)
def test_names_of_others_are_no_english(sentence):
    assert foreign_sentences(sentence, ENGLISH, NOBODY) == []


@pytest.mark.parametrize("sentence", ["Contact Us", "Opening Hours", "Monday to Friday", "Find out more.", "Health visitor", "Favourite colours"])
def test_short_english_is_told(sentence):
    assert foreign_sentences(sentence, ENGLISH, NOBODY) == [sentence]


def test_english_words_side_by_side_are_told_as_one():
    assert [word for word, _ in misspelt("Mae'r school teacher yma", NOBODY, frozenset())] == ["school teacher"]


def test_any_form_of_an_allowed_word_is_known():
    for form in forms("plwmsarn") | forms("blogwrtio"):
        assert list(misspelt(f"Mae {form} hyn", NOBODY, frozenset({"plwmsarn", "blogwrtio"}))) == []
        assert [word for word, _ in misspelt(f"Mae {form} hyn", NOBODY, frozenset())] == [form]


# Words that the dictionary holds as a part of a verb alone.
LOOKALIKES = [
    ("Mae'r plant yn bresenol.", "bresennol"),
    ("Mae'n arbenig.", "arbennig"),
    ("Anghen yw hyn.", "Angen"),
    ("Yfwch y cofi.", "coffi"),
    ("Rwy'n hofi hyn.", "hoffi"),
    ("Maech plentyn yma.", "Mae'ch"),
    ("Cawsom gynghor.", "gyngor"),
    ("Mae'n cynwys hyn.", "cynnwys"),
    ("Maent yn cysgi.", "cysgu"),
    ("Dyma eu geiriai.", "geiriau"),
    ("Ewch yno i helpi.", "helpu"),
    ("Gallwch cofrestri yma.", "cofrestru"),
]
# Words of their own that stand for another nearly always, or where they stand here.
RARE = [
    ("Dewch dros y ffon.", "ffôn"),
    ("Rwy'n siwr o hynny.", "siŵr"),
    ("Mae dwr yma.", "dŵr"),
    ("Ei gwr sydd yma.", "gŵr"),
    ("Mae ar wahan.", "wahân"),
    ("Mae'r mor yn las.", "môr"),
    ("Dyma'r tal am hyn.", "tâl"),
    ("Cewch eich tal heddiw.", "tâl"),
    ("A udych yn iawn?", "ydych"),
    ("Ewch i fwrdd o'r tân.", "ffwrdd"),
    ("Ewch ir feddygfa.", "i'r"),
    ("Mae'n rhan or gwaith.", "o'r"),
    ("Pobl syn helpu yw'r rhain.", "sy'n"),
]
# Words of their own that stand for another where they stand here.
CONFUSED = [
    ("Dyna'r plant a fyd yno.", "fydd"),
    ("Ewch drwy'r bydd i gyd.", "byd"),
    ("Mae pob yn ohonynt yma.", "un"),
    ("Mae hi'n gofalu ei hyn.", "hun"),
    ("Bydd hyd hun o beth.", "hyn"),
    ("Peidiwch a phoeni.", "â"),
    ("Ymgynghorwch a'r tîm.", "â"),
    ("Dywedodd mae plant sydd yno.", "mai"),
    ("Dewch cyn gynted a phosibl.", "â"),
    ("Mae'n ymwneud a phlant.", "â"),
    ("Yr oed yn glaf.", "oedd"),
    ("Bydd y rhain un gweithio.", "yn"),
    ("Cewch hyn am dim.", "ddim"),
    ("Os ydych ci yno.", "chi"),
    ("Maen bosib i chi fynd.", "Mae'n"),
    ("Maer plant yma.", "Mae'r"),
    ("Dyma'r fam ai phlentyn.", "a'i"),
    ("Pobl sydd gweithio yno.", "sy'n"),
    ("Gwelwch chi un helpu.", "yn"),
    ("Galwch ofyn am help.", "Gallwch"),
    ("Ewch o'r ti mewn.", "tu"),
    ("Ewch u'r tŷ.", "i"),
    ("Dyma restr gwasanaetha lleol.", "gwasanaethau"),
    ("Mae modd gadarnha hyn.", "gadarnhau"),
    ("Dyma blentyn bac.", "bach"),
    ("Edrychwch drwy fenestr.", "ffenestr"),
]


@pytest.mark.parametrize(("sentence", "right"), LOOKALIKES + RARE + CONFUSED)
def test_a_word_that_stands_for_another_is_told(sentence, right):
    assert [advice for _, advice in misspelt(sentence, NOBODY, frozenset())] == [f'write "{right}".']


@pytest.mark.parametrize(
    "words",
    ["i fwrdd y cyngor", "mor fawr", "tan yfory", "yn dal", "yn syn", "enw(au)", "a fel y mae er mwyn"]
    + [
        "hyd yn hyn",
        "yn hyn o beth",
        "er gwaethaf caledi",
        "o'r byd",
        "a siarad a gwrando",
        "i'r ci mawr",
        "naill ai'r plentyn",
        "lle maen nhw",
        "ac un newid",
        "ac un eich mam",
        "cydymffurfio a restrir yma",
        "o boptu",
    ],
)
def test_a_word_like_another_is_known_in_its_place(words):
    assert list(misspelt(f"Mae hyn {words}.", NOBODY, frozenset())) == []


@pytest.mark.parametrize("words", ["yn anos", "yn gwan", "yn colli", "yn boteli", "yn rhestri", "y rhai a welai", "os cysgi di", "canai'r fam"])
def test_a_part_of_a_verb_in_its_place_is_known(words):
    assert list(misspelt(f"Mae hyn {words}.", NOBODY, frozenset())) == []


def test_a_passage_without_words_has_none_to_tell():
    assert list(misspelt("24 – 25", NOBODY, frozenset())) == []


def test_a_part_of_a_verb_that_is_allowed_is_known():
    assert list(misspelt("Mae'n bresenol.", NOBODY, frozenset({"presenol"}))) == []


def test_names_are_no_misspellings():
    assert list(misspelt("Gofynnodd Anghharad, ac Anghharad Prydderchh.", NOBODY, frozenset())) == []
    assert list(misspelt("Instagram yw'r lle, ac ar y safle GitHub.", NOBODY, frozenset())) == []


def test_a_sentence_may_start_with_a_slip_and_not_with_a_name():
    assert [word for word, _ in misspelt("Gwasnaeth yw hwn.", NOBODY, frozenset())] == ["Gwasnaeth"]
    assert list(misspelt("Gwasnaeth yw hwn.", any_of(["Gwasnaeth"]), frozenset())) == []


def test_a_name_is_whole_words_and_the_longest_that_is_there():
    assert [word for word, _ in misspelt("Mae zog mawr homes yn zogg.", any_of(["zog", "zog mawr homes"]), frozenset())] == ["zogg"]


def test_a_term_is_found_in_any_mutated_form(site):
    english = "Parents, violence, mental health difficulties and Flying Start. A parent in Cardiff."
    welsh = "I rieni, gyda thrais, ac anawsterau iechyd meddwl a Dechrau’n Deg. Rhiant yng Nghaerdydd."
    put(site, english, welsh)
    assert proof_sources(read_sources(site)) == []


def test_the_longest_term_counts(site):
    put(site, "Infant mental health.", "Iechyd meddwl babanod.")
    assert proof_sources(read_sources(site)) == []
    put(site, "The baby has an apparently good parenthood.", "Y cyfan yn dda.")
    assert [warning.message.split('"')[1] for warning in proof_sources(read_sources(site))] == ["baby"]


def put(site, english: str, welsh: str) -> None:
    write(site / "docs/one.md", f"---\ntitle: One\ndescription: About one.\nupdated: 2026-11-01\n---\n\n# One\n\n{english}\n")
    write(site / "docs-cy/one.md", "---\ntitle: Un\ndescription: Am un.\nupdated: 2026-11-01\n---\n\n# Un\n\n" + welsh + "\n")
    pin = read_sources(site).pairs["one.md"].source.fingerprint
    page = site / "docs-cy/one.md"
    write(page, page.read_text(encoding="utf-8").replace("Am un.\n", f"Am un.\ntranslation: {pin}\n"))


def test_a_waiver_with_its_reason_silences_a_warning(site):
    put(site, "One.", "Am cwsg.")
    page = site / "docs-cy/one.md"
    assert [warning.check for warning in proof_sources(read_sources(site))] == ["mutation_wrong"]
    write(page, page.read_text(encoding="utf-8").replace("translation:", "waive:\n  mutation_wrong: a title\ntranslation:"))
    assert proof_sources(read_sources(site)) == []


def test_english_sentences_are_left_to_the_check_for_them(site):
    put(site, "One.", "Notice the things that go well.")
    assert proof_sources(read_sources(site)) == []


def test_words_in_another_language_part_their_neighbours(site):
    put(site, "One.", 'Mae cymorth gan <span lang="en">Flying Start</span> plant y ddinas.')
    assert proof_sources(read_sources(site)) == []


def test_a_strict_build_tells_warnings_and_succeeds(site):
    put(site, "One.", "Am cwsg.")
    result = build(site, "--strict")
    assert result.returncode == 0, result.stderr
    assert 'In "Am cwsg" the last word takes the soft mutation' in result.stderr and "1 warning found." in result.stderr


@pytest.mark.parametrize("name", ["sentences.tsv", "unseen.tsv"])
def test_the_benchmark_sentences_are_sound(name):
    with open(ROOT / "benchmarks" / name, encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    assert len(rows) >= 20
    allowed = read_settings(SERVICE / "mkdocs.yml").welsh_words
    for row in rows:
        assert mended(row["correct"]) == list(misspelt(row["correct"], NOBODY, allowed)) == []
        del row["correct"]
        assert all(re.fullmatch(r"[^>]+>[^>]+", slip) for slip in row.values())
