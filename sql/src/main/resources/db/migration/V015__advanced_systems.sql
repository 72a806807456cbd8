-- Adaptive dungeons, archaeology and event chains.

CREATE TABLE adaptive_dungeons (
  dungeon_id        text        NOT NULL,
  theme             text        NOT NULL,
  floor_count       integer     NOT NULL,
  layout_data       jsonb       NOT NULL,
  monster_pools     jsonb       NOT NULL,
  boss_pool         jsonb       NOT NULL,
  reward_data       jsonb       NOT NULL,
  difficulty_rating integer     NOT NULL,
  status            text        NOT NULL,
  created_at        timestamptz NOT NULL,
  expires_at        timestamptz NOT NULL,
  PRIMARY KEY (dungeon_id),
  CONSTRAINT adaptive_dungeons_theme CHECK (theme IN
    ('fire_day', 'ice_day', 'undead_day', 'demon_day', 'earth_day', 'holy_day', 'chaotic_day')),
  CONSTRAINT adaptive_dungeons_status CHECK (status IN ('active', 'completed', 'failed', 'expired'))
);

CREATE INDEX adaptive_dungeons_created_at ON adaptive_dungeons (created_at DESC);

CREATE TABLE dungeon_instances (
  instance_id    text        NOT NULL,
  dungeon_id     text        NOT NULL,
  party_id       bigint      NOT NULL,
  participants   jsonb       NOT NULL,
  current_floor  integer     NOT NULL,
  floors_cleared integer     NOT NULL,
  time_elapsed   bigint      NOT NULL,
  status         text        NOT NULL,
  created_at     timestamptz NOT NULL,
  completed_at   timestamptz,
  PRIMARY KEY (instance_id),
  CONSTRAINT dungeon_instances_status CHECK (status IN ('active', 'completed', 'failed', 'expired'))
);

CREATE INDEX dungeon_instances_dungeon ON dungeon_instances (dungeon_id, status);

CREATE TABLE dungeon_completions (
  instance_id       text        NOT NULL,
  player_id         bigint      NOT NULL,
  floors_cleared    integer     NOT NULL,
  time_taken        bigint      NOT NULL,
  rewards_earned    jsonb       NOT NULL,
  reputation_gained integer     NOT NULL,
  timestamp         timestamptz NOT NULL,
  PRIMARY KEY (instance_id, player_id)
);

CREATE INDEX dungeon_completions_player ON dungeon_completions (player_id, timestamp DESC);

CREATE TABLE dig_spots (
  spot_id        text        NOT NULL,
  spawn_map      text        NOT NULL,
  spawn_x        integer     NOT NULL,
  spawn_y        integer     NOT NULL,
  rarity_tier    integer     NOT NULL,
  dug_by         bigint,
  artifact_found text,
  dug_at         timestamptz,
  status         text        NOT NULL,
  spawned_at     timestamptz NOT NULL,
  expires_at     timestamptz NOT NULL,
  PRIMARY KEY (spot_id),
  CONSTRAINT dig_spots_status CHECK (status IN ('active', 'dug', 'expired'))
);

CREATE INDEX dig_spots_status ON dig_spots (status, expires_at);

CREATE TABLE player_artifacts (
  artifact_id     text        NOT NULL,
  player_id       bigint      NOT NULL,
  artifact_type   text        NOT NULL,
  rarity          text        NOT NULL,
  name            text        NOT NULL,
  collection_name text,
  acquired_at     timestamptz NOT NULL,
  PRIMARY KEY (artifact_id),
  CONSTRAINT player_artifacts_artifact_type CHECK (artifact_type IN
    ('fossil', 'relic', 'tome', 'treasure_map', 'rare_material')),
  CONSTRAINT player_artifacts_rarity CHECK (rarity IN ('common', 'uncommon', 'rare', 'mythic'))
);

CREATE INDEX player_artifacts_player ON player_artifacts (player_id, acquired_at DESC);

CREATE TABLE spent_treasure_maps (
  artifact_id text        NOT NULL,
  player_id   bigint      NOT NULL,
  location_id text        NOT NULL,
  spent_at    timestamptz NOT NULL,
  PRIMARY KEY (artifact_id)
);

