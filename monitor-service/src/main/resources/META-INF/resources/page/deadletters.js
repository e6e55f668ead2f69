// Records that can never succeed, by what is wrong with them.

import {element, setText} from './dom.js';
import {show, showMoment} from './figure.js';
import {count, moment} from './format.js';
import {command, table} from './table.js';

const rows = table({
  caption: 'Dead letters by topic and cause',
  keyOf: d => `${d.topic}/${d.cause}`,
  empty: ['No dead letters. They would be listed by ', command('./shardline dead list'), ' too.'],
  columns: [
    {label: 'Cause', make: cell => cell.append(element('code', {class: 'bad'}), element('span', {class: 'message'})), show: showCause},
    {label: 'Topic', show: (cell, d) => setText(cell, d.topic)},
    {label: 'Letters', field: 'count', numeric: true, show: (cell, d) => show(cell, count(d.count), d.reason)},
    {label: 'Last', make: cell => cell.append(element('time')), show: (cell, d) => showMoment(cell.firstElementChild, moment(d.last))},
  ],
});
const hint = element('p', {class: 'aside'}, 'Look at one: ', command('./shardline dead list'), '. Put them back: ', command('./shardline dead redrive'));
document.querySelector('[data-slot="dead-letters"]').append(rows.node, hint);

/** Shows the dead letters of an overview. */
export function showDeadLetters(causes) {
  rows.show(causes);
  hint.hidden = !causes?.length;
}

function showCause(cell, {cause, lastMessage}) {
  setText(cell.firstElementChild, cause ?? 'unknown');
  setText(cell.lastElementChild, lastMessage ?? '');
}
