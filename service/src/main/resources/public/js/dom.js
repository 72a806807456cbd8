// Builds elements. Text goes in as text only, so nothing that players typed is ever read as markup.

const SVG = 'http://www.w3.org/2000/svg';

export function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined && value !== false) {
      element.setAttribute(name, value === true ? '' : String(value));
    }
  }
  element.append(...children.filter((child) => child !== null && child !== undefined && child !== '').map(node));
  return element;
}

export function svg(tag, attributes = {}) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) {
    element.setAttribute(name, String(value));
  }
  return element;
}

// A bar that is so full, 0 to 1.
export function bar(share, kind, container = 'bar') {
  const fill = el('i', { class: kind });
  fill.style.width = `${Math.round(Math.max(0, Math.min(1, share)) * 1000) / 10}%`;
  return el('div', { class: container }, fill);
}

export function setText(element, text) {
  if (element.textContent !== text) {
    element.textContent = text;
  }
}

function node(child) {
  return child instanceof Node ? child : document.createTextNode(String(child));
}
