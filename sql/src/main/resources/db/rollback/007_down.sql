DROP TABLE karma_actions;
DROP TABLE player_karma;
DROP TABLE karma_history;
DROP TABLE global_karma;
DELETE FROM flyway_schema_history WHERE version = '007';
