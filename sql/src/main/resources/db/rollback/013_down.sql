DROP TABLE hazard_encounters;
DROP TABLE map_hazards;
DROP TABLE weather_history;
DROP TABLE weather_state;
DELETE FROM flyway_schema_history WHERE version = '013';
