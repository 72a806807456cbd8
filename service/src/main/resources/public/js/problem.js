// The problem that all players solve together today.
import { bar, el } from './dom.js';
import { day, span, whole, words } from './format.js';

export function problem(section, now) {
  const body = section.querySelector('.body');
  let shown = null;
  let countdown = null;
  setInterval(() => countdown && shown && tick(), 1_000);

  function tick() {
    const left = new Date(shown.expires_at).getTime() - now();
    countdown.textContent = shown.status === 'completed' ? 'solved; the next comes at midnight'
      : shown.status !== 'active' ? words(shown.status) : left > 0 ? `ends in ${span(left)}` : 'expired';
  }

  return (current) => {
    shown = current;
    if (!current) {
      countdown = null;
      body.replaceChildren(el('p', { class: 'empty' }, 'No problem today yet. The next one comes at midnight.'));
      return;
    }
    countdown = el('span', {});
    const share = current.required_points > 0 ? current.total_points / current.required_points : 0;
    const progress = bar(share, '', 'progress');
    progress.setAttribute('role', 'progressbar');
    progress.setAttribute('aria-label', 'Solved so far');
    progress.setAttribute('aria-valuemin', '0');
    progress.setAttribute('aria-valuemax', String(current.required_points));
    progress.setAttribute('aria-valuenow', String(current.total_points));
    body.replaceChildren(
      el('h3', { class: 'headline' }, current.title),
      el('p', { class: 'lead' }, current.description),
      progress,
      el('p', { class: 'between small' },
        el('span', {}, `${whole(current.total_points)} of ${whole(current.required_points)} points by ${whole(current.participation_count)} ${current.participation_count === 1 ? 'player' : 'players'}`),
        countdown),
      el('dl', { class: 'facts' },
        el('dt', {}, 'Where'), el('dd', {}, current.target_map),
        el('dt', {}, 'Difficulty'), el('dd', {}, pips(current.difficulty)),
        el('dt', {}, 'Reward'), el('dd', {}, reward(current.reward_data)),
        el('dt', {}, 'Until'), el('dd', {}, `${day(current.expires_at)} UTC`)));
    tick();
  };
}

function pips(difficulty) {
  return el('span', { class: 'pips', role: 'img', 'aria-label': `${difficulty} of 10` },
    '◆'.repeat(difficulty), el('i', {}, '◆'.repeat(10 - difficulty)));
}

function reward(data) {
  const parts = [`${whole(data?.exp)} exp`, `${whole(data?.zeny)} zeny`];
  for (const item of data?.items ?? []) {
    parts.push(`${whole(item.amount)} × item ${item.item_id}`);
  }
  return parts.join(', ');
}
