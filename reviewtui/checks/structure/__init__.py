"""Checks of headings, links, summaries and topics."""
