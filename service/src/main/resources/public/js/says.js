// One change in words, by its table.
import { milli, player, plural, short, two, whole, words } from './format.js';

const SAYS = {
  player_reputation: (row) => `${player(row.player_name, row.player_id)} stands at ${two(milli(row.total_influence_milli))} influence, tier ${row.current_tier}`,
  reputation_history: (row) => `player ${row.player_id} earns ${whole(row.amount)} ${words(row.reputation_type)} for ${row.source}`,
  tier_progression: (row) => `player ${row.player_id} rises from tier ${row.old_tier} to ${row.new_tier}`,
  unlocked_benefits: (row) => `player ${row.player_id} unlocks the ${row.benefit_type} ${words(row.benefit_id)}`,
  world_states: (row) => `${plural(row.online_players, 'player')} on line, mean level ${two(milli(row.mean_level_milli))}`,
  map_activity: (row) => `${row.map}: ${plural(row.players, 'player')}, ${plural(row.kills_last_hour, 'kill')} in the hour, ${plural(row.visits_24h, 'visit')} in the day`,
  item_windows: (row) => `item ${row.item_id} closes its ${row.size} window: ${plural(row.amount, 'piece')} at ${two(milli(row.vwap_milli))} z (${two(milli(row.low_milli))} to ${two(milli(row.high_milli))})`,
  economy_snapshots: (row) => `${short(row.zeny_circulation)} zeny in ${plural(row.purses, 'purse')}, prices at ${two(milli(row.price_index_milli))}, ${words(row.health)}`,
  world_problems: (row) => `${row.title}: ${whole(row.total_points)} of ${whole(row.required_points)} points, ${words(row.status)}`,
  problem_history: (row) => `player ${row.player_id} has ${plural(row.contribution_score, 'point')} in the problem of the day`,
  world_events: (row) => `${row.title}: ${words(row.status)}, ${plural(row.participation_count, 'player')} in it`,
  event_participation: (row) => `player ${row.player_id} is rewarded for ${plural(row.contribution_score, 'point')} in an event`,
};

export function says(change) {
  const sentence = SAYS[change.table];
  return sentence ? sentence(change.row) : `a row of ${words(change.table)} for ${change.key}`;
}

export function why(cause) {
  return `${cause.topic}-${cause.partition}@${cause.offset}  ${cause.event_id}`;
}
