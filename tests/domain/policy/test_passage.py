"""From a quote as a person types it to exact characters."""

import unicodedata

import pytest

from reviewtui.domain.policy.passage import anchor_for, find_section
from reviewtui.domain.policy.place import Place
from reviewtui.domain.policy.policy import ReadPolicy, SectionRules, Text, build_policy
from reviewtui.domain.refusal import Refused
from reviewtui.domain.settings.settings import Topic
from tests.strategies import SETTINGS

TEXT = "# Café rules\r\n\r\nThink before you\r\npost. Think again.  Café 😀 naïve.\r\n"
POLICY = build_policy(
    "p",
    {
        "p/cafe.md": Text("p/cafe.md", TEXT, "a" * 40),
        "p/sub/cafe.md": Text("p/sub/cafe.md", "# Same title\n", "b" * 40),
        "p/other.md": Text("p/other.md", "# Same title\n", "c" * 40),
        "p/bytes.md": Text("p/bytes.md", "# Bytes \ufffd\n", "d" * 40, lossy=True),
    },
)


def at(**place: object):
    return anchor_for(Place(**({"section": "cafe"} | place)), ReadPolicy(POLICY, "e" * 40), SETTINGS.topic_ids())  # type: ignore[arg-type]


def test_a_quote_becomes_exact_characters() -> None:
    """Offsets count code points with carriage returns, and the words around are kept."""
    anchor = at(quote="Think again")
    assert TEXT[anchor.start : anchor.end] == anchor.exact == "Think again"
    assert TEXT[: anchor.start].endswith(anchor.prefix)
    assert TEXT[anchor.end :].startswith(anchor.suffix)
    assert (anchor.path, anchor.blob, anchor.version) == ("p/cafe.md", "a" * 40, "e" * 40)


def test_a_quote_runs_across_line_wraps() -> None:
    """White space between words is any white space, and the anchor keeps the file's own."""
    assert at(quote="before you post").exact == "before you\r\npost"
    assert at(quote="again. Café").exact == "again.  Café"


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_quote_is_found_in_either_normal_form(form: str) -> None:
    """A composed quote finds decomposed text and the other way round."""
    text = unicodedata.normalize(form, "# T\n\nA naïve café.\n")
    built = build_policy("p", {"p/t.md": Text("p/t.md", text, "a" * 40)})
    for typed in ("NFC", "NFD"):
        place = Place(section="t", quote=unicodedata.normalize(typed, "naïve café"))
        anchor = anchor_for(place, ReadPolicy(built, ""), SETTINGS.topic_ids())
        assert anchor is not None
        assert anchor.exact == unicodedata.normalize(form, "naïve café")


def test_an_ambiguous_quote_asks_which() -> None:
    """Several places: refused with their number, unless --nth says which."""
    with pytest.raises(Refused, match=r"2 times.*--nth"):
        at(quote="Think")
    assert at(quote="Think", nth=2).exact == "Think"
    assert at(quote="Think", nth=2).start > at(quote="Think", nth=1).start
    with pytest.raises(Refused, match="1 to 2"):
        at(quote="Think", nth=3)


def test_a_quote_that_is_not_there_is_refused() -> None:
    """The sentence names quote and section, and the nearest words there with the first letter that differs."""
    with pytest.raises(Refused, match=r"'Thunk' does not stand in section 'cafe.md'.*'Think.*letter 3 \(u\)"):
        at(quote="Thunk")


def test_a_gap_is_behind_its_quote() -> None:
    """An insertion has an empty passage."""
    anchor = at(after="Think again.")
    assert anchor.is_gap
    assert TEXT[: anchor.start].endswith("Think again.")


def test_whole_sections_and_the_whole_policy() -> None:
    """A section alone has no characters; nothing at all is the whole policy."""
    assert at().is_section
    assert anchor_for(Place(), ReadPolicy(POLICY, ""), SETTINGS.topic_ids()) is None


