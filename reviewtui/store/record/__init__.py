"""The review record in files: events and settings read, checked and traced to who wrote them."""
