"""What a reviewer must notice: one table of rules, recomputed each time, never stored."""
