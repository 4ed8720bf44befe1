"""What changed from one list to the next, told from their lines alone."""
