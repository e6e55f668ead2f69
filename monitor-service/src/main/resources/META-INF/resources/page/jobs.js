// The latest jobs and how far each is. A job whose size nobody told has no bar: a bar would invent an end.

import {element, setAttribute, setText} from './dom.js';
import {show, showFailed, showMoment} from './figure.js';
import {count, moment} from './format.js';
import {command, table} from './table.js';

const rows = table({
  caption: 'Jobs of the last hour, by their answers',
  keyOf: j => `${j.kind}/${j.job}`,
  empty: ['No jobs in the last hour. Submit one: ', command('./shardline submit 2500')],
  columns: [
    {label: 'Job', make: cell => cell.append(element('code', {class: 'name'}), element('span', {class: 'sub'})), show: showJob},
    {label: 'Progress', field: 'progress', make: cell => cell.append(element('progress'), element('span', {class: 'so-far'})), show: showProgress},
    {label: 'Done', field: 'done', numeric: true, show: (cell, j) => show(cell, count(j.done))},
    {label: 'Failed', field: 'failed', numeric: true, show: (cell, j) => showFailed(cell, j.failed)},
    {label: 'Cancelled', numeric: true, show: (cell, j) => show(cell, count(j.cancelled))},
    {label: 'Submitted', make: cell => cell.append(element('time')), show: (cell, j) => showMoment(cell.firstElementChild, moment(j.submittedAt))},
    {label: 'Last answer', make: cell => cell.append(element('time')), show: (cell, j) => showMoment(cell.firstElementChild, moment(j.lastAnswerAt))},
  ],
});
document.querySelector('[data-slot="jobs"]').append(rows.node);

/** Shows the jobs of an overview. */
export function showJobs(jobs) {
  rows.show(jobs);
}

function showJob(cell, {job, kind}) {
  setText(cell.firstElementChild, job);
  setText(cell.lastElementChild, kind);
}

function showProgress(cell, {job, total, done, failed, cancelled}) {
  const [bar, words] = cell.children;
  const answered = done + failed + cancelled;
  const sized = typeof total === 'number';
  bar.hidden = !sized;
  if (sized) {
    // An empty bar of nothing would be drawn as one that waits.
    setAttribute(bar, 'max', Math.max(total, 1));
    setAttribute(bar, 'value', total === 0 ? 1 : answered);
    setAttribute(bar, 'aria-label', `Answers of job ${job}`);
  }
  setText(words, sized ? `${count(answered).text} of ${count(total).text}` : `${count(answered).text} so far`);
}
