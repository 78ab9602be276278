"""The one Markdown grammar: what a reader sees of a text, what is hidden in it, and where each stands in the file.

Here live blocks, inline pieces, links, headings and quotes as seen. Setting them on a screen is `views/page`.
"""
