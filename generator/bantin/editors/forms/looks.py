"""How the cells of a form look: one look for each thing that a cell may be."""

from collections.abc import Mapping
from enum import Enum
from typing import Any

_FONT = {"font_name": "Times New Roman", "font_size": 11, "valign": "vcenter"}
_BOX = {**_FONT, "border": 1, "border_color": "#A6A6A6"}
_TEXT = "@"
"""The format of cells that keep what is typed: 1.210 stays 1.210."""


class Look(Enum):
    """What a cell is."""

    TITLE = "title"
    SUBTITLE = "subtitle"
    HOW = "how"
    HEADING = "heading"
    SIGN = "sign"
    NAME = "name"
    WHOLE_NAME = "whole name"
    TOPIC = "topic"
    VALUE = "value"
    WHOLE_VALUE = "whole value"
    WORDS = "words"
    COMPUTED = "computed"
    BEFORE = "before"
    BEFORE_HEADING = "before heading"
    FITS = "fits"
    DIFFERS = "differs"


LOOKS: Mapping[Look, Mapping[str, Any]] = {
    Look.TITLE: {**_FONT, "bold": True, "font_size": 14},
    Look.SUBTITLE: {**_FONT, "bold": True, "font_size": 12},
    Look.HOW: {**_FONT, "italic": True, "text_wrap": True},
    Look.HEADING: {**_BOX, "bold": True, "align": "center", "text_wrap": True, "bg_color": "#DDEBF7"},
    Look.SIGN: {**_BOX, "italic": True, "align": "center", "font_size": 9, "bg_color": "#DDEBF7"},
    Look.NAME: {**_BOX, "num_format": _TEXT, "text_wrap": True},
    Look.WHOLE_NAME: {**_BOX, "num_format": _TEXT, "bold": True, "text_wrap": True, "bg_color": "#F2F2F2"},
    Look.TOPIC: {**_BOX, "num_format": _TEXT, "bold": True, "bg_color": "#F2F2F2"},
    Look.VALUE: {**_BOX, "num_format": _TEXT, "align": "right"},
    Look.WHOLE_VALUE: {**_BOX, "num_format": _TEXT, "align": "right", "bold": True, "bg_color": "#F2F2F2"},
    Look.WORDS: {**_BOX, "num_format": _TEXT, "text_wrap": True, "valign": "top"},
    Look.COMPUTED: {**_BOX, "italic": True, "align": "right", "bg_color": "#FAFAFA"},
    Look.BEFORE: {
        **_FONT, "font_color": "#7F7F7F", "font_size": 10, "align": "right", "text_wrap": True, "num_format": _TEXT,
    },
    Look.BEFORE_HEADING: {**_FONT, "font_color": "#7F7F7F", "italic": True, "align": "center", "text_wrap": True},
    Look.FITS: {"font_color": "#375623", "bg_color": "#E2EFDA"},
    Look.DIFFERS: {"font_color": "#9C0006", "bg_color": "#FFC7CE"},
}  # fmt: skip
