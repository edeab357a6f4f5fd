"""Places through time on the pages: figures of two eras stay apart, and lead to each other."""

from bs4 import BeautifulSoup
from conftest import TODAY, Site

from bantin.folders import Folders
from bantin.places import gazetteer, lineage
from bantin.site import check, markdown_of

SOURCE = "Nguồn:\n  Tên: Báo cáo mẫu\n  Cơ quan: Tỉnh Mẫu\n"


def publish(site: Site, *paths: str, scope: str = "Toàn tỉnh") -> None:
    for number, path in enumerate(paths, start=1):
        site.write(f"data/{path}.yml", f"{SOURCE}Số liệu:\n  {scope}:\n    Hồ sơ tiếp nhận: {number}\n")


def document(site: Site, path: str) -> BeautifulSoup:
    return BeautifulSoup(site.page(path), "html.parser")


def words(tag) -> str:
    return " ".join(tag.get_text(" ").split())


def test_a_new_commune_leads_to_the_figures_of_its_old_district_in_one_click(site: Site):
    publish(site, "an-giang/xa-vinh-binh/2026", scope="Cấp xã")
    page = document(site, "an-giang/xa-vinh-binh/index.md")
    row = page.find(id="bang-truoc-va-sau").find_parent("table").tbody.tr

    assert "xã Vĩnh Bình Bắc" in words(row)
    assert row.find_all("a")[-1]["href"] == "../../kien-giang/huyen-vinh-thuan/"
    assert words(row.find_all("a")[-1]) == "Huyện Vĩnh Thuận (cũ)"


def test_an_old_district_says_until_when_it_was_and_what_came_after(site: Site):
    page = document(site, "kien-giang/huyen-vinh-thuan/index.md")

    assert words(page.h1) == "Huyện Vĩnh Thuận (cũ)"
    assert words(page.p) == "Tồn tại đến 30/06/2025. Nay thuộc 3 nơi"
    after = page.select_one(page.p.a["href"]).find_next("tbody").find_all("a")
    assert [words(a) for a in after] == ["xã Vĩnh Bình", "xã Vĩnh Phong", "xã Vĩnh Thuận"]
    assert after[0]["href"] == "../../an-giang/don-vi/#xa-vinh-binh"


def test_a_unit_without_figures_is_told_of_with_what_it_was_made_of(site: Site):
    page = document(site, "an-giang/don-vi/index.md")
    entry = page.find(id="xa-vinh-binh").find_next("p")

    assert words(entry).startswith(
        "Lập từ xã Bình Minh, xã Vĩnh Bình Bắc và xã Vĩnh Bình Nam của huyện Vĩnh Thuận (cũ)"
    )
    assert entry.find("a", class_="so-lieu-cu")["href"] == "../../kien-giang/huyen-vinh-thuan/"
    assert "một phần xã Phú Hội" in words(page.find(id="xa-an-phu").find_next("p"))
    assert "Nghị quyết số 1654/NQ-UBTVQH15" in words(page)


def test_an_island_district_went_whole(site: Site):
    page = document(site, "ho-chi-minh/don-vi/index.md")

    assert "toàn bộ huyện Côn Đảo (cũ)" in words(page.find(id="dac-khu-con-dao").find_next("p"))


def test_the_two_territories_of_one_name_keep_their_figures_apart(site: Site):
    publish(site, "gia-lai/2024", "gia-lai/2026", "gia-lai/huyen-kong-chro/2024", "gia-lai/xa-kong-chro/2026")
    page = document(site, "gia-lai/index.md")
    parts = [words(tag).split(" Trong")[0] for tag in page.find_all(["h2", "h3", "li"])]

    assert parts == [
        "Từ 01/07/2025", "Số liệu của tỉnh", "Tỉnh Gia Lai: năm 2026", "Xã, phường, đặc khu", "Xã Kông Chro năm 2026",
        "Đến 30/06/2025", "Số liệu của tỉnh", "Tỉnh Gia Lai: năm 2024", "Đơn vị cấp huyện", "Huyện Kông Chro (cũ) năm 2024",
    ]  # fmt: skip
    said = words(page)
    assert "1 trong 135 xã, phường, đặc khu đã có bài ở đây" in said
    assert "1 trong 17 đơn vị cấp huyện đã có bài ở đây" in said


def test_a_table_of_places_breaks_between_the_eras(site: Site):
    publish(site, "gia-lai/2024", "gia-lai/2026")
    table = document(site, "chi-so/ho-so-tiep-nhan/index.md").find("table").tbody
    rows = [words(row) for row in table.find_all("tr")]

    assert rows[0] == "Đơn vị hành chính hiện nay"
    assert rows[1].startswith("Tỉnh Gia Lai năm 2026")
    assert rows[2] == "Đơn vị hành chính đến hết ngày 30/06/2025"
    assert any(row.startswith("Tỉnh Gia Lai (cũ) năm 2024") for row in rows[3:])


def test_a_figure_of_one_era_is_never_compared_with_one_of_the_other(site: Site):
    publish(site, "gia-lai/2025", "gia-lai/2026")
    publish(site, "an-giang/2024", "an-giang/2025")

    assert "[far-from-past]" not in "".join(site.problems())
    assert site.archive().report_a_year_before(site.archive().by_address["gia-lai/2026"]) is not None
    report = site.archive().by_address["an-giang/2025"]
    assert site.archive().report_a_year_before(report) is None


