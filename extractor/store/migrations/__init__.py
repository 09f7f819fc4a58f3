"""How the schema came about, one migration after another; none changes once released."""
