"""Opens a Word file as a package of parts, or refuses it with a sentence before anything of it is read.

No address in it is ever fetched, no part is run, and nothing is unpacked to a disk.
"""

import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from reviewtui.domain.refusal import Refused
from reviewtui.exchange.formats.zip_guard import require_plain_packing, require_sound_parts

_MOST_BYTES = 50 * 1024 * 1024
_MOST_MEDIA = 200 * 1024 * 1024
"""Pictures and embedded files are counted apart, since they are never read."""
_UNREAD = re.compile(r"word/(media|embeddings|fonts)/|docProps/thumbnail", re.IGNORECASE)
_PICTURE = re.compile(r"word/media/[^/]+\.(emf|wmf|bmp|dib|tiff?|png|gif|jpe?g)\Z", re.IGNORECASE)
_ARCHIVE = re.compile(r"\.(zip|docx|docm|jar|7z|rar|gz|tar)\Z", re.IGNORECASE)
_EMBEDDED = re.compile(r"word/embeddings/[^/]+\.(xlsx|docx|pptx|xlsb|vsdx|sldx)\Z", re.IGNORECASE)
_POINTERS = re.compile(r"word/_rels/[^/]+\.rels")
_MACROS = re.compile(r"vbaProject|vbaData|/activeX/|macrosheets", re.IGNORECASE)
_DOCTYPE = re.compile(rb"<!\s*DOCTYPE|<\0!\0D\0O\0C\0T\0Y\0P\0E|\0<\0!\0D\0O\0C\0T\0Y\0P\0E", re.IGNORECASE)
_OLE = b"\xd0\xcf\x11\xe0"
_PARSER: Mapping[str, bool] = {
    "resolve_entities": False,
    "no_network": True,
    "load_dtd": False,
    "huge_tree": False,
    "remove_comments": True,
    "remove_pis": True,
}


@dataclass(frozen=True)
class Package:
    """The parts of a Word file by name; `embedded` are files inside of it, which nobody opens."""

    names: frozenset[str]
    embedded: tuple[str, ...]
    _archive: zipfile.ZipFile = field(repr=False)

    def content(self, name: str) -> bytes | None:
        """Return the bytes of a part; None where there is none.

        Raises:
            Refused: the part is broken.
        """
        if name not in self.names:
            return None
        try:
            with self._archive.open(name) as part:
                content = part.read(_MOST_BYTES + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError) as error:
            raise Refused(f"The file is damaged: its part '{name}' cannot be read.") from error
        if len(content) > _MOST_BYTES:
            raise Refused(f"The file is not safe to read: its part '{name}' is larger than it says.")
        return content

    def xml(self, name: str) -> Any:
        """Return the root element of a part; None where there is none.

        Raises:
            Refused: the part is no XML, or holds a document type, through which a file can reach for others.
        """
        content = self.content(name)
        return None if content is None else parse(content, name)


def parse(content: bytes, name: str) -> Any:
    """Return the root element of XML that declares no document type.

    Raises:
        Refused: it is not well-formed, too deep, or declares one.
    """
    refusal = f"The file is not safe to read: its part '{name}' declares a document type, which Word never does."
    if _DOCTYPE.search(content, 0, 64 * 1024):
        raise Refused(refusal)
    try:
        root = etree.fromstring(content, etree.XMLParser(**_PARSER))
    except (etree.XMLSyntaxError, ValueError) as error:
        raise Refused(f"The file is damaged: its part '{name}' is no XML that can be read.") from error
    if root is None or root.getroottree().docinfo.internalDTD is not None:
        raise Refused(refusal)
    return root


def open_package(content: bytes) -> Package:
    """Return the package that `content` is.

    Raises:
        Refused: it is no Word file, or one that is not safe to open.
    """
    if content[:4] == _OLE:
        raise Refused("This is an old .doc or a file with a password; save it as .docx without a password.")
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
        entries = archive.infolist()
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError) as error:
        raise Refused("This is no Word document: it is no zip archive, or a damaged one.") from error
    _require_sound(entries)
    _require_small(entries)
    embedded = _embedded(archive, entries, _chunks(archive, entries))
    return Package(frozenset(entry.filename for entry in entries), embedded, archive)


def _require_sound(entries: list[zipfile.ZipInfo]) -> None:
    require_sound_parts(entries, _MACROS, ".docx")
    if not any(entry.filename.casefold() == "[content_types].xml" for entry in entries):
        raise Refused("This is no Word document, though it is a zip archive.")


def _require_small(entries: list[zipfile.ZipInfo]) -> None:
    unread = sum(entry.file_size for entry in entries if _UNREAD.match(entry.filename))
    read = sum(entry.file_size for entry in entries) - unread
    if read > _MOST_BYTES or unread > _MOST_MEDIA:
        raise Refused(f"The file is not safe to read: unpacked it has {(read + unread) >> 20} MB.")
    # A picture without much on it packs to nothing, and none is ever unpacked.
    require_plain_packing([entry for entry in entries if not _PICTURE.match(entry.filename)])


def _chunks(archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo]) -> frozenset[str]:
    """The names of parts that the document takes in as its text: one that is a Word file is opened like any other."""
    names = {entry.filename for entry in entries if _POINTERS.fullmatch(entry.filename)}
    package = Package(frozenset(names), (), archive)
    targets = [
        (str(element.get("Type")), posixpath.normpath(posixpath.join("/word", str(element.get("Target")))).lstrip("/"))
        for name in names
        for element in package.xml(name)
    ]
    return frozenset(target for kind, target in targets if kind.endswith("/aFChunk"))


def _embedded(archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo], chunks: frozenset[str]) -> tuple[str, ...]:
    """Return the Office files that are embedded; any other archive in the archive is refused."""
    embedded = []
    for entry in entries:
        if entry.filename in chunks:
            continue
        if _EMBEDDED.match(entry.filename):
            embedded.append(entry.filename)
        elif _ARCHIVE.search(entry.filename) or _begins_as_archive(archive, entry):
            raise Refused("The file is not safe to read: there is an archive inside of it.")
    return tuple(embedded)


def _begins_as_archive(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bool:
    if entry.file_size < 4:
        return False
    try:
        with archive.open(entry) as part:
            return part.read(4) == b"PK\x03\x04"
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError) as error:
        raise Refused(f"The file is damaged: its part '{entry.filename}' cannot be read.") from error
