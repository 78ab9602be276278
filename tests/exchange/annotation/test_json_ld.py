"""The remarks as the W3C's Web Annotation Data Model has them: every rule that it says with MUST, as a schema."""

import json
import os
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT4

from reviewtui.exchange.annotation import json_ld
from tests.acting import ask, refused, remark
from tests.conftest import NORTHVALE, Clone, Run
from tests.exchange.sending import draft_with, sent, suggested

IRI = {"type": "string", "pattern": r"^[a-z][a-z0-9+.-]*:[^\s<>\"{}|\\^`]+$"}
TIME = {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$"}
BODY = {
    "type": "object",
    "required": ["type", "value"],
    "properties": {
        "type": {"const": "TextualBody"},
        "value": {"type": "string"},
        "format": {"type": "string"},
        "language": {"type": "string"},
        "purpose": {"enum": ["editing", "describing"]},
    },
    "additionalProperties": False,
}
QUOTE = {
    "type": "object",
    "required": ["type", "exact", "prefix", "suffix"],
    "properties": {"type": {"const": "TextQuoteSelector"}, "exact": {"type": "string", "minLength": 1}},
}
POSITION = {
    "type": "object",
    "required": ["type", "start", "end"],
    "properties": {
        "type": {"const": "TextPositionSelector"},
        "start": {"type": "integer", "minimum": 0},
        "end": {"type": "integer", "minimum": 0},
    },
}
RESOURCE = {
    "type": "object",
    "required": ["type", "source", "selector"],
    "properties": {
        "type": {"const": "SpecificResource"},
        "source": IRI,
        "selector": {"type": "array", "minItems": 1, "items": {"oneOf": [QUOTE, POSITION]}},
    },
}
TARGET = {"oneOf": [IRI, RESOURCE]}
ANNOTATION = {
    "type": "object",
    "required": ["@context", "id", "type", "target"],
    "properties": {
        "@context": {"const": "http://www.w3.org/ns/anno.jsonld"},
        "id": IRI,
        "type": {"const": "Annotation"},
        "target": {"oneOf": [TARGET, {"type": "array", "minItems": 2, "items": TARGET}]},
        "body": {"oneOf": [BODY, {"type": "array", "minItems": 1, "items": BODY}]},
        "motivation": {"enum": ["commenting", "editing", "questioning", "assessing", "replying"]},
        "created": TIME,
        "creator": {"type": "object", "required": ["type", "name"], "properties": {"type": {"const": "Person"}}},
    },
    "additionalProperties": False,
}
COLLECTION = {
    "type": "object",
    "required": ["@context", "id", "type", "total", "first", "last"],
    "properties": {
        "@context": {"const": "http://www.w3.org/ns/anno.jsonld"},
        "id": IRI,
        "type": {"const": "AnnotationCollection"},
        "total": {"type": "integer", "minimum": 0},
        "first": {
            "type": "object",
            "required": ["@context", "id", "type", "partOf", "startIndex", "items"],
            "properties": {
                "id": IRI,
                "type": {"const": "AnnotationPage"},
                "startIndex": {"const": 0},
                "items": {"type": "array", "items": ANNOTATION},
            },
        },
        "last": IRI,
    },
}


def _valid(content: bytes) -> Any:
    collection = json.loads(content)
    jsonschema.Draft202012Validator(COLLECTION).validate(collection)
    items = collection["first"]["items"]
    assert collection["total"] == len(items)
    return items


@given(suggested())
def test_each_annotation_stands_at_the_words_that_it_is_about(case: tuple[str, list[tuple[int, int, str]]]) -> None:
    """Any text with any suggestions: valid, and the selectors give back place, words and replacement."""
    text, wishes = case
    items = _valid(json_ld.write(sent(draft_with(text, wishes))))
    told = []
    for item in items:
        position = item["target"]["selector"][-1]
        told.append((position["start"], position["end"], item["body"][0]["value"]))
        for selector in item["target"]["selector"][:-1]:
            assert selector["exact"] == text[position["start"] : position["end"]]
    assert sorted(told) == sorted(wishes)


def test_remarks_answers_and_decisions_are_annotations(review: Clone, run: Run, tmp_path: Path) -> None:
    """A remark on all, on a section, on a passage, an answer and a decision: each is one, about the right thing."""
    remark(run, review, "comment", "--whole", "-m", "Short.")
    thread = remark(
        run, review, "comment", "principles", "--quote", "Be kind.", "-m", "How kind?", "--kind", "question"
    )
    remark(run, review, "comment", "records", "-m", "Good.")
    ask(run, review, "reply", thread, "-m", "Very.", who=NORTHVALE)
    ask(run, review, "submit", who=NORTHVALE)
    ask(run, review, "note", thread, "-m", "We agree.")
    arguments = ("export", "jsonld", str(tmp_path / "x.jsonld"), "--organisation", "northvale")
    assert run(review, *arguments)[0] == 0
    items = _valid((tmp_path / "x.jsonld").read_bytes())
    assert sorted(item["motivation"] for item in items) == [
        "assessing",
        "commenting",
        "commenting",
        "questioning",
        "replying",
    ]
    assert {item["target"] for item in items if item["motivation"] in {"replying", "assessing"}} == {
        f"urn:ulid:{thread.upper()}"
    }
    assert refused(run, review, "import", str(tmp_path / "x.jsonld"))


_W3C = os.environ.get("W3C_ANNOTATION_TESTS", "")


@pytest.mark.skipif(not _W3C, reason="W3C_ANNOTATION_TESTS names no clone of w3c/web-annotation-tests")
def test_the_schemas_of_the_w3c_find_nothing() -> None:
    """Annotations, the collection and its page hold every MUST of the W3C's own tests, with and without remarks."""
    schemas: dict[str, Any] = {}
    for file in Path(_W3C).glob("*/**/*.json"):
        if "tools" not in file.parts:
            schemas[file.relative_to(_W3C).as_posix()] = json.loads(file.read_text("utf-8-sig"))
    resources = [Resource.from_contents(schema, default_specification=DRAFT4) for schema in schemas.values()]
    registry: Registry[Any] = Registry().with_resources(
        [(resource.contents.get("id", name), resource) for name, resource in zip(schemas, resources, strict=True)]
    )
    text = "# Title\n\nOne two three.\n"
    for draft in (draft_with(text, []), draft_with(text, [(9, 12, "1"), (13, 13, "")], [(13, 16, "Which two?")])):
        collection = json.loads(json_ld.write(sent(draft)))
        sorts = (
            ("annotations/annotationMusts.test", collection["first"]["items"]),
            ("collections/collectionMusts.test", [collection]),
            ("collections/pages/pageMusts.test", [collection["first"]]),
        )
        for list_, instances in sorts:
            for name in json.loads((Path(_W3C) / list_).read_text("utf-8-sig"))["assertions"]:
                valid = jsonschema.Draft4Validator(schemas[name], registry=registry).is_valid
                wanted = schemas[name].get("expectedResult", "valid") == "valid"
                assert [valid(each) for each in instances] == [wanted] * len(instances), name
