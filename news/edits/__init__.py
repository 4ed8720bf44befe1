"""What an edit changes: two versions of a record compared part by part; pure."""
