"""What an author sees to decide: the queue, one remark with what would follow, what accepting would do."""
