"""What a form asks for is nobody's word, and what two comments claim is neither's."""

from tests.exchange.word.editing import W15, WordFile, w
from tests.exchange.word.sending import draft, new_acts, read, sent

TEXT = "# Title\n\nOfficers must think.\n\nThe end of it.\n"
_W14 = "http://schemas.microsoft.com/office/word/2010/wordml"


def _with_field(words: str) -> WordFile:
    """A file in which somebody put a field that nobody filled in."""
    file = WordFile.of(sent(draft(TEXT)))
    field = file.document.makeelement(w("sdt"))
    properties, content = field.makeelement(w("sdtPr")), field.makeelement(w("sdtContent"))
    properties.append(field.makeelement(w("showingPlcHdr")))
    paragraph = field.makeelement(w("p"))
    paragraph.append(file.run(words))
    content.append(paragraph)
    field.extend([properties, content])
    file.paragraph("must think").addnext(field)
    return file


def test_what_a_field_asks_for_is_told_and_no_suggestion() -> None:
    """Its words are the program's."""
    incoming = read(_with_field("Click here to enter text.").saved(), draft(TEXT))
    assert incoming.acts == ()
    assert "1 field to fill in: “Click here to enter text.”." in incoming.left_out


def test_what_somebody_changed_in_a_field_is_read() -> None:
    """Only what nobody touched is the program's."""
    file = _with_field("Click here to enter text.")
    file.insert_behind("Click here", " and there", "Pat Adviser")
    assert any("and there" in (act.body + (act.replacement or "")) for act in new_acts(file.saved(), draft(TEXT)))


def test_comments_that_share_an_id_of_their_paragraphs_answer_nobody() -> None:
    """Which of both is meant as the answered one, the file does not tell."""
    file = WordFile.of(sent(draft(TEXT)))
    first = file.comment("must think", "One.", "Pat Adviser")
    file.comment("The end", "Two.", "Kim Other", answers=first)
    for paragraph in file.comments.iter(w("p")):
        paragraph.set(f"{{{_W14}}}paraId", "22222222")
    for extra in file.extended:
        extra.set(f"{{{W15}}}paraId", "22222222")
        extra.set(f"{{{W15}}}paraIdParent", "22222222")
    acts = new_acts(file.saved(), draft(TEXT))
    assert [(act.act, act.body) for act in acts] == [("comment", "One."), ("comment", "Two.")]


def test_what_stands_in_a_text_box_is_about_the_section_around_it() -> None:
    """The box hangs at a paragraph, and that stands in a file."""
    file = WordFile.of(sent(draft(TEXT)))
    run = file.run("")
    box = run.makeelement(w("txbxContent"))
    paragraph = box.makeelement(w("p"))
    inserted = file.changed("ins", "Pat Adviser")
    inserted.append(file.run("Add an example."))
    paragraph.append(inserted)
    box.append(paragraph)
    picture = run.makeelement(w("pict"))
    picture.append(box)
    run.append(picture)
    file.run_of("must think").addnext(run)
    [act] = new_acts(file.saved(), draft(TEXT))
    assert act.place is not None
    assert act.place.path == "policy/principles.md"
