"""What content checks report, what of it is open, and whether a dismissal says why.

The checks themselves are `checks`.
"""
