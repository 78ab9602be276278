"""What people call an act who do not know its name yet: the palette finds it by these words too."""

from reviewtui.tui.keys.palette_acts import COMMANDS

_ROWS = """
comment: remark note annotate add say write feedback / suggest: propose change reword replace rewrite words amend /
insert: add words propose / move: reorder cut paste / edit_paragraph: change the text type write correct fix /
open_editor: vim nano change the file / mark_read: done seen reviewed / unsaved: draft restore recover lost words /
reply: answer respond discuss / revise: change edit my remark correct / withdraw: delete remove retract my remark /
reopen: again appeal / satisfied: agree happy fine / unsatisfied: disagree unhappy object / accept: approve agree yes
apply merge take / accept_with: approve amended other words / decline: reject refuse no dismiss / defer: postpone
later park / note: acknowledge seen / undo: revert take back delete remove cancel / undo_last: revert take back /
list: all remarks comments overview table / list_mine: my comments outcome became / copy: clipboard yank / settle:
conflict overlap collide between choose / accept_editorial: bulk several together batch approve / order: sort by
organisation / tray: lost orphaned without place / search: find look for words / outline: contents sections sidebar
panel hide / zoom: fullscreen full screen focus distraction free wide panes / more_text: resize narrower width more
text panes columns split / more_remark: resize wider width more remark panes columns split / next_new: unread news
since / next_finding: check problem issue lint / filter: narrow show only hide / choose_old: base version release /
choose_new: version release / side_by_side: side by side split / sign_off: approve position support objection consent
vote / release: publish version tag 1.0 finish / screen_read: screens text policy document home / screen_decide:
screens queue inbox todo triage resolve / screen_compare: screens diff changes versions / screen_ready: screens
readiness gates progress blockers dashboard / screen_history: screens log timeline versions commits / submit: commit
send save hand in finish / sync: share push pull fetch send receive upload download / help: keys keyboard shortcuts
manual ? signs legend cheat sheet documentation / theme: dark light high contrast colors appearance mode day night /
bring_in: import open word docx answer reply mail csv / send_out: export print word docx pdf html mail letter email
download save as / messages: log notifications errors / reload: refresh / quit: exit leave close stop end / redact:
privacy personal data gdpr delete / organisations: people users team partners councils members add invite / introduce:
name email address identity user me / settings: preferences options configuration deadline topics roles /
switch_policy: open other document / share_section: print export pdf / compare_page: print export html / picture:
screenshot image svg print / trace: blame history origin / status: statistics summary overview word count about /
palette: menu commands / leave_tour: tutorial introduction / back: cancel abort / verify: trust signatures integrity /
mark_duplicate: same repeated / next_heading: chapter subsection / missing: gap lacks topic absent / proposals: pull
request merge request branch
"""
_WORDS = {act.strip(): " ".join(words.split()) for act, _, words in (row.partition(":") for row in _ROWS.split("/"))}
"""By act: other words for it."""


def search_synonyms(act: str) -> str:
    """Return other names of an act: what people say, and the commands that do the same in a shell."""
    commands = " ".join(command for command, acts in COMMANDS.items() if act in acts)
    return f"{act.replace('_', ' ')} {_WORDS.get(act, '')} {commands}"
