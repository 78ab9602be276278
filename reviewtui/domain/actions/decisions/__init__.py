"""What an author decides: whether a remark can be decided, and all that a decision does, planned before it is done."""
