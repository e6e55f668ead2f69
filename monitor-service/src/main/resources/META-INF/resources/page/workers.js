// Each worker, and what it computes now and for how long. The time runs on between events.

import {secondsSince} from './clock.js';
import {element, setText} from './dom.js';
import {show, showFailed} from './figure.js';
import {count, duration} from './format.js';
import {reconcile} from './keyed.js';
import {command, table} from './table.js';

const place = document.querySelector('[data-slot="workers"]');
const rows = table({
  caption: 'Workers and what each is doing now',
  keyOf: w => `${w.service}/${w.worker}`,
  rowClass: w => (w.gone ? 'gone' : null),
  empty: ['No worker has been seen. Start the services: ', command('./shardline up')],
  columns: [
    {label: 'Worker', make: names, show: showNames},
    {label: 'State', field: 'state', make: cell => cell.append(element('span', {class: 'tag'}), element('span', {class: 'sub'})), show: showState},
    {label: 'Working on', field: 'running', make: runs, show: showRuns},
    {label: 'Slots', numeric: true, show: (cell, w) => show(cell, count(w.slots))},
    {label: 'Acquired', numeric: true, show: (cell, w) => show(cell, count(w.acquired))},
    {label: 'Done', field: 'done', numeric: true, show: (cell, w) => show(cell, count(w.done))},
    {label: 'Failed', numeric: true, show: (cell, w) => showFailed(cell, w.failed)},
    {label: 'Cancelled', numeric: true, show: (cell, w) => show(cell, count(w.cancelled))},
  ],
});
place.append(rows.node);

/** Shows the workers of an overview, those that are gone last. */
export function showWorkers(workers) {
  rows.show(workers?.toSorted((a, b) => a.gone - b.gone) ?? null);
}

/** Lets the time that each has been computing run on. */
export function tickWorkers() {
  for (const elapsed of place.querySelectorAll('[data-started]')) {
    show(elapsed, duration(wholeSeconds(elapsed.dataset.started)));
  }
}

function names(cell) {
  cell.append(element('span', {class: 'name'}), element('span', {class: 'sub'}));
}

function showNames(cell, {worker, service}) {
  setText(cell.firstElementChild, worker);
  setText(cell.lastElementChild, service);
}

function showState(cell, {gone, draining, running, lastSeenSecondsAgo}) {
  const state = gone ? 'gone' : draining ? 'draining' : running?.length ? 'busy' : 'idle';
  const [tag, seen] = cell.children;
  setText(tag, state);
  tag.className = `tag ${state}`;
  const ago = duration(lastSeenSecondsAgo);
  setText(seen, ago === null ? 'last seen: unknown' : `seen ${ago.text} ago`);
}

function runs(cell) {
  cell.append(element('ul', {class: 'runs'}), element('span', {class: 'sub'}));
}

function showRuns(cell, {running, gone}) {
  reconcile(cell.firstElementChild, running ?? [], r => r.key, run, showRun);
  setText(cell.lastElementChild, running?.length ? '' : gone ? 'unknown: it is not heard of' : 'nothing');
}

function run() {
  return element('li', {}, element('span', {class: 'work'}), element('span', {class: 'elapsed'}),
      element('span', {class: 'tag warn'}), element('code', {class: 'sub'}));
}

function showRun(item, {key, work, startedAt, attempt}) {
  const [what, elapsed, again, id] = item.children;
  setText(what, work);
  elapsed.dataset.started = startedAt ?? '';
  show(elapsed, duration(wholeSeconds(startedAt)));
  again.hidden = !(attempt > 1);
  setText(again, `attempt ${attempt}`);
  setText(id, key);
}

function wholeSeconds(startedAt) {
  const seconds = secondsSince(startedAt);
  return seconds === null ? null : Math.floor(seconds);
}
