"""The text of two releases compared: sentences before and now, those that bind, those that moved; no remarks."""
