"""The documents that a release leaves in reviews/releases."""

import json
import re
from html.parser import HTMLParser

import pytest

from reviewtui.exchange.papers.markdown_paper import plain
from reviewtui.exchange.release.comparing.binding_sentences import is_rule, rules_by_holder
from reviewtui.exchange.release.disposition import read_numbers
from tests.acting import accepted, ask, remark, submitted, suggestion
from tests.conftest import NORTHVALE, SOUTHMERE, Clone, FromTemplate, Run, begun, drafted

EVIL = "See <script>x</script> | [here](javascript:x) https://bad.example *now*\u202e"


def _released(review: Clone, run: Run) -> None:
    ask(run, review, "release", "0.9", "--override", "For the partners.")
    accepted(run, review, "within two working days", "within five working days")
    ask(run, review, "decline", remark(run, review, "comment", "records", "-m", EVIL), "-m", "No | need.")
    review.write("policy/log.md", "# Log\n\nOfficers must keep a log.\n")
    settings = review.read("reviews/settings.toml")
    review.commit_file(
        "reviews/settings.toml",
        settings + '\n[[sources]]\ntitle = "Code"\nurl = "https://code.example/a"\n',
        "Add a log",
    )
    ask(run, review, "release", "1.0", "--override", "The cabinet meets.")


@pytest.fixture
def released(from_template: FromTemplate) -> Clone:
    """Release 0.9, remark, decide, change a rule, and release 1.0 over its gates."""
    return from_template(drafted, begun, _released)


def test_each_document_says_what_happened(released: Clone, run: Run) -> None:
    """What is new by rank, disposition, you said we did, acknowledgements and a letter to each partner."""
    assert ask(run, released, "verify")["ok"]
    folder = "reviews/releases/1.0"
    changes = released.read(f"{folder}/CHANGELOG.md")
    assert "under “Tone”: “Be brief, and answer within two working days.”" in changes
    assert "Now: “Be brief, and answer within five working days.”" in changes
    assert "## New sections\n\n- Log: Officers must keep a log. (1 rule)" in changes
    assert "- Officers: 1 rule, such as “Officers must keep a log.”" in changes
    assert "Northvale Council: no position." in changes
    assert "The cabinet meets." in changes
    table = released.read(f"{folder}/disposition.md").splitlines()
    assert [line.split(" | ")[0] for line in table if line.startswith("| ") and line[2].isdigit()] == ["| 1", "| 2"]
    assert any("Declined: No \\| need." in line and "Northvale Council" in line for line in table)
    assert "| Northvale Council | 2 | 1 | 0 | 0 | 1 | 0 | 0 | 0 | 0 |" in table
    assert "1 changed the text" in released.read(f"{folder}/you-said-we-did.md")
    assert "J. Reviewer" in released.read(f"{folder}/acknowledgements.md")
    assert "Of yours: 2 of 2 remarks in this release's documents (2 made since 0.9)" in released.read(
        f"{folder}/letters/northvale.md"
    )
    assert "You made no remarks" in released.read(f"{folder}/letters/southmere.md")
    assert "This is the first release: 3 sections" in released.read("reviews/releases/0.9/CHANGELOG.md")
    assert released.git("show", "--format=", "--name-only", "1.0^{commit}").count("reviews/releases/") == 14


def test_words_of_others_stay_words(released: Clone) -> None:
    """No tag, link, table cell or invisible character of a remark gets into a document as such."""
    papers = [path for path in (released.path / "reviews" / "releases" / "1.0").rglob("*.*") if path.suffix != ".json"]
    assert {path.suffix for path in papers} == {".md", ".html"}
    for path in papers:
        text = path.read_text("utf-8")
        assert "<script" not in text
        assert "[here](javascript" not in text or path.suffix == ".html"
        assert "https://bad" not in text or path.suffix == ".html"
        assert "\u202e" not in text
    row = next(line for line in released.read("reviews/releases/1.0/disposition.md").splitlines() if "script" in line)
    assert row.replace("\\|", "").count("|") == 11


