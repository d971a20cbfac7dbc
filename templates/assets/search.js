// Search as one types. `search/index.js` says what is where; every other part of the index is a script that
// is asked for when something typed needs it, so that all works for pages opened as files too.
(() => {
  "use strict";
  const page = document.querySelector("[data-search-page]");
  if (!page) { return; }
  const root = new URL("../", document.currentScript.src).href;
  const one = (selector) => page.querySelector(selector);
  const field = one("input"), line = one("[role=status]"), list = one("ol"), more = one(".more");

  const parts = {}, waiting = {};
  window.changebookSearch = (name, text) => waiting[name](text);
  const part = (name) => parts[name] = parts[name] || new Promise((resolve, reject) => {
    const script = document.createElement("script");
    waiting[name] = resolve;
    script.onerror = () => { delete parts[name]; reject(); };
    script.src = root + "search/" + name + ".js";
    document.head.append(script);
  });
  const lines = async (names) => (await Promise.all(names.map(part))).join("").split("\n");

  // The last of the starts that is not behind a value.
  const place = (starts, value) => {
    const after = starts.findIndex((start) => start > value);
    return Math.max(0, (after < 0 ? starts.length : after) - 1);
  };
  const partsOf = ({ names, starts }, text, last) =>
    names.slice(place(starts, text), place(starts, last || text + "\uffff") + 1);

  // Words as `SearchWords` parts them.
  const sign = "[\\u3041-\\u30ff\\u3400-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{3ffff}]";
  const pattern = new RegExp(sign + "|(?:(?!" + sign + ")[\\p{L}\\p{N}])+", "gu");
  const cut = (text) => [...text].slice(0, 32).join("");
  const words = (text) => (text.normalize("NFKD").replace(/[\p{M}\p{Cf}]+/gu, "")
    .replace(/[\p{Lu}\p{Lt}]/gu, (letter) => letter.toLowerCase()).match(pattern) || []).map(cut);
  const joined = (text) => cut(words(text).join(""));

  // Numbers as `searchPostings` writes them.
  const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  function numbers(text, use) {
    let way = 0, next = 0;
    [...text].forEach((letter, at) => {
      const value = letters.indexOf(letter);
      if (text[0] !== ".") {
        way = way * 32 + (value & 31);
        if (value < 32) { use(next + way); next += way + 1; way = 0; }
      } else if (at) {
        for (let bit = 0; bit < 6; bit += 1) { if (value >> bit & 1) { use(at * 6 - 6 + bit); } }
      }
    });
  }

  // Whether one slip makes one word of the other: a letter more, less or another, or two that changed places.
  function isSlip(a, b) {
    let at = 0;
    while (at < a.length && a[at] === b[at]) { at += 1; }
    const ends = (x, y) => a.slice(at + x) === b.slice(at + y);
    return ends(1, 1) || ends(1, 0) || ends(0, 1) || a[at] === b[at + 1] && a[at + 1] === b[at] && ends(2, 2);
  }
  const turned = (text) => [...text].reverse().join("");
  async function slips(word, { words, endings }) {
    const half = Math.min(4, word.length >> 1), rest = Math.min(half, word.length - half - 1);
    const found = (await lines(partsOf(words, word.slice(0, half))))
      .concat((await lines(partsOf(endings, turned(word).slice(0, rest)))).map(turned));
    return found.filter((other, at) => other !== word && isSlip(word, other) && found.indexOf(other) === at);
  }

  // How well a word is found in each entry: 1 in the title, 2 at the beginning of a word there, 3 and 4 in the
  // text, 5 and 6 by a slip; 0 not at all. Says whether only whole words could be looked for.
  async function rank(word, { lists }, best, slip) {
    let names = partsOf(lists, word);
    const isWhole = slip || word.length < 2 || names.length > 4;
    if (isWhole) { names = partsOf(lists, word, word); }
    for (const text of await lines(names)) {
      if (text.startsWith(isWhole ? word + " " : word)) {
        const fields = text.split(" "), tier = slip ? 5 : fields[0] === word ? 1 : 2;
        fields.slice(1).forEach((entries, at) => numbers(entries, (entry) => {
          const own = at ? tier : tier + (slip ? 1 : 2);
          if (!best[entry] || best[entry] > own) { best[entry] = own; }
        }));
      }
    }
    return isWhole && !slip;
  }

  // Both have to be found: the worse of the two.
  const both = (a, b) => a && b && Math.max(a, b);
  async function rankPiece(piece, index) {
    const all = words(piece);
    let best, isWhole = false;
    for (const word of all) {
      const own = Array(index.count).fill(0);
      isWhole = await rank(word, index, own) || isWhole;
      if (word.length > 3 && !/\p{N}/u.test(word) && own.filter(Boolean).length < 5) {
        for (const other of await slips(word, index)) { await rank(other, index, own, true); }
      }
      best = best ? best.map((tier, entry) => both(tier, own[entry])) : own;
    }
    if (all.length > 1) { await rank(joined(piece), index, best); }
    return { best, isWhole: isWhole && all.length < 2 };
  }

  async function search(text) {
    const index = JSON.parse(await part("index")), name = joined(text), { count, dated, lists } = index;
    const ranks = await Promise.all(
      text.split(/\s+/).filter((piece) => words(piece).length).map((piece) => rankPiece(piece, index)));
    const tiers = Array(count).fill(1)
      .map((tier, entry) => ranks.reduce((worst, { best }) => both(worst, best[entry]), tier));
    // What is called exactly so comes first.
    const named = (await lines(partsOf(lists, name, name))).find((text) => text.startsWith(name + " "));
    if (named) { numbers(named.split(" ")[3], (entry) => { tiers[entry] = 0.5; }); }
    // Pages come before records of as good a title, and after those whose text alone has the words.
    const order = tiers.map((tier, entry) => tier && tier + ((entry < dated) === tier < 3 ? 0.2 : 0));
    const found = [...order.keys()].filter((entry) => order[entry]).sort((a, b) => order[a] - order[b] || a - b);
    return { index, found, isAlike: tiers[found[0]] > 4, isWhole: ranks.some((rank) => rank.isWhole) };
  }

  async function item(entry, { names, starts }) {
    const at = place(starts, entry), text = (await part(names[at])).split("\n")[entry - starts[at]];
    const [kind, id, title, href, facts] = text.split("\t");
    const make = (name, kind, ...content) => {
      const element = document.createElement(name);
      element.className = kind;
      element.append(...content);
      return element;
    };
    const link = make("a", "", ...id ? [make("span", "id", id), " "] : [], make("bdi", "", title));
    link.href = root + href;
    return make("li", "", link, make("p", "help", facts ? kind + " · " + facts : kind));
  }

  const step = 10;
  let turn = 0, count, ready;
  async function run() {
    const mine = turn += 1, text = field.value.trim();
    let items = [], said = "", total = 0;
    // Some browsers keep the address of a file as it is.
    try { history.replaceState(0, "", text ? "?q=" + encodeURIComponent(text) : location.pathname); } catch { }
    if (joined(text)) {
      try {
        const { index, found, isAlike, isWhole } = await search(text);
        total = found.length;
        items = await Promise.all(found.slice(0, count).map((entry) => item(entry, index.entries)));
        said = (total ? total + (total > 1 ? " results" : " result") + (total > count ? ", " + count + " shown" : "")
          + (isAlike ? ", spelled differently." : ".") : "No results. Check the spelling or use fewer words.")
          + (isWhole ? " Type more letters to find longer words." : "");
      } catch {
        said = "The search index could not be loaded. Reload the page.";
      }
    }
    if (mine !== turn) { return; }
    list.replaceChildren(...items);
    line.textContent = said;
    more.hidden = total <= count;
  }
  const start = () => { count = step; ready = run(); };

  page.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.isComposing) { return; }
    const { key, target } = event, links = [...list.querySelectorAll("a")], at = links.indexOf(target);
    if (target !== field && at < 0) { return; }
    if (key === "Escape") {
      if (at < 0) { field.value = ""; start(); }
      field.focus();
    } else if (key === "Enter" && at < 0) {
      ready.then(() => { if (list.firstChild) { list.firstChild.firstChild.click(); } });
    } else if (key === "ArrowDown") {
      (links[at + 1] || target).focus();
    } else if (key === "ArrowUp") {
      (links[at - 1] || field).focus();
    } else { return; }
    event.preventDefault();
  });
  one("form").addEventListener("submit", (event) => event.preventDefault());
  field.addEventListener("input", start);
  more.addEventListener("click", async () => {
    count += step;
    await (ready = run());
    const next = list.children[count - step];
    if (next) { next.firstChild.focus(); }
  });

  one("[data-search-off]").remove();
  one("[data-search-on]").hidden = false;
  const asked = new URLSearchParams(location.search).get("q");
  field.value = asked || "";
  start();
  if (!asked || matchMedia("(hover: hover)").matches) { field.focus(); }
})();
