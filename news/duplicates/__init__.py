"""Records that are one: seen before they are made, listed, and told apart."""
