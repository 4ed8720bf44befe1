"""ICE's lists: read, refused or taken, compared, decided, published."""
