DROP TABLE map_activity;
DROP TABLE world_states;
DROP TABLE projection_failures;
DROP TABLE projection_offsets;
DELETE FROM flyway_schema_history WHERE version = '003';
