"""From a repository to a draft: the text, the review, and where each remark stands."""
