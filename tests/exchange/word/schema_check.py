"""Validates the parts of a Word file against the schemas of ECMA-376 (ISO/IEC 29500), where somebody has them here."""

import io
import os
import zipfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from lxml import etree

FOLDER = "REVIEWTUI_OOXML_SCHEMAS"
"""The environment variable that names a folder in which the schema files lie, in any folders below."""
_IGNORABLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Ignorable"
_STARTS = {"w": "wml.xsd", "ct": "opc-contentTypes.xsd", "rel": "opc-relationships.xsd", "w15": "wml-2012.xsd",
           "app": "shared-documentPropertiesExtended.xsd", "cp": "shared-documentPropertiesCustom.xsd"}  # fmt: skip
_NAMESPACES = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
    "http://schemas.openxmlformats.org/package/2006/content-types": "ct",
    "http://schemas.openxmlformats.org/package/2006/relationships": "rel",
    "http://schemas.microsoft.com/office/word/2012/wordml": "w15",
    "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties": "app",
    "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties": "cp",
}


def schema_folder() -> Path | None:
    """Return the folder with the schemas; None where nobody names one that holds them."""
    named = os.environ.get(FOLDER, "")
    return Path(named) if named and any(Path(named).rglob("wml.xsd")) else None


@cache
def _schema(folder: Path, prefix: str) -> Any:
    file = next(folder.rglob(_STARTS[prefix]), None)
    return etree.XMLSchema(etree.parse(file)) if file is not None else None


def _without_ignorable(root: Any) -> Any:
    """The part as a program reads it that knows the standard alone: what it may ignore is left out."""
    spaces = {root.nsmap[prefix] for prefix in root.get(_IGNORABLE, "").split() if prefix in root.nsmap}
    for element in list(root.iter(etree.Element)):
        for key in list(element.attrib):
            if key == _IGNORABLE or key[1:].partition("}")[0] in spaces:
                del element.attrib[key]
        if etree.QName(element).namespace in spaces and element.getparent() is not None:
            element.getparent().remove(element)
    return etree.fromstring(etree.tostring(root))


def schema_faults(content: bytes, folder: Path) -> tuple[list[str], set[str]]:
    """Return what the schemas say against the parts of a file, and which parts were held against one."""
    faults: list[str] = []
    parts: set[str] = set()
    for name, root in _roots(content):
        prefix = _NAMESPACES.get(etree.QName(root).namespace or "", "")
        schema = _schema(folder, prefix) if prefix else None
        if schema is None:
            continue
        parts.add(name)
        schema.validate(_without_ignorable(root))
        faults += [f"{name}:{error.line}: {error.message}" for error in schema.error_log]
    return faults, parts


def _roots(content: bytes) -> Iterator[tuple[str, Any]]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for name in archive.namelist():
            if name.endswith((".xml", ".rels")):
                yield name, etree.fromstring(archive.read(name))
