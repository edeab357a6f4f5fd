"""Bản tin CCHC: administrative-reform figures, from YAML files to a public site.

Data moves down this list and never back; each module may import only those below it in the contract of pyproject.toml.

| module | turns | into |
|---|---|---|
| `vietnamese` | – | slugs, sorting, numbers, dates |
| `problems` | – | `Problem`, `Location`, and how they read as text |
| `intervals`, `values`, `periods`, `places` | what was printed | what it means |
| `model` | – | `Indicator`, `Scope`, `Figure`, `Report`, … |
| `gazetteer` | the shipped tables of provinces, districts and communes | dated places and their successors |
| `reading` | YAML text | plain text values and the place of each |
| `catalogue`, `reports`, `articles` | the tree of one file | indicators and scopes, a `Report`, an `Article` |
| `listing` | data/ and content/ | the names of their files |
| `archive` | these files | an `Archive` and problems |
| `results` | what earlier checks found | the same, where nothing changed |
| `lineage` | the gazetteer | what places handed to one another |
| `arithmetic` | figures | what follows from them, and what contradicts them |
| `checks` | an `Archive` | problems; one module a subject |
| `addresses` | the names of files, and the list of what was published | redirects, and what went |
| `inspection` | a site's folder | all its problems, read again only where something changed |
| `sentences`, `charts`, `maps`, `tables`, `comparisons` | figures | the lead, drawings, tables, verdicts |
| `lookup` | the gazetteer | the files from which one page answers what a place became |
| `pages` | an `Archive` | a list of `Page` |
| `rendering` | a `Page` | Markdown with front matter |
| `site` | a site's folder | all of the above, in order |
| `engine` | Markdown files | HTML (MkDocs) |
| `publish` | a finished build | the site that is looked at |
| `manual` | the docstrings of `checks`, and its own texts | what each code of a problem means |
| `formats`, `schema` | problems; the catalogue | reports for people and tools; JSON Schemas |
| `plugin`, `cli` | options, arguments | a build, a report |
"""