class Tags(HTMLParser):
    """Every tag of a page with its attributes, and whatever would load or run something."""

    def __init__(self) -> None:
        """Begin with nothing."""
        super().__init__()
        self.names: list[str] = []
        self.loads: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag."""
        self.names.append(tag)
        reaching = {"src", "href", "action", "style", "srcset", "data", "poster", "background"}
        self.loads += [name for name, _ in attrs if name in reaching or name.startswith("on")]


def test_a_page_loads_and_runs_nothing(released: Clone) -> None:
    """One main heading, no script, no link, no address to load from, and a policy that forbids all of it."""
    for path in (released.path / "reviews" / "releases" / "1.0").rglob("*.html"):
        page = Tags()
        page.feed(path.read_text("utf-8"))
        assert page.loads == []
        assert page.names.count("h1") == 1
        assert not {"script", "img", "a", "iframe", "link", "form", "object"} & set(page.names)
        assert "default-src 'none'" in path.read_text("utf-8")
        assert '<html lang="en-GB">' in path.read_text("utf-8")


@pytest.mark.slow
def test_numbers_stay_for_good(review: Clone, run: Run) -> None:
    """What has a number in one release has it in all later ones; a remark that comes later is appended."""
    first = remark(run, review, "comment", "principles", "-m", "First.")
    ask(run, review, "release", "0.8", "--override", "It is needed now.")
    early = remark(run, review, "comment", "records", "-m", "Second.", who=SOUTHMERE)
    ask(run, review, "release", "0.9", "--override", "It is needed now.")
    ask(run, review, "note", first)
    late = remark(run, review, "comment", "records", "-m", "Third.", who=NORTHVALE)
    ask(run, review, "release", "1.0", "--override", "It is needed now.")
    held = json.loads(review.read("reviews/releases/1.0/numbers.json"))["numbers"]
    assert held == {first: 1, early: 2, late: 3}
    rows = review.read("reviews/releases/1.0/disposition.md").splitlines()
    assert [row[2] for row in rows if row.startswith("| ") and row[2].isdigit()] == ["1", "2", "3"]


@pytest.mark.parametrize("content", [b"", b"[]", b'{"numbers": []}', b'{"numbers": {"a": -1, "b": true}}', b"[" * 9999])
def test_a_broken_file_of_numbers_gives_none(content: bytes) -> None:
    """Whatever somebody wrote into it."""
    assert read_numbers(content) == {}


@pytest.mark.slow
def test_what_is_not_decided_is_in_the_papers(review: Clone, run: Run) -> None:
    """Also where it was raised before the last release; who objects, and what would clear it, stands in front."""
    remark(run, review, "comment", "-m", "Nothing on purdah.", "--kind", "missing", "--blocking")
    submitted(run, review, "signoff", "objection", "-m", "A section on purdah.", who=SOUTHMERE)
    for version in ("0.9", "1.0"):
        ask(run, review, "release", version, "--override", "It is needed now.")
    said = review.read("reviews/releases/1.0/you-said-we-did.md")
    assert "## You said, and it is not decided yet" in said
    assert "Nothing on purdah." in said
    news = review.read("reviews/releases/1.0/CHANGELOG.md")
    assert "Southmere Council: objects (S. Reader on" in news
    assert "what would clear it: “A section on purdah.”" in news
    assert "“Nothing on purdah.” (number 1 of the disposition)" in news
    letter = review.read("reviews/releases/1.0/letters/southmere.md")
    assert "What would clear your objection: “A section on purdah.”" in letter
    assert "whether this release clears your objection" in letter
    assert "We still owe you an answer to number 1" in review.read("reviews/releases/1.0/letters/northvale.md")


def test_dismissed_findings_are_listed_with_their_reasons(review: Clone, run: Run) -> None:
    """In the disposition, so that a committee sees what the authors set aside."""
    review.commit_file("policy/records.md", review.read("policy/records.md") + "\nThe form: TBC.\n", "Leave it open")
    finding = ask(run, review, "check", code=1)["findings"][0]["id"]
    ask(run, review, "dismiss", finding, "-m", "The form comes with the launch.")
    ask(run, review, "release", "0.9", "--override", "It is needed now.")
    assert "| The form comes with the launch. |" in review.read("reviews/releases/0.9/disposition.md")


def test_a_finding_is_told_without_its_id(review: Clone, run: Run) -> None:
    """Where it keeps a release from being ready, a committee reads what it says and where."""
    review.commit_file("policy/records.md", review.read("policy/records.md") + "\nThe form: TBC.\n", "Leave it open")
    found = ask(run, review, "check", code=1)["findings"][0]["id"]
    ask(run, review, "release", "0.9", "--override", "It is needed now.")
    changes = review.read("reviews/releases/0.9/CHANGELOG.md")
    assert "Gaps that are still in the text: Records: “TBC” stands for something still to come" in changes
    assert found not in changes


def test_what_stands_against_a_release_is_told_in_words(review: Clone, run: Run) -> None:
    """Each condition that was not met says what is missing; a blocking remark is there with its words and number."""
    remark(run, review, "comment", "records", "-m", "Two years or six?", "--blocking")
    ask(run, review, "release", "1.0", "--override", "The cabinet meets.")
    changes = review.read("reviews/releases/1.0/CHANGELOG.md")
    assert "- Called blocking by who wrote it, and not decided: number 1 of the disposition.\n" in changes
    assert "- Remarks that are not decided yet: number 1 of the disposition.\n" in changes
    assert "J. Reviewer, Northvale Council, on Records: “Two years or six?” (number 1 of the disposition)" in changes
    assert "Remarks decided; " not in changes


def test_whom_a_tightened_rule_binds_is_told_in_front(review: Clone, run: Run) -> None:
    """A rule that reads otherwise counts as one that changes something; one that moved into a new section does not."""
    ask(run, review, "release", "0.9", "--override", "For the partners.")
    text = review.read("policy/principles.md")
    first = "Officers must think before they post anything."
    review.commit_file(
        "policy/principles.md",
        text.replace(first, "Officers must think twice before they post anything."),
        "Think twice",
    )
    ask(run, review, "release", "1.0", "--override", "The cabinet meets.")
    changes = review.read("reviews/releases/1.0/CHANGELOG.md")
    assert "- Officers: 1 rule, such as “Officers must think twice before they post anything.”" in changes
    review.write("policy/principles.md", review.read("policy/principles.md").replace(f"{first} ", ""))
    moved = "Officers must think twice before they post anything. Officers must sleep on it."
    review.commit_file("policy/thinking.md", f"# Thinking\n\n{moved}\n", "Give thinking a section")
    ask(run, review, "release", "1.1", "--override", "The cabinet meets.")
    changes = review.read("reviews/releases/1.1/CHANGELOG.md")
    assert "1 more rule is in both releases in the same words." in changes
    assert "- Officers: 1 rule, such as “Officers must sleep on it.”" in changes


@pytest.mark.parametrize(
    ("sentence", "binds"),
    [
        ("When a street has to be cleared at night, people look at their telephones.", False),
        ("If you must travel, the council pays.", False),
        ("If the door is open, somebody has to look behind it.", True),
        ("When a post is removed, you must tell the owner.", True),
        ("Not every account has to accept messages.", False),
        ("Nobody has to answer at night.", False),
        ("You will never have to search your own telephone.", False),
        ("Say where help is to be found.", False),
        ("Who has to agree, and on which form, is explained in pictures of people.", False),
        ("What must be kept is listed in records.", False),
        ("Red means nothing to somebody who cannot see red.", False),
        ("Who has to agree must be asked first, and is named in the log.", True),
        ("You cannot post for somebody who cannot see the page.", True),
        ("Nobody must answer alone.", True),
        ("You have to ask first.", True),
        ("Text inside a picture cannot be read aloud.", False),
        ("A live stream cannot be taken back, so it needs more care.", False),
        ("In a picture of a crowd nobody in the crowd needs to sign.", False),
        ("Here is what you need to know before you start.", False),
        ("Officers know what they may do, what they must do and whom to ask;", False),
        ("An account cannot be opened without a named owner.", True),
        ("Posts cannot be deleted.", True),
        ("Nobody may open an account in any other way.", True),
        ("No fee may be charged.", True),
        ("No record may be read by guests.", True),
        ("Nobody may be surprised.", False),
        ("Nobody can know.", False),
        ("No doubt can exist.", False),
        ("\u201cStaff must sign.\u201d", True),
        ('"Staff must sign."', True),
        ('Boards of 5" must stand on shelves of 6".', True),
        ('The sign says "You must knock" in red.', False),
        ("A post that some residents cannot read is only half published.", False),
        ('A good reply is: "I can\'t speak for the council here."', False),
        ("We keep the log for six years, because that is how long a person has to bring a claim.", False),
        ("Check for periods where the contributor has to wait longer than two days.", False),
        ("Develop policy that requires code to be open.", False),
        ("You must know what you must do.", True),
        ("Live streams cannot be taken back, and so two people must run them.", True),
    ],
)
def test_a_duty_in_a_condition_or_one_that_nobody_has_is_no_rule(sentence: str, *, binds: bool) -> None:
    """What a sentence supposes, or sets somebody free from, binds nobody."""
    assert is_rule(sentence) is binds


@pytest.mark.slow
def test_what_the_release_before_had_is_left_out(review: Clone, run: Run) -> None:
    """Remarks that were decided before the last release are in that one's documents."""
    ask(run, review, "decline", remark(run, review, "comment", "-m", "Early."), "-m", "No.")
    ask(run, review, "release", "0.9", "--override", "It is needed now.")
    assert "Early." in review.read("reviews/releases/0.9/disposition.md")
    ask(run, review, "release", "1.0", "--override", "It is needed now.")
    assert "Early." not in review.read("reviews/releases/1.0/disposition.md")


