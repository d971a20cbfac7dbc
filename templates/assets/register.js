// Filters and sorting of a register in place. The state is in the address, so that a view can be
// shared; without this script the register is whole and its months are links.
(function () {
  "use strict";
  var table = document.querySelector("table[data-register]");
  var form = document.querySelector("[data-filters]");
  if (!table || !form) { return; }
  var body = table.tBodies[0];
  var rows = Array.prototype.slice.call(body.rows);
  var selects = Array.prototype.slice.call(form.querySelectorAll("select"));
  var output = form.querySelector("output");
  var heads = Array.prototype.slice.call(table.querySelectorAll("thead th"));
  var state = new URLSearchParams(location.search);

  // A cell of several values, such as systems, parts them with a vertical bar.
  function values(row, name) {
    return (row.getAttribute("data-" + name) || "").split("|").filter(Boolean);
  }

  selects.forEach(function (select) {
    var seen = new Set();
    rows.forEach(function (row) {
      values(row, select.name).forEach(function (value) { seen.add(value); });
    });
    var chosen = state.get(select.name);
    if (chosen) { seen.add(chosen); }
    var given = (select.dataset.order || "").split("|").filter(function (value) { return seen.has(value); });
    var others = Array.from(seen).filter(function (value) { return given.indexOf(value) < 0; }).sort();
    given.concat(others).forEach(function (value) {
      select.add(new Option(value, value, false, value === chosen));
    });
    select.closest("label").hidden = seen.size < 2 && !chosen;
  });

  function remember() {
    var query = state.toString();
    try {
      history.replaceState(null, "", query ? "?" + query : location.pathname);
    } catch (refused) { /* Some browsers keep the address of a file as it is. */ }
    document.querySelectorAll("a[data-keep-filters]").forEach(function (link) {
      link.search = query ? "?" + query : "";
    });
  }

  function filter() {
    var shown = 0;
    rows.forEach(function (row) {
      var fits = selects.every(function (select) {
        return !select.value || values(row, select.name).indexOf(select.value) >= 0;
      });
      row.hidden = !fits;
      if (fits) { shown += 1; }
    });
    output.textContent = shown === rows.length
      ? "All " + rows.length + " shown" : shown + " of " + rows.length + " shown";
    remember();
  }

  function sort(column, descending) {
    var key = function (row) {
      var cell = row.cells[column];
      return cell.dataset.key || cell.textContent.trim();
    };
    var sorted = rows.slice().sort(function (a, b) {
      var order = key(a).localeCompare(key(b), "en", { numeric: true });
      return descending ? -order : order;
    });
    sorted.forEach(function (row) { body.appendChild(row); });
    heads.forEach(function (head, index) {
      if (index === column) {
        head.setAttribute("aria-sort", descending ? "descending" : "ascending");
      } else {
        head.removeAttribute("aria-sort");
      }
    });
  }

  heads.forEach(function (head, column) {
    var button = document.createElement("button");
    button.type = "button";
    button.textContent = head.textContent;
    head.textContent = "";
    head.appendChild(button);
    button.addEventListener("click", function () {
      var descending = head.getAttribute("aria-sort") === "ascending";
      sort(column, descending);
      state.set("sort", (descending ? "-" : "") + column);
      remember();
    });
  });

  selects.forEach(function (select) {
    select.addEventListener("change", function () {
      if (select.value) { state.set(select.name, select.value); } else { state.delete(select.name); }
      filter();
    });
  });
  form.querySelector("button").addEventListener("click", function () {
    selects.forEach(function (select) { select.value = ""; state.delete(select.name); });
    filter();
  });

  var wanted = state.get("sort");
  if (wanted && heads[Math.abs(parseInt(wanted, 10))]) {
    sort(Math.abs(parseInt(wanted, 10)), wanted.charAt(0) === "-");
  }
  form.hidden = false;
  filter();
})();
