DROP VIEW player_influence;
DROP TABLE unlocked_benefits;
DROP TABLE tier_progression;
DROP TABLE reputation_history;
DELETE FROM flyway_schema_history WHERE version = '012';
