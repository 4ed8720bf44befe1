"""Measured figures of the record: `make bench`."""
