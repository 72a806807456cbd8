-- Money and goods: the ledger of every zeny, prices by window, and snapshots of the whole.

CREATE TABLE economy_snapshots (
  snapshot_id          text        NOT NULL,
  zeny_circulation     bigint      NOT NULL,
  zeny_per_capita      bigint      NOT NULL,
  purses               bigint      NOT NULL,
  active_players       bigint      NOT NULL,
  price_index_milli    bigint      NOT NULL,
  inflation_rate_milli bigint      NOT NULL,
  inflation_rate       numeric     GENERATED ALWAYS AS (inflation_rate_milli / 1000.0) STORED,
  economic_indicator   text        NOT NULL,
  health               text        NOT NULL,
  health_score_milli   integer     NOT NULL,
  volume_24h           bigint      NOT NULL,
  market_volume_24h    bigint      NOT NULL,
  supply_24h           bigint      NOT NULL,
  demand_24h           bigint      NOT NULL,
  traded_24h           bigint      NOT NULL,
  opening_total        bigint      NOT NULL,
  faucet_total         bigint      NOT NULL,
  sink_total           bigint      NOT NULL,
  faucet_24h           bigint      NOT NULL,
  sink_24h             bigint      NOT NULL,
  transfer_balance     bigint      NOT NULL,
  drift                bigint      NOT NULL,
  flows                jsonb       NOT NULL,
  top_farmed_items     jsonb       NOT NULL,
  scarce_items         jsonb       NOT NULL,
  timestamp            timestamptz NOT NULL,
  PRIMARY KEY (snapshot_id),
  CONSTRAINT economy_snapshots_economic_indicator CHECK (economic_indicator IN
    ('inflation', 'deflation', 'item_glut', 'item_scarcity', 'balanced')),
  CONSTRAINT economy_snapshots_health CHECK (health IN
    ('thriving', 'stable', 'struggling', 'crisis'))
);

CREATE INDEX economy_snapshots_timestamp ON economy_snapshots (timestamp DESC);
CREATE INDEX economy_snapshots_indicator ON economy_snapshots (economic_indicator, timestamp DESC);

-- The reasons are the game's, whose list may grow without a migration here.
CREATE TABLE zeny_ledger (
  entry_id     text        NOT NULL,
  player_id    bigint      NOT NULL,
  amount       bigint      NOT NULL,
  kind         text        NOT NULL,
  reason       text,
  counterparty bigint,
  balance      bigint,
  cause        jsonb       NOT NULL,
  timestamp    timestamptz NOT NULL,
  PRIMARY KEY (entry_id),
  CONSTRAINT zeny_ledger_kind CHECK (kind IN ('opening', 'faucet', 'sink', 'transfer'))
);

-- Pages run from the newest entry to the oldest; the id divides entries of one instant.
CREATE INDEX zeny_ledger_timestamp ON zeny_ledger (timestamp DESC, entry_id DESC);
CREATE INDEX zeny_ledger_player ON zeny_ledger (player_id, timestamp DESC, entry_id DESC);
CREATE INDEX zeny_ledger_reason ON zeny_ledger (reason, timestamp DESC, entry_id DESC);

CREATE TABLE item_windows (
  item_id       integer     NOT NULL,
  size          text        NOT NULL,
  window_start  timestamptz NOT NULL,
  window_end    timestamptz NOT NULL,
  trades        bigint      NOT NULL,
  amount        bigint      NOT NULL,
  zeny          bigint      NOT NULL,
  open_milli    bigint      NOT NULL,
  high_milli    bigint      NOT NULL,
  low_milli     bigint      NOT NULL,
  close_milli   bigint      NOT NULL,
  vwap_milli    bigint      NOT NULL,
  market_trades bigint      NOT NULL,
  market_amount bigint      NOT NULL,
  market_zeny   bigint      NOT NULL,
  PRIMARY KEY (item_id, size, window_start),
  CONSTRAINT item_windows_size CHECK (size IN ('1m', '1h', '1d')),
  CONSTRAINT item_windows_span CHECK (window_start < window_end)
);

CREATE INDEX item_windows_size ON item_windows (size, window_start);
