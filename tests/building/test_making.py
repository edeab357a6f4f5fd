"""Pages from what is kept of the folders: the same as from the whole archive."""

import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import edited
from conftest import SOUND

from bantin.building import look
from bantin.building.making import Maker
from bantin.building.questions import Around, Listener
from bantin.folders import folders_of
from bantin.inspection import Reading
from bantin.model import Attached, Outline
from bantin.pages import Page
from bantin.publishing import Renderer
from bantin.publishing.rendering import page_values
from bantin.site import check
from bantin.telling import progress_on

DAY = date(2026, 11, 27)
CORE = "thu-tuc/1.001193"


def test_what_is_entered_comes_in_the_order_of_addresses_however_a_plan_names_it(tmp_path: Path):
    shutil.copytree(SOUND, tmp_path, dirs_exist_ok=True)
    for path, text in edited.procedures().items():
        for name in (path, path.replace("an-giang", "kien-giang")):
            if "danh-muc" not in name:
                (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
                (tmp_path / name).write_text(text, encoding="utf-8")
    folders = folders_of(tmp_path)
    reading, edition = Reading(folders, DAY), check(folders, DAY)
    ground = look(
        reading, jobs=1, progress=progress_on(SimpleNamespace(isatty=lambda: False, write=len, flush=lambda: None))
    )  # type: ignore[arg-type]
    plan = next(plan for plan in ground.plans if plan.path == CORE)
    assert len(plan.inputs.texts) == 3

    for texts in (plan.inputs.texts, plan.inputs.texts[::-1]):
        named = replace(plan, inputs=replace(plan.inputs, texts=texts))
        made = Maker(ground, reading).given(named).content()
        assert made == Renderer(folders).markdown(plan.make(edition.archive, edition.doubts))


def test_a_page_shows_the_pictures_beside_its_text():
    file = Attached("content/an-giang/anh.jpg", "an-giang/anh.jpg", b"", width=8, height=6)
    page = Page("an-giang/bai", "article", "", "", source="content/an-giang/2026-11-22-bai.md")
    lead_of = page_values(page, Listener(Around(Outline(), {file.path: file}, {})).attached)["lead_of"]

    assert callable(lead_of)
    assert lead_of("anh.jpg").width == 8
