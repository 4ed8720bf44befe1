"""What a record said, on which day, and what differs: told from the log in memory."""