def test_hidden_words_stay_hidden(review: Clone, run: Run) -> None:
    """A redacted remark is in no document."""
    thread = remark(run, review, "comment", "-m", "Her name is Ann.", who=SOUTHMERE)
    submitted(run, review, "redact", thread, "-m", "It names a person.")
    ask(run, review, "release", "0.9", "--override", "It is needed now.")
    papers = (review.path / "reviews" / "releases" / "0.9").rglob("*.md")
    assert not any("Ann" in path.read_text("utf-8") for path in papers)


def test_a_sign_of_markdown_stays_a_character() -> None:
    """What others wrote makes no cell of a table."""
    assert plain("a|b") == "a\\|b"


@pytest.mark.slow
def test_accepted_words_are_shown_where_they_stand_now(review: Clone, run: Run) -> None:
    """Also when the file has another name and the lines other ends; words that are gone are not claimed."""
    kept = suggestion(run, review, "within two working days", "within five working days")
    lost = suggestion(run, review, "must think", "must think twice")
    for thread in (kept, lost):
        ask(run, review, "accept", thread)
    text = review.read("policy/principles.md").replace("five working days", "five\nworking days")
    review.path.joinpath("policy/principles.md").unlink()
    review.commit_file("policy/ground.md", text.replace("must think twice", "should think"), "Rename and wrap")
    ask(run, review, "release", "1.0", "--override", "It is needed now.")
    rows = [row for row in review.read("reviews/releases/1.0/disposition.md").splitlines() if row[2:3].isdigit()]
    assert "answer within five working days." in rows[0].split(" | ")[-1]
    assert "think" not in rows[1].split(" | ")[-1]


