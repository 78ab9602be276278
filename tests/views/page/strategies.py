"""Texts to set: Markdown put together from its own marks, words, wide letters and hidden characters."""

from hypothesis import strategies as st

_WORDS = [
    "officers",
    "must",
    "ask",
    "a",
    "élan",
    "naïve",
    "İstanbul",
    "漢字文化",
    "👩‍💻",
    "🏳️",
    "1️⃣",
    "e\u0301",
    "می‌خواهم",
]
_MARKS = [
    "*", "**", "_", "~~", "`", "``", "# ", "## ", "> ", "> > ", "* ", "- ", "1. ", "10) ", "---", "===", "```", "~~~",
    "[", "]", "](", ")", "![", "<", ">", "<b>", "</p>", "<!--", "-->", "&amp;", "&#8238;", "&nbsp;", "\\", "\\*", "|",
    "| a | b |\n|---|:-:|\n| c | d |\n", "[x]: http://a.example\n", "https://a.example/b_c", "<https://a.example>",
    "{% if %}", "{{", "}}", "    ", "  ", "\t",
]  # fmt: skip
_HOSTILE = [
    "\x1b[31m", "\x1b]8;;x\x07", "\x9b", "\x00", "\u202e", "\u2066", "\u200b", "\u00ad", "\ufeff", "\ud800", "\r",
    "\u2028", "[/]", "[@click=app.quit]",
]  # fmt: skip
_SPACE = [" ", " ", "\n", "\n\n", "\r\n", "  \n"]


def markdown() -> st.SearchStrategy[str]:
    """Return texts of every kind of block and mark, well-formed or not."""
    parts = st.one_of(
        st.sampled_from(_WORDS),
        st.sampled_from(_WORDS),
        st.sampled_from(_SPACE),
        st.sampled_from(_SPACE),
        st.sampled_from(_MARKS),
        st.sampled_from(_HOSTILE),
        st.text(max_size=4),
    )
    return st.lists(parts, max_size=40).map("".join)
