/// What the server, and nobody else, adds to a page: it waits for news, and tells where a claim stands in its card.
let pageScript = #"""
  (() => {
    'use strict';
    const script = document.currentScript;
    const page = location.pathname;
    const seen = script.dataset.seen;
    let styles = script.dataset.styles;
    const place = 'sitegen ' + page;

    // Where one was: kept over a reload.
    const details = () => [...document.querySelectorAll('details')];
    function keepPlace() {
      try {
        sessionStorage.setItem(place, JSON.stringify({ x: scrollX, y: scrollY, open: details().map((d) => d.open) }));
      } catch { /* a full store is no reason not to reload */ }
    }
    function findPlace() {
      let kept;
      try {
        kept = JSON.parse(sessionStorage.getItem(place));
        sessionStorage.removeItem(place);
      } catch { return; }
      if (!kept) return;
      details().forEach((d, i) => { if (i in kept.open) d.open = kept.open[i]; });
      scrollTo({ left: kept.x, top: kept.y, behavior: 'instant' });
      addEventListener('load', () => scrollTo({ left: kept.x, top: kept.y, behavior: 'instant' }), { once: true });
    }
    findPlace();

    // The findings, in a tree of their own: no style of the page reaches them, and none of theirs the page.
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
    const make = (tag, attributes, text) => {
      const element = document.createElement(tag);
      for (const name in attributes) element.setAttribute(name, attributes[name]);
      if (text !== undefined) element.textContent = text;
      return element;
    };
    const counted = (n, noun) => n + ' ' + noun + (n === 1 ? '' : 's');
    let news = null;
    let isClosed = false;
    let isAlone = false;
    function show() {
      document.getElementById('sitegen-findings')?.remove();
      shadow.querySelectorAll('.panel, .badge').forEach((element) => element.remove());
      if (isAlone) shadow.append(make('div', { class: 'badge', role: 'status' }, 'sitegen serve does not answer: this page may be old'));
      if (isAlone || !news || (news.findings.length === 0 && !news.failed)) return;
      const errors = news.errors;
      const count = [errors && counted(errors, 'error'), news.warnings && counted(news.warnings, 'warning')].filter(Boolean).join(', ');
      if (isClosed || !news.failed) {
        if (!isClosed) isClosed = true;
        const badge = make('button', { class: 'badge', type: 'button' }, news.failed ? count + ': this page is of ' + news.shown : count);
        badge.addEventListener('click', () => { isClosed = false; panel(count).querySelector('button').focus(); });
        shadow.append(badge);
      } else panel(count);
    }
    function panel(count) {
      shadow.querySelectorAll('.panel, .badge').forEach((element) => element.remove());
      const box = make('section', { class: news.failed ? 'panel' : 'panel mild', role: news.failed ? 'alert' : 'region', 'aria-label': 'Findings of sitegen' });
      box.append(make('h2', {}, count));
      if (news.failed) box.append(make('p', {}, news.shown
        ? 'The inputs of ' + news.time + ' make no site. This page is of ' + news.shown + '.' : 'The inputs of ' + news.time + ' make no site.'));
      const list = make('ol', {});
      for (const finding of news.findings) {
        const item = make('li', {});
        item.append(make('strong', {}, finding.head));
        if (finding.rest) item.append(make('pre', { tabindex: '0' }, finding.rest));
        list.append(item);
      }
      box.append(list);
      if (news.more) box.append(make('p', {}, 'and ' + counted(news.more, 'more finding')));
      const close = make('button', { class: 'close', type: 'button' }, 'Close');
      const leave = () => { isClosed = true; show(); };
      close.addEventListener('click', leave);
      box.addEventListener('keydown', (event) => { if (event.key === 'Escape') leave(); });
      box.append(close);
      shadow.append(box);
      return box;
    }

    // News from the server. Why only while one looks: a browser opens six connections to one server, for all its tabs.
    let source = null;
    let patience;
    function listen() {
      if (source) return;
      source = new EventSource('/.sitegen/events?page=' + encodeURIComponent(page) + '&seen=' + seen + '&styles=' + styles);
      source.addEventListener('open', () => { clearTimeout(patience); patience = undefined; if (isAlone) { isAlone = false; show(); } });
      source.addEventListener('reload', () => { keepPlace(); stop(); location.reload(); });
      source.addEventListener('styles', (event) => {
        styles = event.data;
        for (const link of document.querySelectorAll('link[rel~="stylesheet"]')) {
          // One that is still loading is older than the news.
          if (link.dataset.sitegen === 'next') { link.remove(); continue; }
          const address = new URL(link.href);
          if (address.origin !== location.origin) continue;
          address.searchParams.set('sitegen', styles);
          const next = link.cloneNode();
          next.href = address.href;
          // Why the old one stays until then: without any style the page would jump.
          next.dataset.sitegen = 'next';
          next.addEventListener('load', () => { link.remove(); delete next.dataset.sitegen; }, { once: true });
          link.after(next);
        }
      });
      source.addEventListener('findings', (event) => {
        const next = JSON.parse(event.data);
        if (!news || news.time !== next.time || news.failed !== next.failed) isClosed = false;
        news = next;
        show();
      });
      source.addEventListener('error', () => {
        patience ??= setTimeout(() => { isAlone = true; show(); }, 2000);
        if (source && source.readyState === EventSource.CLOSED) { source = null; setTimeout(look, 1000); }
      });
    }
    function stop() { source?.close(); source = null; clearTimeout(patience); patience = undefined; }
    function look() { if (document.visibilityState === 'visible') listen(); else stop(); }
    document.addEventListener('visibilitychange', look);
    addEventListener('pagehide', stop);
    addEventListener('pageshow', look);

    // The editors' help: each claim tells the file and line of its card.
    const tip = make('div', { class: 'place', role: 'status' });
    const places = new Map();
    let asked;
    async function tell(element) {
      const id = element.dataset.claim;
      asked = id;
      if (!places.has(id)) {
        const answer = await fetch('/.sitegen/claim?id=' + encodeURIComponent(id)).catch(() => null);
        if (!answer?.ok) return;
        places.set(id, (await answer.text()).trim());
      }
      if (asked !== id) return;
      const box = element.getBoundingClientRect();
      tip.textContent = places.get(id);
      tip.style.left = Math.max(4, Math.min(box.left, innerWidth - 320)) + 'px';
      tip.style.top = Math.min(box.bottom + 4, innerHeight - 40) + 'px';
      shadow.append(tip);
    }
    const hush = () => { asked = undefined; tip.remove(); };
    const claim = (event) => event.target instanceof Element ? event.target.closest('[data-claim]') : null;
    document.addEventListener('focusin', (event) => { const c = claim(event); if (c) tell(c); else hush(); });
    document.addEventListener('click', (event) => { const c = claim(event); if (c) tell(c); else if (event.target !== host) hush(); });
    document.addEventListener('keydown', (event) => { if (event.key === 'Escape') hush(); });
    function begin() {
      document.body.append(host);
      const known = new Set();
      for (const element of document.querySelectorAll('[data-claim]')) {
        // One stop of the Tab key for each claim, not for each of its fields.
        if (known.has(element.dataset.claim)) continue;
        known.add(element.dataset.claim);
        if (element.tabIndex < 0) element.tabIndex = 0;
      }
      look();
    }
    begin();
  })();

  """#
