"""What a file brings in, before and after it is brought in.

Reading the file itself is `exchange`.
"""
