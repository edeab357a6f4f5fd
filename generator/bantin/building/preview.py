"""The pages of one place, built to be looked at before all others are."""

from collections.abc import Collection

from bantin.building.ground import Ground, shares_of
from bantin.building.order import Build
from bantin.building.planning import Work
from bantin.building.shards import refuse_whole_only
from bantin.building.shares import Share
from bantin.inspection import Reading
from bantin.keeping import Keeper
from bantin.likeness import nearest
from bantin.pages import Plan
from bantin.problems import guess
from bantin.publishing import publish
from bantin.telling import Progress
from bantin.writing import PublishError

_UNKNOWN = "Không có nơi nào ở «{}» trong số liệu và bài viết. {}"


def plans_at(ground: Ground, place: str) -> tuple[Plan, ...]:
    """The plans of a place, of what is inside it, and of the home page; PublishError where nothing is there."""
    found = tuple(plan for plan in ground.plans if plan.path == place or plan.path.startswith(f"{place}/"))
    if not place or not found:
        close = guess(f"«{path}»" for path in nearest(place, sorted(ground.inspection.outline.places), limit=2))
        raise PublishError(_UNKNOWN.format(place, close).strip())
    return (*(plan for plan in ground.plans if not plan.path), *found)


def publish_preview(
    ground: Ground,
    reading: Reading,
    plans: Collection[Plan],
    replacement: publish.Replacement,
    *,
    keeper: Keeper,
    progress: Progress,
    jobs: int,
    strict: bool,
) -> tuple[str, ...]:
    """Some pages, with what they load, are a site of their own; comes back with what was warned of.

    Their links to other pages lead nowhere there. `keeper` keeps what is known of them while they are built.
    """
    engine = ground.engine(strict=strict)
    refuse_whole_only(engine)
    build = Build(ground, reading, engine, replacement.new, progress, jobs=jobs, keeper=keeper)
    work = Work({}, tuple(Share(name, tuple(found)) for name, found in shares_of(plans).items()), None)
    made = build.pages(work)
    build.frame(made, b"", work)
    build.search(made, b"", work, before=replacement.live)
    engine.refuse(build.remarks)
    replacement.publish()
    return (*engine.said, *build.remarks)
