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
