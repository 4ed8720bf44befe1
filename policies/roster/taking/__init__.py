"""Taking a list in: whether it can be what it claims, and what follows it."""
