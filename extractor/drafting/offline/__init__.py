"""The drafter that needs no language model: it quotes what stands there and never rewrites."""
