"""What the settings say of partners and keys, changed from the app; each change is a commit of its own."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from reviewtui.domain.actions.commands import AddOrganisation, AddSigner, RemoveSigner
from reviewtui.domain.person import Person
from reviewtui.domain.record.signing_key import fingerprint
from reviewtui.domain.refusal import ReviewError
from reviewtui.domain.settings.settings import SPEAKS_FOR_NOBODY, Organisation, Settings
from reviewtui.tui.appearance.safe_text import DONE
from reviewtui.tui.dialogs.fields_dialog import (
    YES_NO,
    AskedField,
    FieldAnswers,
    FieldsQuestion,
    RequiredFields,
    required,
)
from reviewtui.tui.state.requests import OpenEditor, OpenPolicy, RunAct
from reviewtui.tui.tasks.task_session import TaskSession
from reviewtui.views.compose.question import Question
from reviewtui.views.styled_text import Styled, StyledLine, line

_NEW = "+"
_OF_NAMES = " -\u2013'\u2019.,&/()"
"""Signs that names of organisations have."""


async def switch_policy(task: TaskSession) -> None:
    """List the policies of the repository; the one that is chosen is opened, and what was typed here is kept."""
    workspace = task.services.workspace.workspace
    known = await task.work(lambda opened: opened.policies, "looking for policies \u2026")
    home = workspace.environment.repository.home
    others = {review.home.name: review for review in known if review.home != home}
    entries = [(name, (line(Styled(review.with_title, "strong")),)) for name, review in others.items()]
    name = await task.choose("Policies", entries, "This repository holds one policy; 'reviewtui init' begins another.")
    task.app.post_message(OpenPolicy(workspace.at(others[name].home).folder))


async def organisations(task: TaskSession) -> None:
    """List the partner organisations; one is changed, or another one named."""
    known = task.state.draft.settings.organisations
    entries = [
        (_NEW, (line(Styled("+ name another one", "key")),)),
        *((key, _card(key, each)) for key, each in known.items()),
    ]
    key = await task.choose("Organisations", entries)
    old = known.get(key)
    await task.ask_for_command(
        replace(_organisation_question(key, old), afterwards=task.afterwards(AddOrganisation)),
        lambda answers: AddOrganisation(
            answers.get("id") or key,
            answers["name"],
            _several(answers["addresses"]),
            _several(answers["domains"]),
            _several(answers["consolidators"]),
            asked=bool(answers["asked"]),
            remote=answers["remote"],
        ),
    )


def _organisation_question(key: str, old: Organisation | None) -> FieldsQuestion:
    known = old or Organisation("")
    hint = "a short name in small letters, as in northvale"
    own = (AskedField("id", "Short name", hint=hint, suggests=_short_name),) if old is None else ()
    fields = (
        AskedField("name", "Name", known.name, "as in Northvale Council"),
        *own,
        AskedField("asked", "Asked to read", "yes" if known.asked or old is None else "", choices=YES_NO),
        AskedField("domains", "Domains", ", ".join(known.domains), "whoever writes from there speaks for them"),
        AskedField("addresses", "Addresses", ", ".join(known.addresses), "single people, separated by commas"),
        AskedField("consolidators", "Consolidators", ", ".join(known.consolidators), "who passes on what others say"),
        AskedField("remote", "Their repository", known.remote, "where they propose from, if anywhere"),
    )
    notes = (
        line(Styled("Commits the settings. Domains and addresses that are there stay; this adds to them.", "muted")),
    )
    title = f"Organisation {key}" if old is not None else "Another organisation"

    def effect(answers: FieldAnswers) -> tuple[StyledLine, ...]:
        is_unreachable = not (answers["domains"] or answers["addresses"])
        return (line(Styled(SPEAKS_FOR_NOBODY, "alarm")),) if is_unreachable else ()

    lacks = required("name", *(field.name for field in own))
    return FieldsQuestion(title, "commit it", fields, notes, _Doubts(lacks.names) if old is None else lacks, effect)


@dataclass(slots=True)
class _Doubts(RequiredFields):
    """Refuses once what can be meant and mostly is a slip; the same answers once more are meant."""

    doubted: FieldAnswers | None = None

    def __call__(self, answers: FieldAnswers) -> str:
        if (lacking := RequiredFields.__call__(self, answers)) or answers == self.doubted:
            return lacking
        odd = "".join(dict.fromkeys(char for char in answers["name"] if not (char.isalnum() or char in _OF_NAMES)))
        self.doubted = dict(answers)
        if not odd and (answers["domains"] or answers["addresses"]):
            return ""
        # That nobody speaks for it stands above already.
        named = f"\u201c{odd}\u201d stands in its name. " if odd else ""
        return f"{named}Once more commits it all the same."


def _short_name(answers: FieldAnswers) -> str:
    """Return the first word of the name as an id; somebody may type another one."""
    first = next(iter(answers["name"].split()), "")
    return re.sub("[^a-z0-9]+", "-", first.casefold()).strip("-")


def _card(key: str, organisation: Organisation) -> tuple[StyledLine, ...]:
    asked = " \u00b7 asked" if organisation.asked else ""
    who = ", ".join((*organisation.domains, *organisation.addresses))
    return (
        line(Styled(organisation.name, "strong"), Styled(f"  {key}{asked}", "muted")),
        line(Styled(f"  {who or SPEAKS_FOR_NOBODY}", "muted" if who else "alarm")),
    )


def _several(typed: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in typed.split(",") if part.strip())


async def introduce(task: TaskSession) -> None:
    """Ask for name and address, and tell git; what was wanted before is asked for anew by its key."""
    me = task.state.draft.me
    lines = (
        line("Name and address stand beside what you write, in the record and in git."),
        line(Styled("They are public to whoever has a clone. Your organisation is known by the address.", "muted")),
    )
    fields = (
        AskedField("name", "Your name", me.name if me else "", "as colleagues know you"),
        AskedField("address", "Your address", me.address if me else "", "you@council.example"),
        AskedField("everywhere", "For", choices=(("", "this clone"), ("yes", "every clone on this machine"))),
    )

    async def attempt(answers: FieldAnswers) -> Person | ReviewError:
        person, everywhere = Person(answers["name"], answers["address"]), bool(answers["everywhere"])
        return await task.attempt(lambda opened: opened.introduce(person, everywhere=everywhere), "telling git \u2026")

    question = FieldsQuestion("Who are you?", "tell git", fields, lines, required("name", "address"))
    unsaved = task.state.unsaved
    typed = task.services.workspace.unsaved
    now = await task.ask_until_valid(question, attempt)
    # What was typed here is of who one was then.
    typed.forget(task.unsaved(question).key)
    task.screens.tell(f"To git you are {now} here.", title=DONE)
    if me is not None and unsaved and me.key != now.key:
        words = f"{unsaved} half written as {me.address}"
        task.screens.tell(f"{words}: kept on this disk, and there when git knows you by that address again.", "warning")
    task.screens.shown.post_message(RunAct("reload"))


async def signers(task: TaskSession) -> None:
    """List who signs with which key; a key is given, or taken away."""
    settings = task.state.draft.settings
    entries = [(_NEW, (line(Styled("+ give somebody a key", "key")),)), *_keys(settings)]
    chosen = await task.choose("Keys to sign with", entries)
    if chosen == _NEW:
        fields = (
            AskedField("address", "Address", hint="of the person who signs"),
            AskedField("key", "Public key", hint="the line of their .pub file: ssh-ed25519 \u2026"),
        )
        lacks, after = required("address", "key"), task.afterwards(AddSigner)
        question = FieldsQuestion("Give somebody a key", "commit it", fields, refuses=lacks, afterwards=after)
        await task.ask_for_command(question, lambda answers: AddSigner(answers["address"], answers["key"]))
        return
    signer = settings.signers[int(chosen)]
    lines = (
        line(Styled(signer.address, "strong")),
        line(fingerprint(signer.key)),
        line("What was signed with it stays."),
    )
    await task.confirm(Question("Take this key away", lines, "take it away", ()))
    task.carry_out(RemoveSigner(signer.address, fingerprint(signer.key)))


def _keys(settings: Settings) -> Iterator[tuple[str, tuple[StyledLine, ...]]]:
    for number, signer in enumerate(settings.signers):
        yield str(number), (line(Styled(signer.address, "strong"), Styled(f"  {fingerprint(signer.key)}", "muted")),)


async def settings(task: TaskSession) -> None:
    """Edit the file of the settings in one's own editor; it counts once it is committed."""
    lines = (
        line("The settings are edited in your editor, and count once you have committed them with git."),
        line(Styled("A key that the app does not know is told with the next look.", "muted")),
    )
    path = task.services.workspace.workspace.environment.repository.home.settings
    await task.confirm(Question(f"Edit {path}", lines, "open the editor", ()))
    task.screens.shown.post_message(OpenEditor(path, 1))
