// Tasklist keeps the draft of every start form under one key of localStorage, whatever the procedure and whoever
// is logged in: the next applicant's form would open with the last one's data. The draft is forgotten whenever
// the page loads, the location changes (login and logout included) and the start dialog opens or closes.

const PREFIX = 'camunda-form:undefined';

export function forgetStartDraft() {
  for (let index = localStorage.length - 1; index >= 0; index--) {
    const key = localStorage.key(index);
    if (key.startsWith(PREFIX)) localStorage.removeItem(key);
  }
}

// AngularJS moves with pushState, which fires no event of its own: announce it.
for (const method of ['pushState', 'replaceState']) {
  const original = history[method];
  history[method] = function announced(...args) {
    const result = original.apply(this, args);
    window.dispatchEvent(new Event('thutuc:location'));
    return result;
  };
}

const inDialog = nodes => [...nodes].some(node =>
  node.nodeType === Node.ELEMENT_NODE && (node.matches('.modal') || node.querySelector('.modal')));

// The dialog is a child of the body; its form is read later, after an answer of the server, so this comes first.
new MutationObserver(changes => {
  if (changes.some(change => inDialog(change.addedNodes) || inDialog(change.removedNodes))) forgetStartDraft();
}).observe(document.body, { childList: true });

for (const event of ['hashchange', 'popstate', 'pagehide', 'thutuc:location']) {
  window.addEventListener(event, forgetStartDraft);
}

forgetStartDraft();
