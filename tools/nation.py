"""Write a whole made-up national site, for benchmarks and for tests of what a small site never shows.

    python tools/nation.py --pages 2000 /tmp/nation

Real places, periods and names of fields; every figure is invented and every source says so. What a place reports
follows from its months, so that a year is the sum of its quarters and every sum of form 06 holds. Small nations have
years and halves alone; the larger one is, the more of each year its places tell, up to every month and its sum so far.
Nearly one figure in a hundred is then made doubtful: two digits exchanged, a part larger than its total, a rate cut
off. A comment on its line says so. Same number and seed, same bytes.
"""

import argparse
import math
import random
import shutil
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property
from itertools import islice
from pathlib import Path

from bantin.model.periods import Period
from bantin.places import eras, gazetteer
from bantin.places.unit import Level, Unit
from bantin.reading.times import parse_period
from bantin.vietnamese import date_text

REPOSITORY = Path(__file__).parent.parent

YEARS = range(2018, 2025)
PERIODS_OF_A_PLACE = 6
"""How many periods a place has where nobody says otherwise, as long as there are places enough."""
DOUBTFUL = 0.01
"""The share of counts and computed rates that are made doubtful, where they can be."""
DOUBT = "  # thử: "
"""The comment on the line of a doubtful figure begins so."""

FIELDS = {
    "Đất đai": (900, "Giấy tờ về quyền sử dụng đất và tài sản gắn liền với đất."),
    "Hộ tịch": (400, "Khai sinh, kết hôn, khai tử và các giấy tờ về nhân thân."),
    "Chứng thực": (700, "Chứng thực bản sao, chữ ký, hợp đồng."),
    "Xây dựng": (120, "Giấy phép xây dựng và các thủ tục về công trình."),
    "Bảo trợ xã hội": (180, "Trợ cấp và chăm sóc người khó khăn."),
    "Người có công": (90, "Chế độ với người có công với cách mạng và thân nhân."),
    "Thành lập và hoạt động của hộ kinh doanh": (260, "Đăng ký, thay đổi và thôi kinh doanh của hộ."),
    "Môi trường": (70, "Giấy phép, đăng ký về môi trường."),
    "Văn hóa": (60, "Lễ hội, gia đình và các hoạt động văn hóa."),
    "Giáo dục trung học": (110, "Chuyển trường, bằng cấp và việc mở trường trung học."),
    "Lưu thông hàng hóa trong nước": (80, "Giấy phép bán lẻ rượu, thuốc lá và các mặt hàng có điều kiện."),
    "Thi đua, khen thưởng": (100, "Danh hiệu thi đua và các hình thức khen thưởng."),
}
"""Real fields of procedures, each with about how many dossiers a district receives in a quarter."""

RECEIVED, ONLINE, DIRECT = "Hồ sơ tiếp nhận", "Hồ sơ tiếp nhận trực tuyến", "Hồ sơ tiếp nhận trực tiếp"
CARRIED, TO_RESOLVE = "Hồ sơ kỳ trước chuyển sang", "Hồ sơ phải giải quyết"
EARLY, ON_TIME, LATE = "Hồ sơ giải quyết trước hạn", "Hồ sơ giải quyết đúng hạn", "Hồ sơ giải quyết quá hạn"
NOT_LATE, RESOLVED = "Hồ sơ giải quyết trước hạn và đúng hạn", "Hồ sơ đã giải quyết"
IN_PROCESS = "Hồ sơ đang giải quyết"
TASKS = "Nhiệm vụ trọng tâm đã thực hiện"
RATES = {
    "Tỷ lệ hồ sơ tiếp nhận trực tuyến": (ONLINE, RECEIVED),
    "Tỷ lệ hồ sơ giải quyết trước hạn và đúng hạn": (NOT_LATE, RESOLVED),
    "Tỷ lệ trước hạn": (EARLY, RESOLVED),
}
"""Rates with their numerator and the base that the report states."""
TARGETS = {
    "Tỷ lệ hồ sơ tiếp nhận trực tuyến": ("từ {}% trở lên", (40, 50, 60)),
    "Tỷ lệ hồ sơ giải quyết trước hạn và đúng hạn": ("tối thiểu {}%", (95, 98)),
    "Mức độ hài lòng về giải quyết thủ tục hành chính": ("trên {}%", (85, 90)),
}
"""Targets of a year: how they are printed, and the numbers they may have."""

