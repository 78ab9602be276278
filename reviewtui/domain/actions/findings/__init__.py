"""What is done about findings: dismissing one, raising one as a remark, saying that a companion text was looked at."""
