DROP TABLE admin_audit_log;
DROP TABLE quest_progress;
DROP TABLE story_quests;
DROP TABLE story_arc_history;
DROP TABLE story_participation;
DROP TABLE story_npcs;
DROP TABLE story_chapters;
DROP TABLE story_arcs;
DELETE FROM flyway_schema_history WHERE version = '016';
