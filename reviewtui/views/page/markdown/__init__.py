"""The blocks and inline marks of Markdown as the page reads them."""
