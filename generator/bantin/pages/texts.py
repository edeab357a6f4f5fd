"""The pages that people wrote."""

from bantin.model import (
    Archive,
    Article,
    Figure,
    Mention,
    Mentioned,
    Reference,
    Target,
    Written,
    WrittenPage,
    headings,
    references,
    without_mentions,
)
from bantin.pages.around import section_of, titled, trail_to, unit_at
from bantin.pages.doubts import Doubts
from bantin.pages.headings import ALIKE_ARTICLES, OTHER_ARTICLES, SOURCES, Heading, Headings
from bantin.pages.page import HOME, Link, Page


def article_page(archive: Archive, doubts: Doubts, path: str) -> Page:
    """The article that stands at an address."""
    article = archive.texts[path]
    assert isinstance(article, Article)
    others, alike = archive.outline.others_of_place(path), archive.outline.alike(path)
    asking = article.asking
    headings: Headings = {
        "sources": SOURCES,
        "others": OTHER_ARTICLES if others else None,
        "alike": ALIKE_ARTICLES if alike else None,
    }
    facts = {
        "headings": headings,
        "article": article,
        "mentions": _mentions(archive, article),
        "is_past": asking is not None and archive.outline.is_past(asking.until.isoformat()),
        "others": [(Link(other.title, f"{other.path}/"), other.published) for other in others],
        "alike": [
            (Link(other.title, f"{other.path}/"), other.published, titled(unit_at(archive, other.place)))
            for other in alike
        ],
    }
    return Page(
        path=article.path,
        kind="article",
        title=article.title,
        description=article.lead,
        trail=trail_to(archive, article.place),
        section=section_of(archive, article.place, current=article.path),
        contents=(),
        facts=facts,
        kicker=f"Bài viết · {titled(unit_at(archive, article.place))}",
        source=article.at.source,
        updated=article.published,
    )


def written_page(archive: Archive, doubts: Doubts, path: str) -> Page:
    """The page that people wrote about no single place and that stands at an address."""
    page = archive.texts[path]
    assert isinstance(page, WrittenPage)
    mentions = _mentions(archive, page)
    found = headings(without_mentions(page.body, mentions), prefix="")
    contents = tuple(Heading(words, id) for level, id, words in found if level == 2)
    return Page(
        path=page.path,
        kind="page",
        title=page.title,
        description=page.description,
        trail=() if page.path == "" else (HOME,),
        contents=contents,
        facts={"heading": page.heading, "body": page.body, "mentions": mentions},
        source=page.at.source,
    )


def _mentions(archive: Archive, text: Written) -> tuple[Mention, ...]:
    found = []
    for reference in references(text):
        if isinstance(reference, Reference):
            names = reference.place, reference.period, reference.slice, reference.indicator
            figures, targets = archive.mentioned(*names)
            named: list[Figure | Target] = [*figures] if reference.kind is Mentioned.FIGURE else [*targets]
            for value in named[:1]:  # of several variants the first
                path = f"{reference.place}/{reference.period}/#{value.id}"
                found.append(Mention(reference.start, reference.end, value.text, value.indicator.label, path))
    return tuple(found)
