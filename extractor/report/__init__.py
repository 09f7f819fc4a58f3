"""The progress report to parliament: counts at a reference date, and the report they make."""
