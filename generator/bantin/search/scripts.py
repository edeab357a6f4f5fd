"""Files of a search as scripts: an element loads them, so they also work where a site is opened from a disk."""

import json

FOLDER = "tim-kiem"
"""Where the files of the search lie, below the site's root: beside the page that shows what was found."""


def path_of(name: str) -> str:
    """The file of a part of the index: «tim-kiem/ten.js»."""
    return f"{FOLDER}/{name}.js"


def script_of(name: str, text: str) -> str:
    """A script that hands a text to the search under a name."""
    return f"bantinTim({json.dumps(name)},{json.dumps(text, ensure_ascii=False)});\n"


def text_in(script: str) -> str:
    """The text that such a script hands over."""
    return str(json.loads(script[script.index(",") + 1 : script.rindex(")")]))
