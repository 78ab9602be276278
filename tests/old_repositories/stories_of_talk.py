"""Stories of an ordinary review: what people say, what the author decides, how a version gets ready."""

import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tests.old_repositories.desk import NORTHVALE, OFFICER, SOUTHMERE, WESTPORT, Desk, begun

_TOPIC = """
[[topics]]
id = "pre-election"
title = "Pre-election period"
terms = ["purdah"]
required = true
"""
_COMPANION = """
[[companions]]
text = "index.md"
of = ["principles.md", "records.md"]
"""


def conversation(desk: Desk) -> None:
    """Remarks of every kind at every sort of place, all that can be said in a thread, and what is still pending."""
    begun(desk, _TOPIC)
    northvale, southmere, westport = desk.as_(NORTHVALE), desk.as_(SOUTHMERE), desk.as_(WESTPORT)
    passage = northvale.remark("comment", "principles", "--quote", "Officers", "--nth", "2", "-m", "Who is meant?",
                               "--kind", "question")  # fmt: skip
    northvale.remark("comment", "principles", "--after", "Be kind.", "-m", "And fair, “always”.", "--kind", "missing")
    northvale.remark("comment", "records", "--whole", "-m", "Too short.", "--kind", "substance", "--blocking")
    southmere.remark("comment", "--whole", "-m", "Well done.", "--kind", "praise")
    southmere.remark("comment", "--topic", "pre-election", "-m", "This is not there.")
    southmere.remark("comment", "principles", "--quote", "two working days", "--also", "records", "--also-quote",
                     "two years", "-m", "Both say two.", "--kind", "conflict")  # fmt: skip
    old = southmere.remark("comment", "principles", "--quote", "Ask everyone", "-m", "Everyone?")
    westport.remark("comment", "-m", "By telephone.", "--on-behalf-of", "C. Caller <caller@westport.example>")
    desk.remark("suggest", "records", "--quote", "two years", "--replace", "six years", "-m", "The law says so.",
                "--on-behalf-of", "L. Lawyer <lawyer@northvale.example>", "--blocking")  # fmt: skip
    instead = northvale.remark("suggest", "principles", "--quote", "Be kind.", "--replace", "Be kind to all.")
    northvale.remark("suggest", "principles", "--quote", "Be brief, and answer", "--replace", "")
    southmere.remark("suggest", "principles", "--after", "publish a picture", "--insert", " or a film", "--kind",
                     "substance")  # fmt: skip
    edited = southmere.remark("suggest", "records", "--quote", "Posts are records.", "--replace", "A post is a record.")
    _talk(desk, northvale, southmere, passage, instead)
    before = desk.git("rev-parse", "HEAD")
    desk.edit("policy/records.md", "Posts are records.", "Posts are not records.", "Turn a rule round")
    desk.edit("policy/principles.md", "Ask everyone who can be recognised before you publish a picture.",
              "Leave it.", "Rewrite a passage")  # fmt: skip
    southmere.say("reattach", old, "principles", "--quote", "Leave it.")
    southmere.remark("comment", "records", "--quote", "Posts are records.", "--at", before, "-m", "So it was.")
    southmere.say("revise", edited, "-m", "Still better.", "--replace", "Each post is a record.")
    southmere.say("submit")
    _keep_pending(northvale, passage)


def _talk(desk: Desk, northvale: Desk, southmere: Desk, passage: str, instead: str) -> None:
    desk.say("reply", passage, "-m", "All who work here.")
    desk.say("submit")
    northvale.say("reply", passage, "-m", "Then say so.")
    northvale.say("submit")
    southmere.say("link", passage, instead)
    southmere.say("submit")
    northvale.say("revise", instead, "-m", "Simpler.", "--replace", "Be kind to everyone.")
    northvale.say("submit")
    gone = northvale.remark("comment", "-m", "Never mind.")
    northvale.say("withdraw", gone, "-m", "It was a mistake.")
    northvale.say("submit")
    personal = southmere.remark("comment", "-m", "Ring C. Caller on 01632 960001.")
    desk.say("redact", personal, "-m", "It holds a telephone number.")
    desk.say("submit")
    twin = southmere.remark("comment", "principles", "--quote", "Be kind.", "-m", "Kind to whom?")
    southmere.say("link", twin, instead, "--duplicate")
    southmere.say("submit")


def _keep_pending(northvale: Desk, passage: str) -> None:
    northvale.say("comment", "principles", "--quote", "Be brief", "-m", "How brief?")
    northvale.say("suggest", "records", "--quote", "Nobody deletes", "--replace", "No officer deletes")
    northvale.say("reply", passage, "-m", "We still wait.")
    northvale.say("read", "principles")
    northvale.say("signoff", "objection", "-m", "Name an owner.")


