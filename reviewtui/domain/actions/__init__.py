"""What people ask for, and the event that each request makes or the sentence that refuses it."""
