// Where the zeny is, where it comes from and where it goes.
import { bar, el } from './dom.js';
import { milli, percent, short, two, whole, words } from './format.js';

const HEALTH = { thriving: 'good', stable: 'fair', struggling: 'poor', crisis: 'bad' };
const SHOWN = 6;

export function money(section) {
  const body = section.querySelector('.body');
  return (economy) => {
    if (!economy) {
      body.replaceChildren(el('p', { class: 'empty' }, 'No purse has been seen yet.'));
      return;
    }
    body.replaceChildren(
      el('p', { class: 'between' },
        el('span', { class: 'sum' }, whole(economy.zeny_circulation), el('small', {}, ' zeny')),
        el('span', { class: `chip ${HEALTH[economy.health] ?? ''}` }, words(economy.health))),
      el('p', { class: 'small' }, `in ${whole(economy.purses)} purses, ${short(economy.zeny_per_capita)} each; ${words(economy.economic_indicator)}`),
      el('dl', { class: 'rates' },
        fact('Price index', two(milli(economy.price_index_milli))),
        fact('Inflation, 24 h', percent(milli(economy.inflation_rate_milli))),
        fact('Traded, 24 h', `${short(economy.volume_24h)} z`)),
      flows('Comes in (since the beginning)', economy.flows, 'faucet', 'in'),
      flows('Drains away', economy.flows, 'sink', 'out'));
  };
}

function fact(name, value) {
  return el('div', {}, el('dt', {}, name), el('dd', {}, value));
}

function flows(caption, all, field, kind) {
  const rows = (all ?? []).filter((flow) => flow[field] > 0).sort((a, b) => b[field] - a[field]);
  const most = rows[0]?.[field] ?? 1;
  return el('table', { class: 'flows' },
    el('caption', {}, caption),
    el('tbody', {}, ...(rows.length === 0
      ? [el('tr', {}, el('td', { class: 'small', colspan: 3 }, 'nothing yet'))]
      : rows.slice(0, SHOWN / 2).map((flow) => el('tr', {},
        el('th', { scope: 'row' }, words(flow.reason)),
        el('td', {}, bar(flow[field] / most, kind)),
        el('td', {}, short(flow[field])))))));
}
