"""Texts made of what means something in Markdown, for laws that hold for any text."""

from hypothesis import strategies as st

PARTS = (
    "a", "b c", "\n", "\n\n", "\r\n", "\r", "> ", "- ", "1. ", "    ", "  ", "\t", ": ", "[^1]", "[^1]: ", "[a]",
    "[a]: /x", "(", "/y)", "|", "|---|", "`", "```", "~~~", "~~", "*", "**", "_", "#", "# ", "===", "---", "+++",
    "<div>", "</div>", "<!--", "-->", "&amp;", "&#0;", "\\", "\x00", "é", "日本", "😀", "\ud800", "[!NOTE]",
    "<a@b.c>", "[x] ",
    "![", "](", ")", "<br>", "\ufeff", "https://x.example/a", "{{ t }}", "\n# x\n", "\nx\n===\n", "\nx\n---\n",
)  # fmt: skip
texts = st.lists(st.sampled_from(PARTS), max_size=40).map("".join)
