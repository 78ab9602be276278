"""An author begins with a Word file: its sections become files, its comments and changes remarks."""

import shutil
import subprocess
from pathlib import Path

import pytest
from lxml import etree

from tests.acting import ask, refused, submitted
from tests.conftest import Clone, Run
from tests.exchange.word.editing import MAIN, WordFile
from tests.exchange.word.sending import draft, sent

TEXT = """# Travel policy

Who travels, *must* ask first.

# Claims

1. Keep receipts.
2. Send them in[^1].

| What | Limit |
| --- | --- |
| Meals | 20 \\| day |

[^1]: Within a [month](https://a.example).
"""


@pytest.fixture
def document(tmp_path: Path) -> Path:
    """A Word file with a comment and a tracked change in it, not sent from here."""
    file = WordFile.of(sent(draft(TEXT)))
    file.parts["docProps/custom.xml"] = file.parts["docProps/custom.xml"].replace(b"reviewtui-", b"other-")
    for paragraph in list(file.document.iter("{*}p"))[:2]:
        paragraph.getparent().remove(paragraph)
    file.replace("ask first", "ask their manager", "Pat Adviser")
    file.comment("Keep receipts.", "All of them?", "Kim Other")
    path = tmp_path / "draft.docx"
    path.write_bytes(file.saved())
    return path


def test_a_word_file_becomes_sections_in_a_repository_without_a_commit(clone: Clone, run: Run, document: Path) -> None:
    """Lists, tables, footnotes, links and emphasis are kept, each top heading begins a file, remarks come in."""
    begun = ask(run, clone, "init", "--from", str(document))
    assert begun["sections"] == ["01-travel-policy.md", "02-claims.md"]
    assert clone.read("policy/01-travel-policy.md") == "# Travel policy\n\nWho travels, *must* ask first.\n"
    claims = clone.read("policy/02-claims.md")
    assert "1. Keep receipts.\n2. Send them in[^1].\n" in claims
    assert "| Meals | 20 \\| day |" in claims
    assert "[^1]: Within a [month](https://a.example)." in claims
    ask(run, clone, "submit")
    threads = {row["root"]: row for row in ask(run, clone, "threads")["threads"]}
    change = threads["suggestion"]
    assert (change["quote"], change["replacement"], change["placement"]) == ("first", "their manager", "exact") or (
        change["quote"], change["replacement"], change["placement"],
    ) == ("ask first", "ask their manager", "exact")  # fmt: skip
    assert (threads["comment"]["quote"], threads["comment"]["by"].partition(" <")[0]) == ("Keep receipts.", "Kim Other")
    assert clone.git("status", "--porcelain") == ""


def test_nothing_of_a_repository_is_overwritten(policy: Clone, run: Run, document: Path) -> None:
    """A folder with something in it, a review that is there, and a file that is none each end with a line."""
    assert "name a new folder" in refused(run, policy, "init", "--from", str(document))
    assert "no file" in refused(run, policy, "init", "--from", str(document) + "x", "--policy", "rules")
    ask(run, policy, "init", "--from", str(document), "--policy", "rules")
    before = policy.git("rev-parse", "HEAD")
    assert "already" in refused(run, policy, "init", "--from", str(document))
    assert "lie in each other" in refused(run, policy, "init", "--from", str(document), "--policy", "rules/more")
    assert policy.git("rev-parse", "HEAD") == before
    begun = ask(run, policy, "init", "--from", str(document), "--policy", "others")
    assert len(begun["threads"]) == 2
    assert len(ask(run, policy, "threads", "--policy", "others")["threads"]) == 2
    assert policy.read("policy/records.md").startswith("# Records")


