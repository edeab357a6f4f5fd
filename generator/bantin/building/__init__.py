"""A site built page by page: what stands is left as it is, what has to be made is made in as many processes as wished.

| module | holds |
|---|---|
| `publication` | a build from a site's folders to the site that is looked at |
| `order` | its steps |
| `planning` | what stands, and what has to be built |
| `shares` | the pages of one province, built together |
| `shards` | parts of a site, built on several machines |
| `preview` | the pages of one place, to be looked at |
| `making` | pages of plans |
| `frame` | the files that are no pages |
| `ground` | what pages are planned and made from, and digests of what each rests on |
| `parts` | what the files of one folder hold |
| `told` | what pages are made of, kept leaf by leaf |
| `questions` | what a page asked about the rest of the site |
| `definitions` | which indicators are told together |
| `looks` | digests of templates, theme, settings and versions |
| `figures` | whether a page shows every figure |
| `untouched` | a build that has nothing to do |
| `outputs` | which files of a finished site are what they were |
| `workers` | work in several processes |
"""

from bantin.building.ground import Ground
from bantin.building.looks import Looks
from bantin.building.order import look
from bantin.building.preview import plans_at, publish_preview
from bantin.building.publication import Outcome, Publication
from bantin.building.shards import Shard, build_part, parts_at
from bantin.building.untouched import Memory

__all__ = [
    "Ground",
    "Looks",
    "Memory",
    "Outcome",
    "Publication",
    "Shard",
    "build_part",
    "look",
    "parts_at",
    "plans_at",
    "publish_preview",
]
