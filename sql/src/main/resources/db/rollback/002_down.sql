DROP TABLE player_interactions;
DROP TABLE npc_personalities;
DROP TABLE shared_information;
DROP TABLE npc_talks;
DROP TABLE npc_relationships;
DROP TABLE npc_memories;
DROP TABLE npcs;
DELETE FROM flyway_schema_history WHERE version = '002';
