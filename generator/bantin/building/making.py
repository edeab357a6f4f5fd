"""Pages of plans, made from what is kept of the folders; no more than a few places are held at a time."""

from collections import OrderedDict
from functools import partial
from itertools import chain

from bantin.building.ground import Ground
from bantin.building.questions import Listener
from bantin.building.told import Alone, Teller, Told
from bantin.inspection import Reading
from bantin.model import Archive, Report, WrittenPage
from bantin.model.procedures import Announcement, Procedure
from bantin.pages import Plan
from bantin.places import province_path
from bantin.publishing import GivenFile, Rendered, Renderer
from bantin.telling import Stopwatch

REPORTS = 1500
"""How many reports are held at a time; of one place, all."""
_FOLDERS = 2
"""Of how many folders that is held which was lost and read again."""


class Maker:
    """Makes pages; hears what each asks about the rest of the site."""

    def __init__(self, ground: Ground, reading: Reading) -> None:
        self.ground, self.reading = ground, reading
        self.watch = Stopwatch()
        self.listeners: dict[str, Listener] = {}
        """By the addresses of the pages that were made."""
        self._renderer = Renderer(ground.folders)
        self._tellers: OrderedDict[str, Teller] = OrderedDict()
        self._told: OrderedDict[str, Told] = OrderedDict()

    def given(self, plan: Plan) -> GivenFile:
        """A page that is made when an engine asks for it."""
        return GivenFile(plan.file, partial(self._rendered, plan))

    def _rendered(self, plan: Plan) -> Rendered:
        listener = self.listeners[plan.path] = Listener(self.ground.around)
        self._renderer.attached = listener.attached
        with self.watch.stage("Soạn trang"):
            page = plan.make(self._archive(plan, listener), self.ground.doubts)
        with self.watch.stage("In trang theo mẫu"):
            return self._renderer.rendered(page)

    def reports_at(self, address: str) -> tuple[Report, ...]:
        """The report whose bulletin stands at an address."""
        return tuple(report for report in self._at(address.rpartition("/")[0])[0] if report.path == address)

    def _archive(self, plan: Plan, listener: Listener) -> Archive:
        """What the page rests on, and nothing else."""
        alone = [self._alone(address) for address in sorted(plan.inputs.texts)]
        reports, articles = self._told_of(plan)
        return Archive(
            self.ground.inspection.catalogue,
            reports,
            articles,
            tuple(one for one in alone if isinstance(one, WrittenPage)),
            procedures=tuple(one for one in alone if isinstance(one, Procedure)),
            announcements=tuple(one for one in alone if isinstance(one, Announcement)),
            whole=listener.outline,
        )

    def _told_of(self, plan: Plan) -> Told:
        """The reports and articles of the places that a page shows, and the reports in brief of those that it lists."""
        if plan.inputs.doubtful:
            return self._doubtful(), ()
        shown, listed = plan.inputs.places, plan.inputs.listed
        if id := self.ground.bases.indicator_of(plan):
            return tuple(report for place in sorted(shown) for report in self._of(place).speaking(place, id)), ()
        told = {place: self._at(place) if place in shown else (self._of(place).listed(place), ())
                for place in sorted({*shown, *listed})}  # fmt: skip
        reports, articles = zip(*told.values(), strict=True) if told else ((), ())
        return tuple(chain.from_iterable(reports)), tuple(chain.from_iterable(articles))

    def _doubtful(self) -> tuple[Report, ...]:
        """All reports with something doubtful in them, in order, and nothing but that."""
        found: list[Report] = []
        for name, places in self.ground.bases.doubtful.items():
            found += self._teller(name).doubtful(places, self.ground.doubts)
        return tuple(sorted(found, key=lambda report: report.place.path))

    def _alone(self, address: str) -> Alone:
        folder = self.ground.folder_of[address]
        return self._teller(folder).alone(self.ground.parts[folder].leaf_of[address], address)

    def _at(self, place: str) -> Told:
        told = self._told
        if place not in told:
            told[place] = self._of(place).told(place)
            while len(told) > 1 and sum(len(reports) for reports, _ in told.values()) > REPORTS:
                told.popitem(last=False)
        return told[place]

    def _of(self, place: str) -> Teller:
        return self._teller(province_path(place))

    def _teller(self, folder: str) -> Teller:
        tellers = self._tellers
        if folder not in tellers:
            part = self.ground.parts.get(folder)
            tellers[folder] = Teller(self.reading, folder, leaves=part.leaves if part else {})
            if len(tellers) > _FOLDERS:
                tellers.popitem(last=False)
        return tellers[folder]
