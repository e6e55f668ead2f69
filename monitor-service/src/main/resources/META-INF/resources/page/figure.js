// How a figure is shown. Unknown is never 0 and never blank: it is the word, with the reason in sight.

import {element, setAttribute, setText} from './dom.js';
import {count} from './format.js';

export const NO_REASON = 'no reason was given';

/** Shows a figure of format.js in the node; for null the word, and the reason below it. */
export function show(node, figure, reason) {
  showFigure(node, figure);
  let why = node.querySelector(':scope > .reason');
  if (figure !== null) {
    why?.remove();
    return;
  }
  if (!why) {
    why = element('span', {class: 'reason'});
    node.append(why);
  }
  setText(why, reason ?? NO_REASON);
}

/** The same for where the reason stands elsewhere, in the row or in an element whose id is given. */
export function showExplained(node, figure, reasonId = null) {
  showFigure(node, figure);
  setAttribute(node, 'aria-describedby', figure === null ? reasonId : null);
}

/** Shows how much failed, and that it is more than nothing. */
export function showFailed(node, n) {
  show(node, count(n));
  node.classList.toggle('bad', n > 0);
}

/** Shows an instant. */
export function showMoment(time, figure) {
  showFigure(time, figure);
  setAttribute(time, 'datetime', figure === null ? null : figure.exact);
}

function showFigure(node, figure) {
  let shown = node.querySelector(':scope > .shown');
  if (!shown) {
    shown = element('span', {class: 'shown'});
    node.prepend(shown);
  }
  setText(shown, figure === null ? 'unknown' : figure.text);
  setAttribute(shown, 'title', figure === null ? null : figure.exact);
  node.classList.toggle('unknown', figure === null);
}
