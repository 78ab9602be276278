"""The registry of formats: what is offered can be written, what is known by its name's end can be read."""

import importlib
from collections import Counter

import pytest

from reviewtui.domain.refusal import Refused
from reviewtui.exchange.formats.format_registry import ATTACHMENTS, FORMATS, exporter, importer


@pytest.mark.parametrize("name", FORMATS)
def test_a_format_writes_and_reads_what_its_entry_says(name: str) -> None:
    """Its module writes; it reads if the entry names how such files end, and then is found by that."""
    form = FORMATS[name]
    module = importlib.import_module(form.module)
    assert exporter(name) is module
    assert callable(module.write)
    assert all(importer(f"a{suffix}") is module and callable(module.read) for suffix in form.suffixes)


def test_no_two_formats_are_known_by_one_ending() -> None:
    """A file is of one format; what goes with a mail is one of them."""
    assert max(Counter(suffix for form in FORMATS.values() for suffix in form.suffixes).values()) == 1
    assert {part for parts, _ in ATTACHMENTS for part in parts.split(",")} <= set(FORMATS)


@pytest.mark.parametrize("find", [exporter, importer])
def test_what_is_no_format_is_refused_in_a_line(find) -> None:
    """The sentence names what there is."""
    with pytest.raises(Refused, match="docx"):
        find("nothing.xyz")
