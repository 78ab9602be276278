"""One block of Markdown set into rows: a paragraph, a table, code.

The page as a whole is one folder up.
"""
