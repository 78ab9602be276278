"""Stories of policies that lie otherwise: in one file with headings, elsewhere, with history from another council."""

from pathlib import Path

from tests.old_repositories.desk import NORTHVALE, PRINCIPLES, RECORDS, SOUTHMERE, Desk

_ONE_FILE = """---
title: Social media policy
---

About this policy. It is half policy, half guidance.

# Principles

Officers must think before they post anything.

## Tone

Be kind. Be brief, and answer within two working days.

# Records

Posts are records. They are kept for two years.
"""
_THEIRS = ("T. Original", "original@first.example")


def headings(desk: Desk) -> None:
    """A policy of one file whose top headings are its sections, in a repository with SHA-256 ids."""
    desk.git("init", "-q", "-b", "main", "--object-format=sha256")
    desk.commit_file("policy/policy.md", _ONE_FILE, "Draft the policy")
    desk.say("init", "--policy", "policy", "--title", "Social media policy")
    desk.edit("reviews/settings.toml", 'sections = "files"', 'sections = "headings"', "Take the headings as sections")
    desk.say("organisation", "add", "northvale", "--name", "Northvale Council", "--domain", "northvale.example",
             "--asked")  # fmt: skip
    northvale = desk.as_(NORTHVALE)
    northvale.remark("comment", "Principles", "--quote", "Be kind.", "-m", "To whom?")
    northvale.remark("comment", "Records", "--quote", "Posts are records.", "-m", "All of them?")
    taken = northvale.remark("suggest", "Records", "--quote", "two years", "--replace", "six years")
    moved = northvale.remark("suggest", "Principles", "--after", "post anything", "--insert", " anywhere")
    northvale.say("read")
    northvale.say("signoff", "support", "--section", "Principles")
    northvale.say("submit")
    desk.say("accept", taken)
    desk.edit("policy/policy.md", "# Records\n\nPosts are records.", "# Records\n\nEvery post is a record.")
    text = desk.read("policy/policy.md")
    head, tail = text.split("# Principles")
    principles, records = tail.split("# Records")
    desk.write("policy/policy.md", f"{head}# Records{records}\n# Principles{principles.rstrip()}\n")
    desk.commit("Records first")
    desk.say("reply", moved, "-m", "It is further down now.")
    desk.say("submit")


def elsewhere(desk: Desk) -> None:
    """A policy in another folder, taken over from another council, some of whose later changes were adopted."""
    first = Desk(Path(desk.folder).parent / "first", _THEIRS)
    first.folder.mkdir()
    first.git("init", "-q", "-b", "main")
    first.write("README.md", "# All about it\n")
    first.write("criteria/principles.md", PRINCIPLES)
    first.commit_file("criteria/keeping/records.md", RECORDS, "Write the policy")
    first.git("tag", "v0.8")
    desk.git("clone", "-q", "-o", "first", str(first.folder), ".")
    desk.say("init", "--policy", "criteria", "--title", "Criteria")
    desk.say("organisation", "add", "southmere", "--name", "Southmere Council", "--domain", "southmere.example")
    first.edit("criteria/keeping/records.md", "two years", "six years", "Keep them longer")
    first.edit("criteria/principles.md", "must think", "must stop and think", "Stop first")
    first.git("mv", "criteria/keeping/records.md", "criteria/records.md")
    first.commit("Move a section")
    desk.git("fetch", "-q", "first")
    numbers = [row["number"] for row in desk.ask("diff", "--adopted", "first")["changes"]]
    desk.say("adopt", "first", *map(str, numbers))
    desk.say("submit")
    threads = [row["thread"] for row in desk.ask("threads")["threads"]]
    desk.say("accept", threads[0])
    southmere = desk.as_(SOUTHMERE)
    southmere.remark("comment", "keeping/records", "--quote", "Nobody deletes", "-m", "Not even the author?")
    desk.git("mv", "criteria/keeping/records.md", "criteria/archive.md")
    desk.commit("Call it an archive")
    southmere.remark("comment", "archive", "--after", "Posts are records.", "-m", "And pictures?", "--kind", "missing")
    desk.say("release", "0.9", "--override", "To be tried.")
