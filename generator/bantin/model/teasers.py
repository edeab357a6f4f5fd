"""Articles as other pages tell of them: which lie near one, which ask for opinions."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from bantin.model.texts import Article, Asking
from bantin.places import province_path

MOST = 5
"""Of how many others an article tells at most, of its place and of its topics each."""


@dataclass(frozen=True, slots=True)
class Teaser:
    """An article without its text."""

    path: str
    title: str
    lead: str
    published: date
    hour: str
    topics: tuple[str, ...]
    """Their ids."""
    asking: Asking | None

    @property
    def place(self) -> str:
        """The place that it is about."""
        return self.path.rpartition("/")[0]


def teaser_of(article: Article) -> Teaser:
    """What other pages tell of an article."""
    topics = tuple(area.id for area in article.topics)
    return Teaser(article.path, article.title, article.lead, article.published, article.hour, topics, article.asking)


class Shelf:
    """The articles of a site, to be found by place and topic."""

    def __init__(self, teasers: Iterable[Teaser]) -> None:
        self.newest_first = sorted(teasers, key=_newest_first)
        self._by_path = {teaser.path: teaser for teaser in self.newest_first}
        self._by_place = _grouped((teaser.place, teaser) for teaser in self.newest_first)
        self._by_topic = _grouped((topic, teaser) for teaser in self.newest_first for topic in teaser.topics)

    def of_its_place(self, path: str) -> tuple[Teaser, ...]:
        """The newest others about the place of an article."""
        own = self._by_path.get(path)
        others = self._by_place[own.place] if own else {}
        return tuple(other for other in others if other != own)[:MOST]

    def alike(self, path: str) -> tuple[Teaser, ...]:
        """Others on a topic of an article: those of its province first, then those nearest to it in time.

        Nearest, and not newest: a new article then changes a few pages and not those of all articles on its topic.
        """
        own = self._by_path.get(path)
        if not own:
            return ()
        told = {path, *(other.path for other in self.of_its_place(path))}
        on_topic = {other: None for topic in own.topics for other in self._by_topic[topic] if other.path not in told}
        return tuple(sorted(on_topic, key=lambda other: _nearness(own, other))[:MOST])


def _grouped(pairs: Iterable[tuple[str, Teaser]]) -> Mapping[str, dict[Teaser, None]]:
    found: dict[str, dict[Teaser, None]] = {}
    for key, teaser in pairs:
        found.setdefault(key, {})[teaser] = None
    return found


def _newest_first(teaser: Teaser) -> tuple[object, ...]:
    return -teaser.published.toordinal(), -int(teaser.hour.replace(":", "") or 0), teaser.path


def _nearness(own: Teaser, other: Teaser) -> tuple[object, ...]:
    is_elsewhere = province_path(other.place) != province_path(own.place)
    return is_elsewhere, abs((other.published - own.published).days), *_newest_first(other)
