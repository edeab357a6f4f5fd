"""The problem of a folder that names no unit."""

from datetime import timedelta

from bantin.places import finding, gazetteer, lineage, province_path
from bantin.problems import Location, Problem
from bantin.vietnamese import date_text, listed


def unknown_place(at: Location, folder: str) -> Problem:
    """The problem of a folder that names no unit, with the closest that do."""
    if not folder:
        help = "Đặt tệp vào thư mục của tỉnh, hoặc của đơn vị trong tỉnh."
        return Problem(at, "unknown-place", "Tệp chưa nằm trong thư mục của tỉnh nào.", help)
    message = f"Không có đơn vị hành chính nào ứng với thư mục «{folder}»."
    if alike := finding.namesakes(folder):
        message = f"Thư mục «{folder}» có thể là {listed((unit.full_name for unit in alike), 'hoặc')}."
        hint = f"Đặt tên kèm mã: {listed(f'{unit.path} là {unit.full_name}' for unit in alike)}."
        return Problem(at, "unknown-place", message, hint)
    close = finding.nearest(folder)
    hint = f"Thư mục gần giống: {listed(close, 'hoặc')}." if close else "Xem data/README.md để biết cách đặt tên."
    province = next(iter(gazetteer.units(province_path(folder))), None)
    if province and province.until:
        today = lineage.today(province)[0]
        if today.path != province.path and any(path.startswith(f"{today.path}/") for path in close):
            changed = date_text(province.until + timedelta(days=1))
            hint = f"Từ {changed}, {province.full_name} nhập vào {today.full_name}. {hint}"
    return Problem(at, "unknown-place", message, hint)
