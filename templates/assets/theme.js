// The theme switch: follows the system until a reader chooses, and remembers the choice.
(function () {
  "use strict";
  var key = "changebook-theme";
  var names = { auto: "Theme: system", light: "Theme: light", dark: "Theme: dark" };
  var order = ["auto", "light", "dark"];
  var root = document.documentElement;

  // Storage can be refused, for pages opened as files among others.
  function stored() {
    try { return localStorage.getItem(key); } catch (refused) { return null; }
  }
  function store(choice) {
    try {
      if (choice === "auto") { localStorage.removeItem(key); } else { localStorage.setItem(key, choice); }
    } catch (refused) { /* The choice then holds for this page. */ }
  }

  var choice = order.indexOf(stored()) > 0 ? stored() : "auto";
  var button = document.querySelector("[data-theme-switch]");

  function apply() {
    if (choice === "auto") { delete root.dataset.theme; } else { root.dataset.theme = choice; }
    if (button) { button.textContent = names[choice]; }
  }

  if (choice !== "auto") { apply(); }
  if (button) {
    button.hidden = false;
    button.textContent = names[choice];
    button.addEventListener("click", function () {
      choice = order[(order.indexOf(choice) + 1) % order.length];
      store(choice);
      apply();
    });
  }

  // The link to the search becomes a field, and `/` leads there.
  var link = document.querySelector("a[data-search]");
  if (link && !document.querySelector("[data-search-page]")) {
    var form = document.createElement("form");
    var field = document.createElement("input");
    form.className = "search-field";
    form.setAttribute("role", "search");
    field.type = "search";
    field.placeholder = "Search";
    field.setAttribute("aria-label", "Search this site");
    field.setAttribute("aria-keyshortcuts", "/");
    form.append(field);
    link.replaceWith(form);
    form.addEventListener("submit", function (event) {
      event.preventDefault();
      location.href = link.href + "?q=" + encodeURIComponent(field.value.trim());
    });
  }
  addEventListener("keydown", function (event) {
    var wanted = field || document.querySelector("[data-search-page] input");
    if (event.key !== "/" || event.ctrlKey || event.altKey || event.metaKey || !wanted) { return; }
    if (event.target.closest("input, select, textarea")) { return; }
    event.preventDefault();
    wanted.focus();
  });

  // Closed details would be missing on paper; older browsers know no CSS for it.
  addEventListener("beforeprint", function () {
    document.querySelectorAll("details:not([open])").forEach(function (details) {
      details.open = true;
      details.dataset.opened = "";
    });
  });
  addEventListener("afterprint", function () {
    document.querySelectorAll("details[data-opened]").forEach(function (details) {
      details.open = false;
      delete details.dataset.opened;
    });
  });
})();
