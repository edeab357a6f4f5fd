"""Which indicators answer what readers ask first."""

from shipped import shipped

from bantin.model.answers import Question, answers_of


def test_they_stand_in_the_order_of_the_lists():
    """Whoever takes the first, or the first of the largest, takes the same one in every process."""
    answers = answers_of(shipped())

    assert {*answers.values()} == {*Question}
    assert list(answers) == [id for id in shipped().indicators if id in answers]
