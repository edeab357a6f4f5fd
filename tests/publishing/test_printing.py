"""Templates printed by shorter ways: whatever they hold, they print what Jinja prints."""

import pytest
from jinja2 import DictLoader, Environment, StrictUndefined, Undefined
from markupsafe import Markup

from bantin.publishing.printing import QuickEnvironment

LIBRARY = """
{% macro plain(one, two="hai", three=one) %}<i>{{ one }}|{{ two }}|{{ three }}</i>{% endmacro %}
{% macro around(name) %}<b title="{{ name }}">{{ caller("x & y") }}</b>{% endmacro %}
{% macro rest(first) %}{{ first }}{% for more in varargs %};{{ more }}{% endfor %}{{ kwargs.get("last", "") }}{% endmacro %}
{% set words = {"một": "1 < 2"} %}
{% macro word(key) %}{{ words[key] }}{% endmacro %}
"""
TEMPLATES = (
    "{{ text }} {{ markup }} {{ number }} {{ nothing }} {{ lines }} {{ text | upper }} {{ text | safe }}",
    "{% import 'library' as m %}{{ m.plain(text) }}{{ m.plain(text, markup) }}{{ m.plain(1, three=lines) }}",
    "{% import 'library' as m %}{% for n in [1, 2] %}{% set k = n ~ '&' %}{{ m.plain(k) }}{{ to(k) }}{% endfor %}",
    "{% import 'library' as m %}{% call(said) m.around(text) %}{{ said }}{{ m.plain(said) }}{% endcall %}",
    "{% import 'library' as m %}{{ m.rest(text, markup, 3) }}{{ m.rest(1, last=lines) }}{{ m.word('một') }}",
    "{% import 'library' as m with context %}{% autoescape false %}{{ text }}{{ m.plain(text) }}{% endautoescape %}",
    "{% macro own(x) %}{{ x }}{{ text }}{% endmacro %}{{ own(markup) | length }}{{ own('&') ~ text }}",
    "{{ page.title }} {{ page['title'] }} {% for name, value in page.items() %}{{ name }}={{ value }}{% endfor %}",
    "{{ page.items | string | length > 9 }} {{ page.missing is defined }} {{ page.missing | default('không') }}",
    "{% block one %}{{ to(text) }}{{ self.two() }}{% endblock %}{% block two %}{{ now() }}{{ range(3) | list }}{% endblock %}",
    "{% include 'part' %}{% include ['none', 'part'] %}{% include 'none' ignore missing %}{% set x %}{{ text }}{% endset %}{{ x }}",
)
VALUES = {
    "text": "<a href='?x&y'>\"đ\"</a>",
    "markup": Markup("<b>&amp;</b>"),
    "number": 1.5,
    "nothing": None,
    "lines": "một\n\n hai <",
    "page": {"title": "Đất & nước", "items ": 3, "of": 1},
    "now": lambda: "12 < 13",
}


def _printed(kind: type[Environment], template: str, undefined: type[Undefined]) -> str:
    from functools import partial  # noqa: PLC0415

    loader = DictLoader({"library": LIBRARY, "part": "[{{ text }}{{ page.title }}]", "page": template})
    environment = kind(loader=loader, autoescape=True, undefined=undefined, finalize=_without_lines)
    return environment.get_template("page").render(VALUES | {"to": partial("{}/{}".format, "&")})


def _without_lines(value: object) -> object:
    return value.replace("\n\n", "\n") if isinstance(value, str) and not isinstance(value, Markup) else value


@pytest.mark.parametrize("undefined", [Undefined, StrictUndefined])
@pytest.mark.parametrize("template", TEMPLATES)
def test_the_shorter_way_prints_what_jinja_prints(template: str, undefined: type[Undefined]):
    assert _printed(QuickEnvironment, template, undefined) == _printed(Environment, template, undefined)


@pytest.mark.parametrize(
    "wrong", ["{{ m.plain(1, 2, 3, 4) }}", "{{ m.plain(1, other=2) }}", "{{ none_such }}", "{{ page.x }}"]
)
def test_the_shorter_way_fails_as_jinja_does(wrong: str):
    template = "{% import 'library' as m %}" + wrong
    with pytest.raises(Exception) as plain:  # noqa: PT011 -- whatever Jinja raises
        _printed(Environment, template, StrictUndefined)
    with pytest.raises(type(plain.value)) as quick:
        _printed(QuickEnvironment, template, StrictUndefined)
    assert str(quick.value) == str(plain.value)


def test_an_environment_taken_over_keeps_what_others_added():
    other = Environment(loader=DictLoader({"page": "{{ 'x' | loud }} {{ given }}{% break %}"}), extensions=[])
    other.add_extension("jinja2.ext.loopcontrols")
    other.filters["loud"], other.globals["given"] = str.upper, "<đã cho>"
    other.loader = DictLoader({"page": "{% for n in [1, 2] %}{{ 'x' | loud }} {{ given }}{% break %}{% endfor %}"})
    assert QuickEnvironment.of(other).get_template("page").render() == "X <đã cho>"
