"""Where a person decides: pure rules, and the faces that show them."""
