"""Text goes in as old fonts and careless programs leave it, and sound text in every language that editors quote."""

import csv
import unicodedata
from collections.abc import Callable
from itertools import combinations, islice, product
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from trying import THOROUGH, tries

from bantin.reading.letters.garbled import Garbled, garbled

ROOT = Path(__file__).parent.parent.parent

PHRASES = """
Ủy ban nhân dân huyện Mẫu; Ủy ban nhân dân tỉnh; Hội đồng nhân dân; Sở Nội vụ; Sở Tài chính; Sở Kế hoạch và Đầu tư
Văn phòng Chính phủ; Bộ Nội vụ; Bộ Tư pháp; Phòng Tài nguyên và Môi trường; bộ phận một cửa; một cửa liên thông
trung tâm phục vụ hành chính công; cải cách hành chính; thủ tục hành chính; cải cách thể chế; chuyển đổi số
tổ chức bộ máy; chế độ công vụ; tài chính công; dịch vụ công trực tuyến; hồ sơ tiếp nhận; hồ sơ giải quyết đúng hạn
hồ sơ quá hạn; mức độ hài lòng; người dân và doanh nghiệp; báo cáo sáu tháng đầu năm; kế hoạch năm; quyết định
nghị quyết của Hội đồng; chỉ số cải cách; đất đai và nhà ở; đăng ký kinh doanh; hộ tịch, chứng thực; giấy khai sinh
bảo hiểm xã hội; lý lịch tư pháp; cấp giấy phép xây dựng; trả kết quả; quy trình nội bộ; cán bộ, công chức
đơn vị sự nghiệp; biên chế được giao; kiểm tra công vụ; tuyên truyền cải cách; khảo sát ý kiến; thành phố Cần Thơ
huyện Vĩnh Thuận; tỉnh Kiên Giang; thị xã Gò Công; phường Bến Nghé; thị trấn Phước Long; xã Vĩnh Bình Bắc
quận Hoàn Kiếm; tỉnh Quảng Ngãi; tỉnh Thừa Thiên Huế; thành phố Đà Nẵng; tỉnh Đắk Lắk; huyện Krông Pắc
Ủy ban Mặt trận Tổ quốc; Liên đoàn Lao động; Đoàn Thanh niên; hạ tầng kỹ thuật; chữ ký số; số hóa hồ sơ; sổ hộ khẩu
tỷ lệ đúng hạn; kỷ luật, kỷ cương; giảm thời gian chờ; công bố, công khai; người đứng đầu; phản ánh, kiến nghị
"""
ADMINISTRATIVE = [phrase.strip() for line in PHRASES.strip().splitlines() for phrase in line.split(";")]

LETTERS = "ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ"
UNUSED = (0xAF, *range(0xB0, 0xB5), 0xBA, *range(0xBF, 0xC6), 0xCD, *range(0xD9, 0xDC), 0xE0, 0xF0)
TCVN3 = dict(zip(LETTERS, (code for code in range(0xA1, 0xFF) if code not in UNUSED), strict=True))
VNI = {
    "\u0301": "ù", "\u0300": "ø", "\u0309": "û", "\u0303": "õ", "\u0323": "ï", "\u0302": "â", "\u0306": "ê",
    "\u0302\u0301": "á", "\u0302\u0300": "à", "\u0302\u0309": "å", "\u0302\u0303": "ã", "\u0323\u0302": "ä",
    "\u0306\u0301": "é", "\u0306\u0300": "è", "\u0306\u0309": "ú", "\u0306\u0303": "ü", "\u0323\u0306": "ë",
}  # fmt: skip


def tcvn3(text: str) -> str:
    """Capitals with tones have no code, and a font of capitals shows those of small letters."""
    codes = {**TCVN3, **{letter.upper(): code for letter, code in TCVN3.items() if letter.upper() not in TCVN3}}
    return text.translate({ord(letter): code for letter, code in codes.items()})


def vni(text: str) -> str:
    def of_letter(letter: str) -> str:
        small = letter.lower()
        base, *marks = unicodedata.normalize("NFD", small)
        alone = dict(zip("đỉĩịỵíì", "ñæóòîíì", strict=True))
        if "\u031b" in marks:
            base = {"o": "ô", "u": "ö"}[base]
            marks.remove("\u031b")
        found = alone.get(small) or base + (VNI["".join(marks)] if marks else "")
        return found.upper() if letter.isupper() else found

    return "".join(map(of_letter, text))


