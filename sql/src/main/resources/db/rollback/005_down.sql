DROP TABLE generated_quests;
DELETE FROM flyway_schema_history WHERE version = '005';
