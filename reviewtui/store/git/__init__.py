"""Git: reading and writing objects, trees, references and the index.

How it is started is in `process`; nothing here knows the review.
"""