INVENTED = "Số liệu do máy sinh ra để thử chương trình; không nơi nào công bố con số này."
ABOUT = f"""---
title: Giới thiệu
description: Trang thử của Bản tin CCHC, với số liệu do máy sinh ra.
---

# Giới thiệu

{INVENTED}

Tên tỉnh, huyện, kỳ và lĩnh vực là thật, để trang lớn và nhiều như của cả nước. Cách đọc ở [Hướng dẫn](huong-dan.md), các từ ở [Thuật ngữ](thuat-ngu.md).
"""  # noqa: E501 -- a paragraph of Markdown is one line


def main() -> None:
    """Write the site that the command line asks for, and say what it holds."""
    parser = argparse.ArgumentParser(description="Write a made-up national site.")
    parser.add_argument("--pages", type=int, required=True, help="how many report files")
    parser.add_argument("--periods", type=int, default=PERIODS_OF_A_PLACE, help="of a place, while places suffice")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--whole-form", action="store_true", help="about 106 figures a report instead of 34")
    parser.add_argument("folder", type=Path, help="a folder that is new or empty")
    options = parser.parse_args()
    most = len(places()) * len(period_names())
    if not 0 < options.pages <= most:
        parser.error(f"--pages is between 1 and {most}: every place with every period of {YEARS[0]} to {YEARS[-1]}")
    if not 0 < options.periods <= len(period_names()):
        parser.error(f"--periods is between 1 and {len(period_names())}")
    if options.folder.exists() and any(options.folder.iterdir()):
        parser.error(f"{options.folder} is not empty")
    of_a_field = WHOLE_FORM if options.whole_form else OF_A_FIELD
    chosen = _chosen(options.pages, options.periods, options.seed)
    print(write(options.folder, chosen, options.seed, of_a_field))


