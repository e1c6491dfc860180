// Runs in each page before its content. Records events while the page loads, and contains functions for the checks.
window.seen = { shift: 0, paint: 0, violations: [] };
document.addEventListener("securitypolicyviolation", (e) =>
  seen.violations.push(`${e.effectiveDirective} ${e.blockedURI || e.sample}`));
new PerformanceObserver((list) => list.getEntries().forEach((e) => { if (!e.hadRecentInput) seen.shift += e.value; }))
  .observe({ type: "layout-shift", buffered: true });
new PerformanceObserver((list) => list.getEntries().forEach((e) => { seen.paint = e.startTime; }))
  .observe({ type: "largest-contentful-paint", buffered: true });

window.checks = {
  name(e) {
    const text = (e.getAttribute("aria-label") || e.innerText || e.value || "").trim().replace(/\s+/g, " ").slice(0, 40);
    return `<${e.localName}${e.id ? ` id=${e.id}` : ""}${e.classList.length ? ` class="${e.className}"` : ""}> “${text}”`;
  },

  /// The elements that make the page wider than the window; null if it fits. Boxes that scroll by themselves are ignored.
  sideways() {
    const root = document.documentElement;
    if (root.scrollWidth <= root.clientWidth) return null;
    const wide = [...document.querySelectorAll("body *")].filter((e) => {
      const box = e.getBoundingClientRect();
      if (box.width === 0 || (box.right <= root.clientWidth + 1 && box.left >= -1)) return false;
      for (let p = e.parentElement; p && p !== document.body; p = p.parentElement) {
        if (/auto|scroll|hidden|clip/.test(getComputedStyle(p).overflowX)) return false;
      }
      return getComputedStyle(e).position !== "absolute";
    });
    return `${root.scrollWidth} px wide, window ${root.clientWidth} px: ${wide.slice(0, 3).map(checks.name).join(", ")}`;
  },

  scrollers: () => [...document.querySelectorAll(".table")].filter((e) => e.scrollWidth > e.clientWidth + 1).map(checks.name),

  stops: () => [...document.querySelectorAll("a[href], button, input, select, textarea, summary, iframe, [tabindex]")].filter((e) =>
    e.tabIndex >= 0 && !e.disabled && e.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true })),

  /// Controls smaller than 24 by 24 px, except links inside a sentence (WCAG 2.5.8).
  small: () => checks.stops().filter((e) => {
    const box = e.getBoundingClientRect();
    if (box.width >= 23.95 && box.height >= 23.95) return false;
    if (getComputedStyle(e).display !== "inline") return true;
    return e.parentElement.innerText.trim() === e.innerText.trim();
  }).map((e) => { const b = e.getBoundingClientRect(); return `${checks.name(e)} ${b.width.toFixed(0)} × ${b.height.toFixed(0)}`; }),

  active() {
    const e = document.activeElement;
    if (!e || e === document.body || e === document.documentElement) return null;
    const box = e.getBoundingClientRect(), style = getComputedStyle(e);
    return {
      at: window.order ? order.indexOf(e) : -1,
      name: checks.name(e),
      scroller: e.scrollWidth > e.clientWidth || e.scrollHeight > e.clientHeight,
      ring: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
      inView: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
    };
  },

  style(text) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    document.adoptedStyleSheets = text ? [sheet] : [];
  },

  axe: async (selector) => (await axe.run(selector || document, {
    resultTypes: ["violations"],
    runOnly: { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"] },
    rules: { "target-size": { enabled: true }, "color-contrast-enhanced": { enabled: true } },
  })).violations.map((v) => [v.id, v.nodes.length, v.nodes[0].target.join(" "), v.nodes[0].failureSummary.replace(/\s+/g, " ")]),
};
