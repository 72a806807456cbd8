DROP TABLE player_reputation;
DELETE FROM flyway_schema_history WHERE version = '001';
