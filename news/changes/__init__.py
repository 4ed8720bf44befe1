"""The log of changes: writing it down, and telling it as a feed and as a history."""
