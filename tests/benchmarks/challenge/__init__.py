"""Quotes of many kinds, genuine and tampered with, with where each genuine one stands."""
