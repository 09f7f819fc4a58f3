"""Which question of which official questionnaire answers which register field."""
