"""Sections: their order, titles, headings and line ends."""

from reviewtui.domain.policy.policy import SectionRules, Text, build_policy
from reviewtui.text.markdown.front_matter import front_matter_end
from reviewtui.text.markdown.headings import headings


def policy(by_heading: bool = False, order: tuple[str, ...] = (), **files: str):  # noqa: FBT001, FBT002
    texts = {f"p/{name}.md": Text(f"p/{name}.md", text, "0" * 40) for name, text in files.items()}
    return build_policy("p", texts, SectionRules(by_heading=by_heading, order=order))


def names(built) -> list[str]:
    return [section.name.removesuffix(".md") for section in built.sections]


def test_index_comes_first_then_by_name() -> None:
    """Without anything said, index files come first and the rest by name."""
    assert names(policy(b="# B", a="# A", index="# I")) == ["index", "a", "b"]


def test_front_matter_order_wins_over_names() -> None:
    """`order` in front matter comes before index and names; numbers count as numbers."""
    built = policy(b="---\norder: 2\n---\n# B", c="---\r\norder: 10\r\n---\r\n# C", a="# A", index="# I")
    assert names(built) == ["b", "c", "index", "a"]


def test_settings_order_wins_over_all() -> None:
    """Sections that the settings name come first, with or without `.md`; unknown names do nothing."""
    built = policy(order=("c.md", "a", "gone"), b="---\norder: 1\n---\n", a="# A", c="# C", index="# I")
    assert names(built) == ["c", "a", "b", "index"]


def test_a_place_is_in_the_section_whose_characters_hold_it() -> None:
    """Whatever order the settings give to the sections of one file, an offset finds the one around it."""
    text = "# A\n\nfirst\n\n# B\n\nsecond\n"
    for order in ((), ("a.md#b", "a.md#a")):
        built = policy(by_heading=True, order=order, a=text)
        for section in built.sections:
            for offset in range(section.start, section.end):
                assert built.section_at("p/a.md", offset) == section
        assert built.section_at("p/a.md", len(text)).title == "B"
        assert built.section_at("p/b.md", 0) is None


def test_titles() -> None:
    """The first heading, else the front matter's title, else the name; marks and closing hashes are not in it."""
    built = policy(
        a="# *A* [linked](x) ##\n",
        b="---\ntitle: 'Bee'\n---\ntext",
        c="text",
        d="\ufeff# Dee\r\n",
        e="```\n# no\n```\n## E\n",
    )
    assert [section.title for section in built.sections] == ["A linked", "Bee", "c.md", "Dee", "E"]


def test_single_file_splits_at_its_headings() -> None:
    """With `sections = "headings"` each top heading is a section; together they are the whole text."""
    text = "---\ntitle: T\n---\n# Policy\n\nIntro.\n\n## One\n\nA\n\n### Inner\n\n## Two\n\n## One\n\nB\n"
    built = policy(by_heading=True, one=text)
    assert names(built) == ["one.md#start", "one.md#one", "one.md#two", "one.md#one-2"]
    assert "".join(built.body(section) for section in built.sections) == text
    assert [h.title for h in built.sections[1].headings] == ["One", "Inner"]
    assert built.section_at("p/one.md", text.index("### Inner")) == built.sections[1]


def test_sections_of_equal_titles_have_names_of_their_own() -> None:
    """A number that another title has already is not given a second time."""
    text = "\n## A\n\n## A\n\n## A 2\n\n## A\n\n## A-3\n\n## A\n"
    built = policy(by_heading=True, one=text)
    assert names(built) == [f"one.md#{name}" for name in ("a", "a-2", "a-2-2", "a-3", "a-3-2", "a-4")]
    assert built.section_at("p/one.md", 0) == built.sections[0]
    assert [section.headings[0].start for section in built.sections] == [section.start for section in built.sections]


def test_headings_keep_offsets_with_carriage_returns_and_marks() -> None:
    """Offsets count code points of the file, with the byte order mark and carriage returns in it."""
    text = "\ufeff# 😀 One\r\n\r\ntext\r\n## Two\r\n"
    found = headings(text)
    assert [(h.level, h.title) for h in found] == [(1, "😀 One"), (2, "Two")]
    assert text[found[1].start : found[1].end].rstrip("\r") == "## Two"


def test_front_matter_ends_where_the_text_begins() -> None:
    """Front matter needs its closing line."""
    assert front_matter_end("---\na: 1\n---\nx") == 13
    assert front_matter_end("---\na: 1\nx") == 0
    assert front_matter_end("text\n---\na\n---\n") == 0