def decisions(desk: Desk) -> None:
    """Every verdict, with and without words of the author's own, what follows from it, and two clones that differ."""
    begun(desk)
    northvale, southmere = desk.as_(NORTHVALE), desk.as_(SOUTHMERE)
    must = northvale.remark("suggest", "principles", "--quote", "must think", "--replace", "think", "-m", "Plainer.")
    kind = northvale.remark("suggest", "principles", "--quote", "Be kind.", "--replace", "Be very kind.")
    gone = northvale.remark("suggest", "principles", "--quote", "Be brief, and answer", "--replace", "Answer")
    undone = southmere.remark("suggest", "records", "--quote", "two years", "--replace", "six years")
    by_hand = southmere.remark("comment", "index", "--quote", "half guidance", "-m", "Which half?")
    later = southmere.remark("comment", "records", "--whole", "-m", "Say who keeps them.", "--blocking")
    never = southmere.remark("comment", "-m", "Start again.")
    seen = southmere.remark("comment", "-m", "Good.", "--kind", "praise")
    again = southmere.remark("comment", "-m", "Good, I say.")
    once_more = northvale.remark("comment", "index", "--whole", "-m", "Too vague.")
    desk.say("accept", must, "-m", "Thank you.")
    desk.say("accept", kind, "--as", "Be kind to everyone.")
    desk.say("accept", gone)
    desk.say("accept", undone)
    desk.say("undo", undone)
    desk.say("accept", by_hand, once_more)
    desk.say("done", by_hand, "--commit", desk.edit("policy/index.md", "half guidance", "half advice", "Say it so"))
    desk.say("defer", later, "-m", "In the next version.")
    desk.say("decline", never, "-m", "There is no time.")
    desk.say("note", seen)
    desk.say("duplicate", again, seen)
    southmere.say("answer", never, "--not-satisfied", "-m", "There never is.")
    northvale.say("answer", must, "--satisfied")
    northvale.say("reopen", once_more, "-m", "It is as vague as before.")
    northvale.say("submit")
    southmere.edit("policy/principles.md", "Answer within", "Reply within", "Tidy up")
    _differ(desk)


def _differ(desk: Desk) -> None:
    # The author decides one thread at two clones in two ways, and another alike; a reviewer revises what was decided.
    contested = desk.as_(NORTHVALE).remark("comment", "-m", "Shall we go on?")
    alike = desk.as_(NORTHVALE).remark("comment", "-m", "Shall we stop?")
    revised = desk.as_(SOUTHMERE).remark("comment", "-m", "Shall we wait?")
    desk.git("clone", "-q", "--bare", ".", "../shared.git")
    desk.git("clone", "-q", "../shared.git", "../other")
    other = Desk(Path(desk.folder).parent / "other", OFFICER)
    desk.git("remote", "add", "origin", "../shared.git")
    desk.git("fetch", "-q", "origin")
    desk.git("branch", "-q", "--set-upstream-to=origin/main", "main")
    desk.say("accept", contested)
    desk.say("decline", alike, "-m", "No.")
    other.say("decline", contested, "-m", "Not yet.")
    other.say("decline", alike, "-m", "No.")
    desk.say("note", revised)
    other.as_(SOUTHMERE).say("revise", revised, "-m", "Shall we wait a week?")
    other.as_(SOUTHMERE).say("submit")
    other.say("sync")
    desk.say("sync")


def rounds(desk: Desk) -> None:
    """Rounds, reading, all positions, change classes, companions, dismissals and releases, with and without gates."""
    begun(desk, _COMPANION)
    northvale, southmere, westport = desk.as_(NORTHVALE), desk.as_(SOUTHMERE), desk.as_(WESTPORT)
    until = (datetime.now(UTC) + timedelta(days=30)).date().isoformat()
    desk.say("round", "open", "--until", until, "-m", "Please look at the principles first.")
    northvale.remark("comment", "principles", "--quote", "Be kind.", "-m", "In time.")
    northvale.say("read")
    northvale.say("signoff", "no-objection")
    northvale.say("submit")
    southmere.say("read", "principles")
    southmere.say("signoff", "support", "--section", "principles", "--section", "records", "-m", "Most of it.")
    southmere.say("submit")
    desk.say("round", "close", "-m", "Thank you all.")
    time.sleep(2)
    southmere.remark("comment", "records", "--quote", "two years", "-m", "Too late.")
    desk.say("companion", "index", "-m", "Read beside both.")
    (finding,) = (row["id"] for row in desk.ask("check", "--only", "placeholder")["findings"])
    desk.say("dismiss", finding, "-m", "The owner is named by the council.")
    desk.say("submit")
    desk.say("release", "0.9", "--override", "The partners want to see it.")
    desk.edit("policy/records.md", "Posts are records.", "Posts are records, all of them.", "Say it more fully")
    desk.say("classify", "records", "editorial", "-m", "It says the same.")
    desk.edit("policy/principles.md", "two working days", "five working days", "Give more time")
    desk.say("companion", "index")
    desk.say("submit")
    westport.say("signoff", "support")
    westport.say("submit")
    westport.say("signoff", "withdrawn", "-m", "We were too quick.")
    westport.say("submit")
    southmere.say("signoff", "objection", "-m", "Two days, as before.")
    southmere.say("submit")
    desk.say("release", "1.0-rc.1", "--override", "To be seen as a whole.")
    desk.say("round", "open", "--until", until, "--ask", "southmere")
    southmere.say("signoff", "abstain", "-m", "Others know better.")
    southmere.say("submit")
    desk.edit("policy/index.md", "half guidance", "half advice", "Say it so")
