"""Where the lines of a source begin and end; LF, CRLF and a CR alone end one, as for the grammar."""

import re

LINE_END = re.compile(r"\r\n?|\n")


def line_start(source: str, at: int) -> int:
    """Return where the line that holds `at` begins."""
    newline = source.rfind("\n", 0, at) + 1
    return source.rfind("\r", newline, at) + 1 or newline if "\r" in source[newline:at] else newline


def line_stop(source: str, at: int) -> int:
    """Return where the text of the line that holds `at` ends, before its line end."""
    newline = source.find("\n", at)
    stop = len(source) if newline < 0 else newline
    carriage = source.find("\r", at, stop)
    return stop if carriage < 0 else carriage


def behind_line_end(source: str, stop: int) -> int:
    """Return where the next line begins when the text of this one ends at `stop`."""
    if source.startswith("\n", stop):
        return stop + 1
    return stop + (2 if source.startswith("\r\n", stop) else 1) if source.startswith("\r", stop) else stop


def line_end(source: str, at: int) -> int:
    """Return where the line behind the one that holds `at` begins."""
    return behind_line_end(source, line_stop(source, at))
