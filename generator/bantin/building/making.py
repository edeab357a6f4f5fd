"""Pages of plans, made from what is kept of the folders; no more than a few places are held at a time."""

from collections import OrderedDict
from functools import partial

from bantin.building.ground import Ground
from bantin.building.parts import Alone, Folder, Stored, Told, thinned
from bantin.building.questions import Listener
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
"""Of how many folders that is held as bytes of which reports are made."""


class Maker:
    """Makes pages; hears what each asks about the rest of the site."""

    def __init__(self, ground: Ground, reading: Reading) -> None:
        self.ground, self.reading = ground, reading
        self.watch = Stopwatch()
        self.listeners: dict[str, Listener] = {}
        """By the addresses of the pages that were made."""
        self._renderer = Renderer(ground.folders)
        self._stored: OrderedDict[str, Stored] = OrderedDict()
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
        told = [self._at(place) for place in sorted(plan.inputs.places)]
        alone = [self._alone(address) for address in plan.inputs.texts]
        return Archive(
            self.ground.inspection.catalogue,
            self._doubtful() if plan.inputs.doubtful else tuple(report for reports, _ in told for report in reports),
            tuple(article for _, articles in told for article in articles),
            tuple(one for one in alone if isinstance(one, WrittenPage)),
            procedures=tuple(one for one in alone if isinstance(one, Procedure)),
            announcements=tuple(one for one in alone if isinstance(one, Announcement)),
            whole=listener.outline,
        )

    def _doubtful(self) -> tuple[Report, ...]:
        """All reports with something doubtful in them, in order, and nothing but that."""
        paths = sorted(path for part in self.ground.parts.values() for path, place in part.places.items()
                       if not self.ground.doubts.keys().isdisjoint(place.files))  # fmt: skip
        found = (thinned(report, self.ground.doubts) for path in paths for report in self._at(path)[0])
        return tuple(report for report in found if report)

    def _alone(self, address: str) -> Alone:
        return self._of(self.ground.folder_of[address]).alone(address, self.ground.inspection.catalogue)

    def _at(self, place: str) -> Told:
        catalogue = self.ground.inspection.catalogue
        told = self._told
        if place not in told:
            told[place] = self._of(province_path(place)).told(place, catalogue)
            while len(told) > 1 and sum(len(reports) for reports, _ in told.values()) > REPORTS:
                told.popitem(last=False)
        return told[place]

    def _of(self, folder: str) -> Stored:
        stored = self._stored
        if folder not in stored:
            stored[folder] = Folder(self.reading, folder).stored()
            if len(stored) > _FOLDERS:
                stored.popitem(last=False)
        return stored[folder]
