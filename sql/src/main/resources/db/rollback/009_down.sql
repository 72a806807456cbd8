DROP TABLE card_fragments;
DROP TABLE treasure_discoveries;
DROP TABLE treasure_spawns;
DROP TABLE npc_interactions;
DROP TABLE dynamic_npcs;
DELETE FROM flyway_schema_history WHERE version = '009';
