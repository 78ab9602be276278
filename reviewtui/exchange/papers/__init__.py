"""Papers for people outside the review: headings, paragraphs, lists and tables, written as Markdown or as HTML."""
