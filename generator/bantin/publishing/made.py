"""A given file and its page as MkDocs takes them: made when it asks, and the HTML of a page converted by nobody."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType
from typing import Self

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents
from mkdocs.utils.meta import get_data

from bantin.folders import PLUGIN
from bantin.publishing.build_info import Digest, digest_of
from bantin.publishing.given import GivenFile, Rendered, beside
from bantin.publishing.ready import WHOLE, Apart, set_apart
from bantin.publishing.rendering import TemplateProblem
from bantin.search import Document, document_of, unmarked


class Made(File):
    """A file of a MkDocs build whose content is made when MkDocs asks for it."""

    given: GivenFile
    changed: str | bytes | None = None
    """What another plugin has put in its place."""

    @classmethod
    def of(cls, given: GivenFile, config: MkDocsConfig) -> Self:
        file = cls(given.path, src_dir=None, dest_dir=config.site_dir, use_directory_urls=config.use_directory_urls)
        file.given, file.generated_by = given, PLUGIN
        return file

    @property
    def rendered(self) -> Rendered | None:
        """The page that is made here; None where the file is no page, or another plugin has changed it."""
        if self.changed is not None or not callable(self.given.held):
            return None
        with _told():
            return self.given.held()

    @property
    def beside(self) -> Mapping[str, str]:
        """What stands beside a page that another plugin has changed, by name."""
        with _told():
            return self.given.held().beside if callable(self.given.held) else {}

    @property
    def _content(self) -> str | bytes:
        if self.changed is not None:
            return self.changed
        with _told():
            return self.given.content()

    @_content.setter
    def _content(self, content: str | bytes | None) -> None:
        self.changed = content


@contextmanager
def _told() -> Iterator[None]:
    """What is wrong with a template, as MkDocs prints it: without a trace."""
    try:
        yield
    except TemplateProblem as error:
        raise PluginError(str(error)) from error


class Known(Files):
    """Files of a build among others that are known by their paths alone, which links in Markdown may lead to."""

    def __init__(self, files: Iterable[File], others: Collection[str], config: MkDocsConfig) -> None:
        super().__init__(files)
        self.others, self.config = others, config

    def get_file_from_path(self, path: str) -> File | None:
        """The file at a path, whether it is built here or not."""
        found = super().get_file_from_path(path)
        if found is None and path in self.others:
            return File(path, None, self.config.site_dir, self.config.use_directory_urls)
        return found


class MadePage(Page):
    """A page whose HTML MkDocs gets as it is: only Markdown that a site's own template prints is converted."""

    file: Made
    apart: Apart = Apart("", ())
    aside: str | None = None
    """What the page holds while other plugins see a place in its stead."""
    beside: Mapping[str, Digest] = MappingProxyType({})
    """The files that were written beside it, by their paths in the site."""

    def read_source(self, config: MkDocsConfig) -> None:
        """The page's surroundings, and its Markdown with places for what is ready."""
        source = config.plugins.on_page_read_source(page=self, config=config)
        rendered = self.file.rendered if source is None else None
        self._write(rendered.beside if rendered else self.file.beside, Path(config.site_dir))
        if rendered is None:
            self.markdown, self.meta = get_data(self.file.content_string if source is None else source)
            return
        self.apart, self.meta = set_apart(rendered.body), dict(rendered.meta)
        self.markdown = self.apart.markdown

    def _write(self, texts: Mapping[str, str], site: Path) -> None:
        """Files stand beside the page."""
        found = {beside(self.file.dest_uri, name): text.encode() for name, text in texts.items()}
        for path, content in found.items():
            (site / path).parent.mkdir(parents=True, exist_ok=True)
            (site / path).write_bytes(content)
        self.beside = {path: digest_of(content) for path, content in found.items()}

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """The page's HTML, where nothing has to be converted without any conversion."""
        if self.apart.ready and (self.markdown or "").strip() == WHOLE:
            self.content, self.toc = self.apart.ready[0], TableOfContents([])
        else:
            super().render(config, files)
            self.content = self.apart.put_back(self.content or "")
            self.links_to_anchors = None  # the finished site is checked as a whole
        self.apart = Apart("", ())

    @property
    def document(self) -> Document | None:
        """What the search knows of the page."""
        return document_of(self.meta, self.url, self.content or "")

    def set_aside(self) -> None:
        """A place takes that of the page's HTML, which no other plugin need walk through."""
        self.aside, self.content = unmarked(self.content or ""), WHOLE

    def put_back(self) -> None:
        """The HTML is there again."""
        self.content, self.aside = (self.content or "").replace(WHOLE, self.aside or WHOLE), None
