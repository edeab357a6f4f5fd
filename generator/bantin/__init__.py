"""Bản tin CCHC: administrative-reform figures, from YAML files to a public site.

Data moves up this list; a room imports only rooms below it, through their doors (the contracts are in pyproject.toml).

| room | holds |
|---|---|
| `cli`, `plugin` | the two doors: a command, and a plugin of MkDocs |
| `commands` | the commands that make, move and check sites |
| `building` | a site built page by page, in many processes, from what stands and what has to be made |
| `serving` | a site in a browser on this machine while it is written |
| `comparing` | two states of one site, and what differs on its pages |
| `options` | what commands share of their options |
| `site` | the order of the steps, the same for both |
| `inspection` | a site's folder with all its problems, read again only where something changed |
| `publishing` | pages → Markdown → HTML → a site swapped in |
| `search` | what a search knows: all names, and the words of pages |
| `editors` | problems as reports, schemas |
| `pages` | which pages there are, and what each one says |
| `checks` | an archive → problems; what earlier checks found |
| `reading` | files → model |
| `model` | what was said: values, periods, indicators, reports, texts |
| `places` | the land through time |
| `keeping` | what was made of files, kept by content where it may be deleted at any time |
| `folders`, `writing` | where a site's files lie; a file written whole or not at all |
| `problems` | what an editor should change, and what every code of it means |
| `telling` | what a long command tells of itself: progress, a profile, the lines at its end |
| `likeness` | names like a misspelt one, never one of another meaning |
| `vietnamese` | text, spelling, order, numbers |
| `templates`, `theme` | the pages as Jinja; the look of a site |
"""