def as_cp1252(text: str) -> str:
    return "".join(
        chr(byte) if byte in b"\x81\x8d\x8f\x90\x9d" else bytes([byte]).decode("cp1252") for byte in text.encode()
    )


def as_cp1258(text: str) -> str:
    return as_cp1252(text).replace("Ã", "Ă")


def as_latin1(text: str) -> str:
    return text.encode().decode("latin-1")


FORMS: dict[str, tuple[str, Callable[[str], str]]] = {
    "TCVN3": ("TCVN3", tcvn3),
    "TCVN3, capitals": ("TCVN3", lambda text: tcvn3(text.upper())),
    "VNI": ("VNI", vni),
    "VNI, capitals": ("VNI", lambda text: vni(text.upper())),
    "cp1252": ("UTF-8", as_cp1252),
    "cp1258": ("UTF-8", as_cp1258),
    "Latin-1": ("UTF-8", as_latin1),
    "spaces": ("UTF-8", lambda text: as_cp1252(text).replace("\u00a0", " ")),
    "cp1252 twice": ("UTF-8", lambda text: as_cp1252(as_cp1252(text))),
    "Latin-1 twice": ("UTF-8", lambda text: as_latin1(as_latin1(text))),
    "NFD": ("UTF-8", lambda text: as_cp1252(unicodedata.normalize("NFD", text))),
}
AROUND = (
    "{}",
    "  - Tên: {}",
    "Tiêu đề: {}\nKỳ: 6 tháng đầu năm 2023\n",
    "# Cải cách hành chính\n\nHuyện đã công bố đủ 93,5% thủ tục: {}.\nNhững đơn vị còn lại được nhắc nhở.\n",
    "| Đơn vị | Hồ sơ |\n|---|---|\n| {} | 1.234 |\n",
    'Nguồn: "{}" (Báo «Nhân dân»)',
)


def place_names() -> list[str]:
    """The names of units; eleven of all, such as «Cổ Nhuế» in capitals, can be read in two old ways, so some are taken."""
    names = set()
    tables = (ROOT / "generator/bantin/places/gazetteer_data").rglob("*.tsv")
    for source in (table for table in tables if table.stem != "aliases"):
        with source.open(encoding="utf-8") as lines:
            names |= {row["name"] for row in csv.DictReader(lines, delimiter="\t") if row.get("name")}
    return sorted(names)


NAMES = place_names()


def found_in(form: str, phrase: str, around: str = "{}") -> Garbled | None:
    encoding, garble = FORMS[form]
    text = around.format(garble(phrase))
    found = garbled(text)
    if found:
        assert text[found.start : found.end] == found.text
        assert (found.encoding, garbled(found.meant)) == (encoding, None)
    return found


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("phrase", ADMINISTRATIVE)
def test_the_words_of_the_administration_are_found(phrase, form):
    assert found_in(form, phrase).meant.lower() == phrase.lower()


@settings(derandomize=True, deadline=None, max_examples=tries(500))
@given(st.sampled_from(ADMINISTRATIVE), st.sampled_from(sorted(FORMS)), st.sampled_from(AROUND))
def test_garbled_words_are_found_among_sound_ones(phrase, form, around):
    assert found_in(form, phrase, around).meant.lower() == phrase.lower()


@settings(derandomize=True, deadline=None, max_examples=tries(500))
@given(st.sampled_from(NAMES), st.sampled_from(sorted(FORMS)), st.sampled_from(AROUND))
def test_an_office_of_any_place_is_found(name, form, around):
    phrase = f"Ủy ban nhân dân xã {name}"

    assert phrase.lower().startswith(found_in(form, phrase, around).meant.lower())


