"""Which part of a Word file points at which other, and what it points at outside, which is never fetched."""

import posixpath
import re
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote

from reviewtui.domain.refusal import Refused
from reviewtui.exchange.word.package.archive import Package
from reviewtui.exchange.word.package.xml_names import attribute, child, children, name_of

_REMOTE = re.compile(
    r"\s*(?:(?!file:)[a-z][a-z0-9+.-]+:|file:/{0,1}/[^/\\]|file:/{4,}|file:[/\\]*\\\\|\\\\|//)", re.IGNORECASE
)
_LOCAL = re.compile(r"\s*(?:file:///+[a-z]:|[a-z]:[\\/]|file:///[^/\\])", re.IGNORECASE)
_MACRO_TYPE = re.compile(r"macroEnabled|vbaProject|activeX", re.IGNORECASE)
_WORD_TYPE = re.compile(r"wordprocessingml\.(document|template)\.main\+xml")


@dataclass(frozen=True, slots=True)
class Relationship:
    """One pointer: of which kind, at which part, or at which address outside (`external`)."""

    identifier: str
    kind: str
    target: str
    external: bool = False


def relationships_of(package: Package, part: str) -> dict[str, Relationship]:
    """Return what a part points at, by id ("" is the package itself).

    Raises:
        Refused: it loads something from another machine.
    """
    folder = part.rpartition("/")[0]
    root = package.xml(_pointers_of(part))
    pointers: dict[str, Relationship] = {}
    for element in children(root, "rel:Relationship"):
        kind = attribute(element, "rel:Type").rpartition("/")[2]
        target = attribute(element, "rel:Target")
        external = attribute(element, "rel:TargetMode").lower() == "external"
        if external and kind != "hyperlink" and _REMOTE.match(target) and not _LOCAL.match(target):
            raise Refused(f"The file is not safe to read: it loads a part ({kind}) from another machine.")
        if not external:
            target = posixpath.normpath(posixpath.join("/", folder, unquote(target))).lstrip("/")
        pointers[attribute(element, "rel:Id")] = Relationship(attribute(element, "rel:Id"), kind, target, external)
    return pointers


def _pointers_of(part: str) -> str:
    """The name of the part that holds what another one points at."""
    folder, _, name = part.rpartition("/")
    return posixpath.join(folder, "_rels", f"{name}.rels")


def remote_template(package: Package, settings: str) -> str:
    """Return the address on another machine of the template that a file names in its settings; empty for none.

    Only Word itself would load it, so the file is safe to read.
    """
    root = package.xml(_pointers_of(settings))
    targets = [attribute(element, "rel:Target") for element in children(root, "rel:Relationship")]
    return next((each for each in targets if _REMOTE.match(each) and not _LOCAL.match(each)), "")


def main_part(package: Package) -> str:
    """Return the name of the part that is the document.

    Raises:
        Refused: it is no Word document, or one with macros.
    """
    types = package.xml("[Content_Types].xml")
    for element in types if types is not None else ():
        if _MACRO_TYPE.search(attribute(element, "ct:ContentType")):
            raise Refused("The file holds macros or controls, which are programs; save it as .docx without them.")
    main = next((r.target for r in relationships_of(package, "").values() if r.kind == "officeDocument"), "")
    content = [
        attribute(element, "ct:ContentType")
        for element in types
        if attribute(element, "ct:PartName").lstrip("/") == main
    ]
    if main not in package.names or (content and not _WORD_TYPE.search(content[0])):
        raise Refused("This is no Word document.")
    return main


def parts_of(pointers: dict[str, Relationship], kind: str) -> list[str]:
    """Return the parts of one kind that a part points at."""
    return [pointer.target for pointer in pointers.values() if pointer.kind == kind and not pointer.external]


def _property_roots(package: Package, kind: str) -> list[Any]:
    """The roots of the parts with properties of one kind, whose name strict files write as one word."""
    pointers = relationships_of(package, "")
    strict = f"{kind}Properties"
    return [package.xml(part) for name in (f"{kind}-properties", strict) for part in parts_of(pointers, name)]


def custom_properties(package: Package) -> dict[str, str]:
    """Return the file's own properties by name, those that are text."""
    return {
        attribute(element, "cp:name"): "".join(text for inner in element for text in inner.itertext())
        for root in _property_roots(package, "custom")[:1]
        for element in children(root, "cp:property")
    }


def personal_properties(package: Package) -> tuple[str, ...]:
    """Return which properties name a person or an organisation; what they say is left where it is."""
    roots = [*_property_roots(package, "core"), *_property_roots(package, "extended")]
    elements = [element for root in roots for element in (root if root is not None else ())]
    named = [
        name_of(element).partition(":")[2] for element in elements if name_of(element) in _PERSONAL and element.text
    ]
    return tuple(dict.fromkeys(named))


_PERSONAL = frozenset({"dc:creator", "core:lastModifiedBy", "app:Company", "app:Manager"})


def core_text(package: Package, name: str) -> str:
    """Return one of the file's usual properties, as in "dc:title"."""
    held = next((each for root in _property_roots(package, "core") if (each := child(root, name)) is not None), None)
    return str(held.text or "") if held is not None else ""