def test_changes_are_ranked_by_what_they_do_to_rules(review: Clone, run: Run) -> None:
    """New rules first, then those that are none any more, then the rest, each counted in front."""
    review.commit_file(
        "policy/log.md",
        "# Log\n\nOfficers must keep a log.\n\nEditors should ask.\n\nWe meet on Mondays.\n",
        "Add a log",
    )
    ask(run, review, "release", "0.9", "--override", "It is needed now.")
    review.commit_file(
        "policy/log.md",
        "# Log\n\nOfficers may keep a log.\n\nEditors must ask.\n\nWe meet on Fridays.\n",
        "Turn it round",
    )
    ask(run, review, "release", "1.0", "--override", "It is needed now.")
    news = review.read("reviews/releases/1.0/CHANGELOG.md")
    ranks = ["## New rules", "Now: “Editors must ask.”", "## Rules taken out or weakened", "Officers may keep a log."]
    ranks += ["## Changed in substance", "We meet on Fridays."]
    places = [news.rindex(words) for words in ranks]
    assert places == sorted(places)
    assert "1 place with new rules, 1 place with rules taken out or weakened, 1 other place changed" in news.lower()


def test_a_release_of_the_same_text_says_so(review: Clone, run: Run) -> None:
    """Nothing is promised below where nothing follows."""
    ask(run, review, "release", "0.9", "--override", "For the partners.")
    ask(run, review, "release", "1.0", "--override", "The cabinet meets.")
    paper = review.read("reviews/releases/1.0/CHANGELOG.md")
    assert "The text reads as in 0.9; no word of it has changed." in paper
    assert "quoted below" not in paper


def test_a_rule_that_names_what_somebody_must_be_binds_them() -> None:
    """Who must be reachable is bound; who must be told is not."""
    reachable, told = "Officers must be reachable between ten and four.", "Officers must be told by letter."
    assert rules_by_holder([reachable]) == [("officers", [reachable])]
    assert rules_by_holder([told]) == []


def test_a_remark_whose_passage_is_gone_is_told_with_the_section_that_it_was_in(review: Clone, run: Run) -> None:
    """A reader of the papers knows what it was about, also where its file is gone."""
    remark(run, review, "comment", "records", "--quote", "kept for two years", "-m", "Why two?")
    remark(run, review, "comment", "principles", "--quote", "Be brief", "-m", "How brief?")
    review.write("policy/records.md", "# Records\n\nSomebody looks after them.\n")
    review.git("rm", "-q", "policy/principles.md")
    review.commit("Write it anew")
    ask(run, review, "release", "1.0", "--override", "The cabinet meets.")
    table = review.read("reviews/releases/1.0/disposition.md")
    assert "a passage of “Records” that was not found again" in table
    row = table.split("How brief?")[0].splitlines()[-1]
    assert "(no section of 1.0 any more)" in row
    assert "On “Be brief”: " in row
    assert "These people helped with" in review.read("reviews/releases/1.0/acknowledgements.md")


@pytest.mark.slow
def test_what_was_put_back_by_hand_did_not_change_the_text(review: Clone, run: Run) -> None:
    """Accepted words, deletions and insertions that an author took back are told as such, never as a change."""
    ask(run, review, "release", "0.9", "--override", "For the partners.")
    before = {path: review.read(f"policy/{path}") for path in ("principles.md", "records.md")}
    words = suggestion(run, review, "within two working days", "within five working days")
    gone = remark(run, review, "suggest", "records", "--quote", "They are kept for two years.", "--replace", "")
    came = remark(
        run, review, "suggest", "records", "--after", "They are kept for two years.", "--insert", " Films too."
    )
    ask(run, review, "accept", came)
    for thread in (words, gone):
        ask(run, review, "accept", thread)
    for path, text in before.items():
        review.write(f"policy/{path}", text)
    review.commit("Put it back")
    ask(run, review, "release", "1.0", "--override", "The cabinet meets.")
    said = review.read("reviews/releases/1.0/you-said-we-did.md")
    assert "Of those accepted: 3 still to be put into it." in said
    assert "Taken out: " not in said
    assert "The text now reads" not in said


