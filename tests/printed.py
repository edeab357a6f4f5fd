"""The cells of published figures and targets, as the style sheet knows them: by what their table holds."""

NUMBERS = "table.so-lieu:not(.dem)"
"""Tables of published numbers; those of class «dem» count what the site has."""
PUBLISHED = ", ".join([
    f"{NUMBERS}:not(.so-cuoi) tbody td:not(.chu, .tinh):not(:empty)",
    f"{NUMBERS}.so-cuoi tbody td:last-child",
])  # fmt: skip
"""A selector of every cell that holds a published text, for BeautifulSoup and browsers alike."""
