// Elements are made and changed here only, and only from text: what is shown comes from topics that many
// may write to, so nothing of it is ever parsed as HTML.

const SVG = 'http://www.w3.org/2000/svg';

/** Makes an HTML element; children are nodes or texts. */
export function element(tag, attributes = {}, ...children) {
  return filled(document.createElement(tag), attributes, children);
}

/** Makes an SVG element. */
export function drawing(tag, attributes = {}, ...children) {
  return filled(document.createElementNS(SVG, tag), attributes, children);
}

/** Changes the text if it is another: an unchanged node keeps the reader's selection in it. */
export function setText(node, text) {
  if (node.textContent !== text) {
    node.textContent = text;
  }
}

/** Sets an attribute; null removes it. */
export function setAttribute(node, name, value) {
  if (value === null || value === undefined) {
    node.removeAttribute(name);
  } else if (node.getAttribute(name) !== String(value)) {
    node.setAttribute(name, value);
  }
}

/** The element that the markup or a view set apart under this name. */
export function slot(root, name) {
  return root.querySelector(`[data-slot="${name}"]`);
}

function filled(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    setAttribute(node, name, value);
  }
  node.append(...children);
  return node;
}
