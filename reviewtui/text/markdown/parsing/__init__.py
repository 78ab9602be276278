"""What the parser says of a text, in code points: events, containers, inline pieces, code and raw HTML."""
