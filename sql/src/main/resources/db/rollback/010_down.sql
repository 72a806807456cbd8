DROP TABLE boss_spawn_history;
DROP TABLE boss_encounters;
DROP TABLE dynamic_bosses;
DELETE FROM flyway_schema_history WHERE version = '010';
