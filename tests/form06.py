"""Form 06 of made-up offices: counts that add up by construction, and figures that print part of them truthfully."""

from collections.abc import Sequence
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from typing import NamedTuple

from hypothesis import strategies as st
from making import figure

from bantin.model.catalogue import Catalogue
from bantin.model.indicators import Indicator, Member, Scope
from bantin.model.reports import Figure
from bantin.vietnamese import number

ONLINE, DIRECT, POST = (
    "Hồ sơ tiếp nhận trực tuyến",
    "Hồ sơ tiếp nhận trực tiếp",
    "Hồ sơ tiếp nhận qua bưu chính công ích",
)
NOT_ONLINE = "Hồ sơ tiếp nhận trực tiếp hoặc qua bưu chính công ích"
RECEIVED, CARRIED, TO_DO = "Hồ sơ tiếp nhận", "Hồ sơ kỳ trước chuyển sang", "Hồ sơ phải giải quyết"
EARLY, ON_TIME, LATE = "Hồ sơ giải quyết trước hạn", "Hồ sơ giải quyết đúng hạn", "Hồ sơ giải quyết quá hạn"
IN_TIME, RESOLVED = "Hồ sơ giải quyết trước hạn và đúng hạn", "Hồ sơ đã giải quyết"
WITHIN, OVERDUE = "Hồ sơ đang giải quyết trong hạn", "Hồ sơ đang giải quyết quá hạn"
PENDING, WITHDRAWN, ALL_LATE = "Hồ sơ đang giải quyết", "Hồ sơ rút lại", "Hồ sơ trễ hạn, quá hạn"

CHANNELS = (ONLINE, DIRECT, POST, NOT_ONLINE)

Counts = dict[str, int]
"""Dossiers by the label of their indicator."""


class Place(NamedTuple):
    """Where counts stand: a scope and members of breakdowns."""

    scope: Scope
    members: tuple[Member, ...] = ()


@st.composite
def counts(draw: st.DrawFn, *, largest: int = 20_000) -> Counts:
    """A whole form of one office and field."""
    some = st.one_of(st.just(0), st.integers(0, 30), st.integers(0, largest))
    known = {label: draw(some) for label in (ONLINE, DIRECT, POST, CARRIED)}
    left = sum(known.values())
    for label in (EARLY, ON_TIME, LATE, WITHIN, OVERDUE):
        known[label] = draw(st.integers(0, left))
        left -= known[label]
    return with_totals(known | {WITHDRAWN: left})


def with_totals(known: Counts) -> Counts:
    """A form with the totals that its columns make."""
    made = dict(known)
    made[NOT_ONLINE] = made[DIRECT] + made[POST]
    made[RECEIVED] = made[ONLINE] + made[NOT_ONLINE]
    made[TO_DO] = made[RECEIVED] + made[CARRIED]
    made[IN_TIME] = made[EARLY] + made[ON_TIME]
    made[RESOLVED] = made[IN_TIME] + made[LATE]
    made[PENDING] = made[WITHIN] + made[OVERDUE]
    made[ALL_LATE] = made[LATE] + made[OVERDUE]
    return made


def added(forms: Sequence[Counts]) -> Counts:
    """The form of several offices together."""
    return {label: sum(form[label] for form in forms) for label in forms[0]}


def honest(form: Counts, printed: set[str], rates: set[str]) -> Counts:
    """What a source means that leaves out a column by which others are known to be short.

    Without «trước hạn», «đúng hạn» holds it too; without post, dossiers by post count as brought; without those
    withdrawn, there are none.
    """
    told = dict(form)
    if EARLY not in printed | rates:
        told[ON_TIME] = form[EARLY] + form[ON_TIME]
    if POST not in printed | rates:
        told[DIRECT] = form[DIRECT] + form[POST]
    if WITHDRAWN not in printed | rates:
        told[WITHIN], told[PENDING] = form[WITHIN] + form[WITHDRAWN], form[PENDING] + form[WITHDRAWN]
    return told


