"""Bản tin CCHC: administrative-reform figures, from YAML files to a public site.

Data moves down this list and never back; each module may import only those below it in the contract of pyproject.toml.

| module | turns | into |
|---|---|---|
| `vietnamese` | – | slugs, sorting, numbers, dates |
| `problems` | – | `Problem`, `Location`, and how they read as text |
| `writing` | a text | a file, whole or not at all |
| `folders` | mkdocs.yml | where the site's files lie |
| `garbled` | text that was garbled on its way | the text that was meant |
| `intervals`, `values`, `periods`, `places` | what was printed | what it means |
| `model` | – | `Indicator`, `Scope`, `Figure`, `Report`, … |
| `gazetteer` | the shipped tables of provinces, districts and communes | dated places and their successors |
| `reading` | YAML text | plain text values and the place of each |
| `markup` | Markdown of editors | harmless HTML, links and headings |
| `catalogue`, `reports`, `articles` | the tree of one file | indicators and scopes, a `Report`, an `Article` or page |
| `attachments`, `pictures`, `documents` | files beside a text | what is published of them |
| `listing` | data/ and content/ | the names of their files, and those that have a wrong one |
| `links` | links in texts | pages and files, and those that lead nowhere |
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
| `finished` | a folder of HTML | its dead links |
| `publish`, `swap`, `changes`, `marker`, `workshop` | a finished build | the site, and nothing else changed |
| `manual` | the docstrings of `checks`, and its own texts | what each code of a problem means |
| `formats`, `schema` | problems; the catalogue | reports for people and tools; JSON Schemas |
| `plugin`, `cli` | options, arguments | a build, a report |
"""
