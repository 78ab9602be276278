"""What a review's settings say, and what is wrong with them."""
