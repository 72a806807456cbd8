// The best by influence.
import { el } from './dom.js';
import { player, whole } from './format.js';

export function leaders(section) {
  const body = section.querySelector('.body');
  return (ranking) => {
    const places = ranking?.leaderboard ?? [];
    if (places.length === 0) {
      body.replaceChildren(el('p', { class: 'empty' }, 'No merit has been earned yet.'));
      return;
    }
    body.replaceChildren(el('table', { class: 'board' },
      el('thead', {}, el('tr', {}, ...['', 'Player', 'Tier', 'Influence'].map((name) => el('th', { scope: 'col' }, name)))),
      el('tbody', {}, ...places.map((place) => el('tr', {},
        el('td', {}, whole(place.rank)),
        el('td', {}, player(place.player_name, place.player_id)),
        el('td', {}, place.tier_name),
        el('td', {}, whole(place.total_influence)))))));
  };
}
