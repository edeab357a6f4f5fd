"""Pages into a site: Markdown, HTML, and the new site in the place of the old one.

| module | holds |
|---|---|
| `rendering` | a page as HTML and front matter |
| `alone` | one page as one file of HTML |
| `printing` | Jinja by shorter ways |
| `compiled` | templates that were compiled before |
| `given` | what an engine is given: pages and files that nobody wrote, made when they are asked for |
| `ready` | the HTML of a page apart from what an engine has to convert |
| `edition` | which edition of a site this is |
| `redirects` | pages at addresses of old |
| `policy` | what a page may load and run |
| `brand` | a site's own colours and logo |
| `hosting` | what servers should say with the files of a site |
| `made` | a given file and its page as MkDocs takes them |
| `events` | what MkDocs asks while it builds, and what our pages answer |
| `engine` | pages as a site; `made`, `events` and this know MkDocs, and are therefore no part of this door |
| `settings` | what an engine must be told for our pages |
| `tags` | HTML as the links and anchors in it |
| `finished` | a folder of HTML and its dead links |
| `build_info` | what a site says of itself: its commit, its versions, its files |
| `origin` | what a site was made from |
| `publish` | a finished build in the place of the old one |
| `swap` | the exchange itself |
| `changes` | steps that can be undone |
| `marker` | what a build left in a folder |
| `workshop` | where a build works |
| `rollback` | a release in the place of the site |
| `verification` | a site held against what it says of itself |
| `fetching` | files of a public site |
| `releases` | what was published before |
| `reuse` | files of the live site in a new one |
"""

from bantin.publishing.alone import alone
from bantin.publishing.build_info import (
    BUILD_INFO,
    BuildInfo,
    Counts,
    Digest,
    build_info_in,
    digests,
    versions,
    write_build_info,
)
from bantin.publishing.edition import edition_files
from bantin.publishing.finished import DeadLink, Reason, dead_links, lost_ids, missing_pages, naming, sentence
from bantin.publishing.given import EngineError, Given, GivenFile, Rendered
from bantin.publishing.marker import TICK
from bantin.publishing.origin import checked_out, commit_of, input_of
from bantin.publishing.redirects import redirects
from bantin.publishing.rendering import OVERRIDES, TEMPLATES, Renderer, TemplateProblem
from bantin.publishing.rollback import Known, roll_back, sites_of
from bantin.publishing.settings import THEME_FOLDER, unanswered
from bantin.publishing.verification import Verified, verify_address, verify_folder

__all__ = [
    "BUILD_INFO",
    "OVERRIDES",
    "TEMPLATES",
    "THEME_FOLDER",
    "TICK",
    "BuildInfo",
    "Counts",
    "DeadLink",
    "Digest",
    "EngineError",
    "Given",
    "GivenFile",
    "Known",
    "Reason",
    "Rendered",
    "Renderer",
    "TemplateProblem",
    "Verified",
    "alone",
    "build_info_in",
    "checked_out",
    "commit_of",
    "dead_links",
    "digests",
    "edition_files",
    "input_of",
    "lost_ids",
    "missing_pages",
    "naming",
    "redirects",
    "roll_back",
    "sentence",
    "sites_of",
    "unanswered",
    "verify_address",
    "verify_folder",
    "versions",
    "write_build_info",
]