CREATE TABLE artifact_collections (
  collection_id      text    NOT NULL,
  collection_name    text    NOT NULL,
  artifact_type      text    NOT NULL,
  required_artifacts integer NOT NULL,
  completion_reward  jsonb   NOT NULL,
  completed_by_count bigint  NOT NULL,
  PRIMARY KEY (collection_id)
);

CREATE TABLE archaeology_progress (
  player_id                 bigint  NOT NULL,
  archaeology_level         integer NOT NULL,
  total_digs                integer NOT NULL,
  artifacts_found           integer NOT NULL,
  collections_completed     integer NOT NULL,
  secret_locations_unlocked integer NOT NULL,
  last_dig                  timestamptz,
  PRIMARY KEY (player_id)
);

CREATE TABLE secret_locations (
  location_id             text        NOT NULL,
  location_name           text        NOT NULL,
  unlock_requirement      text        NOT NULL,
  access_map              text        NOT NULL,
  access_duration_minutes integer     NOT NULL,
  rewards                 jsonb       NOT NULL,
  player_id               bigint      NOT NULL,
  unlocked_at             timestamptz NOT NULL,
  closes_at               timestamptz NOT NULL,
  PRIMARY KEY (location_id)
);

CREATE INDEX secret_locations_player ON secret_locations (player_id, unlocked_at DESC);

CREATE TABLE event_chains (
  chain_id          text        NOT NULL,
  chain_type        text        NOT NULL,
  chain_name        text        NOT NULL,
  total_steps       integer     NOT NULL,
  current_step      integer     NOT NULL,
  chain_data        jsonb       NOT NULL,
  trigger_condition jsonb       NOT NULL,
  status            text        NOT NULL,
  started_at        timestamptz NOT NULL,
  expires_at        timestamptz NOT NULL,
  completed_at      timestamptz,
  PRIMARY KEY (chain_id),
  CONSTRAINT event_chains_chain_type CHECK (chain_type IN
    ('investigation', 'invasion', 'rescue', 'treasure_hunt', 'faction_war')),
  CONSTRAINT event_chains_status CHECK (status IN ('active', 'completed', 'failed', 'expired'))
);

CREATE INDEX event_chains_started_at ON event_chains (started_at DESC);
CREATE INDEX event_chains_status ON event_chains (status, expires_at);

CREATE TABLE chain_steps (
  step_id           text        NOT NULL,
  chain_id          text        NOT NULL,
  step_number       integer     NOT NULL,
  step_type         text        NOT NULL,
  objective         text        NOT NULL,
  dialogue          text        NOT NULL,
  success_condition jsonb       NOT NULL,
  npc_data          jsonb,
  spawn_data        jsonb,
  progress          integer     NOT NULL,
  completed         boolean     NOT NULL,
  outcome           text,
  started_at        timestamptz NOT NULL,
  completed_at      timestamptz,
  PRIMARY KEY (step_id),
  CONSTRAINT chain_steps_outcome CHECK (outcome IN ('success', 'failure', 'partial'))
);

CREATE INDEX chain_steps_chain ON chain_steps (chain_id, step_number);

CREATE TABLE chain_participation (
  chain_id           text        NOT NULL,
  player_id          bigint      NOT NULL,
  steps_completed    integer     NOT NULL,
  contribution_score bigint      NOT NULL,
  rewards_earned     jsonb,
  timestamp          timestamptz NOT NULL,
  PRIMARY KEY (chain_id, player_id)
);

CREATE INDEX chain_participation_player ON chain_participation (player_id, timestamp DESC);

CREATE TABLE chain_outcomes (
  chain_id           text        NOT NULL,
  final_outcome      text        NOT NULL,
  world_changes      jsonb       NOT NULL,
  participant_count  integer     NOT NULL,
  success_rate_milli integer     NOT NULL,
  timestamp          timestamptz NOT NULL,
  PRIMARY KEY (chain_id),
  CONSTRAINT chain_outcomes_final_outcome CHECK (final_outcome IN ('success', 'failure', 'partial'))
);
