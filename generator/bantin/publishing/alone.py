"""One page as one HTML file, to be mailed and printed: its look inside, and no way to pages that are not there."""

import re
from html import escape
from pathlib import Path

from bantin.publishing.given import Rendered

_CSS = Path(__file__).parent.parent / "theme" / "assets" / "bantin.css"
# Material's measure, on which the look counts. On a sheet of A4 form 06 has room for all its columns, not for bars.
_BASE = """
html { font-size: 20px; }
body { margin: 0 auto; max-width: 42rem; padding: 1rem; font: .8rem/1.6 system-ui, sans-serif; color: #1c1b1a; }
table { border-collapse: collapse; width: 100%; }
.chan-bang { display: none; }
.xem-thu { border: 1px solid #8a5a00; background: #fdf3dc; padding: .4rem .6rem; }
@page { size: A4; margin: 15mm; }
@media print {
  html { font-size: 11px; }
  body { max-width: none; padding: 0; }
  .md-typeset table { break-inside: auto !important; }
  tr, h2, h3, figure { break-inside: avoid; }
  .bang :is(th, td) {
    min-width: 0 !important; padding: 1px 4px 1px 0 !important; background: none !important;
    font-size: 8px !important; white-space: normal !important;
  }
  .bang :is(th, td) small { font-size: 7px !important; }
}
"""
_ELSEWHERE = re.compile(r"@font-face \{[^}]*\}\n")
_LINK = re.compile(r'<a\b[^>]*\bhref="(?!#|https?:)[^"]*"[^>]*>(.*?)</a>', re.DOTALL)


def alone(page: Rendered, note: str) -> str:
    """The file of a page, with a note above it."""
    body = _LINK.sub(r"\1", page.body)
    return (
        '<!doctype html>\n<html lang="vi" data-mau="sang">\n<head>\n<meta charset="utf-8">\n'
        f"<title>{escape(str(page.meta['title']))}</title>\n"
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="robots" content="noindex">\n'
        f"<style>\n{_ELSEWHERE.sub('', _CSS.read_text(encoding='utf-8'))}{_BASE}</style>\n</head>\n<body>\n"
        f'<p class="xem-thu">{escape(note)}</p>\n<article class="md-typeset md-content__inner">\n{body}\n</article>\n'
        "</body>\n</html>\n"
    )
