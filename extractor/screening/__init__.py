"""The quick screen: is there an algorithm, how many, and in which publication category."""
