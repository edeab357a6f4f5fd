"""What an editor should change, or at least look at.

| module | holds |
|---|---|
| `problem` | a problem, its place in a file, and how it reads as one line of text |
| `codes` | every code of a problem, and what it means: one module a subject |
"""

from bantin.problems.codes import CODES, GROUPS
from bantin.problems.problem import Found, Location, Problem, Text, excerpt, guess, in_order, printable

__all__ = ["CODES", "GROUPS", "Found", "Location", "Problem", "Text", "excerpt", "guess", "in_order", "printable"]
