"""Where procedures and lists are found in a directory; each way to look them up is made once, when first asked for."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from bantin.model.procedures.sketches import ListSketch, Sketch
from bantin.vietnamese import slug


@dataclass(frozen=True)
class Lookups:
    """The files of procedures, and the lists."""

    sketches: tuple[Sketch, ...]
    lists: tuple[ListSketch, ...]

    @cached_property
    def in_order(self) -> tuple[Sketch, ...]:
        """National records first, then those of provinces, by code; so are all others ordered."""
        return tuple(sorted(self.sketches, key=lambda sketch: (sketch.province, sketch.core)))

    @cached_property
    def by_core(self) -> Mapping[str, tuple[Sketch, ...]]:
        return _grouped((sketch.core, sketch) for sketch in self.in_order)

    @cached_property
    def by_shared(self) -> Mapping[str, tuple[Sketch, ...]]:
        """By the national procedure that they stand for."""
        return _grouped((sketch.shared, sketch) for sketch in self.in_order)

    @cached_property
    def by_field(self) -> Mapping[str, tuple[Sketch, ...]]:
        """By the slug of its name."""
        return _grouped((self.slugs[sketch.field], sketch) for sketch in self.in_order)

    @cached_property
    def by_tier(self) -> Mapping[str, tuple[Sketch, ...]]:
        return _grouped((tier, sketch) for sketch in self.in_order for tier in sketch.tiers)

    @cached_property
    def by_province(self) -> Mapping[str, tuple[Sketch, ...]]:
        return _grouped((sketch.province, sketch) for sketch in self.in_order)

    @cached_property
    def slugs(self) -> Mapping[str, str]:
        """Of the names of fields."""
        return {name: slug(name) for name in {sketch.field for sketch in self.sketches}}

    @cached_property
    def by_address(self) -> Mapping[str, Sketch]:
        return {sketch.address: sketch for sketch in self.sketches}

    @cached_property
    def by_source(self) -> Mapping[str, Sketch | ListSketch]:
        """By their files."""
        return {**{sketch.at.source: sketch for sketch in self.sketches}, **{k.source: k for k in self.lists}}


def _grouped(found: Iterable[tuple[str, Sketch]]) -> Mapping[str, tuple[Sketch, ...]]:
    groups: dict[str, list[Sketch]] = {}
    for key, sketch in found:
        groups.setdefault(key, []).append(sketch)
    return {key: tuple(sketches) for key, sketches in groups.items()}