def test_a_province_that_became_a_city_keeps_its_name_in_older_bulletins(site: Site):
    publish(site, "dong-nai/2025-quy-4", "dong-nai/2026-quy-2")

    assert "title: 'Tỉnh Đồng Nai: quý IV năm 2025'" in site.page("dong-nai/2025-quy-4/index.md")
    assert "title: 'Thành phố Đồng Nai: quý II năm 2026'" in site.page("dong-nai/2026-quy-2/index.md")
    assert "Đến hết ngày 29/04/2026 là tỉnh Đồng Nai" in words(document(site, "dong-nai/index.md"))


def test_two_communes_spelt_alike_have_a_page_that_asks_which(site: Site):
    page = document(site, "dong-thap/xa-tan-thanh/index.md")

    assert [words(a) for a in page.find_all("a")] == ["Xã Tân Thành", "Xã Tân Thạnh"]


def test_the_series_of_a_province_that_did_not_merge_runs_on(site: Site):
    publish(site, "son-la/2024", "son-la/2026", "son-la/huyen-muong-la/2024")
    page, table = document(site, "son-la/index.md"), document(site, "chi-so/ho-so-tiep-nhan/index.md").find("table")
    own = [words(link) for id in ("", "-2") for link in page.find(id=f"so-lieu-cua-tinh{id}").find_next("ul")("a")]
    rows = [words(row) for row in table.tbody.find_all("tr")]

    assert words(page.h1) == "Tỉnh Sơn La"
    assert "Tỉnh Sơn La : giữ nguyên, không sáp nhập. Gồm 67 xã và 8 phường" in words(page)
    assert words(page).count("giữ nguyên") == 1
    assert own == ["Tỉnh Sơn La: năm 2026", "Tỉnh Sơn La: năm 2024"]
    assert [row.split(" Toàn tỉnh")[0] for row in rows if "Sơn La" in row or "Đơn vị" in row] == [
        "Đơn vị hành chính hiện nay", "Tỉnh Sơn La năm 2024", "Tỉnh Sơn La năm 2026",
        "Đơn vị hành chính đến hết ngày 30/06/2025", "Huyện Mường La (cũ) Sơn La năm 2024",
    ]  # fmt: skip
    last, before = (site.archive().by_address[f"son-la/{year}"] for year in (2026, 2024))
    assert last.place == before.place


def test_a_province_that_kept_its_name_grew(site: Site):
    publish(site, "an-giang/2024", "an-giang/2026")
    page, before = document(site, "an-giang/index.md"), document(site, "an-giang/2024/index.md")
    lives = [words(heading.find_next("p")) for heading in page.find_all("h2")[:2]]

    assert lives[0].startswith("Tỉnh An Giang , từ 01/07/2025: mở rộng, hợp nhất với tỉnh Kiên Giang .")
    assert lives[1].startswith("Tỉnh An Giang , đến 30/06/2025: sau đó mở rộng, hợp nhất với tỉnh Kiên Giang .")
    assert "Từ ngày 01/07/2025, tỉnh An Giang mở rộng, hợp nhất với tỉnh Kiên Giang ." in words(before)
    assert "tồn tại đến hết" not in words(before)


def test_nothing_is_the_newest_of_a_place_beside_what_ended_nobody_knows_when(site: Site):
    publish(site, "son-la/phuong-chieng-sinh/2025-07-01_den-nay", "son-la/phuong-chieng-sinh/2025-thang-7")
    publish(site, "son-la/xa-muong-la/2025-thang-7")
    rows = document(site, "son-la/index.md").find(id="don-vi").find_next("ul").find_all("li")

    assert [words(row) for row in rows] == ["Phường Chiềng Sinh 2 bản tin", "Xã Mường La tháng 7 năm 2025"]


def test_a_province_of_today_leads_to_what_its_territory_published_under_earlier_names(site: Site):
    publish(
        site,
        *(f"kien-giang/{year}" for year in range(2018, 2022)),
        "an-giang/2026",
        "thua-thien-hue/huyen-nam-dong/2020",
    )
    page, hue = document(site, "an-giang/index.md"), document(site, "hue/index.md")
    former = page.find(id="tinh-truoc-day")
    links = [(words(a), a["href"]) for a in former.find_all_next("a", limit=5)]

    assert links[0] == ("Tỉnh Kiên Giang (cũ)", "../kien-giang/")
    assert [name for name, _ in links[1:4]] == [f"Tỉnh Kiên Giang: năm {year}" for year in (2022, 2021, 2020)]
    assert links[4] == ("1 đơn vị trong tỉnh đã có bài ở đây", "../kien-giang/#don-vi")
    assert "tỉnh Kiên Giang" not in words(page.find(id="so-lieu-cua-tinh").find_next("ul"))
    assert words(hue.find(id="tinh-truoc-day").find_next("a")) == "Tỉnh Thừa Thiên Huế (cũ)"
    assert document(site, "kien-giang/index.md").find(id="tinh-truoc-day") is None


def test_no_page_of_a_province_whose_territory_has_published_is_a_dead_end(site: Site):
    paths = [unit.path for unit in gazetteer.all_provinces() if not unit.is_current]
    publish(site, *(f"{path}/2019" for path in paths))
    edition = check(Folders.of(site.root), TODAY)
    pages = {file.path: str(file.content()) for file in markdown_of(edition, Folders.of(site.root))}

    for path in paths:
        successor = lineage.today(gazetteer.units(path)[0])[0]
        page = BeautifulSoup(pages[f"{successor.path}/index.md"], "html.parser")
        assert page.find("a", href=lambda to, path=path: to and to.endswith(f"../{path}/2019/")), path
