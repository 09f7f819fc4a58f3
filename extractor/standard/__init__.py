"""Publication standard 1.0 as the register's ingest API takes it: fields, lengths, refusals."""