def write(root: Path, chosen: list[tuple[Unit, int]], seed: int, of_a_field: tuple[str, ...]) -> str:
    """Write the site into a folder; the answer says in one line what it holds."""
    for path in ("data/danh-muc", "theme_overrides", "mkdocs.yml", "content/huong-dan.md", "content/thuat-ngu.md"):
        _copy(REPOSITORY / path, root / path)
    _write(root / "data/danh-muc/phan-to/linh-vuc.yml", _fields())
    _write(root / "content/gioi-thieu.md", ABOUT)
    doubtful, pages = 0, sum(count for _, count in chosen)
    for place, count in chosen:
        work = Work(place, random.Random(f"{seed} {place.path}"))  # noqa: S311 -- not a secret
        for name in period_names()[:count]:
            text = report(work, name, of_a_field)
            _write(root / f"data/{place.path}/{name}.yml", text)
            doubtful += text.count(DOUBT)
    articles = list(islice(chosen, max(3, pages // 400)))
    for place, _ in articles:
        _write(root / f"content/{place.path}/2025-02-10-ho-so-nam-2024.md", _article(place))
    return f"{pages} reports of {len(chosen)} places, {doubtful} doubtful figures, {len(articles)} articles"


def places() -> list[Unit]:
    """The provinces of the first era, each followed by its districts; those alone that were there in all years."""
    first, last = date(YEARS[0], 1, 1), date(YEARS[-1], 12, 31)
    provinces = gazetteer.provinces(eras()[0])
    known = (unit for province in provinces for unit in (province, *gazetteer.districts(province)))
    return [unit for unit in known if unit.existed_on(first) and unit.existed_on(last)]


def period_names() -> list[str]:
    """The periods a place may report on, those first that nearly all report: years and halves, newest first."""

    def of_each_year(*names: str) -> list[str]:
        return [name.format(year) for year in reversed(YEARS) for name in names]

    return [
        *of_each_year("{}", "{}-6-thang"),
        *of_each_year("{}-quy-4", "{}-quy-3", "{}-quy-2", "{}-quy-1"),
        *of_each_year("{}-9-thang"),
        *of_each_year(*(f"{{}}-thang-{month}" for month in range(12, 0, -1))),
        *of_each_year(*(f"{{}}-{months}-thang" for months in (11, 10, 8, 7, 5, 4, 2))),
    ]


def _chosen(pages: int, periods: int, seed: int) -> list[tuple[Unit, int]]:
    """The places that report, with how many periods each: no period more than another place's, give or take one."""
    known = places()
    count = min(len(known), math.ceil(pages / periods))
    found = random.Random(seed).sample(known, count)  # noqa: S311 -- not a secret
    return [(place, pages // count + (index < pages % count)) for index, place in enumerate(found)]


@dataclass(frozen=True, slots=True)
class Flow:
    """Form 06 for one field and some quarters: what came in, and what became of it."""

    online: int
    direct: int
    carried: int
    early: int
    on_time: int
    late: int

    @property
    def counts(self) -> dict[str, int]:
        """Every count of the form by its indicator, in the order of a bulletin."""
        received, resolved = self.online + self.direct, self.early + self.on_time + self.late
        return {
            TO_RESOLVE: received + self.carried,
            RECEIVED: received,
            ONLINE: self.online,
            DIRECT: self.direct,
            CARRIED: self.carried,
            RESOLVED: resolved,
            NOT_LATE: self.early + self.on_time,
            EARLY: self.early,
            ON_TIME: self.on_time,
            LATE: self.late,
            IN_PROCESS: received + self.carried - resolved,
        }

    @property
    def months(self) -> Iterator["Flow"]:
        """A quarter's three months, which add up to it; more never leaves an office than has come in."""
        came, went = (self.online, self.direct), (self.early, self.on_time, self.late)
        carried = self.carried
        for month in range(3):
            online, direct = (-(-n * (month + 1) // 3) + -n * month // 3 for n in came)
            early, on_time, late = (n * (month + 1) // 3 - n * month // 3 for n in went)
            yield Flow(online, direct, carried, early, on_time, late)
            carried += online + direct - early - on_time - late


OF_A_FIELD = (RECEIVED,)
"""What a report prints for every field, as bulletins do; for all fields together it prints every indicator."""
WHOLE_FORM = (RECEIVED, ONLINE, DIRECT, EARLY, ON_TIME, LATE, IN_PROCESS)
"""What form 06 prints for every field."""


@dataclass(frozen=True)
class Work:
    """What one place did in all quarters of all years."""

    place: Unit
    rng: random.Random

    @cached_property
    def quarters(self) -> dict[str, list[Flow]]:
        """The quarters of each field, oldest first; what one leaves in process the next carries over."""
        size = self.rng.uniform(0.4, 1.8)
        return {name: list(self._flows(usual * size)) for name, (usual, _) in FIELDS.items()}

    @cached_property
    def months(self) -> dict[str, list[Flow]]:
        """The months of each field, oldest first."""
        return {name: [month for flow in flows for month in flow.months] for name, flows in self.quarters.items()}

    def _flows(self, usual: float) -> Iterator[Flow]:
        within = self.rng.uniform
        carried, usual, punctual = int(usual * 0.06), usual * within(0.7, 1.3), within(0.3, 1)
        for quarter in range(4 * len(YEARS)):
            received = int(usual * (1 + quarter * 0.01) * within(0.85, 1.15))
            online = int(received * min(0.95, 0.1 + quarter * 0.03) * within(0.9, 1))
            resolved = int((received + carried) * within(0.91, 0.97))
            late = int(resolved * within(0, 0.02) * punctual)
            early = int((resolved - late) * within(0.6, 0.9))
            yield Flow(online, received - online, carried, early, resolved - late - early, late)
            carried += received - resolved

    def flows(self, period: Period) -> dict[str, Flow]:
        """What a period prints of each field."""
        first = 12 * (period.start.year - YEARS[0]) + period.start.month - 1
        return {name: _together(flows[first : first + period.months]) for name, flows in self.months.items()}

    @cached_property
    def plans(self) -> Mapping[int, str]:
        """The legal basis of each year's targets, and these."""
        return {year: self._plan(year) for year in YEARS}

    def _plan(self, year: int) -> str:
        issued = date(year, 1, 5) + timedelta(self.rng.randrange(30))
        values = {name: text.format(self.rng.choice(numbers)) for name, (text, numbers) in TARGETS.items()}
        return (
            "Căn cứ:\n"
            f"  - Tên: Kế hoạch số {self.rng.randint(2, 90)}/KH-UBND\n"
            f"    Ngày: {date_text(issued)}\n"
            f"    Cơ quan: {publisher(self.place)}\n"
            f"    Trích yếu: Kế hoạch cải cách hành chính năm {year}\n"
            "\n"
            "Chỉ tiêu:\n"
            f"  {scope(self.place)}:\n" + "".join(f"    {name}: {value}\n" for name, value in values.items())
        )


def _together(flows: list[Flow]) -> Flow:
    """Consecutive months as one period, which carries over what the first did."""
    return replace(_sum(flows), carried=flows[0].carried)


def _sum(flows: Iterable[Flow]) -> Flow:
    columns = zip(*((f.online, f.direct, f.carried, f.early, f.on_time, f.late) for f in flows), strict=True)
    return Flow(*map(sum, columns))


def report(work: Work, name: str, of_a_field: tuple[str, ...]) -> str:
    """The file of one period."""
    period = parse_period(name)
    assert period is not None
    place, rng, flows = work.place, work.rng, work.flows(period)
    counts = _sum(flows.values()).counts
    tasks = rng.randint(18, 40)
    done = rng.randint(tasks // 2, tasks)
    lines = [
        "Nguồn:",
        f"  - Tên: Báo cáo kết quả công tác cải cách hành chính {period.name}",
        f"    Cơ quan: {publisher(place)}",
        f"    Ngày: {date_text(period.end + timedelta(rng.randint(2, 25)))}",
        f"    Số hiệu: {rng.randint(10, 480)}/BC-UBND",
        f"    Ghi chú: {INVENTED}",
        "",
        "Số liệu:",
        f"  {scope(place)}:",
        f"    Thủ tục hành chính: {rng.randint(210, 320)}",
        f"    Dịch vụ công trực tuyến: {rng.randint(90, 200)}",
        *_counts(rng, counts),
        f"    {TASKS}: {done}/{tasks}",
        f"    Tỷ lệ nhiệm vụ trọng tâm đã thực hiện: {_percent(rng, done, tasks)}",
        f"    Mức độ hài lòng về giải quyết thủ tục hành chính: {rng.randint(80, 99)},{rng.randint(1, 9)}%",
    ]
    for rate, (part, base) in RATES.items():
        value = _percent(rng, counts[part], counts[base])
        lines += [f"    {rate}:", f"      Giá trị: {value}", f"      Mẫu số: {base}"]
    for member, flow in flows.items():
        found = flow.counts
        lines += [f"  {scope(place)} / {member}:", *_counts(rng, {name: found[name] for name in of_a_field})]
    targets = "" if "quy" in name or "-thang-" in name else f"\n{work.plans[period.end.year]}"
    return "\n".join(lines) + f"\n{targets}"


def _counts(rng: random.Random, counts: Mapping[str, int]) -> Iterator[str]:
    for name, count in counts.items():
        text = f"{count:,}".replace(",", ".") if count else "không có"
        if rng.random() < DOUBTFUL and (swapped := _digits_swapped(count)):
            too_much = name == ONLINE and rng.random() < 0.5
            wrong = counts[RECEIVED] + count if too_much else swapped
            text = f"{wrong:,}".replace(",", ".") + DOUBT + ("một phần lớn hơn tổng" if too_much else "đổi hai chữ số")
        yield f"    {name}: {text}"


def _percent(rng: random.Random, part: int, whole: int) -> str:
    """The rate with two decimals; a doubtful one is cut off where it should be rounded up."""
    if rng.random() < DOUBTFUL and 200 * part // whole % 2:
        return f"{100 * part // whole}%{DOUBT}bỏ phần lẻ"
    units, hundredths = divmod((20_000 * part + whole) // (2 * whole), 100)
    return f"{units},{hundredths:02}%" if hundredths else f"{units}%"


def scope(place: Unit) -> str:
    """The offices that a place's own report counts."""
    return "Cấp tỉnh" if place.level is Level.PROVINCE else "Cấp huyện"


def publisher(place: Unit) -> str:
    """«Ủy ban nhân dân huyện Vĩnh Thuận»."""
    return f"Ủy ban nhân dân {place.full_name}"


def _digits_swapped(count: int) -> int:
    """The count with two neighbouring digits exchanged, the last two that differ; 0 when no two do."""
    digits = str(count)
    for index in range(len(digits) - 1, 0, -1):
        before, after = digits[index - 1], digits[index]
        if before != after and not (index == 1 and after == "0"):
            return int(f"{digits[: index - 1]}{after}{before}{digits[index + 1 :]}")
    return 0


def _fields() -> str:
    members = "".join(f"  {name}:\n    Giải thích: {explanation}\n" for name, (_, explanation) in FIELDS.items())
    explanation = "Chia hồ sơ, thủ tục theo việc mà người dân cần làm; ở trang thử này các lĩnh vực cộng lại là tất cả."
    return f"Tên: Lĩnh vực\nGiải thích: {explanation}\nTrọn bộ: có\nThành viên:\n{members}"


def _article(place: Unit) -> str:
    def printed(indicator: str, part: str = "", kind: str = "so_lieu") -> str:
        return f'{{{{ {kind}("2024", "{scope(place)}{part}", "{indicator}") }}}}'

    name, rate = place.full_name, "Tỷ lệ hồ sơ giải quyết trước hạn và đúng hạn"
    return f"""---
Tiêu đề: "{name[0].upper()}{name[1:]}: hồ sơ năm 2024"
Tóm tắt: Hồ sơ mà {name} đã nhận và đã trả trong năm, theo số liệu thử.
Ngày: 10/02/2025
Tác giả: Máy sinh số liệu thử
Nguồn:
  - Tên: Báo cáo kết quả công tác cải cách hành chính năm 2024
    Cơ quan: {publisher(place)}
    Ghi chú: {INVENTED}
Chủ đề:
  - Cải cách thủ tục hành chính
---
Cả năm, {name} nhận {printed(RECEIVED)} hồ sơ, trong đó {printed(ONLINE)} nộp qua mạng. Riêng đất đai có {printed(RECEIVED, " / Đất đai")} hồ sơ.

## Trả kết quả

Các cơ quan của {name} trả sớm hoặc đúng hẹn {printed(NOT_LATE)} hồ sơ, tức là {printed(rate)}; chỉ tiêu là {printed(rate, kind="chi_tieu")}. Cuối năm còn {printed(IN_PROCESS)} hồ sơ đang làm.
"""  # noqa: E501 -- a paragraph of Markdown is one line


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    if source.is_dir():
        shutil.copytree(source, target)
    else:
        shutil.copyfile(source, target)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
