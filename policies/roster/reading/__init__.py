"""From a workbook to rows: what is printed, and what it is read as."""
