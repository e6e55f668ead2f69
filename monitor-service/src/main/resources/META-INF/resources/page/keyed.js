// Lists that are changed and not rebuilt, so that focus, selection and opened details survive an update.

const shownIn = new WeakMap();

/**
 * Makes the children of `parent` those of `items`, in their order: `create(item)` makes an element for a
 * key that is new, `update(element, item)` fills it, and elements of keys that are gone are removed.
 */
export function reconcile(parent, items, keyOf, create, update) {
  const before = shownIn.get(parent) ?? new Map();
  const now = new Map();
  for (const item of items) {
    const key = distinct(now, keyOf(item));
    now.set(key, {item, node: before.get(key)?.node ?? create(item)});
  }
  for (const [key, {node}] of before) {
    if (!now.has(key)) {
      node.remove();
    }
  }
  let next = parent.firstElementChild;
  for (const {item, node} of now.values()) {
    update(node, item);
    if (node === next) {
      next = next.nextElementSibling;
    } else {
      place(parent, node, next);
    }
  }
  shownIn.set(parent, now);
}

// Names come from topics, where two workers may call themselves the same: both are shown.
function distinct(taken, key) {
  let free = String(key);
  for (let n = 2; taken.has(free); n++) {
    free = `${key}\n${n}`;
  }
  return free;
}

function place(parent, node, next) {
  const focused = node.contains(document.activeElement) ? document.activeElement : null;
  parent.insertBefore(node, next);
  focused?.focus({preventScroll: true});
}
