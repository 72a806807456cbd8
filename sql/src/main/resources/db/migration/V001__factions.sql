-- Merit of players. The tables of the factions themselves come with the faction agent.

CREATE TABLE player_reputation (
  player_id             bigint      NOT NULL,
  player_name           text        NOT NULL,
  total_influence_milli bigint      NOT NULL,
  current_tier          integer     NOT NULL,
  world_guardian_rep    bigint      NOT NULL,
  explorer_rep          bigint      NOT NULL,
  problem_solver_rep    bigint      NOT NULL,
  event_participant_rep bigint      NOT NULL,
  faction_loyalist_rep  bigint      NOT NULL,
  last_updated          timestamptz NOT NULL,
  PRIMARY KEY (player_id)
);

CREATE INDEX player_reputation_influence ON player_reputation (total_influence_milli DESC, player_id);
