"""A Word file made of what is sent out: its parts are written as text, each element in the order of the schema."""
