// What every page has: the theme switch, which follows the system until a reader chooses and remembers the
// choice; the field of the search in place of its link; and open details on paper.
(() => {
  "use strict";
  const key = "changebook-theme", order = ["auto", "light", "dark"], root = document.documentElement;
  const names = { auto: "Theme: system", light: "Theme: light", dark: "Theme: dark" };
  const button = document.querySelector("[data-theme-switch]");
  let choice = "auto";
  // Storage can be refused, for pages opened as files among others: a choice then holds for the page.
  try { choice = localStorage.getItem(key); } catch { }
  if (!order.includes(choice)) { choice = "auto"; }

  function apply() {
    if (choice === "auto") { delete root.dataset.theme; } else { root.dataset.theme = choice; }
    if (button) { button.textContent = names[choice]; }
  }
  apply();
  if (button) {
    button.hidden = false;
    button.addEventListener("click", () => {
      choice = order[(order.indexOf(choice) + 1) % 3];
      try { localStorage.setItem(key, choice); } catch { }
      apply();
    });
  }

  let field = document.querySelector("[data-search-page] input");
  const link = document.querySelector("a[data-search]");
  if (link && !field) {
    const form = document.createElement("form");
    field = document.createElement("input");
    form.className = "search-field";
    form.role = "search";
    field.type = "search";
    field.placeholder = "Search";
    field.ariaLabel = "Search this site";
    form.append(field);
    link.replaceWith(form);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      location.href = link.href + "?q=" + encodeURIComponent(field.value.trim());
    });
  }
  addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.altKey || event.metaKey || !field
      || event.target.closest("input, select, textarea")) { return; }
    event.preventDefault();
    field.focus();
  });

  // Closed details would be missing on paper; older browsers know no CSS for it.
  const details = (kind) => document.querySelectorAll("details" + kind);
  addEventListener("beforeprint", () => details(":not([open], .filters *)").forEach((one) => {
    one.open = true;
    one.dataset.opened = "";
  }));
  addEventListener("afterprint", () => details("[data-opened]").forEach((one) => {
    one.open = false;
    delete one.dataset.opened;
  }));
})();
