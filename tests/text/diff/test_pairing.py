"""Files are paired by content."""

from reviewtui.text.diff.pairing import pair_files

ONE = "Officers must think before they post anything about a candidate, a party or a campaign in this period."
TWO = "Each account has an owner who keeps its password in the vault and hands it over when she leaves the team."


def test_a_renamed_and_rewrapped_file_is_found():
    """Neither name nor line breaks tell which file is which."""
    assert pair_files({"a.md": ONE}, {"b.md": ONE.replace(" ", "\n")}) == (("a.md", "b.md"),)


def test_swapped_files_are_told_by_their_words():
    """The same name with another file's words is the other file."""
    assert set(pair_files({"a.md": ONE, "b.md": TWO}, {"a.md": TWO + " Now.", "b.md": ONE + " Now."})) == {
        ("a.md", "b.md"),
        ("b.md", "a.md"),
    }


def test_files_without_a_partner_stand_alone():
    """A new file has no old side, a dropped one no new side."""
    assert set(pair_files({"a.md": ONE}, {"b.md": TWO})) == {("a.md", None), (None, "b.md")}


def test_a_rewritten_file_keeps_its_name():
    """With nothing better at hand the same path is the same file."""
    assert pair_files({"a.md": ONE}, {"a.md": TWO}) == (("a.md", "a.md"),)


def test_the_order_is_that_of_the_new_version():
    """New files first, in their order; dropped ones behind."""
    assert pair_files({"x.md": ONE, "y.md": TWO}, {"y.md": TWO}) == (("y.md", "y.md"), ("x.md", None))


def test_files_that_share_long_lines_are_paired_by_them():
    """Under another name, and without a look at single words."""
    kept = "Every post is a record, and records are kept for two years by the archive.\n"
    old = {"a.md": kept + "Old words stand here.\n", "b.md": "Something else altogether is said in this file.\n"}
    new = {"c.md": "New ones came instead.\n" + kept, "b.md": "Something else altogether is said in this file.\n"}
    assert pair_files(old, new) == (("a.md", "c.md"), ("b.md", "b.md"))


def test_a_line_in_two_old_files_says_nothing():
    """Boilerplate pairs no files."""
    line = "This section is part of the policy of the council and holds for all officers.\n"
    old = {"a.md": line + "Apples are green in the garden of the town hall.\n", "b.md": line + "Pears fall far.\n"}
    new = {"c.md": line + "Apples are green in the garden of the town hall.\n"}
    assert pair_files(old, new) == (("a.md", "c.md"), ("b.md", None))


def test_a_file_that_gave_most_of_its_words_to_another_is_still_the_file_of_its_name():
    """Both files are there before and now, and what is left of each is its own."""
    lines = [f"The {name} of each account must be kept for as long as the law asks for it.\n" for name in "abcdefgh"]
    old = {"a.md": "".join(lines), "b.md": ONE + "\n"}
    new = {"a.md": lines[0], "b.md": ONE + "\n" + "".join(lines[1:])}
    assert set(pair_files(old, new)) == {("a.md", "a.md"), ("b.md", "b.md")}


def test_a_file_that_stays_is_not_taken_for_another_one_that_stays():
    """Rows went from one roster to another: each is still the file of its name."""
    row = "| {} | answers the letters of the harbour and of the lighthouse | on all days but Sunday |\n"
    names = ["Anwen", "Bethan", "Ceri", "Dafydd", "Eleri"]
    rows = {name: row.format(name) for name in names}
    old = {"a.md": "# A\n\n" + "".join(rows[name] for name in names[:4]), "b.md": "# B\n\n" + rows["Eleri"]}
    new = {
        "a.md": "# A\n\n" + rows["Ceri"].replace("Sunday", "Monday"),
        "b.md": "# B\n\n" + rows["Anwen"] + rows["Dafydd"],
    }
    assert dict(pair_files(old, new)) == {"a.md": "a.md", "b.md": "b.md"}


def test_a_line_of_a_file_that_went_does_not_make_another_one_it():
    """The file that took the line in has kept its name, and all else that it says."""
    rules = "Records are destroyed after two years.\n\nThe head of service answers within ten days.\n"
    old = {
        f"{name}.md": f"# {name}\n\n{line}\n\n{name}:\n\n{rules}"
        for name, line in (("parking", "The council speaks with one voice."), ("leave", "The desk opens at eight."))
    }
    new = {"leave.md": old["leave.md"].replace("The desk opens at eight.", "The council speaks with one voice.")}
    new["grants.md"] = "# Grants\n\nA grant is paid in two parts, the second one after a report.\n"
    pairs = pair_files(old, new)
    assert ("leave.md", "leave.md") in pairs
    assert ("parking.md", None) in pairs
