"""Colours by meaning, shared by charts, maps and the style sheet."""

from enum import StrEnum


class Tone(StrEnum):
    """A colour by meaning; its value is the class that the style sheet knows it by."""

    GOOD = "tot"
    BAD = "xau"
    NEUTRAL = "kha"
    BLANK = "trong"
    PUBLISHES = "nay"
    PUBLISHED_BEFORE = "cu"
    LOW = "thap"
    MIDDLE = "giua"
    HIGH = "cao"
    NOT_COMPARED = "khac"
    NOTHING = "chua"
