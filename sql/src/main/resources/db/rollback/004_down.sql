DROP TABLE event_participation;
DROP TABLE world_events;
DROP TABLE problem_history;
DROP TABLE world_problems;
DELETE FROM flyway_schema_history WHERE version = '004';
