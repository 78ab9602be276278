"""Two strings compared word by word: hunks with offsets on both sides, as a reader would mark them.

Whole files and policies are compared one folder up.
"""
