"""What is wrong with a site's folder, and which pages it has or would have."""

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import PurePosixPath

from bantin.model import Catalogue, Outline
from bantin.pages import Plan
from bantin.problems import Problem
from bantin.reading import PublishedList


@dataclass(frozen=True)
class Findings:
    """What is wrong with a site's files, or doubtful."""

    problems: tuple[Problem, ...]
    """Errors and warnings, in the order of files and lines; among them the doubts that files accept."""

    def narrowed(self, only: Collection[PurePosixPath]) -> "Findings":
        """The problems of some files and folders alone."""
        found = [p for p in self.problems if any(PurePosixPath(p.location.source).is_relative_to(o) for o in only)]
        return Findings(tuple(found))

    @property
    def open_problems(self) -> tuple[Problem, ...]:
        """The problems that no file accepts: what an editor hears of."""
        return tuple(problem for problem in self.problems if not problem.accepted)

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that stop the site."""
        return tuple(problem for problem in self.problems if not problem.warning)


@dataclass(frozen=True)
class Inspection:
    """What is wrong with a site's folder, and which pages it has or would have."""

    findings: Findings
    outline: Outline
    catalogue: Catalogue
    published: PublishedList
    """The addresses that were published once."""
    plans: tuple[Plan, ...]
    """A plan for every page, by address."""

    @property
    def addresses(self) -> frozenset[str]:
        """The addresses of all pages; «» is the home page."""
        return frozenset(plan.path for plan in self.plans)
