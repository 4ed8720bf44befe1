"""What other sites show of a page of ours: a picture of it, or the page in a frame.

Both are made of all that the page itself prints: `pages` is that page, `cards` draws
its social card, `frames` says it in a few lines.
"""
