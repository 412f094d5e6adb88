// Building of nodes. Data only ever becomes a text node or an attribute value, never markup.

/** Creates an element; attributes with the value null, undefined or false are left out, `onX` are listeners. */
export function el(tag, attributes, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith('on')) node.addEventListener(name.slice(2).toLowerCase(), value);
    else node.setAttribute(name, value === true ? '' : String(value));
  }
  append(node, children);
  return node;
}

export function append(node, children) {
  for (const child of [children].flat(Infinity)) {
    if (child === null || child === undefined || child === false || child === '') continue;
    node.append(child instanceof Node ? child : document.createTextNode(String(child)));
  }
}

/** Replaces what a node holds. */
export function fill(node, ...children) {
  node.replaceChildren();
  append(node, children);
  return node;
}

/** A table with a caption; each column is {title, cell(row), numeric?}. */
export function table(caption, columns, rows, empty) {
  if (!rows || rows.length === 0) return el('p', { class: 'tt-empty' }, empty);
  return el('div', { class: 'tt-scroll' },
    el('table', { class: 'tt-table' },
      el('caption', { class: 'tt-hidden' }, caption),
      el('thead', null, el('tr', null, columns.map(column =>
        el('th', { scope: 'col', class: column.numeric && 'tt-number' }, column.title)))),
      el('tbody', null, rows.map((row, index) =>
        el('tr', null, columns.map(column =>
          el('td', { class: column.numeric && 'tt-number' }, column.cell(row, index))))))));
}

/** A list of label and value; pairs without a value are left out. */
export function facts(pairs) {
  return el('dl', { class: 'tt-facts' }, pairs
    .filter(([, value]) => value !== null && value !== undefined && value !== '' && value !== false)
    .map(([label, value]) => el('div', null, el('dt', null, label), el('dd', null, value))));
}

export function section(title, ...children) {
  return el('section', { class: 'tt-section' }, el('h2', { class: 'tt-heading' }, title), ...children);
}
