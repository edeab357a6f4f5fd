"""What a page asked about the rest of the site while it was made: as long as the answers stay, so does the page."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from operator import attrgetter
from typing import Any, NamedTuple, Self

from bantin.keeping import digest, packed
from bantin.model import Attached, Corrected, Outline, Presence, Shelf, Tally, Teaser, is_recent
from bantin.model.procedures import Directory

ASKED_OF_PROCEDURES = (
    "everything",
    "cores",
    "told_in",
    "has_any",
    "has",
    "main_of",
    "name_of",
    "field_of",
    "has_national",
    "announces",
    "own_of",
    "in_field",
    "in_tier",
    "fields",
    "life_events",
    "nicknames_of",
    "lists_in",
    "announcing",
    "standings_of",
    "standing_of",
    "in_force_of",
    "differing_in",
    "handled",
    "count_handled",
    "handled_then",
    "names_all",
    "named_all_then",
)
"""What a page may ask of the procedures and lists of the whole site."""


class Question(NamedTuple):
    """A question and its answer."""

    about: str
    subject: str
    answer: object
    """As it was, or a digest of it."""


Asked = tuple[str, str]
"""What is asked, and about whom or what."""


@dataclass(frozen=True, slots=True)
class Answered:
    """Answers about procedures, which rest on nothing but the files of these."""

    basis: bytes
    answers: Mapping[Asked, object]

    @classmethod
    def of(cls, basis: bytes, asked: Iterable[Question]) -> Self:
        """Those among the answers that pages got."""
        return cls(basis, {question[:2]: question.answer for question in asked if _is_of_procedures(question.about)})


class Around:
    """The rest of the site, as pages may ask about it."""

    def __init__(self, outline: Outline, attached: Mapping[str, Attached], known: Mapping[Asked, object]) -> None:
        """`known` are answers that are the same as before."""
        self.outline, self.attached = outline, attached
        self._answers: dict[Asked, object] = dict(known)
        self._together: dict[tuple[Asked, ...], tuple[Question, ...]] = {}
        self._stood: dict[int, tuple[tuple[Question, ...], bool]] = {}
        """By the object that holds them, which stays that one as long as it is held here."""

    def answer(self, about: str, subject: str) -> object:
        """The answer to a question of a page."""
        if about == "attached":
            return _short(self.attached.get(subject))
        if (about, subject) not in self._answers:
            found = attrgetter(about)(self.outline)
            self._answers[about, subject] = _short(found(subject) if subject else found() if callable(found) else found)
        return self._answers[about, subject]

    def asked(self, keys: Iterable[Asked]) -> tuple[Question, ...]:
        """Some questions with the answers; many pages ask the same, which is then held, kept and looked up once."""
        wanted = tuple(sorted(keys))
        if wanted not in self._together:
            self._together[wanted] = tuple(Question(*key, self.answer(*key)) for key in wanted)
        return self._together[wanted]

    def stands(self, asked: tuple[Question, ...]) -> bool:
        """Whether all answers are what they were."""
        if id(asked) not in self._stood:
            is_same = all(self.answer(about, subject) == answer for about, subject, answer in asked)
            self._stood[id(asked)] = asked, is_same
        return self._stood[id(asked)][1]


class Listener:
    """One page's questions: it gives the rest of the site in such a way that every question is heard."""

    def __init__(self, around: Around) -> None:
        self.around = around
        self._heard: dict[tuple[str, str], None] = {}

    @property
    def outline(self) -> Outline:
        """The outline of the whole site."""
        return _Heard(self.around.outline, self.hear)

    @property
    def attached(self) -> Mapping[str, Attached]:
        """The pictures and documents of the whole site, by their files."""
        return _Shown(self.around.attached, self.hear)

    def hear(self, about: str, subject: str = "") -> None:
        """A question is asked."""
        self._heard[about, subject] = None

    @property
    def questions(self) -> tuple[Question, ...]:
        """All that was asked, with the answers."""
        return self.around.asked(self._heard)


