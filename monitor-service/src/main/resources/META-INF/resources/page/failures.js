// What failed last and why, with a link to the record that says so.

import {element, setAttribute, setText} from './dom.js';
import {show, showMoment} from './figure.js';
import {count, moment} from './format.js';
import {openRecord} from './record.js';
import {table} from './table.js';

const rows = table({
  caption: 'Failures of the last hour, newest first',
  keyOf: f => `${f.topic}-${f.partition}-${f.offset}`,
  empty: ['Nothing failed in the last hour.'],
  columns: [
    {label: 'When', make: cell => cell.append(element('time')), show: (cell, f) => showMoment(cell.firstElementChild, moment(f.at))},
    {label: 'Reason', field: 'reason', make: cell => cell.append(element('code', {class: 'bad'}), element('span', {class: 'message'})), show: showReason},
    {label: 'What', make: cell => cell.append(element('span'), element('code', {class: 'sub'})), show: showWhat},
    {label: 'Attempt', numeric: true, show: (cell, f) => show(cell, count(f.attempt))},
    {label: 'Record', make: cell => cell.append(link()), show: showLink},
  ],
});
document.querySelector('[data-slot="failures"]').append(rows.node);

/** Shows the failures of an overview. */
export function showFailures(failures) {
  rows.show(failures);
}

function showReason(cell, {reason, message}) {
  setText(cell.firstElementChild, reason ?? 'unknown');
  setText(cell.lastElementChild, message ?? '');
}

function showWhat(cell, {what, key}) {
  setText(cell.firstElementChild, what ?? 'unknown');
  setText(cell.lastElementChild, key ?? '');
}

// A real link, so that it can be opened in a tab of its own and sent to somebody.
function link() {
  const a = element('a', {class: 'record-link', 'aria-haspopup': 'dialog'});
  a.addEventListener('click', event => {
    if (event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey) {
      event.preventDefault();
      openRecord(a.href);
    }
  });
  return a;
}

function showLink(cell, {topic, partition, offset}) {
  const a = cell.firstElementChild;
  setAttribute(a, 'href', `api/record?${new URLSearchParams({topic, partition, offset})}`);
  setText(a, `${topic}-${partition} @ ${offset}`);
}
