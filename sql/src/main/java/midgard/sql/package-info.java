/**
 * The world in PostgreSQL: migrations, and the projection that turns {@code world.changes} into
 * rows. The database is a view and never the truth; it can be deleted and is rebuilt from the log.
 */
package midgard.sql;
