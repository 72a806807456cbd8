-- What there is to find: wandering NPCs, hidden treasures, and the fragments of cards.

CREATE TABLE dynamic_npcs (
  npc_id            text        NOT NULL,
  npc_type          text        NOT NULL,
  npc_name          text        NOT NULL,
  personality_data  jsonb       NOT NULL,
  spawn_map         text        NOT NULL,
  spawn_x           integer     NOT NULL,
  spawn_y           integer     NOT NULL,
  quest_data        jsonb       NOT NULL,
  reward_data       jsonb       NOT NULL,
  interaction_count bigint      NOT NULL,
  status            text        NOT NULL,
  spawned_at        timestamptz NOT NULL,
  despawns_at       timestamptz NOT NULL,
  PRIMARY KEY (npc_id),
  CONSTRAINT dynamic_npcs_npc_type CHECK (npc_type IN
    ('treasure_seeker', 'runaway_sage', 'wandering_blacksmith', 'mysterious_child',
     'lost_merchant')),
  CONSTRAINT dynamic_npcs_status CHECK (status IN ('active', 'despawned', 'completed'))
);

CREATE INDEX dynamic_npcs_status ON dynamic_npcs (status, despawns_at);

CREATE TABLE npc_interactions (
  id               text        NOT NULL,
  npc_id           text        NOT NULL,
  player_id        bigint      NOT NULL,
  interaction_type text        NOT NULL,
  dialogue_history jsonb       NOT NULL,
  reward_given     jsonb,
  timestamp        timestamptz NOT NULL,
  PRIMARY KEY (id)
);

CREATE INDEX npc_interactions_timestamp ON npc_interactions (timestamp DESC);
CREATE INDEX npc_interactions_npc ON npc_interactions (npc_id, timestamp DESC);
CREATE INDEX npc_interactions_player ON npc_interactions (player_id, timestamp DESC);

CREATE TABLE treasure_spawns (
  treasure_id   text        NOT NULL,
  treasure_type text        NOT NULL,
  rarity        text        NOT NULL,
  spawn_map     text        NOT NULL,
  spawn_x       integer     NOT NULL,
  spawn_y       integer     NOT NULL,
  contents      jsonb       NOT NULL,
  hint_text     text        NOT NULL,
  status        text        NOT NULL,
  discovered_by bigint,
  discovered_at timestamptz,
  spawned_at    timestamptz NOT NULL,
  despawns_at   timestamptz NOT NULL,
  PRIMARY KEY (treasure_id),
  CONSTRAINT treasure_spawns_treasure_type CHECK (treasure_type IN
    ('chest', 'dig_spot', 'hidden_npc')),
  CONSTRAINT treasure_spawns_rarity CHECK (rarity IN ('bronze', 'silver', 'gold', 'mythic'))
);

CREATE INDEX treasure_spawns_status ON treasure_spawns (status, despawns_at);

CREATE TABLE treasure_discoveries (
  treasure_id       text        NOT NULL,
  player_id         bigint      NOT NULL,
  rarity            text        NOT NULL,
  rewards_claimed   jsonb       NOT NULL,
  reputation_gained integer     NOT NULL,
  timestamp         timestamptz NOT NULL,
  PRIMARY KEY (treasure_id)
);

CREATE INDEX treasure_discoveries_player ON treasure_discoveries (player_id, timestamp DESC);

CREATE TABLE card_fragments (
  player_id        bigint      NOT NULL,
  fragment_count   integer     NOT NULL,
  cards_claimed    integer     NOT NULL,
  last_fragment_at timestamptz,
  PRIMARY KEY (player_id),
  CONSTRAINT card_fragments_fragment_count CHECK (fragment_count >= 0)
);