def test_a_merged_section_is_not_told_as_taken_out(review: Clone, run: Run) -> None:
    """What is new says where most of it stands, and which of its rules stand nowhere any more."""
    moved = "You may share photographs of public events with our residents. Ask before you share a picture of a child."
    review.commit_file("policy/sharing.md", f"# Sharing\n\n{moved} You must log each picture.\n", "Add sharing")
    ask(run, review, "release", "0.9", "--override", "For the partners.")
    (review.path / "policy" / "sharing.md").unlink()
    review.commit_file(
        "policy/records.md", f"{review.read('policy/records.md')}\n{moved}\n", "Merge sharing into the records"
    )
    ask(run, review, "release", "1.0", "--override", "The cabinet meets.")
    changes = review.read("reviews/releases/1.0/CHANGELOG.md")
    assert "1 section merged into others" in changes
    assert "## Sections merged into others\n\n- Sharing, most of which stands now in “Records”" in changes
    assert "rules that stand nowhere in the same words\n\n- “You must log each picture.”" in changes
    assert "taken out" not in changes.partition("## Sections merged")[0]


@pytest.mark.slow
def test_what_waits_for_the_same_remark_is_not_refused(review: Clone, run: Run) -> None:
    """A duplicate of a remark that is not decided yet stands with those that wait."""
    first = remark(run, review, "comment", "-m", "Nothing on purdah.", "--kind", "missing")
    second = remark(run, review, "comment", "-m", "Where is purdah?", "--kind", "missing", who=SOUTHMERE)
    ask(run, review, "duplicate", second, first)
    ask(run, review, "release", "1.0", "--override", "The cabinet meets.")
    said = review.read("reviews/releases/1.0/you-said-we-did.md")
    assert "we did not" not in said
    assert said.index("## You said, and it is put off, or waits with another remark") < said.index("Where is purdah?")


def test_what_was_promised_or_put_off_is_told_until_it_is_settled(review: Clone, run: Run) -> None:
    """In each later release: that it still waits, then what became of it; so is what was withdrawn since."""
    put_off = remark(run, review, "comment", "records", "-m", "Films need a section.")
    promised = remark(run, review, "comment", "records", "--quote", "kept for two years", "-m", "Who is there?")
    taken_back = remark(run, review, "comment", "principles", "-m", "Too short.")
    ask(run, review, "defer", put_off, "-m", "After the election.")
    ask(run, review, "accept", promised, "-m", "A section will say so.")
    ask(run, review, "release", "0.8", "--override", "It is needed now.")
    submitted(run, review, "withdraw", taken_back, "-m", "I see.", who=NORTHVALE)
    ask(run, review, "release", "0.9", "--override", "It is needed now.")
    said = review.read("reviews/releases/0.9/you-said-we-did.md")
    assert "Accepted: A section will say so. It is not in the text yet." in said
    assert "Put off (also at 0.8): After the election." in said
    assert "Counted and not told here, but in the disposition of comments: number 3 (withdrawn)." in said
    assert "Withdrawn by J. Reviewer: I see." in review.read("reviews/releases/0.9/disposition.md")
    review.commit_file("policy/nights.md", "# Nights\n\n" + "\n".join(f"Call {n} first." for n in range(5)), "Nights")
    ask(run, review, "done", promised, "--commit", "HEAD")
    ask(run, review, "release", "1.0", "--override", "It is needed now.")
    for paper in ("you-said-we-did", "letters/northvale"):
        said = review.read(f"reviews/releases/1.0/{paper}.md")
        assert "Accepted before 0.9, and carried out since then: A section will say so." in said
        assert "which words of the text answer it is not recorded." in said
        assert "Put off (also at 0.8 and 0.9): After the election." in said
    rows = [row for row in review.read("reviews/releases/1.0/disposition.md").splitlines() if row[2:3].isdigit()]
    assert [row[2] for row in rows] == ["1", "2"]


def test_a_refusal_that_was_opened_again_stays_in_the_papers(review: Clone, run: Run) -> None:
    """With its reason, who opened it again and why; and what the author answered meanwhile."""
    thread = remark(run, review, "comment", "records", "-m", "Why two?")
    ask(run, review, "decline", thread, "-m", "The law says so")
    submitted(run, review, "reopen", thread, "-m", "Which law?", who=NORTHVALE)
    submitted(run, review, "reply", thread, "-m", "I will ask the lawyer.")
    ask(run, review, "release", "1.0", "--override", "It is needed now.")
    for paper in ("disposition", "you-said-we-did", "letters/northvale"):
        said = review.read(f"reviews/releases/1.0/{paper}.md")
        assert re.search(r"Declined on \d+ \w+ \d{4}: The law says so\.", said)
        assert re.search(
            r"Opened again by J\. Reviewer, Northvale Council, on [\w ]+: Which law\? Not decided anew\.", said
        )
        assert "answered: “I will ask the lawyer.”" in said


