DROP TABLE decision_outcomes;
DROP TABLE entity_decisions;
DROP TABLE reasoning_chains;
DELETE FROM flyway_schema_history WHERE version = '006';
