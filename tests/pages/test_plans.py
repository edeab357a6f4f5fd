"""The list of pages: what each rests on, and that nothing is made before it is asked for."""

import re
from pathlib import Path

import pytest
from built import ROOT
from conftest import SOUND, edition
from making import CATALOGUE, DISTRICT, RECEIVED, archive, figure, report

from bantin.folders import Folders
from bantin.model.outline import Outline
from bantin.pages import plans
from bantin.pages.around import menu_of
from bantin.pages.plans import Plan, plans_of
from bantin.publishing.rendering import TEMPLATES, Renderer
from bantin.publishing.settings import THEME_FOLDER


def planned(**known: object) -> dict[str, Plan]:
    return {plan.path: plan for plan in plans_of(Outline(**known), CATALOGUE)}


def test_every_page_is_the_index_of_its_address():
    found = planned(reports=frozenset({f"{DISTRICT.path}/2023-6-thang"}))

    assert found[f"{DISTRICT.path}/2023-6-thang"].file == f"{DISTRICT.path}/2023-6-thang/index.md"
    assert found[DISTRICT.path].file == f"{DISTRICT.path}/index.md"
    assert found[""].file == "index.md"


def test_what_people_wrote_wins_over_what_would_be_made():
    assert planned(pages={"tra-cuu": ()})["tra-cuu"].kind == "page"


def test_a_list_of_plans_makes_no_page(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(plans, "MAKERS", {})
    known = Outline(reports=frozenset(f"{DISTRICT.path}/{year}" for year in range(1000, 9000)))

    assert len(plans_of(known, CATALOGUE)) > 8000


@pytest.mark.parametrize("root", [ROOT, SOUND], ids=["ours", "sound"])
def test_a_page_needs_nothing_but_what_it_rests_on(root: Path):
    found = edition(root)
    renderer = Renderer(Folders.of(root), {file.path: file for file in found.archive.attached})

    for plan in found.plans:
        alone = plan.make(plan.part_of(found.archive), found.doubts)
        assert renderer.markdown(alone) == renderer.markdown(plan.make(found.archive, found.doubts)), plan.path


def test_a_bulletin_rests_on_its_place_alone():
    other = report(figure(RECEIVED, "7"), when="2022")
    found = archive(report(figure(RECEIVED, "5")), other)
    plan = planned(reports=found.outline.reports)[f"{DISTRICT.path}/2022"]

    assert plan.inputs.places == (DISTRICT.path,)
    assert not plan.inputs.doubtful


@pytest.mark.parametrize(
    "template",
    [*sorted(TEMPLATES.glob("*.md")), *sorted(THEME_FOLDER.rglob("*.html"))],
    ids=lambda path: path.stem,
)
def test_an_address_that_a_template_names_by_hand_is_that_of_a_page(template: Path):
    text = template.read_text(encoding="utf-8")
    named = re.findall(r"to\('([^']*?)/?'\)|'([a-z-]+)/' \| url", text)

    assert {one or other for one, other in named} <= {plan.path for plan in edition(ROOT).plans}


def test_the_menu_leads_to_pages_under_their_titles():
    titles = {page.path: page.title for page in edition(ROOT).pages}

    menu = menu_of(edition(ROOT).archive)

    assert [titles[link.path.rstrip("/")] for link in menu] == [link.title for link in menu]
    assert {page.path for page in edition(ROOT).archive.pages} - {""} <= {link.path.rstrip("/") for link in menu}
