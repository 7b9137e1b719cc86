"""What a reader could dial is seen, however it is written; years, prices and the like are no numbers to dial."""

import pytest

from sources.telephone import as_dialled, dialled_in

# Each way to write 03000 133 134, or a part of it.
NUMBERS = {
    "Call 03000 133 134.": "03000133134",
    "03000.133.134": "03000133134",
    "03000–133–134": "03000133134",
    "03000 — 133 — 134": "03000133134",
    "03000/133/134": "03000133134",
    "03000,133,134": "03000133134",
    "03000_133_134": "03000133134",
    "(03000) 133134": "03000133134",
    "0 3 0 0 0 1 3 3 1 3 4": "03000133134",
    "03000\u00a0133\u2011134": "03000133134",
    "03000\u200b133\u00ad134": "03000133134",
    "\u202e431 331 00030\u202c": "43133100030",
    "+44 (0)3000 133 134": "03000133134",
    "0044 3000 133134": "03000133134",
    "44 3000 133 134": "03000133134",
    "+353 1 234 5678": "35312345678",
    "⁰³⁰⁰⁰ ¹³³ ¹³⁴": "03000133134",
    "٠٣٠٠٠ ١٣٣ ١٣٤": "03000133134",
    "０３０００ １３３１３４": "03000133134",
    "0️⃣3️⃣0️⃣0️⃣0️⃣ 133 134": "03000133134",
    "O3OOO l33 I34": "03000133134",
    "О3ООО 133 134": "03000133134",
    "T03000133134": "03000133134",
    "3000 133 134": "3000133134",
    "03000 133 13": "0300013313",
    "0800 1111": "08001111",
    "118 500": "118500",
    "029 2087 3737": "02920873737",
    "text 85258": "85258",
    "85258": "85258",
    # Whatever a number in the shape of one is called, and whatever has a word of calling in its sentence.
    "Account enquiries 03000 133 134": "03000133134",
    "reference 03000 133 134": "03000133134",
    "£03000 133 134": "03000133134",
    "Our number is 3000 133 134.": "3000133134",
    "Call our account team on 3000 133 134": "3000133134",
    "The hospital: 2920 873737": "2920873737",
    "T3000133134": "3000133134",
    "NHS 3000 133 134": "3000133134",
    "Tel. No. 133134": "133134",
    "Ring 133-134.": "133134",
    "Ffoniwch 10 000": "10000",
    "rhif cyswllt: 133134": "133134",
    "3000/133/134": "3000133134",
    "3 000 133 134": "3000133134",
    "03000×133×134": "03000133134",
    "No. 0800 1111": "08001111",
    "Ring 2087 2087": "20872087",
    "TEL-03000 133 134": "03000133134",
    "Room 12 03000 133 134": "03000133134",
    # With words or commas between its parts, and in words alone.
    "Dial 0300, then 123, then 4567": "03001234567",
    "Code 029, number 2087 3737": "02920873737",
    "Ring oh three double oh oh, one three three, one three four": "03000133134",
    "dim tri dim dim dim, un tri tri, un tri pedwar": "03000133134",
    "0300 one two three 4567": "03001234567",
    # However short it is, where somebody is to dial it and no telephone knows it.
    "In danger ring 998.": "998",
    "Mewn perygl deialwch 0999 ar unwaith": "0999",
    "Dial 0330 088 5830, meeting ID 987 654 321": "03300885830",
}
NO_NUMBERS = [
    *("2026-11-23", "23/11/2026", "1.4.2004", "15 2 2026", "1939–1945", "2010-11", "2010/11 2011/12", "2005/1314", "2017 (37)"),
    *("10.30am to 12.00pm", "9.30-10.30", "24/7", "£20,000-£30,000", "1,234,567 people", "1.5 to 2.5 kg", "0.00001", "100%", "99.95%"),
    *("ISBN 978 0 306 40615 7", "aged 0-5, 6-11 and 12-18", "2, 3, 4, 5, 6", "in 2010. 300 came", "Room 12, 34 High Street, CF10 1AA"),
    *("the first 1000 days", "8 o blant", "rhwng 5 o a 10", "account number 12345678", "bib 10234", "cod didoli 309430", "", "tŷ"),
    *(
        "Registered charity number 1123456",
        "elusen gofrestredig rhif 1123456",
        "Company No. 07654321",
        "rhif cwmni 07654321",
        "Company reg. no. 07654321",
    ),
    *("ISSN 0048-4288", "9780199218783", "PO Box 12345", "Blwch Post 12345", "Ref: 1234567", "Call us and quote reference 1234567.", "No. 123456"),
    *(
        "your NHS number (for example 943 476 5919)",
        "UTR: 12345 67890",
        "rhif eich achos yw 2301234567",
        "GB29 NWBK 6016 1331 9268 19",
        "QQ 12 34 56 C",
    ),
    *("SC045678", "RN-12345-67890", "APP/2025/001234", "5QZ12345", "H1234567", "URN 401234", "PL 04425/0185", "SN 58165 81605", "ISO 9001:2015"),
    *(
        "10 000 people",
        "12 345",
        "150 000",
        "1:50 000",
        "5 000–10 000",
        "200–400 mg",
        "3–6 (7–11)",
        "140/90",
        "24/7/365",
        "(2003) 1 WLR",
        "2024/25–2025/26",
    ),
    *("2:58:31", "4:12.75", "19.6 × 12.9 cm", "52° 24′ 48″", "192.168.10.25", "2 0000 01234567 8", "ext. 12345"),
    *(
        "0900-1730",
        "0900 – 1700",
        "36.5-37.5",
        "0.5–1.5",
        "In 2021 310,000 people",
        "UPRN 10090466543",
        "Zoom meeting ID: 987 654 3210",
        "Passcode: 123456",
        "eich cyfeirnod tenantiaeth, er enghraifft T/2024/00317",
        "ID y cyfarfod: 987 654 321",
        "2034 2035",
    ),
    *(
        "doi.org/10.1016/S0140-6736(16)31390-3",
        "BMJ 2019;364:l1234",
        "Lancet 2016;387(10017):475-90",
        "ORCID 0000-0002-1825-0097",
        "BS EN 1888-1:2018",
        "VAT GB 123 4567 89",
    ),
    *("09:30 – 11:30 / 13:00 – 15:00", "Version 2026.11.1", "One two three four five", "zero one two three four five six seven eight nine"),
    *(
        "0930 to 1130, room 214",
        "0800 or 0300 numbers 12",
        "Ring 999 or 112.",
        "Dial 1471.",
        "RN-08732-41990",
        "120 × 52 ÷ 12 = 520",
        "Call 2000 families",
        "dim un, dau neu dri",
    ),
]


