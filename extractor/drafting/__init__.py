"""Drafters: from passages to proposals for the fields of the register."""
