"""The policy as it is sent: each block of Markdown as a paragraph of Word, in which every character knows its place."""
