"""What two versions of a procedure certainly say otherwise."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from trying import tries

from bantin.model.procedures import Case, Channel, Decision, Matter, Route, Tier, Version, differences
from bantin.problems import Location
from bantin.reading.procedures.deadlines import deadline_of
from bantin.reading.procedures.fees import fee_of

AT = Location("x.yml", 1)


def version(said: str) -> Version:
    """«hạn: 5 ngày; phí: 8.000 đồng; xã, tỉnh; hạn trực tiếp, nhà ở: 3 ngày; chưa rõ»."""
    deadlines, fees, routes, tiers, question = [], [], [], [], ""
    for part in filter(None, said.split("; ")):
        about, _, printed = part.partition(": ")
        about, _, case = about.partition(", ") if printed else (about, "", "")
        what, _, channel = about.partition(" ")
        if what == "hạn" and channel:
            routes.append(Route(Channel(channel), AT, (Case(case, deadline_of(printed), AT),)))
        elif what == "hạn":
            deadlines.append(Case(case, deadline_of(printed), AT))
        elif what == "phí" and printed:
            fees.append(Case(case, fee_of(printed), AT))
        elif part == "chưa rõ":
            question = "?"
        else:
            tiers += [Tier(f"cấp {name}") for name in part.split(", ")]
    return Version(
        Decision("1/QĐ"), AT, tiers=tuple(tiers), routes=tuple(routes), deadlines=tuple(deadlines), fees=tuple(fees),
        question=question,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("before", "now", "expected"),
    [
        ("hạn: 15 ngày", "hạn: 10 ngày", ["thời hạn: 15 ngày, 10 ngày"]),
        ("hạn: 15 ngày", "hạn: 15 ngày làm việc", ["thời hạn: 15 ngày, 15 ngày làm việc"]),
        ("hạn: 5 ngày", "hạn: 05 ngày", []),
        ("hạn: 7,5 ngày", "hạn: 7,50 ngày", []),
        ("hạn: 15 ngày", "hạn: không quá 15 ngày", []),
        ("hạn: 5 - 10 ngày", "hạn: 10 ngày", []),  # whether they differ, nobody can say
        ("hạn: 15 ngày", "hạn: trong ngày", []),
        ("hạn: trong ngày", "hạn: ngay khi nhận", []),
        ("hạn: 15 ngày", "hạn: 10", []),  # of what, nobody says
        ("hạn: 15 ngày", "", []),
        ("", "hạn: 15 ngày", []),
        ("hạn: 15 ngày", "hạn trực tiếp: 10 ngày", []),  # not of the same channel
        ("hạn trực tiếp: 15 ngày", "hạn trực tuyến: 10 ngày", []),
        ("hạn trực tiếp: 15 ngày", "hạn trực tiếp: 10 ngày", ["thời hạn trực tiếp: 15 ngày, 10 ngày"]),
        ("hạn, nhà ở: 15 ngày", "hạn: 10 ngày", []),  # not of the same case
        ("hạn, Nhà ở: 15 ngày", "hạn, nhà ở: 10 ngày", ["thời hạn nhà ở: 15 ngày, 10 ngày"]),
        ("hạn: 15 ngày; hạn: 20 ngày", "hạn: 10 ngày", []),  # which of the two, nobody says
        ("phí: 8.000 đồng", "phí: 10.000 đồng", ["phí, lệ phí: 8.000 đồng, 10.000 đồng"]),
        ("phí: 8.000 đồng/bản", "phí: 8.000 đồng", []),
        ("phí: 8.000 đồng", "phí: miễn phí", ["phí, lệ phí: 8.000 đồng, miễn phí"]),
        ("phí: 8.000 đồng", "phí: 0 đồng", []),  # a nought does not say «free»
        ("phí: 8.000 đồng", "phí: theo Nghị quyết", []),
        ("phí: 10 USD", "phí: 10 đồng", ["phí, lệ phí: 10 USD, 10 đồng"]),
        ("tỉnh", "xã", ["cấp giải quyết: cấp tỉnh, cấp xã"]),
        ("tỉnh, xã", "xã, tỉnh", []),
        ("tỉnh", "", []),
        ("hạn: 15 ngày; chưa rõ", "hạn: 10 ngày", []),
        ("hạn: 15 ngày", "hạn: 10 ngày; chưa rõ", []),
        ("xã; hạn: 5 ngày", "tỉnh; hạn: 3 ngày", ["cấp giải quyết: cấp xã, cấp tỉnh", "thời hạn: 5 ngày, 3 ngày"]),
    ],
)
def test_what_a_version_says_otherwise(before: str, now: str, expected: list[str]):
    found = [
        " ".join(filter(None, (one.now.matter, one.now.channel, one.now.case))) + f": {one.before}, {one.now.text}"
        for one in differences(version(before), version(now))
    ]

    assert found == expected


PARTS = st.lists(
    st.sampled_from(["hạn: 5 ngày", "hạn: 05 ngày", "hạn: 7 ngày làm việc", "hạn trực tiếp: 3 ngày", "phí: miễn phí",
                     "phí: 0 đồng", "phí: 8.000 đồng", "xã", "tỉnh", "hạn, nhà: 3 ngày"]), max_size=4,
)  # fmt: skip


@settings(max_examples=tries(200))
@given(PARTS, PARTS)
def test_differences_look_the_same_from_both_sides(one: list[str], other: list[str]):
    first, second = version("; ".join(one)), version("; ".join(other))

    there = {(d.now.about, d.before, d.now.text) for d in differences(first, second)}
    back = {(d.now.about, d.now.text, d.before) for d in differences(second, first)}

    assert there == back
    assert differences(first, first) == ()
    for about, before, now in there:
        assert about.split()[0] in Matter.__members__
        assert before != now
