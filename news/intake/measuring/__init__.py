"""How good the suggestions are, against facts that somebody wrote down by hand."""
