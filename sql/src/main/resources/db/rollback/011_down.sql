DROP TABLE llm_costs;
DROP TABLE game_actions;
DELETE FROM flyway_schema_history WHERE version = '011';