@pytest.mark.parametrize(("text", "digits"), NUMBERS.items())
def test_a_number_is_seen_in_whatever_way_it_is_written(text, digits):
    assert [found for _, found in dialled_in(text)] == [digits]


@pytest.mark.parametrize("text", NO_NUMBERS)
def test_what_counts_or_dates_is_no_number_to_dial(text):
    assert list(dialled_in(text)) == []


def test_two_numbers_beside_each_other_are_two():
    found = list(dialled_in("0300 123 4567 / 0300 123 4568, or 0800 1111"))
    assert found == [("0300 123 4567", "03001234567"), ("0300 123 4568", "03001234568"), ("0800 1111", "08001111")]


def test_a_number_told_by_its_last_digits_is_one_more():
    found = list(dialled_in("Ring 0300 123 4567 or 4568, neu 03000 133 133 neu 134."))
    assert found == [
        *(("0300 123 4567", "03001234567"), ("0300 123 4567 or 4568", "03001234568")),
        *(("03000 133 133", "03000133133"), ("03000 133 133 neu 134", "03000133134")),
    ]
    assert [typed for typed, _ in dialled_in("Ring 03000 133 133 or 999, or 03000 133 133 or 2 May")] == ["03000 133 133", "03000 133 133"]


def test_a_number_is_told_as_it_is_typed():
    assert list(dialled_in("Ffoniwch +44 (0)3000–133\u200b134 nawr")) == [("+44 (0)3000–133\u200b134", "03000133134")]


def test_numbers_of_the_country_are_the_same_with_its_own_number():
    assert {as_dialled(number) for number in ("03000 133 133", "+44 3000 133133", "0044 3000133133", "+44 (0)3000 133 133")} == {"03000133133"}
