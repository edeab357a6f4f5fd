"""Which other articles an article tells of."""

from datetime import date

from bantin.model.teasers import MOST, Shelf, Teaser

DISTRICT, PROVINCE, ELSEWHERE = "kien-giang/huyen-vinh-thuan", "kien-giang", "gia-lai"


def teaser(path: str, day: int, *topics: str, hour: str = "", month: int = 5) -> Teaser:
    return Teaser(path, path, "", date(2026, month, day), hour, topics, None)


def names(found: tuple[Teaser, ...]) -> list[str]:
    return [one.path.rpartition("/")[2] for one in found]


def test_others_about_its_place_come_newest_first_and_five_at_most():
    shelf = Shelf(teaser(f"{DISTRICT}/bai-{day}", day) for day in range(1, 9))

    assert names(shelf.of_its_place(f"{DISTRICT}/bai-8")) == [f"bai-{day}" for day in (7, 6, 5, 4, 3)]
    assert len(shelf.of_its_place(f"{DISTRICT}/bai-1")) == MOST


def test_of_one_day_the_later_hour_is_the_newer():
    shelf = Shelf(
        teaser(f"{DISTRICT}/{name}", 1, hour=hour) for name, hour in (("a", "08:00"), ("b", "15:39"), ("c", ""))
    )

    assert names(tuple(shelf.newest_first)) == ["b", "a", "c"]


def test_on_its_topic_those_of_its_province_come_first_then_the_nearest_in_time():
    own = teaser(f"{DISTRICT}/bai", 15, "the-che")
    others = (
        teaser(f"{ELSEWHERE}/cung-ngay", 15, "the-che"),
        teaser(f"{PROVINCE}/xa", 1, "the-che"),
        teaser(f"{PROVINCE}/gan", 16, "the-che", "bo-may"),
        teaser(f"{PROVINCE}/viec-khac", 15, "bo-may"),
        teaser(f"{ELSEWHERE}/truoc", 10, "the-che"),
    )

    assert names(Shelf((own, *others)).alike(own.path)) == ["gan", "xa", "cung-ngay", "truoc"]


def test_what_is_told_of_its_place_is_not_told_again():
    own, other = teaser(f"{DISTRICT}/bai", 15, "the-che"), teaser(f"{DISTRICT}/khac", 14, "the-che")

    assert Shelf((own, other)).alike(own.path) == ()


def test_a_new_article_changes_no_list_that_is_full_of_nearer_ones():
    known = [teaser(f"{ELSEWHERE}/xa-{day}/bai", day, "the-che") for day in range(1, 8)]
    new, path = teaser(f"{ELSEWHERE}/xa-9/moi", 30, "the-che", month=6), known[0].path

    assert Shelf([*known, new]).alike(path) == Shelf(known).alike(path)
