DROP TABLE social_metrics;
DROP TABLE guild_tasks;
DROP TABLE social_participation;
DROP TABLE social_events;
DROP TABLE drop_rate_recommendations;
DROP TABLE zeny_sink_events;
DROP TABLE price_adjustments;
DELETE FROM flyway_schema_history WHERE version = '008';
