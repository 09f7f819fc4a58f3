"""A draft on its way to colleagues in Word, and their answers on the way back."""
