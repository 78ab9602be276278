"""Settings of two clones put together key by key."""

from hypothesis import given
from hypothesis import strategies as st

from reviewtui.domain.settings.settings_merge import KeyConflict, merge_settings

BASE = {"title": "Policy", "target": "1.0", "organisations": {"north": {"name": "North", "asked": True}}}
TABLES = st.fixed_dictionaries(
    {},
    optional={
        "title": st.sampled_from(["A", "B"]),
        "authors": st.lists(st.sampled_from(["x", "y"]), max_size=2),
        "gates": st.dictionaries(st.sampled_from(["one", "two"]), st.fixed_dictionaries({"on": st.booleans()})),
        "topics": st.lists(
            st.fixed_dictionaries({"id": st.sampled_from(["p", "q"]), "title": st.sampled_from(["P", "Q"])}),
            unique_by=lambda topic: topic["id"],
            max_size=2,
        ),
    },
)


def test_different_keys_of_one_organisation_are_no_clash() -> None:
    """One side asks it, the other names it anew, and a second organisation joins."""
    ours = BASE | {"organisations": {"north": {"name": "North", "asked": False}}}
    theirs = BASE | {"organisations": {"north": {"name": "Northvale", "asked": True}, "south": {"name": "South"}}}
    merged = merge_settings(BASE, ours, theirs)
    assert merged.conflicts == ()
    assert merged.table["organisations"] == {"north": {"name": "Northvale", "asked": False}, "south": {"name": "South"}}


def test_one_key_changed_twice_is_named() -> None:
    """With its three values as they would stand in the file; our value stands until a person chose."""
    ours, theirs = BASE | {"target": "1.1"}, BASE | {"target": "2.0"}
    merged = merge_settings(BASE, ours, theirs)
    assert merged.conflicts == (KeyConflict("target", '"1.0"', '"1.1"', '"2.0"'),)
    assert merged.table["target"] == "1.1"
    assert merge_settings(BASE, ours, theirs, prefers_theirs=lambda _: True).table["target"] == "2.0"


def test_new_topics_of_both_sides_are_both_there() -> None:
    """Topics are known by their id, not by their place in the list."""
    ours = BASE | {"topics": [{"id": "a", "title": "A"}]}
    theirs = BASE | {"topics": [{"id": "b", "title": "B"}]}
    merged = merge_settings(BASE, ours, theirs)
    assert (merged.conflicts, merged.table["topics"]) == ((), [{"id": "a", "title": "A"}, {"id": "b", "title": "B"}])


def test_new_keys_of_both_sides_are_both_there() -> None:
    """Two people who each put in their signing key do not meet."""
    ours = BASE | {"signers": [{"address": "a@a.example", "key": "ssh-ed25519 A"}]}
    theirs = BASE | {"signers": [{"address": "a@a.example", "key": "ssh-ed25519 B"}]}
    merged = merge_settings(BASE, ours, theirs)
    assert merged.conflicts == ()
    assert [signer["key"] for signer in merged.table["signers"]] == ["ssh-ed25519 A", "ssh-ed25519 B"]


@given(TABLES, TABLES, TABLES)
def test_the_laws_of_merging(base: dict[str, object], ours: dict[str, object], theirs: dict[str, object]) -> None:
    """One side alone wins, both alike are one, and the order of the sides only turns the clashes round."""
    alone = merge_settings(base, ours, base)
    assert alone.conflicts == ()
    assert alone.table == ours
    assert merge_settings(base, ours, ours).table == ours
    there = merge_settings(base, ours, theirs, prefers_theirs=lambda _: True)
    back = merge_settings(base, theirs, ours)
    assert {c.key for c in there.conflicts} == {c.key for c in back.conflicts}
    assert _sorted(there.table) == _sorted(back.table)


def _sorted(table: dict[str, object]) -> dict[str, object]:
    topics = table.get("topics")
    return (
        table | {"topics": sorted(topics, key=lambda topic: sorted(topic.items()))}
        if isinstance(topics, list)
        else table
    )
