"""What the sentences of a text are read with."""

from reviewtui.checks.input.policy_prose import prose_of
from reviewtui.domain.policy.policy import SectionRules, Text, build_policy


def test_each_heading_knows_which_stand_over_it():
    """Of those before it the nearest of a higher level, and what stands over that, whatever levels are left out."""
    levels = (2, 3, 3, 5, 4, 1, 4, 2, 2)
    prose = prose_of("".join(f"{'#' * level} Heading\n\nStaff sign.\n\n" for level in levels))
    expected = [(), (0,), (0,), (0, 2), (0, 2), (), (5,), (5,), (5,)]
    assert [tuple(sorted(over)) for over in prose.over] == expected


def test_the_sentences_of_all_sections_are_those_of_the_text():
    """Each is in the section in which it begins, and the heading of none is a sentence."""
    table = "| E | F |\n| --- | --- |\n| G. | H. |\n"
    text = f"Before. All.\n\n## One\n\nStaff sign. They go.\n\n- c. D.\n\n## Two\n\n## Three\n\n{table}"
    policy = build_policy("p", {"p/a.md": Text("p/a.md", text, "0" * 40)}, SectionRules(by_heading=True))
    prose = prose_of(text)
    own = [prose.running_in(section) for section in policy.sections]
    assert [[each.plain for each in held][:1] for held in own] == [["Before."], ["Staff sign."], [], ["E; F"]]
    assert sum(own, ()) == prose.running()
