-- The NPCs: where they are, what they are like, what they remember and what they say.

CREATE TABLE npcs (
  npc_id      text        NOT NULL,
  npc_name    text        NOT NULL,
  map         text        NOT NULL,
  x           integer     NOT NULL,
  y           integer     NOT NULL,
  spawned     boolean     NOT NULL,
  first_seen  timestamptz NOT NULL,
  updated_at  timestamptz NOT NULL,
  PRIMARY KEY (npc_id)
);

CREATE INDEX npcs_map ON npcs (map);

CREATE TABLE npc_memories (
  memory_id     text        NOT NULL,
  npc_id        text        NOT NULL,
  memory_type   text        NOT NULL,
  sector        text        NOT NULL,
  content       text        NOT NULL,
  participants  jsonb       NOT NULL,
  location      text        NOT NULL,
  importance    integer     NOT NULL,
  valence_milli integer     NOT NULL,
  created_at    timestamptz NOT NULL,
  expires_at    timestamptz NOT NULL,
  PRIMARY KEY (memory_id)
);

CREATE INDEX npc_memories_expires_at ON npc_memories (expires_at);
CREATE INDEX npc_memories_npc ON npc_memories (npc_id, created_at DESC);

-- NPC to NPC, the id that sorts first first; what players are to an NPC stands in player_interactions.
CREATE TABLE npc_relationships (
  npc_id_1          text        NOT NULL,
  npc_id_2          text        NOT NULL,
  relationship_type text        NOT NULL,
  value_milli       integer     NOT NULL,
  trust_milli       integer     NOT NULL,
  interaction_count integer     NOT NULL,
  first_at          timestamptz NOT NULL,
  last_at           timestamptz NOT NULL,
  PRIMARY KEY (npc_id_1, npc_id_2)
);

CREATE TABLE npc_talks (
  talk_id                   text        NOT NULL,
  npc_id_1                  text        NOT NULL,
  npc_id_2                  text        NOT NULL,
  map                       text        NOT NULL,
  duration_seconds          integer     NOT NULL,
  relationship_change_milli integer     NOT NULL,
  trust_change_milli        integer     NOT NULL,
  information_shared        jsonb       NOT NULL,
  timestamp                 timestamptz NOT NULL,
  PRIMARY KEY (talk_id)
);

CREATE INDEX npc_talks_timestamp ON npc_talks (timestamp DESC);

CREATE TABLE shared_information (
  info_id           text        NOT NULL,
  info_type         text        NOT NULL,
  content           text        NOT NULL,
  source            text        NOT NULL,
  map               text        NOT NULL,
  holders           jsonb       NOT NULL,
  reliability_milli integer     NOT NULL,
  importance        integer     NOT NULL,
  spread_count      integer     NOT NULL,
  created_at        timestamptz NOT NULL,
  expires_at        timestamptz NOT NULL,
  PRIMARY KEY (info_id)
);

CREATE INDEX shared_information_created_at ON shared_information (created_at);

CREATE TABLE npc_personalities (
  npc_id                  text        NOT NULL,
  npc_name                text        NOT NULL,
  openness_milli          integer     NOT NULL,
  conscientiousness_milli integer     NOT NULL,
  extraversion_milli      integer     NOT NULL,
  agreeableness_milli     integer     NOT NULL,
  neuroticism_milli       integer     NOT NULL,
  law_milli               integer     NOT NULL,
  moral_milli             integer     NOT NULL,
  alignment               text        NOT NULL,
  updated_at              timestamptz NOT NULL,
  PRIMARY KEY (npc_id)
);

CREATE TABLE player_interactions (
  interaction_id     text        NOT NULL,
  npc_id             text        NOT NULL,
  npc_name           text        NOT NULL,
  player_id          bigint      NOT NULL,
  interaction_type   text        NOT NULL,
  npc_response       text        NOT NULL,
  emotion            text        NOT NULL,
  next_actions       jsonb       NOT NULL,
  relationship_milli integer     NOT NULL,
  relationship_word  text        NOT NULL,
  visits             integer     NOT NULL,
  alignment          text        NOT NULL,
  response_source    text        NOT NULL,
  revision           integer     NOT NULL,
  map                text        NOT NULL,
  timestamp          timestamptz NOT NULL,
  PRIMARY KEY (interaction_id)
);

CREATE INDEX player_interactions_timestamp ON player_interactions (timestamp DESC);
CREATE INDEX player_interactions_npc ON player_interactions (npc_id, timestamp DESC);
CREATE INDEX player_interactions_player ON player_interactions (player_id, timestamp DESC);
