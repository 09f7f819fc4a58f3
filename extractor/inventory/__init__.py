"""The list that an organisation starts from: its rows as candidates, and what became of each."""
