"""Pages into a site: Markdown, HTML, and the new site in the place of the old one.

| module | holds |
|---|---|
| `rendering` | a page as Markdown |
| `given` | a file that nobody wrote, made when it is asked for |
| `redirects` | pages at addresses of old |
| `engine` | Markdown as HTML; with `plugin`, the only module that knows MkDocs, and therefore no part of this door |
| `settings` | what an engine must be told for our pages |
| `tags` | HTML as the links and anchors in it |
| `finished` | a folder of HTML and its dead links |
| `publish` | a finished build in the place of the old one |
| `swap` | the exchange itself |
| `changes` | steps that can be undone |
| `marker` | what a build left in a folder |
| `workshop` | where a build works |
"""

from bantin.publishing.finished import Reason, dead_links, missing_pages, sentence
from bantin.publishing.given import Given, GivenFile
from bantin.publishing.redirects import redirects
from bantin.publishing.rendering import Renderer, TemplateProblem

__all__ = [
    "Given",
    "GivenFile",
    "Reason",
    "Renderer",
    "TemplateProblem",
    "dead_links",
    "missing_pages",
    "redirects",
    "sentence",
]
