DROP TABLE item_windows;
DROP TABLE zeny_ledger;
DROP TABLE economy_snapshots;
DELETE FROM flyway_schema_history WHERE version = '014';
