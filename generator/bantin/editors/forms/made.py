"""The form of a place and period, from the lists and from what the place printed before."""

from collections.abc import Iterable, Mapping

from bantin.editors.forms.about import sheet_about
from bantin.editors.forms.fields import BREAKDOWN, sheet_of_fields
from bantin.editors.forms.layout import Form, Sheet, Words
from bantin.editors.forms.printed import Printed, scope_name
from bantin.editors.forms.rates import sheet_of_rates
from bantin.model import Catalogue, Period, Report, Scope, State, standing, whole_of
from bantin.places import Unit
from bantin.reading import NOTHING

_HEDGES = ("gần", "khoảng", "trên", "dưới", "tối thiểu", "tối đa")


def form_of(place: Unit, period: Period, *, catalogue: Catalogue, reports: Iterable[Report]) -> Form | None:
    """The form of a place and period; None where the lists name no scope that it may speak of.

    `reports` are those of the place.
    """
    own = [report for report in reports if report.is_own]
    now = Printed(next((report for report in own if report.period.slug == period.slug), None))
    last = last_of(own, period)
    before, kind = Printed(last), place.kind_on(period.end)
    scopes = standing(catalogue, place.level, period)
    whole = whole_of(catalogue, place.level, period) or next(iter(scopes), None)
    if not whole:
        return None
    fields = sheet_of_fields(catalogue, whole, kind, scopes=scopes, now=now, before=before)
    rates = sheet_of_rates(catalogue, whole, kind, period=period, now=now, before=before, first=_after(fields))
    about = sheet_about(now=now, before=before, first=_after(rates))
    words = _words(catalogue, scopes, kind)
    return Form(place, period, (fields, rates, about), last.period.title if last else "", words)


def last_of(reports: Iterable[Report], period: Period) -> Report | None:
    """The report whose figures somebody has before them who writes of a period: that of the period before it by name,
    else the newest of as long a time, else the newest."""
    earlier = [report for report in reports if report.period.end < period.end and report.period.slug != period.slug]
    return max(
        earlier,
        key=lambda one: (one.period.leads_to(period), one.period.shape is period.shape, one.period.end, one.path),
        default=None,
    )


def _after(sheet: Sheet) -> int:
    return sheet.first + len(sheet.columns)


def _words(catalogue: Catalogue, scopes: Iterable[Scope], kind: str) -> Mapping[Words, tuple[str, ...]]:
    fields = (member.label for known in catalogue.breakdowns if known.id == BREAKDOWN for member in known.members)
    return {
        Words.VALUES: (NOTHING, *State, *(f"{word} " for word in _HEDGES)),
        Words.FIELDS: tuple(fields),
        Words.INDICATORS: tuple(indicator.label for indicator in catalogue.indicators.values()),
        Words.SCOPES: tuple(scope_name(scope, kind) for scope in scopes),
    }
