"""Where the parts of a sheet lie: what it is, its table, what it computes, and what it remembers of the last period."""

from dataclasses import dataclass

from bantin.editors.forms.layout import Column, Form, Sheet

GROUPS, HEADINGS, SIGNS = 3, 4, 5
"""Rows of a sheet, from 0; those before tell what it is, those after are its table."""


@dataclass(frozen=True)
class Ground:
    """The extent of one sheet of a form; rows and columns count from 0."""

    form: Form
    sheet: Sheet

    @property
    def first(self) -> int:
        """The first row of the table."""
        return SIGNS + 1

    @property
    def last(self) -> int:
        """The last row of the table."""
        return SIGNS + len(self.sheet.rows)

    @property
    def checks(self) -> int:
        """The first of the columns that the sheet computes."""
        return len(self.sheet.columns)

    @property
    def before(self) -> int:
        """The first of the columns that show the last period."""
        return self.checks + len(self.sheet.equations)

    @property
    def remembered(self) -> tuple[Column, ...]:
        """The columns of which the last period is shown."""
        return tuple(column for column in self.sheet.columns if column.is_remembered) if self.form.before else ()
