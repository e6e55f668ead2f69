// One kind of table for all lists. On a phone each row becomes a small card: the roles are written out,
// since browsers take them from a table whose display is changed.

import {element, setAttribute, setText} from './dom.js';
import {reconcile} from './keyed.js';

/**
 * Makes a table. Each column is {label, make(cell), show(cell, row)}; the first is the row's header.
 * `show(rows)` changes it; without rows the `empty` nodes are shown, and for null the word unknown.
 */
export function table({caption, columns, keyOf, rowClass = () => null, empty}) {
  const head = element('tr', {role: 'row'});
  for (const {label, numeric} of columns) {
    head.append(element('th', {role: 'columnheader', scope: 'col', class: numeric ? 'numeric' : null}, label));
  }
  const body = element('tbody', {role: 'rowgroup'});
  const grid = element('table', {role: 'table'}, element('caption', {}, caption), element('thead', {role: 'rowgroup'}, head), body);
  const none = element('p', {class: 'empty'}, ...empty);
  const unknown = element('p', {class: 'empty unknown'});
  const node = element('div', {}, grid, none, unknown);

  function row() {
    const line = element('tr', {role: 'row'});
    columns.forEach((column, i) => line.append(cell(column, i === 0)));
    return line;
  }
  return {
    node,
    show(rows) {
      grid.hidden = !rows?.length;
      none.hidden = rows?.length !== 0;
      unknown.hidden = Array.isArray(rows);
      setText(unknown, unknown.hidden ? '' : 'Unknown: the service did not tell.');
      reconcile(body, rows ?? [], keyOf, row, (line, item) => {
        setAttribute(line, 'class', rowClass(item));
        columns.forEach((column, i) => column.show(line.children[i].lastElementChild, item));
      });
    },
  };
}

/** A place for a table that may be long: by Tab, the keyboard gets into it and scrolls. */
export function scrolling(name, content) {
  return element('div', {class: 'scrolling', role: 'region', tabindex: 0, 'aria-label': name}, content);
}

/** The text that says what to type. */
export function command(text) {
  return element('code', {class: 'command'}, text);
}

// The value stands in an element of its own beside the label, which only a phone shows.
function cell({label, field, numeric, make}, first) {
  const tag = first ? 'th' : 'td';
  const attributes = first ? {role: 'rowheader', scope: 'row'} : {role: 'cell'};
  const value = element('div', {class: 'value', 'data-field': field ?? null});
  make?.(value);
  return element(tag, {...attributes, class: numeric ? 'numeric' : null, 'data-label': label}, value);
}
