"""How far a draft is from a release: gates, the verdict, what a release is made of."""
