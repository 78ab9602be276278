"""Stories of who did it: events that may not be, and events that are signed."""

import subprocess
from pathlib import Path

from tests.old_repositories.desk import NORTHVALE, OFFICER, SOUTHMERE, Desk, begun

_OTHER_POLICY = "01kb2m6y3t9v8w5x4z7q1r0pka"


def tampered(desk: Desk) -> None:
    """Forged, edited, deleted, foreign, newer, broken and doubled events, and settings that a reviewer changed."""
    begun(desk)
    northvale, southmere = desk.as_(NORTHVALE), desk.as_(SOUTHMERE)
    southmere.say("comment", "-m", "We object.", "--blocking")
    northvale.commit("Add a remark in a name that is not mine")
    northvale.say("comment", "-m", "For them.")
    northvale.rewrite_pending(lambda text: text.replace('organisation = "northvale"', 'organisation = "southmere"'))
    northvale.commit("Speak for others")
    wanted = northvale.remark("suggest", "principles", "--quote", "must think", "--replace", "think")
    southmere.say("reply", wanted, "-m", "Fine.")
    verdict = f'type = "decision"\nverdict = "accepted"\non = "{wanted}"'
    southmere.rewrite_pending(lambda text: text.replace('type = "reply"', verdict))
    southmere.commit("Accept it without being the author")
    edited = northvale.remark("comment", "principles", "--quote", "Be kind.", "-m", "Our own words.")
    southmere.edit(_path(edited), "Our own words.", "Other words.", "Edit a remark")
    deleted = northvale.remark("comment", "records", "-m", "It was here.")
    southmere.git("rm", "-q", _path(deleted))
    southmere.commit("Delete a remark")
    foreign, settings = northvale, desk.read("reviews/settings.toml")
    identifier = next(line for line in settings.splitlines() if "policy_id" in line)
    foreign.say("comment", "-m", "From elsewhere.")
    foreign.rewrite_pending(lambda text: text.replace(identifier, f'policy_id = "{_OTHER_POLICY}"'))
    foreign.commit("Copy a remark of another policy")
    northvale.say("comment", "-m", "From a later version.")
    northvale.rewrite_pending(lambda text: text.replace('type = "comment"', 'type = "vote"'))
    northvale.commit("Add what this version does not know")
    northvale.write("reviews/threads/zz/01kb2m6y3t9v8w5x4z7q1r0pzz/01kb2m6y3t9v8w5x4z7q1r0pzz.toml", "format = \n")
    northvale.commit("Add what is no event")
    southmere.commit_file("reviews/settings.toml", settings.replace(OFFICER[1], SOUTHMERE[1]), "Take over")
    desk.commit_file("reviews/settings.toml", settings, "Put the settings right")
    _double(northvale)


def _path(thread: str) -> str:
    return f"reviews/threads/{thread[-2:]}/{thread}/{thread}.toml"


def _double(northvale: Desk) -> None:
    # One event file is added on two branches with different words, and both are merged.
    northvale.git("switch", "-q", "-c", "side")
    thread = str(northvale.ask("comment", "-m", "These words.")["thread"])
    northvale.commit("Add it here")
    text = northvale.read(_path(thread))
    northvale.git("switch", "-q", "main")
    northvale.commit_file(_path(thread), text.replace("These words.", "Those words."), "Add it there")
    northvale.git("merge", "-q", "--no-edit", "-X", "ours", "side")
    northvale.git("branch", "-q", "-D", "side")


def signed(desk: Desk) -> None:
    """Sign-offs and decisions with SSH signatures, at first as one likes, later required; one is not signed then."""
    begun(desk)
    northvale, southmere = desk.as_(NORTHVALE), desk.as_(SOUTHMERE)
    first = northvale.remark("suggest", "principles", "--quote", "must think", "--replace", "think")
    second = northvale.remark("comment", "-m", "Who signs?")
    third = northvale.remark("comment", "-m", "And who does not?")
    keys = {who: _key(desk.folder.parent / who[1].partition("@")[0]) for who in (OFFICER, NORTHVALE)}
    settings = desk.read("reviews/settings.toml")
    for (_, address), key in keys.items():
        public = key.with_suffix(".pub").read_text("utf-8").strip()
        settings += f'\n[[signers]]\naddress = "{address}"\nkey = "{public}"\n'
    desk.commit_file("reviews/settings.toml", settings, "Name the keys")
    northvale.git("config", "user.signingkey", str(keys[NORTHVALE]))
    northvale.say("signoff", "no-objection", "--sign")
    northvale.say("submit")
    southmere.say("signoff", "support")
    southmere.say("submit")
    desk.say("decline", third, "-m", "Nobody.")
    desk.write("reviews/settings.toml", settings.replace('target = "1.0"', 'target = "1.0"\nsignatures = "required"'))
    desk.commit("Ask for signatures")
    desk.git("config", "user.signingkey", str(keys[OFFICER]))
    desk.say("accept", first)
    desk.say("note", second)
    southmere.say("reply", third, "-m", "Then I do.")
    verdict = f'type = "decision"\nverdict = "accepted"\non = "{third}"'
    southmere.rewrite_pending(lambda text: text.replace('type = "reply"', verdict).replace(*_in_name_of_officer()))
    desk.commit("Decide without a signature")


def _in_name_of_officer() -> tuple[str, str]:
    theirs = f'by = "{SOUTHMERE[0]} <{SOUTHMERE[1]}>"\norganisation = "southmere"'
    return theirs, f'by = "{OFFICER[0]} <{OFFICER[1]}>"\norganisation = "unaffiliated"'


def _key(path: Path) -> Path:
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "", "-f", str(path)], check=True)
    return path