def test_a_position_on_some_sections_is_none_on_the_policy(review: Clone, run: Run) -> None:
    """The letter says what it was stated of, what has other words now, and on what nothing was stated."""
    submitted(run, review, "signoff", "no-objection", "--section", "records", who=SOUTHMERE)
    ask(run, review, "release", "0.9", "--override", "It is needed now.")
    review.commit_edit("policy/records.md", "two years", "six years", "Six")
    ask(run, review, "release", "1.0", "--override", "It is needed now.")
    before, letter = (review.read(f"reviews/releases/{name}/letters/southmere.md") for name in ("0.9", "1.0"))
    for each in (before, letter):
        assert "You have no objection to 1 section: “Records” (S. Reader on" in each
        assert "You have stated no position on 2 sections: " in each
    assert "other words now" not in before
    assert "every section that it covers has other words now" in letter
    news = review.read("reviews/releases/1.0/CHANGELOG.md")
    assert re.search(
        r"no objection to 1 of 3 sections \(S. Reader on .*\), all changed since; no position on 2 s", news
    )
    ask(run, review, "report", str(review.path.parent / "report.md"))
    report = (review.path.parent / "report.md").read_text("utf-8")
    assert re.search(r"\| no objection to 1 of 3 sections .*, all changed since; no position on 2 sections \|", report)
    assert "- **Southmere Council**: no position on 2 of 3 sections" in report


def test_a_change_is_credited_to_a_remark_as_far_as_its_words_go(review: Clone, run: Run) -> None:
    """Where its sentence was weakened beside them, both documents say on which words the remark was made."""
    review.commit_file("policy/log.md", "# Log\n\nYou must tell us of pages with more than 500 members.\n", "Add a log")
    ask(run, review, "release", "0.9", "--override", "It is needed now.")
    thread = remark(run, review, "comment", "log", "--quote", "more than 500 members", "-m", "A thousand.")
    ask(run, review, "accept", thread, "-m", "Agreed.")
    review.commit_file("policy/log.md", "# Log\n\nYou should tell us of pages with more than 1,000 members.\n", "Do it")
    ask(run, review, "done", thread, "--commit", "HEAD")
    ask(run, review, "release", "1.0", "--override", "It is needed now.")
    said = review.read("reviews/releases/1.0/you-said-we-did.md")
    assert "The sentence changed outside of the words that this remark is about as well." in said
    news = review.read("reviews/releases/1.0/CHANGELOG.md")
    assert "number 1, Northvale Council, on “more than 500 members”: accepted" in news


def test_all_papers_count_remarks_alike(review: Clone, run: Run) -> None:
    """By one function, the duplicate of an open one as a duplicate; what is gone is no text of those that changed."""
    ask(run, review, "release", "0.9", "--override", "It is needed now.")
    first = remark(run, review, "comment", "-m", "Nothing on purdah.", "--kind", "missing")
    second = remark(run, review, "comment", "-m", "Where is purdah?", "--kind", "missing", who=SOUTHMERE)
    ask(run, review, "duplicate", second, first)
    submitted(run, review, "signoff", "support", who=SOUTHMERE)
    review.git("rm", "-q", "policy/records.md")
    review.commit_edit("policy/principles.md", "two working days", "five working days", "Take the records out")
    ask(run, review, "release", "1.0", "--override", "It is needed now.")
    folder = "reviews/releases/1.0"
    news, said, table = (review.read(f"{folder}/{name}.md") for name in ("CHANGELOG", "you-said-we-did", "disposition"))
    counted = (
        "2 of 2 remarks in this release's documents (2 made since 0.9). What became of these 2: 1 duplicate, 1 open."
    )
    assert f"{counted} They are by J. Reviewer (Northvale Council); S. Reader (Southmere Council)." in news
    seen = "which had 2 of 2 sections of now, 1 changed since; 1 section that it was about was taken out since."
    assert seen in news
    assert all(counted in each for each in (said, table))
    assert "| All | 2 | 0 | 0 | 0 | 0 | 0 | 1 | 0 | 1 |" in table
    letter = review.read(f"{folder}/letters/southmere.md")
    assert "Of yours: 1 of 1 remark in this release's documents (1 made since 0.9). What became of it: 1 dup" in letter
    assert "Number 2 waits with the remark that says the same." in letter


def test_rules_of_a_section_that_is_gone_are_told_in_front(review: Clone, run: Run) -> None:
    """They fall away with it, which loosens the policy; and it is said of which sections not all is quoted."""
    rule = "Officers must not edit an article about themselves."
    forums = f"# Forums\n\nA forum has a memory. {rule} Volunteers correct it within a few days.\n"
    review.commit_file("policy/forums.md", forums, "Add forums")
    ask(run, review, "release", "0.9", "--override", "For the partners.")
    (review.path / "policy" / "forums.md").unlink()
    review.commit("Take forums out")
    ask(run, review, "release", "1.0", "--override", "The cabinet meets.")
    changes = review.read("reviews/releases/1.0/CHANGELOG.md")
    assert "1 section taken out (1 rule with it)" in changes
    assert f"### What matters first\n\n- **Forums**: taken out: “{rule}”" in changes
    assert "Of sections that are taken out only sentences that bind by their wording are quoted." in changes


