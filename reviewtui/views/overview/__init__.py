"""The review as a whole: status, outline, versions, rounds, news."""
