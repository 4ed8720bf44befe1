"""Reference data on places: the Census Bureau's codes and Open Civic Data ids."""
