"""Texts of articles and reports: dates that do not exist, numbers nobody published, sections without words."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import zip_longest

from bantin.checks.briefs import Brief
from bantin.model import Archive, Article, Figure, Ledger, Report, Target, Value, blanked, references
from bantin.places import province_path
from bantin.problems import Location, Problem
from bantin.vietnamese import lower_first, parse_date, slug

WEEKDAYS = ("thứ hai", "thứ ba", "thứ tư", "thứ năm", "thứ sáu", "thứ bảy", "chủ nhật")
_DAY = re.compile(
    r"(?:(thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật),? (?:ngày )?)?(\d{1,2}/\d{1,2}/\d{4})", re.IGNORECASE
)
_HEADING = re.compile(r"^(#{1,6}) +(.+)$", re.MULTILINE)
# A number that stands for a figure: with a separator, a percent sign or k/n, or of three digits and more. What names
# a date, a year, a document, a level or a programme is none.
_NUMBER = re.compile(r"(?<![\w/.,-])(\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+,\d+|\d+/\d+|\d+(?= ?%)|\d{3,})(?![\w/-]|[.,]\d)")
_NAMES = re.compile(
    r"\d{1,2}/\d{1,2}/\d{4}|(?:tháng|năm|quý|giai đoạn|nhiệm kỳ) \d[\d/ –-]*|\d{4} ?[-–] ?\d{4}"
    r"|(?:số|điều|khoản|mức độ|Đề án|Nghị quyết|Thông tư|Nghị định|Quyết định|Chỉ thị|Luật) (?:số )?\d[\w/.-]*"
    r"|\d+/(?:\d{4}/)?[A-ZĐ][\w-]*|`[^`]*`|\]\([^)]*\)|<[^>]*>|https?://\S+",
    re.IGNORECASE,
)


def dates_in_report(report: Report, ledger: Ledger) -> Iterator[Problem]:
    """Days that do not exist, and weekdays of another day, in the texts of a report."""
    for assessment in report.assessments:
        yield from _dates(assessment.text, assessment.at)
    for value in report.figures_and_targets:
        if value.note:
            yield from _dates(value.note, value.at)


def dates_in_article(article: Article, archive: Archive) -> Iterator[Problem]:
    """Days that do not exist, and weekdays of another day, in an article."""
    for line, at in _lines(article):
        yield from _dates(line, at)


def numbers_unknown(article: Article, archive: Archive) -> Iterator[Problem]:
    """Numbers in an article that are not among the figures of the places it speaks of."""
    values = [value for place in _places_named(article) for value in _values_of(place, archive)]
    known = {
        part for value in values for part in (value.text, *value.text.split("/"), *re.findall(r"[\d.,]+", value.text))
    }
    for line, at in _lines(article):
        masked = _NAMES.sub(lambda match: " " * len(match[0]), line)
        for match in _NUMBER.finditer(masked):
            if match[1] in known:
                continue
            close = _nearest(match[1], values)
            hint = f"Số liệu gần nhất là {close}. " if close else ""
            message = f"Con số {match[1]} không có trong số liệu của nơi bài viết nói tới."
            help = f"{hint}Dùng lời gọi so_lieu để in đúng số liệu."
            yield Problem(
                Location(at.source, at.line, match.start() + 1), "number-unknown", message, help, warning=True
            )


def sections_empty(article: Article, archive: Archive) -> Iterator[Problem]:
    """Headings of an article without a word below them."""
    headings = list(_HEADING.finditer(article.body))
    for heading, following in zip_longest(headings, headings[1:]):
        end = following.start() if following else len(article.body)
        deeper = following is not None and len(following[1]) > len(heading[1])
        if not article.body[heading.end() : end].strip() and not deeper:
            line = article.body_line + article.body[: heading.start()].count("\n")
            message = f"Đề mục «{heading[2].strip()}» chưa có nội dung."
            yield Problem(
                Location(article.at.source, line),
                "section-empty",
                message,
                "Viết nội dung hoặc xóa đề mục.",
                warning=True,
            )


def image_not_described(article: Article, archive: Archive) -> Iterator[Problem]:
    """Pictures whose description says no more than the title or the caption."""
    for image in article.images:
        if slug(image.alt) in (slug(article.title), slug(image.caption)) and image.alt:
            message = f"Mô tả ảnh «{image.file}» chép lại tiêu đề hoặc chú thích."
            help = "Viết ảnh cho thấy gì, cho người không nhìn thấy ảnh."
            yield Problem(image.at, "image-not-described", message, help, warning=True)


def texts_copied(reports: Sequence[Brief]) -> Iterator[Problem]:
    """Assessments that equal one of another file inside the province."""
    seen: dict[str, Brief] = {}
    for report in reports:
        for passage in report.passages:
            earlier = seen.setdefault(passage.words, report)
            if earlier.source != report.source:
                message = f"Đoạn «{passage.heading}» giống hệt một đoạn của {earlier.source}."
                help = "Viết lại cho đúng nơi và kỳ này, hoặc xóa đoạn."
                yield Problem(passage.at, "text-copied", message, help, warning=True)


def _dates(text: str, at: Location) -> Iterator[Problem]:
    for match in _DAY.finditer(text):
        day = parse_date(match[2])
        if not day:
            help = "Xem lại ngày, tháng, năm."
            yield Problem(at, "date-impossible", f"«{match[2]}» không phải là một ngày có thật.", help, warning=True)
        elif match[1] and not _same_weekday(match[1].lower(), day.weekday()):
            message = f"Ngày {match[2]} là {WEEKDAYS[day.weekday()]}, mà ở đây ghi {match[1].lower()}."
            yield Problem(at, "weekday-differs", message, "Xem lại ngày hoặc thứ.", warning=True)


def _same_weekday(word: str, weekday: int) -> bool:
    return WEEKDAYS[weekday] == word or (weekday < 6 and word == f"thứ {weekday + 2}")


def _lines(article: Article) -> Iterator[tuple[str, Location]]:
    """The lines of the body, references blanked out so that columns stay."""
    for number, line in enumerate(blanked(article, " ").split("\n")):
        yield line, Location(article.at.source, article.body_line + number)


def _places_named(article: Article) -> list[str]:
    named = [article.place, *(r.place for r in references(article) if not isinstance(r, Problem))]
    return list(dict.fromkeys([*named, *(province_path(place) for place in named)]))


def _values_of(place: str, archive: Archive) -> list[Figure | Target]:
    return [value for report in archive.reports_of(place) for value in report.figures_and_targets]


def _nearest(text: str, values: list[Figure | Target]) -> str:
    plain = text.partition("/")[0].replace(".", "").replace(",", ".")
    numbers = [(value.value.number, value) for value in values if isinstance(value.value, Value) and value.value.number]
    if not numbers:
        return ""
    sought = Decimal(plain)
    number, value = min(numbers, key=lambda pair: abs(pair[0] - sought))
    return f"{value.text} ({lower_first(value.indicator.label)})" if abs(number - sought) <= number / 5 else ""
