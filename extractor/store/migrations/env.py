"""Run migrations on the connection that `schema.py` hands over, in its transaction."""

from alembic import context

from extractor.store.tables import METADATA

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    transactional_ddl=True,
)
context.run_migrations()
