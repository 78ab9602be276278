"""Elements that silence what stands in them: how words look within several of them, and what that costs."""

from reviewtui.text.markdown import silent_elements as module
from reviewtui.text.markdown.document import document_of
from reviewtui.text.markdown.said_passage import said_passage
from reviewtui.text.markdown.silent_elements import looks_at, silent_elements


def test_words_look_as_each_element_around_them_makes_them():
    """Elements lie in one another; what one of them says ends where it ends."""
    source = "A <del>b <code hidden>c</code> d</del> e <s>f"
    document = document_of(source)
    looks = {word: looks_at(document, source.index(f"{word}")) for word in ("A", "b", "c<", " d", " e", "f")}
    assert looks == {
        "A": frozenset(),
        "b": {"strike"},
        "c<": {"strike", "hidden"},
        " d": {"strike"},
        " e": frozenset(),
        "f": {"strike"},
    }


def test_an_end_that_nothing_began_ends_nothing():
    """Of tags that cross, the outer one ends the inner one."""
    source = "<del>a</s> b <s>c</del> d</s> e"
    assert [source[each.start : each.end] for each in silent_elements(document_of(source))] == [
        "<del>a</s> b <s>c</del>"
    ]


def test_how_far_elements_reach_is_asked_once_for_all_words():
    """Each piece of a text went over all elements, so twice as many took four times as long."""
    module._reaches.cache_clear()
    source = "<del>one " * 300
    document = document_of(source)
    assert said_passage(document, 0, len(source)).strip() == ""
    asked = module._reaches.cache_info()
    assert asked.misses == 1
    assert asked.hits > 300