class _Heard(Outline):
    """An outline whose questions somebody hears."""

    def __init__(self, outline: Outline, hear: Callable[..., None]) -> None:
        self.__dict__ |= outline.__dict__ | {"hear": hear, "silent": outline}

    @property
    def procedures(self) -> Directory:
        return _HeardDirectory(self.__dict__["procedures"], self.__dict__["hear"])

    @property
    def tally(self) -> Tally:
        self.__dict__["hear"]("tally")
        return self.__dict__["tally"]  # type: ignore[no-any-return]

    def count_reporting(self) -> int:
        self.__dict__["hear"]("count_reporting")
        return super().count_reporting()

    def count_answering(self, question: str) -> int:
        self.__dict__["hear"]("count_answering", question)
        return self.__dict__["tally"].answering.get(question, 0)  # type: ignore[no-any-return]

    def has_report(self, place: str) -> bool:
        self.__dict__["hear"]("has_report", place)
        return super().has_report(place)

    def has_page(self, place: str) -> bool:
        self.__dict__["hear"]("has_page", place)
        return super().has_page(place)

    def count_inside(self, province: str) -> int:
        self.__dict__["hear"]("count_inside", province)
        return super().count_inside(province)

    def corrections(self) -> tuple[Corrected, ...]:
        self.__dict__["hear"]("corrections")
        return super().corrections()

    def newest_day(self) -> date:
        self.__dict__["hear"]("newest_day")
        return self.__dict__["procedures"].day  # type: ignore[no-any-return]

    def is_recent(self, day: str) -> bool:
        self.__dict__["hear"]("is_recent", day)
        return is_recent(day, self.__dict__["procedures"].day)

    def of_indicator(self, id: str) -> Mapping[str, Presence]:
        self.__dict__["hear"]("of_indicator", id)
        return super().of_indicator(id)

    def has_more_than(self, what: str) -> bool:
        self.__dict__["hear"]("has_more_than", what)
        return self._silent.has_more_than(what)

    def has_several(self, what: str) -> bool:
        self.__dict__["hear"]("has_several", what)
        return self._silent.has_several(what)

    @property
    def _silent(self) -> Outline:
        """The same, where nobody listens: it keeps what it has counted for all pages."""
        return self.__dict__["silent"]  # type: ignore[no-any-return]

    @property
    def shelf(self) -> Shelf:
        return self._silent.shelf

    def others_of_place(self, article: str) -> tuple[Teaser, ...]:
        self.__dict__["hear"]("others_of_place", article)
        return super().others_of_place(article)

    def alike(self, article: str) -> tuple[Teaser, ...]:
        self.__dict__["hear"]("alike", article)
        return super().alike(article)

    def newest_articles(self) -> tuple[Teaser, ...]:
        self.__dict__["hear"]("newest_articles")
        return super().newest_articles()

    def asking(self) -> tuple[Teaser, ...]:
        self.__dict__["hear"]("asking")
        return super().asking()

    def is_past(self, day: str) -> bool:
        self.__dict__["hear"]("is_past", day)
        newest: date = self.__dict__["procedures"].day
        return date.fromisoformat(day) < newest


class _HeardDirectory(Directory):
    """A directory whose questions somebody hears."""

    def __init__(self, directory: Directory, hear: Callable[..., None]) -> None:
        self.__dict__ |= directory.__dict__ | {name: _heard(directory, name, hear) for name in ASKED_OF_PROCEDURES}


def _heard(directory: Directory, name: str, hear: Callable[..., None]) -> Callable[..., Any]:
    """One of its questions; whatever it asks itself for the answer, nobody hears."""

    def ask(*subject: str) -> Any:
        hear(f"procedures.{name}", *subject)
        return getattr(directory, name)(*subject)

    return ask


class _Shown(dict[str, Attached]):
    """Files beside texts, whose questions somebody hears."""

    def __init__(self, attached: Mapping[str, Attached], hear: Callable[..., None]) -> None:
        self._attached, self._hear = attached, hear

    def get(self, path: str, default: Any = None) -> Any:
        self._hear("attached", path)
        return self._attached.get(path, default)


def _is_of_procedures(about: str) -> bool:
    return about.startswith("procedures.")


def _short(answer: object) -> object:
    return answer if isinstance(answer, bool | int) else digest(packed(answer, plain=True))