def test_other_amounts_of_a_rule_come_before_other_words_of_one(review: Clone, run: Run) -> None:
    """A deadline that is cut matters more than a word, and the rules of a new section are counted in front."""
    log = "# Log\n\nOfficers must keep a log.\n\nOfficers must send the log within 14 days.\n"
    review.commit_file("policy/log.md", log, "Add a log")
    ask(run, review, "release", "0.9", "--override", "It is needed now.")
    later = log.replace("14 days", "24 hours").replace("a log.", "a neat log.")
    review.write("policy/film.md", "# Films\n\nEditors must watch each film.\n")
    review.commit_file("policy/log.md", later, "Change it")
    ask(run, review, "release", "1.0", "--override", "It is needed now.")
    front = review.read("reviews/releases/1.0/CHANGELOG.md").partition("### What matters first")[2]
    assert 0 < front.index("within 24 hours") < front.index("a neat log") < front.index("bring 1 rule more, quoted")


@pytest.mark.parametrize(
    ("sentence", "holder"),
    [
        ("The editor on duty must check the queue each morning.", "editor on duty"),
        ("The owner of each account must export its posts every quarter.", "owner"),
        ("Appeals go to the head of communications, who must not have taken part.", "head of communications"),
        ("For anyone under 16, a parent or carer must agree.", "parent or carer"),
        ("The chair or the clerk must sign.", "chair or clerk"),
        ("[insert date] Officers must keep posts short.", "officers"),
        ("Officers who look after an account must use a council device for it.", "officers"),
    ],
)
def test_a_rule_is_counted_for_whom_it_binds(sentence: str, holder: str) -> None:
    """The one before the word of duty, with what belongs to the name and nothing else."""
    assert [name for name, _ in rules_by_holder([sentence])] == [holder]


def test_somebody_else_s_leave_is_no_rule_for_them() -> None:
    """Who may do a thing in one half of a sentence is not bound by what must be done in the other."""
    assert rules_by_holder(["In urgent cases the team may suspend an editor; the head must be told at once."]) == []


def test_what_is_not_met_is_told_as_that(review: Clone, run: Run) -> None:
    """A committee that reads “Remarks decided: number 1” takes it for decided."""
    remark(run, review, "comment", "-m", "Who is told?")
    ask(run, review, "release", "0.9", "--override", "The committee meets.")
    changes = review.read("reviews/releases/0.9/CHANGELOG.md")
    assert "- Remarks that are not decided yet: number 1 of the disposition." in changes
    assert "Remarks decided" not in changes
    assert " of 1)" not in changes


def test_the_same_change_of_words_in_many_places_is_told_once(review: Clone, run: Run) -> None:
    """Where one word became another in many sentences, they are counted by section and one is quoted."""
    lines = [f"The {thing} of the code is described here." for thing in ("aim", "use", "size", "age", "form")]
    review.commit_file("policy/code.md", "# Code\n\n" + "\n\n".join(lines) + "\n", "Describe the code")
    ask(run, review, "release", "0.9", "--override", "The committee meets.")
    text = review.read("policy/code.md").replace("of the code", "of the source code")
    review.commit_file("policy/code.md", text, "Say which code")
    ask(run, review, "release", "1.0", "--override", "The committee meets.")
    changes = review.read("reviews/releases/1.0/CHANGELOG.md")
    assert "“code” became “source code” in 5 places: Code (5). One of them:" in changes
    assert changes.count("of the source code") == 1


def test_what_waits_since_an_earlier_release_says_since_which(review: Clone, run: Run) -> None:
    """No answer is promised a second time in the same words, and what was opened again waits from then on."""
    late = remark(run, review, "comment", "records", "-m", "Who keeps them?")
    again = remark(run, review, "comment", "records", "-m", "Where?")
    ask(run, review, "release", "0.8", "--override", "It is needed now.")
    ask(run, review, "decline", again, "-m", "The law says where.")
    ask(run, review, "release", "0.9", "--override", "It is needed now.")
    submitted(run, review, "reopen", again, "-m", "It does not.", who=NORTHVALE)
    new = remark(run, review, "comment", "records", "-m", "When?")
    ask(run, review, "release", "1.0", "--override", "It is needed now.")
    numbers = read_numbers((review.path / "reviews/releases/1.0/numbers.json").read_bytes())
    letter = review.read("reviews/releases/1.0/letters/northvale.md")
    assert f"We still owe you an answer to number {numbers[late]} (open since 0.8): it is late." in letter
    owed = f"We owe you an answer to number {numbers[again]}, {numbers[new]}; it is to be decided before the next"
    assert owed in letter
    said = review.read("reviews/releases/1.0/you-said-we-did.md")
    assert "Not decided yet (nor at 0.8 and 0.9)." in said
    assert "(1 made since 0.9, 1 made before and not decided at 0.9, 1 decided before 0.9 with something new" in said


def test_what_was_put_off_says_that_its_section_changed(review: Clone, run: Run) -> None:
    """Its wish may be fulfilled by now, which only a person can tell."""
    thread = remark(run, review, "comment", "records", "--quote", "two years", "-m", "Too long.")
    ask(run, review, "defer", thread, "-m", "Next year.")
    ask(run, review, "release", "0.9", "--override", "It is needed now.")
    assert "reads otherwise now" not in review.read("reviews/releases/0.9/you-said-we-did.md")
    review.commit_edit("policy/records.md", "two years", "one year", "One")
    ask(run, review, "release", "1.0", "--override", "It is needed now.")
    for name in ("disposition", "you-said-we-did", "letters/northvale"):
        told = review.read(f"reviews/releases/1.0/{name}.md")
        assert "Put off (also at 0.9): Next year. What it is about reads otherwise now than when the rem" in told, name


