"""Who is bound: another subject before a word of duty, unless it was only moved about."""

from reviewtui.text.meaning.holders import other_holder


def test_another_subject_is_another_holder():
    """Both are named, as they stand in the text."""
    assert other_holder("Managers must approve posts.", "Editors must approve posts.") == ("Managers", "Editors")


def test_a_subject_that_was_moved_about_is_the_same():
    """It still stands in the passage."""
    assert other_holder("Officers must keep records.", "Records must be kept by officers.") is None


def test_nobody_named_is_no_other_holder():
    """A pronoun or an article names nobody, and passages with unlike numbers of duties are not compared."""
    assert other_holder("It must be kept.", "Editors must keep it.") is None
    assert other_holder("Managers must ask.", "Editors must ask and must wait.") is None