@pytest.mark.parametrize("form", FORMS)
def test_most_names_of_places_are_found_by_themselves(form):
    changed = [name for name in NAMES[::10] if FORMS[form][1](name) not in (name, name.upper()) and " " in name]

    assert sum(bool(found_in(form, name)) for name in changed) > 0.8 * len(changed)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("huyÖn", "huyện"),
        ("nh©n", "nhân"),
        ("Uû BAN NH¢N D¢N HUYÖN MÉU", "UỶ BAN NHÂN DÂN HUYỆN MẪU"),
        ("HéI §åNG", "HỘI ĐỒNG"),
        ("Së Néi vô", "Sở Nội vụ"),
        ("«Tr­êng» thÞ x·", "Trường"),
        ("huyeän", "huyện"),
        ("UÛY BAN NHAÂN DAÂN", "ỦY BAN NHÂN DÂN"),
        ("phöôøng", "phường"),
        ("Thôùi", "Thới"),
        ("Quúnh", "Quỳnh"),
        ("GIÊY", "GIẤY"),
        ("huyá»‡n", "huyện"),
        ("hÃ nh", "hành"),
        ("hÃ nh chÃ­nh", "hành chính"),
        ("vÃ cÃ¡c xÃ£", "và các xã"),
        ("LÃ o Cai", "Lào Cai"),
        ("CÃ\u00a0 Mau", "Cà Mau"),
        ("Äá»“ng Nai", "Đồng Nai"),
    ],
)
def test_one_word_is_enough_when_nothing_else_is_written_so(text, meant):
    assert garbled(text).meant == meant


def test_the_run_leaves_out_the_key():
    text = "Cơ quan: Uû ban nh©n d©n huyÖn MÉu"

    assert garbled(text) == Garbled(9, len(text), "Uû ban nh©n d©n huyÖn MÉu", "Uỷ ban nhân dân huyện Mẫu", "TCVN3")


def test_places_count_letters_of_the_text_as_given():
    text = unicodedata.normalize("NFD", "Cơ quan được giao: huyÖn MÉu, tØnh")
    found = garbled(text)

    assert (text[found.start : found.end], found.meant) == (
        unicodedata.normalize("NFD", "huyÖn MÉu, tØnh"),
        "huyện Mẫu, tỉnh",
    )


@pytest.mark.parametrize(
    ("text", "run"),
    [
        ("Cơ quan: �y ban nh�n d�n", "�y ban nh�n d�n"),
        ("| Tên | Huy�n |", "Huy�n"),
        ("Cơ quan: ?y ban nh?n d?n huy?n M?u", "?y ban nh?n d?n huy?n M?u"),
        ("phòng c?i cách hành chính, tr??ng ban, ph??ng", "c?i cách hành chính, tr??ng ban, ph??ng"),
        ("B? N?i v? và H?i ??ng", "B? N?i v? và H?i ??ng"),
    ],
)
def test_lost_letters_cannot_be_told(text, run):
    start = text.index(run)

    assert garbled(text) == Garbled(start, start + len(run), run, "", "")


@pytest.mark.parametrize(
    "text",
    [
        "Bao nhiêu? Vì sao? Ở đâu?Ai làm?",
        "đúng?không",
        "đúng?không, hay?dở, có?hay không?",
        "a?b",
        "https://bantin.vn/tim?huyen=vinh-thuan&ky=2023?x=y",
        "http://x.vn/a?b=c và http://y.vn/d?e=f, trang?muc=1",
        "colou?r, https?, (?:nh?n)?, x?y:z, a ? b : c",
        "Có (bao nhiêu?) hay «bao lâu?» – thế nào??",
    ],
)
def test_questions_addresses_and_patterns_are_sound(text):
    assert garbled(text) is None


FOREIGN = """
café résumé naïve São Paulo Müller Köln Zürich Señor año Ångström Malmö Göteborg Besançon Reykjavík Łódź Škoda Çatalhöyük
Thaï Noël maïs Haïti Citroën Saúde país Raúl Jaén thé mère fête Niño Ñuble Böll où août goût coûter Loïc laïc naïf Anaïs
Moï Hanoï Saïgon Shanghaï Hawaï Israël Michaël Raphaël Gaël Moïse héroïne égoïste coïncidence aïe haï païen caïd Aït Aïn
être âme île hôtel sûr dû mûr crûe ça garçon français leçon œuvre cœur sœur déjà voilà là où dîner maître connaître
für über schön möchte können müssen Mönch Größe Straße weiß muß groß Fuß Maß hält läßt Männer Bücher Küche Käse Tür Öl
går gå på så nå må få då lång gång sång många år åt är här där än män hän sä mä tänään työ yö tyttö äiti pöytä näin
blåbær smørbrød sø sønn træ bæ læ næ ø å Århus Ærø København Tromsø Bodø kjøtt høre bøk æble mænd gør søm møde
niño mañana España coño piñata aún baúl maíz raíz país Seán Ó Briain tá sé méi béi nèi lèi pinyin wǒmen nǐ hǎo
não pão João Leão coração campeã mãe põe Camões religiões pinhão céu véu réu chapéu troféu também você avó avô
città virtù più può perché cioè università caffè lunedì Forlì Cantù tribù
în România câmp mâine și țară ăsta îi vîrf sînt
gün dün mü kü söz göz öç bütün çok çiçek genç sonuç İstanbul değil ığdır küçük yüz
þú það með ekki söng löng hún nú sér á í ó bæn væn Þór Ísafjörður
töö öö jää sõna hüüd nõu Võru Pärnu Jõgeva
příliš žluťoučký kůň úpěl ďábelské ódy já má tým dům kámen
të në më së është për shqipëria çfarë
tè què és això però català raïm país veïna
jó öt őz fű tűz könyv török szép népéi teát
Tòch één coördinatie reële zoëven ruïne
Wéi geet et Lëtzebuerg
"""
FOREIGN_WORDS = list(dict.fromkeys(FOREIGN.split()))

