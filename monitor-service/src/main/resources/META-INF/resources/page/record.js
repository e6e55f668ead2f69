// One record as it is on its topic, in a dialog. It is only read, and shown as text whatever it holds.

import {element, slot} from './dom.js';
import {moment} from './format.js';

const dialog = document.querySelector('dialog.record');
const body = slot(dialog, 'body');
slot(dialog, 'close').addEventListener('click', () => dialog.close());

/** Reads the record at the address, and shows it or why it cannot be shown. */
export async function openRecord(address) {
  body.replaceChildren(element('p', {}, 'Reading…'));
  body.dataset.of = address;
  dialog.showModal();
  const content = await read(address);
  // Another record may have been asked for while this one was on its way.
  if (body.dataset.of === address) {
    body.replaceChildren(...content);
  }
}

async function read(address) {
  try {
    const answer = await fetch(address);
    const record = await answer.json();
    return answer.ok && record.error === undefined ? parts(record) : refusal(record.error ?? `status ${answer.status}`);
  } catch {
    return refusal('monitor-service does not answer.');
  }
}

function parts({topic, partition, offset, at, key, headers, value}) {
  const list = element('dl');
  const add = (name, text) => list.append(element('dt', {}, name), element('dd', {}, text));
  add('Topic', topic);
  add('Partition', String(partition));
  add('Offset', String(offset));
  add('Written', moment(at)?.text ?? 'unknown');
  add('Key', key ?? 'none');
  for (const [name, text] of Object.entries(headers ?? {})) {
    add(`Header ${name}`, String(text));
  }
  return [list, element('h3', {}, 'Value'), value === null || value === undefined
    ? element('p', {}, 'None: the record deletes its key.')
    : element('pre', {tabindex: 0, 'aria-label': 'Value of the record', role: 'region'}, indented(value))];
}

function refusal(why) {
  return [element('p', {class: 'empty'}, `The record cannot be shown: ${why}`)];
}

// Laid out by its tokens and not by what JSON.parse makes of them, which would round large integers.
function indented(value) {
  try {
    JSON.parse(value);
  } catch {
    return value;
  }
  let depth = 0;
  const line = () => `\n${'  '.repeat(depth)}`;
  return value.trim().replace(/"(?:[^"\\]|\\.)*"|[[{]\s*[\]}]|[^\s"]|\s+/g, token => {
    switch (token) {
      case '{': case '[':
        depth++;
        return token + line();
      case '}': case ']':
        depth--;
        return line() + token;
      case ',':
        return token + line();
      case ':':
        return ': ';
      default:
        return token.trim() === '' ? '' : token;
    }
  });
}
