"""The drafter that asks a language model, and takes nothing from it without a quote."""