FOREIGN_SENTENCES = """
Noël est une fête où les naïfs espèrent goûter du maïs à l'hôtel.
Le garçon a déjà mangé un gâteau près de la forêt où vécut Loïc.
Les Thaïs et les Moïs d'Indochine, où êtes-vous ?
Ça alors ! Où as-tu passé tes vacances en août, à Besançon ou à Haïti ?
Müller wohnt in Köln und möchte für zwei Tage nach Zürich fahren.
Die Männer saßen in der Küche, aßen Käse und tranken süßen Most.
Das Mädchen hört schöne Töne, während die Bäume blühen.
„Äpfel, Öl und Übermut“, sagte Böll, „genügen für größere Späße.“
El niño comió piñata en España el año pasado, aún con más señores.
¿Dónde está el baúl de Raúl? ¡Aquí, en Jaén, según mamá!
Mañana habrá lluvia en Ñuble; mi tía irá a pie.
São Paulo não é a capital; João e a mãe vão à praia amanhã de manhã.
O céu está azul, o réu está só, e o chapéu é da avó.
A saúde do país não pode esperar, põe o pão e os feijões na mesa.
IRMÃ, AMANHÃ E MANHÃ: «IRMÃ», “MANHÃ” e „AMANHÃ“.
La città è più bella di così, perché può dormire laggiù.
Lunedì andrò all'università e prenderò un caffè.
Så gå på gång nu, då får vi se om vi når fram i år.
Nå må han gå på ski, så må vi få låne båten på sjøen.
Hän on täällä, mä en tiedä missä sä oot, näin hän sen tänään.
Yöllä työmies näki pöydällä äidin käsilaukun.
Et træ i læ på en ø, hvor søen går højt og mænd gør gavn.
Ærø og Tromsø ligger ved vannet; blåbærsyltetøy er godt på brød.
Þú ert hún sem söng löng lög á Íslandi í nótt.
Mér finnst gott að fá kaffi með mjólk í Reykjavík.
Příliš žluťoučký kůň úpěl ďábelské ódy.
Můj dům má tři okna a dvě zahrady, já tam byl včera.
Zażółć gęślą jaźń; Łódź leży w środku Polski.
În România, mâine îi vom întâlni pe toți în câmp.
Îmi place să mă plimb în pădure cînd sînt singur.
Bütün gün çok güzeldi, değil mi? Gördün mü? Öğretmen söz verdi.
Küçük çocuk Çatalhöyük'ü gördü, üç gün sonra döndü.
Árvíztűrő tükörfúrógép; öt török öt görögöt dögönyöz.
Töölö ja Võru vahel on öösel jäätunud jõgi.
Në Shqipëri të gjithë më thanë se është mirë.
Tá Seán Ó Briain ag ól tae sa teach, agus tá sé fuar.
Això és el que volíem: raïm, pa i què més, però amb la veïna.
Wéi geet et Iech? Mir sinn zu Lëtzebuerg an et ass schéin.
De coördinatie van de zoëven genoemde reële ruïnes kost één euro.
Wǒmen méi yǒu shíjiān; nǐ hǎo ma? Běijīng, Xī'ān, Lǚ.
Āboliņš dzīvo Rīgā, Šiauliai yra Lietuvoje, žąsys.
Љубав је лепа. Привет, как дела? Καλημέρα. 日本語 한국어 ไทย
"""

