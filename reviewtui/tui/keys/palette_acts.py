"""What is done from the palette alone: acts that few people need often enough for a key of their own."""

from reviewtui.tui.keys import availability as can

# fmt: off
THREAD_TASKS = (
    ("mark_done", "", "Done by hand…", "Say in which commit an agreed change was made by hand.", can.author_on_thread),
    ("mark_duplicate", "", "Duplicate…", "Decide that this remark repeats another one.", can.on_thread("decide")),
    ("link", "", "Link…", "Say that this remark belongs to another one.", can.on_thread("reply")),
    ("redact", "", "Hide words…", "Hide words with personal data everywhere; the reason stays.", can.author_on_thread),
)
SECTION_TASKS = (
    ("share_section", "", "Section as page…", "Write this section with its remarks: a page, Markdown.", can.reviewed),
    ("suggest_move", "", "Suggest a move…", "Suggest that this passage stands elsewhere.", can.can_write),
    ("trace", "", "Trace passage", "See where this passage stands in the releases.", can.loaded),
)
TEXT_TASKS = (
    ("classify", "", "Classify…", "Say how grave the change of a section is.", can.can_edit),
    ("commit_edits", "", "Commit the edit…", "Commit edits of the text that lie here.", can.can_commit_edits),
    ("discard_edits", "", "Discard the edit…", "Go back to the text as it is committed.", can.can_commit_edits),
    ("check_companion", "", "Companion in step…", "Say that a text is in step with what it restates.", can.can_edit),
    ("suggest_copy", "", "From a copy…", "Make suggestions of what an edited copy changes.", can.can_bring_in),
    ("adopt", "", "Adopt…", "Take over changes of the policy that this one came from.", can.can_bring_in),
)
REVIEW_TASKS = (
    ("status", "", "Status", "See where things stand, and what to do next.", can.loaded),
    ("take_back", "", "Take back…", "Take back one thing that is pending: a remark, a mark, a position.", can.pending),
    ("rounds", "", "Rounds", "See the review rounds, who has answered, and reminders to send.", can.loaded),
    ("open_round", "", "Open a round…", "Ask organisations to read the text by a day.", can.is_author),
    ("close_round", "", "Close the round…", "End the round that is open.", can.is_author),
    ("organisations", "", "Organisations…", "See and name partner organisations.", can.is_author),
    ("signers", "", "Signing keys…", "See and give keys with which people sign.", can.is_author),
    ("introduce", "", "Who you are…", "Tell git your name and address, which stand beside what you write.", can.loaded),
    ("settings", "", "Settings…", "Edit the settings of the review in your editor.", can.can_edit),
    ("switch_policy", "", "Another policy…", "Open another policy of this repository.", can.loaded),
    ("settle_events", "", "Without effect…", "Settle what has no effect, or let it count.", can.is_author),
    ("verify", "", "Verify", "Check that the record is whole, and by whom it says.", can.loaded),
    ("recover", "", "Recover…", "Finish a command that was cut off.", can.loaded),
)
SHARING_TASKS = (
    ("proposals", "", "Proposals…", "See what others propose, and take it over.", can.is_author),
    ("join", "", "Where to share…", "Say where to read from and where to give to.", can.loaded),
    ("pack", "", "Pack…", "Write what others lack into a file, to send instead of sharing.", can.loaded),
    ("unpack", "", "Unpack…", "Take over what a pack holds.", can.loaded),
)
REPORT_TASKS = (
    ("report", "", "Report…", "Write one page on where the review stands.", can.reviewed),
    ("compare_page", "", "Comparison as page…", "Write what changed since the release as a page.", can.loaded),
    ("picture", "", "Picture…", "Write this screen as a picture.", can.always),
)
# fmt: on
REMARK = "remark"
"""What the palette is left with before the thread of a remark that somebody found by its id."""
_DONE_BY = """
init: begin / organisation: organisations / status: status / comment: comment comment_section comment_policy missing /
suggest: suggest insert suggest_copy suggest_move / reply: reply / revise: revise / withdraw: withdraw / reopen:
reopen / link: link / reattach: reattach / answer: satisfied unsatisfied / redact: redact / submit: submit / sync:
sync proposals / join: join / pack: pack / unpack: unpack / export: send_out share_section / import: bring_in /
threads: list list_mine filter / show: next_remark open_place / accept: accept accept_with accept_editorial / decline:
decline / defer: defer / note: note / duplicate: mark_duplicate / done: mark_done / undo: undo undo_last take_back /
versions: screen_history / diff: screen_compare compare_page / adopt: adopt / trace: trace / check: next_finding /
dismiss: dismiss_finding / companion: check_companion / ready: screen_ready / report: report / read: mark_read /
classify: classify / round: rounds open_round close_round / signoff: sign_off / release: release / verify: verify /
settle: settle_events settle / confirm: settle_events / signer: signers / recover: recover
"""
COMMANDS = {
    command.strip(): tuple(acts.split()) for command, _, acts in (row.partition(":") for row in _DONE_BY.split("/"))
}
"""What in the app does what a command does, the nearest first; a sentence that names the command names this instead."""
NOT_IN_THE_APP: dict[str, str] = {
    "demo": "builds another repository, and opens the app there",
    "serve": "starts the app itself, in a browser",
    "completion": "is about the shell",
}
"""Commands that have nothing in the app, and why."""
