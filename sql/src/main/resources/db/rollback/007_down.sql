DROP TABLE faction_conflicts;
DROP TABLE faction_actions;
DROP TABLE player_faction_reputation;
DROP TABLE faction_alignment;
DROP TABLE karma_actions;
DROP TABLE player_karma;
DROP TABLE karma_history;
DROP TABLE global_karma;
DELETE FROM flyway_schema_history WHERE version = '007';