@pytest.mark.slow
def test_an_odt_goes_through_libreoffice(clone: Clone, run: Run, document: Path, tmp_path: Path) -> None:
    """Where LibreOffice is installed, its own documents are a first draft too."""
    if shutil.which("soffice") is None:
        pytest.skip("LibreOffice is not installed")
    subprocess.run(
        ["soffice", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless", "--convert-to", "odt",
         "--outdir", str(tmp_path), str(document)], check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    begun = ask(run, clone, "init", "--from", str(tmp_path / "draft.odt"))
    assert begun["sections"] == ["01-travel-policy.md", "02-claims.md"]
    assert len(begun["threads"]) == 2


def test_clauses_below_a_numbered_heading_small_figures_and_inner_tables_are_kept(
    clone: Clone, run: Run, document: Path
) -> None:
    """Clauses of one depth stand beside each other, a raised 2 is a ², and a table in a cell breaks none."""
    file = WordFile.of(document.read_bytes())
    for words in ("Keep receipts.", "Send them in"):
        numbering = file.paragraph(words).find("{*}pPr/{*}numPr/{*}ilvl")
        assert numbering is not None
        numbering.set(f"{{{MAIN}}}val", "1")
    raised = f'<r xmlns:w="{MAIN}"><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>2</w:t></w:r></r>'
    file.paragraph("Send them in").extend(etree.fromstring(raised))
    row = "<w:tr><w:tc><w:p><w:r><w:t>inside</w:t></w:r></w:p></w:tc></w:tr>"
    inner = f'<r xmlns:w="{MAIN}"><w:tbl>{row}</w:tbl><w:p/></r>'
    cell = file.paragraph("Meals").getparent()
    assert cell is not None
    cell.extend(etree.fromstring(inner))
    document.write_bytes(file.saved())
    begun = ask(run, clone, "init", "--from", str(document))
    claims = clone.read("policy/02-claims.md")
    assert "1. Keep receipts.\n2. Send them in[^1].²\n" in claims
    assert "| Meals | 20 \\| day |" in claims
    assert "| inside |\n| --- |" in claims
    assert any("stood in a cell" in sentence for sentence in begun["told"])


def test_what_stands_in_the_document_is_no_change_that_nobody_tracked(clone: Clone, run: Run, document: Path) -> None:
    """A table of contents, the lines of a cell and a text box came in again, as remarks of an unknown author."""
    file = WordFile.of(document.read_bytes())
    inner = "<w:txbxContent><w:p><w:r><w:t>In a box.</w:t></w:r></w:p></w:txbxContent>"
    box = f"<w:p><w:r><w:pict>{inner}</w:pict></w:r></w:p>"
    contents = '<w:p><w:pPr><w:pStyle w:val="TOC1"/></w:pPr><w:r><w:t>Claims 2</w:t></w:r></w:p>'
    file.paragraph("Claims").addprevious(etree.fromstring(box.replace("<w:p>", f'<w:p xmlns:w="{MAIN}">', 1)))
    file.paragraph("Claims").addprevious(etree.fromstring(contents.replace("<w:p>", f'<w:p xmlns:w="{MAIN}">', 1)))
    line = file.paragraph("Meals")
    more = etree.fromstring(etree.tostring(line))
    line.addnext(more)
    next(more.iter("{*}t")).text = "but not drinks"
    file.comment("Send them in", "", "Kim Other")
    document.write_bytes(file.saved())
    begun = ask(run, clone, "init", "--from", str(document))
    assert {row["by"].partition(" <")[0] for row in ask(run, clone, "threads")["threads"]} == {
        "Pat Adviser",
        "Kim Other",
    }
    assert len(begun["threads"]) == 2
    assert "1 comment without words, by Kim Other." in begun["told"]


def test_cells_that_somebody_tracked_in_the_document_are_a_remark(clone: Clone, run: Run, document: Path) -> None:
    """Nobody was told of them."""
    file = WordFile.of(document.read_bytes())
    cell = file.paragraph("Meals").getparent()
    properties = cell.find("{*}tcPr")
    if properties is None:
        properties = etree.SubElement(cell, f"{{{MAIN}}}tcPr")
        cell.insert(0, properties)
    properties.append(file.changed("cellDel", "Pat Adviser"))
    document.write_bytes(file.saved())
    ask(run, clone, "init", "--from", str(document))
    assert any("cell of a table" in row["body"] for row in ask(run, clone, "threads")["threads"])


def test_remarks_in_short_sections_and_beside_wide_spaces_have_their_place(
    clone: Clone, run: Run, document: Path
) -> None:
    """Sections of a few words were taken for ones that the document does not hold."""
    file = WordFile.of(document.read_bytes())
    for style in file.document.iter(f"{{{MAIN}}}pStyle"):
        style.set(f"{{{MAIN}}}val", style.get(f"{{{MAIN}}}val").replace("Heading1", "Heading2"))
    file.type_untracked("Who travels, ", "Who  travels, ")
    file.type_untracked("Send them in", "Send them in to the office before the end of the month")
    file.insert_behind("Who ", "else", "Pat Adviser")
    file.comment("Travel policy", "For whom?", "Kim Other")
    document.write_bytes(file.saved())
    ask(run, clone, "init", "--from", str(document))
    quotes = [(row["root"], row["quote"]) for row in ask(run, clone, "threads")["threads"]]
    assert sorted(quotes) == [
        ("comment", "Keep receipts."), ("comment", "Travel policy"), ("suggestion", ""), ("suggestion", "ask first"),
    ]  # fmt: skip


def test_a_partners_copy_of_the_document_itself_brings_in_what_they_tracked(
    clone: Clone, run: Run, document: Path, tmp_path: Path
) -> None:
    """Tabs, wide spaces, contents and boxes that Markdown does not have came in as changes that nobody tracked."""
    file = WordFile.of(document.read_bytes())
    file.type_untracked("Send them in", "Send\tthem  in ")
    document.write_bytes(file.saved())
    submitted(run, clone, "init", "--from", str(document))
    clone.commit_file("policy/02-claims.md", "# Claims\n\nQuite other words.\n")
    file.insert_behind("Keep ", "all ", "Sam Partner")
    (tmp_path / "copy.docx").write_bytes(file.saved())
    told = ask(run, clone, "import", str(tmp_path / "copy.docx"), "--as", "Sam <sam@x.example>", "--dry-run")
    assert [(act["name"], act["replacement"]) for act in told["acts"] if act["fate"] == "new"] == [
        ("Sam Partner", "all ")
    ]
