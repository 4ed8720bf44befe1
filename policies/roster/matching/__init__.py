"""Which agency, place and agreement of ours a row is about."""
