-- The story: arcs, their chapters, people and quests, and who took part; and what
-- administrators did. Rates are in thousandths.

CREATE TABLE story_arcs (
  arc_id           text        NOT NULL,
  arc_name         text        NOT NULL,
  arc_summary      text        NOT NULL,
  total_chapters   integer     NOT NULL,
  current_chapter  integer     NOT NULL,
  theme            text        NOT NULL,
  dominant_faction text        NOT NULL,
  arc_data         jsonb       NOT NULL,
  status           text        NOT NULL,
  created_by       text        NOT NULL,
  started_at       timestamptz NOT NULL,
  expected_end_at  timestamptz NOT NULL,
  completed_at     timestamptz,
  PRIMARY KEY (arc_id),
  CONSTRAINT story_arcs_status CHECK (status IN
    ('active', 'paused', 'completed', 'failed', 'abandoned'))
);

CREATE INDEX story_arcs_started_at ON story_arcs (started_at DESC);

CREATE TABLE story_chapters (
  chapter_id          text        NOT NULL,
  arc_id              text        NOT NULL,
  chapter_number      integer     NOT NULL,
  chapter_title       text        NOT NULL,
  chapter_summary     text        NOT NULL,
  events              jsonb       NOT NULL,
  world_modifiers     jsonb       NOT NULL,
  status              text        NOT NULL,
  outcome             text,
  participation_count integer     NOT NULL,
  points              bigint      NOT NULL,
  required_points     bigint      NOT NULL,
  success_rate_milli  integer     NOT NULL,
  started_at          timestamptz,
  completed_at        timestamptz,
  PRIMARY KEY (chapter_id),
  CONSTRAINT story_chapters_status CHECK (status IN ('pending', 'active', 'completed', 'failed')),
  CONSTRAINT story_chapters_outcome CHECK (outcome IN ('success', 'failure', 'mixed', 'timeout'))
);

CREATE INDEX story_chapters_arc ON story_chapters (arc_id, chapter_number);

CREATE TABLE story_npcs (
  npc_id            text        NOT NULL,
  arc_id            text        NOT NULL,
  chapter_id        text        NOT NULL,
  npc_name          text        NOT NULL,
  npc_role          text        NOT NULL,
  npc_sprite        integer     NOT NULL,
  npc_location      text        NOT NULL,
  x                 integer     NOT NULL,
  y                 integer     NOT NULL,
  personality_data  jsonb       NOT NULL,
  dialogue_tree     jsonb       NOT NULL,
  quest_data        jsonb       NOT NULL,
  is_recurring      boolean     NOT NULL,
  appearances_count integer     NOT NULL,
  created_at        timestamptz NOT NULL,
  despawn_at        timestamptz,
  PRIMARY KEY (npc_id),
  CONSTRAINT story_npcs_npc_role CHECK (npc_role IN
    ('protagonist', 'antagonist', 'ally', 'mentor', 'neutral'))
);

CREATE INDEX story_npcs_arc ON story_npcs (arc_id, chapter_id);

CREATE TABLE story_participation (
  arc_id             text        NOT NULL,
  player_id          bigint      NOT NULL,
  player_name        text        NOT NULL,
  choices_made       integer     NOT NULL,
  chapters_completed integer     NOT NULL,
  quests_completed   integer     NOT NULL,
  contribution_score bigint      NOT NULL,
  is_hero            boolean     NOT NULL,
  last_participation timestamptz NOT NULL,
  PRIMARY KEY (arc_id, player_id)
);

CREATE INDEX story_participation_score
  ON story_participation (arc_id, contribution_score DESC, player_id);
CREATE INDEX story_participation_player ON story_participation (player_id);

CREATE TABLE story_arc_history (
  arc_id             text        NOT NULL,
  arc_name           text        NOT NULL,
  arc_summary        text        NOT NULL,
  status             text        NOT NULL,
  duration_days      integer     NOT NULL,
  total_participants integer     NOT NULL,
  total_chapters     integer     NOT NULL,
  chapters_completed integer     NOT NULL,
  success_rate_milli integer     NOT NULL,
  heroes             jsonb       NOT NULL,
  world_changes      jsonb       NOT NULL,
  outcome_summary    text        NOT NULL,
  completed_at       timestamptz NOT NULL,
  PRIMARY KEY (arc_id),
  CONSTRAINT story_arc_history_status CHECK (status IN
    ('active', 'paused', 'completed', 'failed', 'abandoned'))
);

CREATE INDEX story_arc_history_completed_at ON story_arc_history (completed_at DESC);

-- Quest numbers come round again after a thousand, so they are unique within their arc only.
CREATE TABLE story_quests (
  arc_id         text        NOT NULL,
  quest_id       integer     NOT NULL,
  chapter_number integer     NOT NULL,
  giver_npc_id   text        NOT NULL,
  quest_data     jsonb       NOT NULL,
  status         text        NOT NULL,
  created_at     timestamptz NOT NULL,
  PRIMARY KEY (arc_id, quest_id),
  CONSTRAINT story_quests_number CHECK (quest_id BETWEEN 8000 AND 8999)
);

CREATE TABLE quest_progress (
  arc_id               text        NOT NULL,
  quest_id             integer     NOT NULL,
  player_id            bigint      NOT NULL,
  objectives_completed jsonb       NOT NULL,
  progress_percent     integer     NOT NULL,
  is_completed         boolean     NOT NULL,
  updated_at           timestamptz NOT NULL,
  completed_at         timestamptz,
  PRIMARY KEY (arc_id, quest_id, player_id)
);

CREATE INDEX quest_progress_player ON quest_progress (player_id, updated_at DESC);

CREATE TABLE admin_audit_log (
  log_id      text        NOT NULL,
  admin_user  text        NOT NULL,
  action_type text        NOT NULL,
  action_data jsonb       NOT NULL,
  ip_address  text,
  timestamp   timestamptz NOT NULL,
  PRIMARY KEY (log_id)
);

CREATE INDEX admin_audit_log_timestamp ON admin_audit_log (timestamp DESC);
