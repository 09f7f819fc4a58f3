"""Invented documents with known truth, typeset from a seed, and counts of what is read in them."""
