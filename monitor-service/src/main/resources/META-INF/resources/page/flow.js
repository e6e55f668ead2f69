// The way of the work, from a request to its answers, with what is where now.

import {element, setText, slot} from './dom.js';
import {NO_REASON, show} from './figure.js';
import {count, moment} from './format.js';
import {reconcile} from './keyed.js';

const section = document.getElementById('flow');
const sources = node('source-requests', 'topic', 'lag');
const ingest = node('ingest', 'service', 'running');
const shards = node('shards', 'topic', 'lag');
const transform = node('transform', 'service', 'running');
const results = node('results', 'answers', 'done');
const dead = node('dead-letters', 'topics', null);
setText(results.name, 'results');
setText(dead.name, 'dead letters');

/** Shows the flow of an overview. */
export function showFlow(flow) {
  queue(sources, flow.sourceRequests);
  service(ingest, flow.sourceRequests, [[flow.ingested, 'ingested'], [flow.ingestFailed, 'failed']], flow.answersReason);
  queue(shards, flow.shards);
  service(transform, flow.shards, []);
  show(results.figure, count(flow.done), flow.answersReason);
  tallies(results.more, [[flow.failed, 'failed'], [flow.cancelled, 'cancelled']], flow.answersReason);
  reconcile(dead.more, flow.deadLetters ?? [], letters => letters.topic, deadTopic, showDeadTopic);
  const since = moment(flow.since);
  setText(slot(section, 'since'), since === null ? '' : `Answers are counted since ${since.text}`);
}

function queue({name, figure}, {topic, lag, lagReason}) {
  setText(name, topic);
  show(figure, count(lag), lagReason);
}

function service({root, name, figure, more}, {group, running, runningReason}, counts, countsReason) {
  setText(name, group);
  show(figure, count(running), runningReason);
  root.classList.toggle('busy', running > 0);
  tallies(more, counts, countsReason);
}

function tallies(list, counts, reason) {
  reconcile(list, counts.map(each => [...each, reason]), ([, what]) => what, tally, showTally);
}

function tally([, what]) {
  return element('li', {'data-field': what}, element('span', {class: 'number'}), ` ${what}`);
}

function showTally(item, [n, what, reason]) {
  show(item.querySelector('.number'), count(n), reason);
  item.classList.toggle('bad', what === 'failed' && n > 0);
}

function deadTopic({topic}) {
  return element('li', {'data-topic': topic}, element('code', {}, topic), ' ', element('span', {class: 'number'}));
}

function showDeadTopic(item, {count: n, reason}) {
  show(item.querySelector('.number'), count(n), reason ?? NO_REASON);
  item.classList.toggle('bad', n > 0);
}

function node(key, kind, unit) {
  const root = section.querySelector(`[data-node="${key}"]`);
  const name = element('h3');
  const figure = element('span', {class: 'number', 'data-field': unit});
  const more = element('ul', {class: 'tallies'});
  root.append(element('p', {class: 'kind'}, kind), name);
  if (unit !== null) {
    root.append(element('p', {class: 'now'}, figure, ' ', element('span', {class: 'unit'}, unit)));
  }
  root.append(more);
  return {root, name, figure, more};
}
