"""How the record is written: rules of our own words, which find and never block."""
