"""The keys of data files and of articles."""

import re
from pathlib import Path

import pytest

from bantin import reading
from bantin.reading import vocabulary
from bantin.reading.keys import Keys, KeyShape
from bantin.vietnamese import slug

GUIDE = Path(__file__).parent.parent.parent / "data/README.md"
BLOCKS = {
    name: keys
    for name, keys in vars(vocabulary).items()
    if isinstance(keys, tuple) and name.isupper() and not name.startswith("_")
}
blocks = pytest.mark.parametrize("keys", BLOCKS.values(), ids=BLOCKS)


def test_there_is_a_table_for_each_kind_of_block():
    assert len(BLOCKS) == 21


@blocks
def test_no_two_keys_of_a_block_fold_to_one(keys: Keys):
    assert len({slug(key.name) for key in keys}) == len(keys)


@blocks
def test_every_key_is_explained(keys: Keys):
    assert [key.name for key in keys if not key.explanation] == []


@blocks
def test_what_may_stand_instead_of_a_key_stands_in_the_same_block(keys: Keys):
    assert {name for key in keys for name in key.instead} <= {key.name for key in keys}


@blocks
def test_a_choice_has_words_to_choose_from(keys: Keys):
    choices = [key for key in keys if key.shape in {KeyShape.CHOICE, KeyShape.CHOICES}]

    assert [key for key in keys if key.choices] == choices


@pytest.mark.parametrize("name", ["REPORT", "PERIOD", "SOURCE", "BASIS", "FIGURE", "TARGET", "ERRATUM", "CORRECTED"])
def test_the_guide_for_editors_names_every_key_of_a_report(name: str):
    guide = GUIDE.read_text(encoding="utf-8")

    assert [key.name for key in BLOCKS[name] if f"`{key.name}`" not in guide and f"{key.name}:" not in guide] == []


def test_readers_ask_for_every_key_and_for_no_other():
    source = "".join(path.read_text(encoding="utf-8") for path in Path(reading.__file__).parent.glob("*.py"))
    asked = set(re.findall(r'\.(?:scalar|text|texts|items|day|at_key|pairs_at|by_slice|parts)\("([^"]+)"', source))
    asked |= set(re.findall(r'(?:_year|_address|_phrase|_scopes_at|named_by)\(block, "([^"]+)"', source)) | set(
        re.findall(r'nodes\["([^"]+)"', source)
    )
    choices = {key.name for keys in BLOCKS.values() for key in keys if key.choices} | {vocabulary.BY_PLACE.name}
    choices |= {key.name for key in vocabulary.NAMES_BY_KIND}

    assert asked | choices == {key.name for keys in BLOCKS.values() for key in keys}
