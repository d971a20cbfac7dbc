// Filters and sorting of a table in place. The state is in the address, so that a view can be shared; without
// this script the table is whole, and its pages are links.
(() => {
  "use strict";
  const table = document.querySelector("table[data-register]"), form = document.querySelector("[data-filters]");
  if (!table || !form) { return; }
  const rows = [...table.tBodies[0].rows], heads = [...table.tHead.rows[0].cells];
  const text = form.querySelector("[type=search]"), choices = [...form.querySelectorAll("details")];
  const asked = new URLSearchParams(location.search);
  let order = "";

  const cell = (row, name) => row.cells[heads.findIndex((head) => head.dataset.name === name)];
  // The links of a cell are a value each; what is in no cell stands at the row.
  function values(row, name) {
    const from = cell(row, name), links = from ? [...from.querySelectorAll("a")] : [];
    return links.length ? links.map((link) => link.textContent)
      : (from ? from.textContent : row.dataset[name] || "").split("|").filter(Boolean);
  }

  choices.forEach((choice) => {
    const name = choice.dataset.filter, counts = {};
    asked.getAll(name).forEach((value) => { counts[value] = 0; });
    rows.forEach((row) => values(row, name).forEach((value) => { counts[value] = (counts[value] || 0) + 1; }));
    const first = choice.dataset.order.split("|");
    const rank = (value) => (first.indexOf(value) + 1 || first.length + 1);
    const box = document.createElement("div");
    Object.keys(counts).sort((a, b) => rank(a) - rank(b) || a.localeCompare(b, "en", { numeric: true }))
      .forEach((value) => {
        const label = document.createElement("label"), input = document.createElement("input");
        Object.assign(input, { type: "checkbox", name, value });
        label.append(input, value + " (" + counts[value] + ")");
        box.append(label);
      });
    choice.append(box);
    choice.dataset.label = choice.firstElementChild.textContent;
    choice.hidden = box.children.length < 2 && !asked.has(name);
  });
  const boxes = [...form.querySelectorAll("[type=checkbox]")];
  boxes.forEach((box) => { box.checked = asked.getAll(box.name).includes(box.value); });
  text.value = asked.get("text") || "";

  function show() {
    const state = new URLSearchParams(), words = text.value.toLowerCase().split(/\s+/).filter(Boolean);
    boxes.forEach((box) => { if (box.checked) { state.append(box.name, box.value); } });
    const names = [...new Set(state.keys())];
    choices.forEach((choice) => {
      const chosen = state.getAll(choice.dataset.filter);
      choice.firstElementChild.textContent = choice.dataset.label + (chosen.length ? ": " + chosen.join(", ") : "");
    });
    rows.forEach((row) => {
      const said = row.textContent.toLowerCase();
      row.hidden = !words.every((word) => said.includes(word))
        || !names.every((name) => values(row, name).some((value) => state.getAll(name).includes(value)));
    });
    const shown = rows.filter((row) => !row.hidden).length;
    form.querySelector("output").textContent = shown === rows.length
      ? "All " + shown + " shown" : shown + " of " + rows.length + " shown";
    document.querySelector("[data-nothing]").hidden = shown > 0;
    table.hidden = !shown;
    if (words.length) { state.set("text", text.value); }
    if (order) { state.set("sort", order); }
    const query = state.toString() ? "?" + state : "";
    // Some browsers keep the address of a file as it is.
    try { history.replaceState(0, "", query || location.pathname); } catch { }
    document.querySelectorAll("a[data-keep-filters]").forEach((link) => { link.search = query; });
  }

  function sort(wanted) {
    const down = wanted[0] === "-", name = wanted.slice(down ? 1 : 0);
    if (!heads.some((head) => head.dataset.name === name)) { return; }
    const key = (row) => {
      const from = cell(row, name), time = from.querySelector("time");
      return from.dataset.key || (time ? time.dateTime : from.textContent);
    };
    table.tBodies[0].append(...[...rows].sort((a, b) =>
      key(a).localeCompare(key(b), "en", { numeric: true }) * (down ? -1 : 1)));
    heads.forEach((head) => {
      head.removeAttribute("aria-sort");
      if (head.dataset.name === name) { head.ariaSort = down ? "descending" : "ascending"; }
    });
    order = wanted;
  }

  heads.forEach((head) => {
    const button = document.createElement("button"), name = head.dataset.name;
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    // Times and findings are looked at from the latest and the worst.
    button.addEventListener("click", () => {
      sort(head.ariaSort === "descending" || !head.ariaSort && !("down" in head.dataset) ? name : "-" + name);
      show();
    });
  });
  form.addEventListener("input", show);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.querySelector("button").addEventListener("click", () => {
    boxes.forEach((box) => { box.checked = false; });
    text.value = "";
    show();
    text.focus();
  });
  addEventListener("click", (event) => {
    choices.forEach((choice) => { if (!choice.contains(event.target)) { choice.open = false; } });
  });
  form.addEventListener("keydown", (event) => {
    const open = event.key === "Escape" && choices.find((choice) => choice.open);
    if (open) { open.open = false; open.firstElementChild.focus(); }
  });

  sort(asked.get("sort") || "");
  form.hidden = false;
  show();
})();