@st.composite
def printed_count(draw: st.DrawFn, count: int) -> str:
    """A count as a source may print it: exactly, in words, or in rounded or cut-off thousands."""
    how = draw(st.sampled_from(["", "", "", "trên", "hơn", "gần", "khoảng", "ít nhất", "tối đa", "nghìn"]))
    unit = 10 ** draw(st.integers(0, max(0, len(str(count)) - 1)))
    below = count // unit * unit
    if how in ("trên", "hơn") and count > 0:
        return f"{how} {number(Decimal(min(below, count - 1)))}"
    if how == "gần" and below > 0:
        return f"gần {number(Decimal(below + unit))}"
    if how == "khoảng" and below > 0:
        return f"khoảng {number(Decimal(below))}"
    if how in ("ít nhất", "tối đa"):
        return f"{how} {number(Decimal(below if how == 'ít nhất' else below + unit))}"
    if how == "nghìn" and count >= 1000:
        places = Decimal(1).scaleb(-draw(st.integers(1, 2)))
        rounding = draw(st.sampled_from([ROUND_DOWN, ROUND_HALF_UP]))
        return f"{number((Decimal(count) / 1000).quantize(places, rounding))} nghìn"
    return number(Decimal(count))


@st.composite
def printed_rate(draw: st.DrawFn, above: int, below: int) -> str:
    """A rate as a source may print it, rounded or cut off."""
    places = Decimal(1).scaleb(-draw(st.integers(0, 2)))
    rounding = draw(st.sampled_from([ROUND_DOWN, ROUND_HALF_UP]))
    return f"{number((Decimal(above) * 100 / below).quantize(places, rounding))}%"


@st.composite
def figures_of(draw: st.DrawFn, form: Counts, at: Place, catalogue: Catalogue) -> list[Figure]:
    """Any of a form's counts and rates as one source may print them at one place."""
    by_label = {indicator.label: indicator for indicator in catalogue.indicators.values()}
    printed = draw(st.sets(st.sampled_from(sorted(form))))
    rates = [rate for rate in by_label.values() if rate.numerators and bases_of(rate, form, catalogue)]
    chosen = draw(st.lists(st.sampled_from(rates), unique=True, max_size=4)) if rates else []
    told = honest(form, printed, {counted(rate, catalogue) for rate in chosen})
    found = [figure(by_label[label], draw(printed_count(told[label])), at.scope, *at.members) for label in printed]
    for rate in chosen:
        fitting = bases_of(rate, told, catalogue)
        if told[CARRIED] and not {CARRIED, TO_DO} & printed:  # nobody would know that receipts are not all there was
            fitting = [base for base in fitting if base.label != RECEIVED or counted(rate, catalogue) in CHANNELS]
        if fitting:
            base = draw(st.sampled_from(fitting))
            stated = base if draw(st.booleans()) or len(rate.bases) == 1 else None
            text = draw(printed_rate(told[counted(rate, catalogue)], told[base.label]))
            found.append(figure(rate, text, at.scope, *at.members, base=stated))
    return draw(st.permutations(found))


def counted(rate: Indicator, catalogue: Catalogue) -> str:
    """The label of what a rate counts; of several things the first."""
    return catalogue.indicators[rate.numerators[0]].label


def bases_of(rate: Indicator, form: Counts, catalogue: Catalogue) -> list[Indicator]:
    """The bases that a rate may have in a form: none that is smaller than what it counts."""
    bases = [catalogue.indicators[id] for id in rate.bases]
    above = form.get(counted(rate, catalogue))
    return [] if above is None else [base for base in bases if form.get(base.label, 0) >= max(1, above)]


@st.composite
def figures_alike(draw: st.DrawFn, form: Counts, at: Place, catalogue: Catalogue) -> list[Figure]:
    """Some counts as sources print them whose every part prints the same columns: what is left out is left out."""
    by_label = {indicator.label: indicator for indicator in catalogue.indicators.values()}
    printed = draw(
        st.sets(st.sampled_from([ONLINE, NOT_ONLINE, RECEIVED, CARRIED, TO_DO, RESOLVED, IN_TIME, LATE, OVERDUE]))
    )
    return [figure(by_label[label], draw(printed_count(form[label])), at.scope, *at.members) for label in printed]
