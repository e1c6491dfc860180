// The script that the preview server adds to each page. It reloads the page when the page has changed, shows
// diagnostics, and shows the place of a claim in its card.
(() => {
  'use strict';
  const script = document.currentScript;
  const page = location.pathname;
  const seen = script.dataset.seen;
  let styles = script.dataset.styles;

  // The scroll position and open details survive a reload.
  const positionKey = 'sitegen ' + page;
  const details = () => [...document.querySelectorAll('details')];
  function savePosition() {
    try {
      const position = { x: scrollX, y: scrollY, open: details().map((d) => d.open) };
      sessionStorage.setItem(positionKey, JSON.stringify(position));
    } catch { /* Reload even if the store is full. */ }
  }
  function restorePosition() {
    let saved;
    try {
      saved = JSON.parse(sessionStorage.getItem(positionKey));
      sessionStorage.removeItem(positionKey);
    } catch { return; }
    if (!saved) return;
    details().forEach((d, i) => { if (i in saved.open) d.open = saved.open[i]; });
    const scroll = () => scrollTo({ left: saved.x, top: saved.y, behavior: 'instant' });
    scroll();
    addEventListener('load', scroll, { once: true });
  }
  restorePosition();

  // Diagnostics live in a shadow tree, so that they and the page do not style each other.
  const host = document.createElement('sitegen-preview');
  const shadow = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    :host { all: initial; }
    * { box-sizing: border-box; }
    .panel, .badge, .place { font: 14px/1.45 system-ui, sans-serif; color: #1b1b1b; background: #fff; border: 1px solid #555;
      border-radius: 6px; position: fixed; z-index: 2147483647; box-shadow: 0 2px 12px #0006; }
    .panel { inset: auto 1rem 1rem; max-height: 70vh; overflow: auto; padding: .75rem 1rem 1rem; border-top: 5px solid #b00020; }
    .panel.mild { border-top-color: #8a5a00; }
    .badge { right: 1rem; bottom: 1rem; padding: .35rem .7rem; cursor: pointer; }
    .place { padding: .2rem .5rem; font-family: ui-monospace, monospace; max-width: 90vw; overflow-wrap: anywhere; }
    h2 { font-size: 16px; margin: 0 3rem .25rem 0; } p { margin: .25rem 0 .5rem; } ol { margin: 0; padding-left: 1.5rem; }
    li { margin: .5rem 0; } pre { margin: .25rem 0 0; overflow-x: auto; font: 13px/1.4 ui-monospace, monospace; }
    .close { position: absolute; top: .6rem; right: .75rem; font: inherit; }
    :focus-visible { outline: 3px solid #0b57d0; outline-offset: 2px; }
    @media (prefers-color-scheme: dark) { .panel, .badge, .place { color: #eee; background: #1e1e1e; border-color: #999; } }
  `);
  shadow.adoptedStyleSheets = [sheet];
  function make(tag, attributes, text) {
    const element = document.createElement(tag);
    for (const name in attributes) element.setAttribute(name, attributes[name]);
    if (text !== undefined) element.textContent = text;
    return element;
  }
  const counted = (n, noun) => n + ' ' + noun + (n === 1 ? '' : 's');
  let report = null;
  let isClosed = false;
  let isDisconnected = false;
  function show() {
    document.getElementById('sitegen-diagnostics')?.remove();
    shadow.querySelectorAll('.panel, .badge').forEach((element) => element.remove());
    if (isDisconnected) {
      shadow.append(make('div', { class: 'badge', role: 'status' }, 'sitegen serve does not answer: this page may be old'));
      return;
    }
    if (!report || (report.diagnostics.length === 0 && !report.failed)) return;
    const { errors, warnings, failed } = report;
    const count = [errors && counted(errors, 'error'), warnings && counted(warnings, 'warning')].filter(Boolean).join(', ');
    // Without errors, the panel opens only when the badge is clicked.
    isClosed ||= !failed;
    if (isClosed) showBadge(count); else showPanel(count);
  }
  function showBadge(count) {
    const text = report.failed ? count + ': this page is from ' + report.shown : count;
    const badge = make('button', { class: 'badge', type: 'button' }, text);
    badge.addEventListener('click', () => {
      isClosed = false;
      badge.remove();
      showPanel(count);
      shadow.querySelector('.close').focus();
    });
    shadow.append(badge);
  }
  function showPanel(count) {
    const { failed, time, shown, diagnostics, more } = report;
    const box = make('section', {
      class: failed ? 'panel' : 'panel mild', role: failed ? 'alert' : 'region', 'aria-label': 'Diagnostics from sitegen',
    });
    box.append(make('h2', {}, count));
    if (failed) {
      box.append(make('p', {}, 'The inputs of ' + time + ' have errors.' + (shown ? ' This page is from ' + shown + '.' : '')));
    }
    const list = make('ol', {});
    for (const { head, rest } of diagnostics) {
      const item = make('li', {});
      item.append(make('strong', {}, head));
      if (rest) item.append(make('pre', { tabindex: '0' }, rest));
      list.append(item);
    }
    box.append(list);
    if (more) box.append(make('p', {}, 'and ' + more + ' more'));
    const close = make('button', { class: 'close', type: 'button' }, 'Close');
    const closePanel = () => { isClosed = true; show(); };
    close.addEventListener('click', closePanel);
    box.addEventListener('keydown', (event) => { if (event.key === 'Escape') closePanel(); });
    box.append(close);
    shadow.append(box);
  }

  // Events from the server. Why only while the tab is visible: a browser opens at most six connections to one server,
  // for all tabs together.
  let source = null;
  let timeout;
  const stopTimeout = () => { clearTimeout(timeout); timeout = undefined; };
  function connect() {
    if (source) return;
    source = new EventSource('/.sitegen/events?page=' + encodeURIComponent(page) + '&seen=' + seen + '&styles=' + styles);
    source.addEventListener('open', () => { stopTimeout(); if (isDisconnected) { isDisconnected = false; show(); } });
    source.addEventListener('reload', () => { savePosition(); disconnect(); location.reload(); });
    source.addEventListener('styles', (event) => { styles = event.data; replaceStyles(); });
    source.addEventListener('diagnostics', (event) => {
      const next = JSON.parse(event.data);
      if (!report || report.time !== next.time || report.failed !== next.failed) isClosed = false;
      report = next;
      show();
    });
    source.addEventListener('error', () => {
      timeout ??= setTimeout(() => { isDisconnected = true; show(); }, 2000);
      if (source?.readyState === EventSource.CLOSED) { source = null; setTimeout(update, 1000); }
    });
  }
  function disconnect() { source?.close(); source = null; stopTimeout(); }
  function update() { if (document.visibilityState === 'visible') connect(); else disconnect(); }
  function replaceStyles() {
    for (const link of document.querySelectorAll('link[rel~="stylesheet"]')) {
      // A style sheet that is still loading is already out of date.
      if (link.dataset.sitegen === 'next') { link.remove(); continue; }
      const address = new URL(link.href);
      if (address.origin !== location.origin) continue;
      address.searchParams.set('v', styles);
      const next = link.cloneNode();
      next.href = address.href;
      // Why the old sheet stays until the new one is loaded: without any style, the page would jump.
      next.dataset.sitegen = 'next';
      next.addEventListener('load', () => { link.remove(); delete next.dataset.sitegen; }, { once: true });
      link.after(next);
    }
  }
  document.addEventListener('visibilitychange', update);
  addEventListener('pagehide', disconnect);
  addEventListener('pageshow', update);

  // A claim that is focused or clicked shows the file and line of its card.
  const tip = make('div', { class: 'place', role: 'status' });
  const places = new Map();
  let current;
  async function showPlace(element) {
    const id = element.dataset.claim;
    current = id;
    if (!places.has(id)) {
      const answer = await fetch('/.sitegen/claim?id=' + encodeURIComponent(id)).catch(() => null);
      if (!answer?.ok) return;
      places.set(id, (await answer.text()).trim());
    }
    if (current !== id) return;
    const box = element.getBoundingClientRect();
    tip.textContent = places.get(id);
    tip.style.left = Math.max(4, Math.min(box.left, innerWidth - 320)) + 'px';
    tip.style.top = Math.min(box.bottom + 4, innerHeight - 40) + 'px';
    shadow.append(tip);
  }
  function hidePlace() { current = undefined; tip.remove(); }
  function followClaim(event) {
    const claim = event.target instanceof Element ? event.target.closest('[data-claim]') : null;
    if (claim) showPlace(claim); else if (event.type === 'focusin' || event.target !== host) hidePlace();
  }
  document.addEventListener('focusin', followClaim);
  document.addEventListener('click', followClaim);
  document.addEventListener('keydown', (event) => { if (event.key === 'Escape') hidePlace(); });

  document.body.append(host);
  const known = new Set();
  for (const element of document.querySelectorAll('[data-claim]')) {
    // The Tab key stops once at each claim, not at each of its fields.
    if (known.has(element.dataset.claim)) continue;
    known.add(element.dataset.claim);
    if (element.tabIndex < 0) element.tabIndex = 0;
  }
  update();
})();
