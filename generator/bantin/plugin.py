"""The MkDocs plugin: `mkdocs build` and `mkdocs serve` with nothing but «bantin» under plugins."""

import logging
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger

from bantin import inspection, site
from bantin.engine import GivenPages

log = get_plugin_logger(__name__)


class BantinPlugin(GivenPages):
    """Checks data/ and content/ and adds the pages they make."""

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Reads and checks before MkDocs touches the folder of the finished site; an error leaves that as it was."""
        config = super().on_config(config)
        root = Path(config.config_file_path).parent
        config.watch = [*config.watch, *(str(path) for path in site.watched(root) if str(path) not in config.watch)]
        if self.given is None:
            edition = site.check(root, inspection.clock())
            for problem in edition.open_problems:
                # A warning about figures is no fault of the build: `mkdocs build --strict` stays green.
                log.log(logging.INFO if problem.warning else logging.ERROR, "%s", problem.line())
            if edition.errors:
                raise PluginError(inspection.summary(edition))
            self.given, self.newest = site.generated_files(edition, root), edition.newest
        return config