def test_topics_are_those_of_the_settings() -> None:
    """An unknown topic is refused."""
    import msgspec

    with pytest.raises(Refused, match="no topic"):
        at(topic="purdah")
    known = msgspec.structs.replace(SETTINGS, topics=(Topic("purdah", "Purdah"),))
    anchor = anchor_for(Place(topic="purdah"), ReadPolicy(POLICY, ""), known.topic_ids())
    assert anchor is not None
    assert (anchor.topic, anchor.path) == ("purdah", "")


def test_text_that_is_not_utf_8_takes_no_passage() -> None:
    """Where bytes were replaced for reading, offsets would lie."""
    with pytest.raises(Refused, match="UTF-8"):
        anchor_for(Place(section="bytes", quote="Bytes"), ReadPolicy(POLICY, ""), SETTINGS.topic_ids())


@pytest.mark.parametrize("name", ["cafe", "cafe.md", "p/cafe.md", "Café rules", "CAFÉ RULES", "Cafe\u0301 rules"])
def test_sections_are_named_by_path_or_title(name: str) -> None:
    """With or without folder and `.md`, in any case and normal form."""
    assert find_section(POLICY, name).name == "cafe.md"


@pytest.mark.parametrize("name", ["../cafe.md", "/p/cafe.md", "p/../p/cafe.md", "", "cafe.md/", "..\\cafe", "cafe\0"])
def test_sections_are_looked_up_never_joined(name: str) -> None:
    """Only the policy's own sections are found."""
    with pytest.raises(Refused, match="no section"):
        find_section(POLICY, name)


def test_a_title_of_two_is_refused() -> None:
    """A title must be unique."""
    with pytest.raises(Refused, match="2 sections"):
        find_section(POLICY, "Same title")


def test_a_heading_that_stands_twice_is_named_by_its_path() -> None:
    """Two headings with one title: the title is refused with the names that tell them apart."""
    text = "# Policy\n\n## Tone\n\nA\n\nTone\n----\n\nB\n"
    policy = build_policy("p", {"p/one.md": Text("p/one.md", text, "0" * 40)}, SectionRules(by_heading=True))
    for name in ("Tone", "tone"):
        with pytest.raises(Refused, match=r"one\.md#tone, one\.md#tone-2"):
            find_section(policy, name)
    assert find_section(policy, "one.md#tone").start < find_section(policy, "one.md#tone-2").start
    assert find_section(policy, "tone-2").name == "one.md#tone-2"


def test_a_quote_is_of_words_that_readers_see() -> None:
    """Settings above a page and a comment are meant only where the quote stands nowhere else."""
    text = "---\ntitle: Records\n---\n# Records\n\n<!-- Keep it. Why? -->\n\nKeep it.\n"
    built = build_policy("p", {"p/t.md": Text("p/t.md", text, "a" * 40)})
    for quote, start in (
        ("Records", text.rindex("Records")),
        ("Keep it.", text.rindex("Keep")),
        ("Why?", text.index("Why?")),
        ("title: Rec", text.index("title")),
    ):
        anchor = anchor_for(Place(section="t", quote=quote), ReadPolicy(built, ""), SETTINGS.topic_ids())
        assert anchor is not None
        assert (anchor.start, text[start : start + len(quote)]) == (start, quote)


def test_a_path_as_it_is_written_comes_first() -> None:
    """Names that differ in case alone are two sections; another writing of both is refused."""
    texts = {f"p/{name}.md": Text(f"p/{name}.md", "# Rules\n", "0" * 40) for name in ("rules", "RULES")}
    policy = build_policy("p", texts)
    for name in ("rules", "RULES", "p/RULES.md", "rules.md"):
        assert find_section(policy, name).name.removesuffix(".md") == name.removeprefix("p/").removesuffix(".md")
    with pytest.raises(Refused, match="2 sections"):
        find_section(policy, "Rules")
