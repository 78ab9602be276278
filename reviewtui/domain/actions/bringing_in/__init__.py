"""What others sent back in a file: whose words they are, what is in the record already, which events they become."""