def test_a_change_by_hand_without_known_words_claims_none(review: Clone, run: Run) -> None:
    """A commit that changed much elsewhere: the sentence remarked on stands, and no section is named for it."""
    ask(run, review, "release", "0.9", "--override", "It is needed now.")
    thread = remark(run, review, "comment", "records", "--quote", "two years", "-m", "And on a Saturday?")
    ask(run, review, "accept", thread, "-m", "A section will say so.")
    for name in ("films", "chats"):
        text = "\n\n".join(f"Rule {number} of {name} must hold." for number in range(5))
        review.write(f"policy/{name}.md", f"# {name.capitalize()}\n\n{text}\n")
    review.git("add", ".")
    review.git("commit", "-qm", "Add sections")
    ask(run, review, "done", thread, "--commit", "HEAD")
    ask(run, review, "release", "1.0", "--override", "It is needed now.")
    said = review.read("reviews/releases/1.0/you-said-we-did.md")
    assert "Of those accepted: 1 carried out by hand in words that are not recorded." in said
    assert "## You said, and we changed the text" not in said
    assert "which words of the text answer it is not recorded. The sentence remarked on still stands: “" in said
    assert "Films" not in said
    assert "Chats" not in said


def test_contradictions_that_do_not_bar_a_release_are_told(review: Clone, run: Run) -> None:
    """Both sentences with their sections, in what is new and in the report, so that silence means none."""
    assert "contradict" not in run(review, "report")[1]
    ask(run, review, "release", "0.9", "--override", "It is needed now.")
    one = "# Watch\n\nCouncil accounts are monitored from 9am to 5pm, Monday to Friday.\n"
    other = "# Nights\n\nCouncil accounts are monitored from 8am to 8pm on every day of the week.\n"
    review.write("policy/watch.md", one)
    review.commit_file("policy/nights.md", other, "Say when")
    found = [each for each in ask(run, review, "check", code=1)["findings"] if each["check"] == "conflict"]
    assert len(found) == 1
    report = run(review, "report")[1]
    ask(run, review, "release", "1.0", "--override", "It is needed now.")
    for paper in (report, review.read("reviews/releases/1.0/CHANGELOG.md")):
        assert "1 pair of sentences seems to contradict each other; it does not bar a release:" in paper
        told = paper[paper.index("1 pair of sentences") :]
        assert "**Watch**: “Council accounts are monitored from 9am to 5pm, Monday to Friday.”" in told
        assert "**Nights**: “Council accounts are monitored from 8am to 8pm on every day of the week.”" in told


def test_a_rule_that_nobody_asked_to_weaken_says_so(review: Clone, run: Run) -> None:
    """Unless an accepted remark is about the word of duty, or somebody gave a reason; a section taken out likewise."""
    review.write("policy/log.md", "# Log\n\nYou must tell us of pages with more than 500 members.\n")
    review.commit_file("policy/forum.md", "# Forums\n\nOfficers must not edit an article about themselves.\n", "Add")
    ask(run, review, "release", "0.8", "--override", "It is needed now.")
    remark(run, review, "comment", "forum", "--quote", "about themselves", "-m", "And about friends?")
    thread = remark(run, review, "comment", "log", "--quote", "more than 500 members", "-m", "A thousand.")
    ask(run, review, "accept", thread, "-m", "Agreed.")
    weaker = "# Log\n\nYou should tell us of pages with more than 1,000 members.\n"
    review.git("rm", "-q", "policy/forum.md")
    review.commit_file("policy/log.md", weaker, "Do it")
    ask(run, review, "done", thread, "--commit", "HEAD")
    ask(run, review, "release", "0.9", "--override", "It is needed now.")
    news = review.read("reviews/releases/0.9/CHANGELOG.md")
    less = "no accepted remark on these words asked for less"
    assert f"{less}, and no reason is recorded with them" in news
    assert "Forums: remarks on it: number 1: not decided yet. No accepted remark on it asked for this, and no" in news
    number = read_numbers((review.path / "reviews/releases/0.9/numbers.json").read_bytes())[thread]
    assert f"- number {number}, Northvale Council, on Log: “You should tell us of pages with more than 1,000" in news


def test_a_rule_that_a_remark_asked_to_weaken_is_not_told_as_unasked(review: Clone, run: Run) -> None:
    """The words of an accepted suggestion are what was asked for."""
    review.commit_file("policy/log.md", "# Log\n\nYou must tell us of pages with more than 500 members.\n", "Add")
    ask(run, review, "release", "0.9", "--override", "It is needed now.")
    accepted(run, review, "must tell us", "should tell us", "log")
    ask(run, review, "release", "1.0", "--override", "It is needed now.")
    news = review.read("reviews/releases/1.0/CHANGELOG.md")
    assert "Weaker: must → should" in news
    assert "no accepted remark" not in news
