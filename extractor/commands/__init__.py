"""The commands: arguments in, one call each; `cli.py` gathers them."""