SOUND = """
Đăk Lăk, Đắk Lắk, H’leo, H'Leo, Ya Ma, SRó, Kông Chro, Chư Prông, Ea H’leo, Ia Pa, Pờ Ê, Rơ Kơi, M’Drắk, Krông Pắc, Púng
Thị xã Gò Công hoà giải, Hòa Bình, thuý, Thúy, hoạ, họa, khoẻ, khỏe, quý, quí, tuỳ, tùy, Uỷ ban, Ủy ban, huỷ, hủy
«Hội», «ng» và «ngh», «i» hay «y», viết «n» hay «m»: «an toàn», «công» và «ông»; «Thanh Hoá»… «khá», «khá»… «xá»; "«á»"
“THỊ XÃ”, THỊ XÃ HỒNG LĨNH, XÃ\u00a0HỘI, XÃ… XÃ – PHƯỜNG, XÃ’, XÃ–PHƯỜNG, «XÃ», XÃ» ĐÃ, THỊ XÃ  Bình Long, XÃ hội, Xã hội
© 2023 Công ty; ®, Windows® và Excel™; 25 °C, 5 µm, ±3 %, 3 × 4, 6 ÷ 2, § 5, ¶ 2, · một · hai, ½, m², m³, 1–2, €, £, ¥, ¬a
hai¹, dân², Nam³, Nga¹ và xã¹; N·m, kW·h, m×n, a×b, x¹, µg, 10µm, 1½, 5£, £m, $x$, 1ª, nº, Mª, c©, ©Ban, §1, §a
QĐ-UBND, HÐND, HÐ, NÐ-CP, TT-BNV, ubnd@kiengiang.gov.vn, https://kiengiang.gov.vn/tin?id=5&trang=2, a_b-c.d, C:\\Tệp
Ông Müller và bà Noël từ Köln đến Zürich; họ ăn ở quán café «Señor» tại São Paulo, hát «El Niño» và đọc Böll.
Chuyên gia Loïc (người Thaï) và Seán ở Haïti khảo sát maïs, país và Saúde tại Việt Nam năm 2023.
NGƯỜI DÂN, QUÂN, XUÂN, YÊN, TUYÊN QUANG, OÁN, HOÀ BÌNH, QUÝ, THUẾ, HUẾ, TOÀN, LOÃNG, KHOẺ, UỶ BAN, THUỲ
TÊn HÀnh CÔng MÔn LÊ (giữ phím Shift), xÃ hỘI, nhÀ nƯỚC
"""


@pytest.mark.parametrize("line", [*FOREIGN_SENTENCES.strip().splitlines(), *SOUND.strip().splitlines()])
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_sound_lines_pass(line, form):
    assert garbled(unicodedata.normalize(form, line)) is None
    assert garbled(unicodedata.normalize(form, line.upper())) is None


def test_foreign_words_pass_side_by_side():
    """Every fifth pair of words, so that each stands beside many; thoroughly, every pair."""
    often = 1 if THOROUGH else 5
    pairs = [" ".join(pair) for pair in islice(product(FOREIGN_WORDS, repeat=2), 0, None, often)]
    triples = [" ".join(triple) for triple in islice(combinations(FOREIGN_WORDS, 3), 0, None, 211 * often)]

    assert [text for text in FOREIGN_WORDS + pairs + triples if garbled(text)] == []
    assert [text for text in pairs[::7] if garbled(text.upper()) or garbled(f"Họ là {text} ở xã Mẫu.")] == []


def test_names_of_places_pass():
    assert [name for name in NAMES if garbled(name) or garbled(name.upper())] == []
    assert [name for name in NAMES if garbled(unicodedata.normalize("NFD", name))] == []


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize("folder", ["data", "content", "docs", "README.md", "CONTRIBUTING.md", "CHANGELOG.md"])
def test_our_own_text_passes(folder, form):
    sources = [ROOT / folder, *(ROOT / folder).rglob("*")]
    texts = [
        source.read_text(encoding="utf-8")
        for source in sources
        if source.suffix in {".md", ".yml", ".json", ".csv"} and source.stem != "text-garbled"
    ]
    lines = [line for text in texts for line in text.splitlines() if "�" not in line]  # docs show what is refused

    assert lines
    assert [line for line in lines if garbled(unicodedata.normalize(form, line))] == []


@settings(derandomize=True, deadline=None, max_examples=tries(300))
@given(st.text(st.sampled_from("aâeäoöuyÃ¡»ºÂ©µ?«»nh \n\u00a0\u00ad�'.\u0300Ì"), max_size=60))
def test_any_text_gets_an_answer(text):
    found = garbled(text)

    assert found is None or (found.text == text[found.start : found.end] != "" and "\n" not in found.text)
