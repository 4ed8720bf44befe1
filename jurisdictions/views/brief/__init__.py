"""One page about a place for a meeting: to read, to print, to hand round.

It says what the page of the place says, and less of it: `facts` picks, `fitting`
counts lines, `building` puts the two together, `pages` and `pdf` print.
"""
