// The 21 agents, each with its state.
import { el, setText } from './dom.js';
import { one, short } from './format.js';

export function agents(section, select) {
  const grid = section.querySelector('.grid');
  const count = section.querySelector('[data-figure="agents"]');
  return (status) => {
    const all = status?.agents ?? [];
    setText(count, all.length === 0 ? '' : `${status.active} of ${status.total} at work`);
    grid.replaceChildren(...all.map((agent) => el('li', { 'data-status': agent.status },
      el('p', { class: 'who' }, agent.name),
      el('p', { class: 'small' }, line(agent)))));
    for (const agent of all.filter((each) => each.processed > 0)) {
      if (![...select.options].some((option) => option.value === agent.id)) {
        select.append(el('option', { value: agent.id }, agent.name));
      }
    }
  };
}

function line(agent) {
  if (agent.status === 'planned') {
    return 'to come';
  }
  if (agent.status === 'disabled') {
    return 'switched off';
  }
  const failed = agent.failures > 0 ? `, ${short(agent.failures)} failed` : '';
  return `${short(agent.processed)} messages, ${one(agent.rate_per_minute)} a minute${failed}`;
}
