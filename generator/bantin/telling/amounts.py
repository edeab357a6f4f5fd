"""Durations, sizes and shares as people say them: «1 phút 24 giây», «231,4 MB», «33%»."""

from decimal import ROUND_HALF_UP, Decimal

from bantin.vietnamese import number


def rounded(amount: float, decimals: int = 0) -> str:
    """A number with so many decimals: 3.675 and 41,8."""
    return number(Decimal(amount).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP))


def duration(seconds: float) -> str:
    """How long something took, no finer than anyone cares for: «2,4 giây», «1 phút 24 giây», «2 giờ 5 phút»."""
    if seconds < 0.05:
        return "chưa đến 0,1 giây"
    if seconds < 9.95:
        return f"{rounded(seconds, 1)} giây"
    return whole_duration(round(seconds))


def whole_duration(seconds: int) -> str:
    """How long something takes, in whole seconds or minutes."""
    if seconds < 60:
        return f"{seconds} giây"
    if seconds < 3600:
        return _both(seconds // 60, "phút", seconds % 60, "giây")
    minutes = round(seconds / 60)
    return _both(minutes // 60, "giờ", minutes % 60, "phút")


def _both(greater: int, of_greater: str, smaller: int, of_smaller: str) -> str:
    rest = f" {smaller} {of_smaller}" if smaller else ""
    return f"{number(greater)} {of_greater}{rest}"


def size(count: int) -> str:
    """How much room something takes: «512 byte», «26 kB», «231,4 MB», «1,1 GB»."""
    if count < 1000:
        return f"{count} byte"
    if count < 999_500:
        return f"{rounded(count / 1000)} kB"
    if count < 999_950_000:
        return f"{rounded(count / 1e6, 1)} MB"
    return f"{rounded(count / 1e9, 1)} GB"


def share(part: float, whole: float) -> str:
    """A part of a whole in percent; never all of it, or nothing, where that is not so."""
    if not whole:
        return "–"
    percent = 100 * part / whole
    return f"{rounded(min(max(percent, 0.1), 99.9) if 0 < percent < 100 else percent, 1)}%"
