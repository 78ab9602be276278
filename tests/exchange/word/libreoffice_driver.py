"""Edits a document in LibreOffice: run by a Python that has its bridge (`uno`), with a pipe to a running office.

Arguments: the pipe's name, the document, where to save it, who writes, then edits as "words=>new words", or
"words=>#comment".
"""

import os
import sys
import time
from typing import Any

import uno  # type: ignore[import-not-found]
from com.sun.star.beans import PropertyValue  # type: ignore[import-not-found]

_WORD = "MS Word 2007 XML"


def _property(name: str, value: object) -> Any:
    made = PropertyValue()
    made.Name, made.Value = name, value
    return made


def _connected(pipe: str) -> Any:
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(120):
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except Exception:  # noqa: BLE001 - the bridge has no class of its own for an office that is still starting
            time.sleep(0.5)
    raise SystemExit("LibreOffice does not answer.")


def _edit(document: Any, words: str, new: str, author: str) -> None:
    paragraphs = document.Text.createEnumeration()
    while paragraphs.hasMoreElements():
        paragraph = paragraphs.nextElement()
        if paragraph.supportsService("com.sun.star.text.Paragraph") and words in paragraph.String:
            cursor = document.Text.createTextCursorByRange(paragraph.Start)
            cursor.goRight(paragraph.String.index(words), False)  # noqa: FBT003 - the office's own signature
            cursor.goRight(len(words), True)  # noqa: FBT003 - likewise
            if new.startswith("#"):
                comment = document.createInstance("com.sun.star.text.textfield.Annotation")
                comment.Author, comment.Content = author, new[1:]
                document.Text.insertTextContent(cursor, comment, True)  # noqa: FBT003 - likewise
            else:
                cursor.String = new
            return
    raise SystemExit(f"There is no '{words}' in the document.")


def main(pipe: str, source: str, target: str, author: str, *edits: str) -> None:
    """Open, edit and save."""
    context = _connected(pipe)
    # Without a view: opening it as a person would needs a screen.
    document = context.ServiceManager.createInstanceWithContext("com.sun.star.text.TextDocument", context)
    document.load((_property("URL", uno.systemPathToFileUrl(source)), _property("FilterName", _WORD)))
    if not document.RecordChanges:
        raise SystemExit("Changes are not tracked.")
    for edit in edits:
        words, _, new = edit.partition("=>")
        _edit(document, words, new, author)
    document.storeToURL(uno.systemPathToFileUrl(target), (_property("FilterName", _WORD),))
    # The bridge's own threads can crash an interpreter that tidies up; whoever started the office ends it.
    os._exit(0)


if __name__ == "__main__":
    main(*sys.argv[1:])
