// The search of a site that sitegen made: it runs in the reader's browser, also from disk, and sends nothing anywhere.
// What it looks through lies in search/ in pieces, which are loaded when a search needs them (see SearchIndex.swift).
"use strict";

const sitegenSearch = (() => {
  // What one search loads is bounded: entries and pieces of words. A phrase is looked for in more entries than are shown.
  const shown = 30;
  const searchedForPhrases = 60;
  const perKind = 12;
  const piecesOfLastWord = 6;
  const piecesOfWord = 2;
  const pieces = new Map();
  let index = null;
  let waiting = null;

  // MARK: Loading. Each file calls one of the functions that are handed out below.

  const given = { index: null, words: new Map(), entries: new Map() };

  // Why a version: a cache may still hold a piece of an earlier index, whose numbers mean other entries.
  function load(name) {
    if (!pieces.has(name)) {
      pieces.set(name, new Promise((resolve, reject) => {
        const script = document.createElement("script");
        script.src = "search/" + name;
        script.onload = resolve;
        script.onerror = () => {
          pieces.delete(name);
          reject(new Error(name));
        };
        document.head.append(script);
      }));
    }
    return pieces.get(name);
  }

  // MARK: Words, folded as SearchWords.swift folds them.

  // A number with separators between its groups of digits, with the letters after it; or any other word.
  const word = new RegExp(
    "\\p{Nd}{1,3}(?:([,.'’\\u00A0\\u2009\\u202F\\u066C])(?:\\p{Nd}{2,3}\\1)*\\p{Nd}{3})?(?!\\p{Nd})[\\p{L}\\p{N}\\p{M}]*"
      + "|[\\p{L}\\p{N}\\p{M}]+", "gu");
  const separators = /[,.'’\u00A0\u2009\u202F\u066C]/g;
  // Letters that Unicode does not decompose.
  const letters = {
    "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "ħ": "h", "ı": "i", "ł": "l", "þ": "th", "ŧ": "t", "ς": "σ",
  };
  const alone = /[ぁ-ヿ㐀-䶿一-鿿豈-﫿\u{20000}-\u{3FFFD}ก-ะา-ຯក-ឳ]/u;

  function fold(text) {
    return text.replace(separators, "").toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "").normalize("NFC")
      .replace(/[ßæœøđðħıłþŧς]/g, (letter) => letters[letter]).replace(/\p{Nd}/gu, digit);
  }

  // Decimal digits are in blocks of ten, of which some follow each other.
  function digit(letter) {
    let first = letter.codePointAt(0);
    const code = first;
    while (/\p{Nd}/u.test(String.fromCodePoint(first - 1))) first -= 1;
    return String((code - first) % 10);
  }

  function words(text) {
    const found = [];
    for (const match of text.matchAll(word)) {
      let letters = "";
      for (const letter of fold(match[0])) {
        if (alone.test(letter)) {
          if (letters) found.push(letters);
          found.push(letter);
          letters = "";
        } else {
          letters += letter;
        }
      }
      if (letters) found.push(letters);
    }
    return found.map(cut);
  }

  function cut(letters) {
    while (new TextEncoder().encode(letters).length > 32) letters = Array.from(letters).slice(0, -1).join("");
    return letters;
  }

  function parse(query) {
    const phrases = [];
    for (const match of query.matchAll(/"([^"]+)"|“([^”]+)”|„([^“]+)“|«([^»]+)»/g)) {
      phrases.push(words(match.slice(1).find((part) => part !== undefined)));
    }
    const common = new Set(index?.common);
    const all = words(query);
    const rare = [...new Set(all.filter((asked) => !common.has(asked)))];
    return { words: rare.map((asked) => ({ asked, isOpen: isOpen(asked, all) })), phrases };
  }

  // Whether a word stands for all that begin with it: the last one, because it may still be being written, and long ones,
  // because "protest" means "protests" too. A short word or a number in front of others stands for itself alone.
  function isOpen(asked, all) {
    return asked === all.at(-1) || (asked.length > 3 && !/^\p{N}/u.test(asked));
  }

  function matches(found, { asked, isOpen }) {
    return found === asked || (isOpen && found.startsWith(asked));
  }

  // MARK: Finding.

  async function postings(asked, isLast) {
    const most = isLast ? piecesOfLastWord : piecesOfWord;
    const first = Math.max(0, index.words.findLastIndex((start) => start <= asked.asked));
    const names = [first];
    for (let piece = first + 1; piece < index.words.length && names.length < most; piece += 1) {
      if (!index.words[piece].startsWith(asked.asked)) break;
      names.push(piece);
    }
    const scores = new Map();
    for (const piece of names) {
      if (index.words.length === 0) break;
      await load(`words-${piece}.js?v=${index.word_versions[piece]}`);
      for (const [known, list] of given.words.get(piece)) {
        if (!matches(known, asked)) continue;
        const weight = known === asked.asked ? 3 : 1;
        let value = 0;
        for (const step of list.split(" ")) {
          value += parseInt(step, 36);
          const entry = value >> 1;
          scores.set(entry, Math.max(scores.get(entry) || 0, weight * (value % 2 ? 4 : 1)));
        }
      }
    }
    return scores;
  }

  async function entry(number) {
    const piece = index.pieces.findLastIndex((first) => first <= number);
    await load(`entries-${piece}.js?v=${index.piece_versions[piece]}`);
    const [kind, title, address, text] = given.entries.get(piece)[number - index.pieces[piece]];
    return { kind, title, address, text };
  }

  async function find(query) {
    const asked = parse(query);
    // Of each entry how many of the words it holds, and how well.
    const scores = new Map();
    for (const [position, one] of asked.words.entries()) {
      for (const [number, score] of await postings(one, position === asked.words.length - 1)) {
        const [held, sum] = scores.get(number) || [0, 0];
        scores.set(number, [held + 1, sum + score]);
      }
    }
    // Where no entry holds all of them, those with the most of them are as near as it gets.
    const all = [...scores.values()].some(([held]) => held === asked.words.length) ? asked.words.length : 1;
    const numbers = [...scores].filter(([, [held]]) => held >= all)
      .sort((a, b) => b[1][0] - a[1][0] || b[1][1] - a[1][1] || a[0] - b[0]).map(([number]) => number);
    const most = asked.phrases.length > 0 ? searchedForPhrases : shown;
    let entries = await Promise.all(numbers.slice(0, most).map(entry));
    let count = numbers.length;
    if (asked.phrases.length > 0) {
      entries = entries.filter((found) => {
        const text = ` ${words(found.title).join(" ")} ${words(found.text).join(" ")} `;
        return asked.phrases.every((phrase) => text.includes(` ${phrase.join(" ")} `));
      });
      if (count <= most) count = entries.length;
    }
    return { entries: entries.slice(0, shown), count, words: asked.words };
  }

  // MARK: Showing.

  // The words of a text that a search asks for, with their places.
  function* hits(text, asked) {
    for (const match of text.matchAll(word)) {
      if (words(match[0]).some((found) => asked.some((one) => matches(found, one)))) yield match;
    }
  }

  function marked(text, asked) {
    const parts = document.createDocumentFragment();
    let end = 0;
    for (const hit of hits(text, asked)) {
      parts.append(text.slice(end, hit.index));
      const mark = document.createElement("mark");
      mark.textContent = hit[0];
      parts.append(mark);
      end = hit.index + hit[0].length;
    }
    parts.append(text.slice(end));
    return parts;
  }

  function excerpt(text, asked) {
    const at = hits(text, asked).next().value?.index ?? 0;
    const start = at < 90 ? 0 : text.indexOf(" ", at - 70) + 1;
    const cutEnd = text.indexOf(" ", start + 210);
    const end = cutEnd < 0 ? text.length : cutEnd;
    return (start > 0 ? "… " : "") + text.slice(start, end) + (end < text.length ? " …" : "");
  }

  function start() {
    const box = document.getElementById("search");
    if (!box) return;
    const said = JSON.parse(document.getElementById("search_words").textContent);
    const input = document.getElementById("query");
    const list = document.getElementById("results");
    const status = document.getElementById("found");
    const plural = new Intl.PluralRules(said.language);
    const number = new Intl.NumberFormat(said.language, { numberingSystem: "latn" });
    let options = [];
    let chosen = -1;
    let latest = 0;

    function choose(position) {
      if (options[chosen]) options[chosen].setAttribute("aria-selected", "false");
      chosen = position;
      const option = options[chosen];
      if (option) {
        option.setAttribute("aria-selected", "true");
        input.setAttribute("aria-activedescendant", option.id);
        option.scrollIntoView({ block: "nearest" });
      } else {
        input.removeAttribute("aria-activedescendant");
      }
    }

    function show(result, query) {
      options = [];
      chosen = -1;
      input.removeAttribute("aria-activedescendant");
      list.replaceChildren();
      said.kinds.forEach((name, kind) => {
        const entries = result.entries.filter((found) => found.kind === kind).slice(0, perKind);
        if (entries.length === 0) return;
        const group = document.createElement("div");
        group.setAttribute("role", "group");
        group.setAttribute("aria-labelledby", `kind_${kind}`);
        const heading = document.createElement("p");
        heading.className = "kicker";
        heading.id = `kind_${kind}`;
        heading.setAttribute("role", "presentation");
        heading.textContent = name;
        group.append(heading);
        for (const found of entries) {
          const option = document.createElement("a");
          option.setAttribute("role", "option");
          option.setAttribute("aria-selected", "false");
          option.id = `option_${options.length}`;
          option.href = found.address;
          option.tabIndex = -1;
          const title = document.createElement("strong");
          title.append(marked(found.title, result.words));
          option.append(title);
          if (found.text) {
            const text = document.createElement("span");
            text.append(marked(excerpt(found.text, result.words), result.words));
            option.append(text);
          }
          options.push(option);
          group.append(option);
        }
        list.append(group);
      });
      list.hidden = options.length === 0;
      input.setAttribute("aria-expanded", String(options.length > 0));
      const form = said.found[plural.select(result.count)] || said.found.other;
      status.textContent =
        query === "" ? "" : result.count === 0 ? said.none : form.replace("{count}", number.format(result.count));
    }

    async function search() {
      const query = input.value.trim();
      latest += 1;
      const mine = latest;
      try {
        if (!index) {
          await load(said.index);
          index = given.index;
        }
        const result = query === "" ? { entries: [], count: 0, words: [] } : await find(query);
        if (mine === latest) show(result, query);
      } catch (error) {
        if (mine === latest) status.textContent = said.none + " (" + error.message + ")";
      }
    }

    input.addEventListener("input", () => {
      clearTimeout(waiting);
      waiting = setTimeout(search, 120);
    });
    input.addEventListener("keydown", (event) => {
      const last = options.length - 1;
      if (event.key === "ArrowDown") choose(chosen < last ? chosen + 1 : 0);
      else if (event.key === "ArrowUp") choose(chosen > 0 ? chosen - 1 : last);
      else if (event.key === "Escape") {
        input.value = "";
        search();
      } else if (event.key === "Enter" && options[Math.max(chosen, 0)]) options[Math.max(chosen, 0)].click();
      else return;
      event.preventDefault();
    });
    box.hidden = false;
    const asked = new URLSearchParams(location.search).get("q");
    if (asked) {
      input.value = asked;
      search();
    }
    input.focus();
  }

  document.addEventListener("DOMContentLoaded", start);

  return {
    wordsOf: words,
    marksOf: (text, query) => [...hits(text, parse(query).words)].map((hit) => hit[0]),
    index: (value) => {
      given.index = value;
    },
    words: (piece, value) => {
      given.words.set(piece, Object.entries(value));
    },
    entries: (piece, value) => {
      given.entries.set(piece, value);
    },
  };
})();
