// The calendar while it is looked at: what may run at this moment, told from the intervals in the page,
// and the arrow keys as links. Without this script the page says what held when it was built.
(function () {
  "use strict";

  // Paging: the links before and after, unless the keys are needed to write or to scroll.
  document.addEventListener("keydown", event => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) { return; }
    var relation = event.key === "ArrowLeft" ? "prev" : event.key === "ArrowRight" ? "next" : null;
    if (!relation || event.target.closest("input, select, textarea, [tabindex='0']")) { return; }
    var link = document.querySelector(".pager a[rel='" + relation + "']");
    if (link) { link.click(); }
  });

  var months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

  function formatter(zone) {
    try {
      return new Intl.DateTimeFormat("en-GB", {
        timeZone: zone, year: "numeric", month: "numeric", day: "numeric", hour: "2-digit",
        minute: "2-digit", hourCycle: "h23", timeZoneName: "shortOffset"
      });
    } catch (unknown) { return null; }
  }

  // As the page writes it: 9 Mar 2026, 02:05 UTC+1.
  function words(format, time) {
    var parts = {};
    format.formatToParts(new Date(time)).forEach(part => { parts[part.type] = part.value; });
    var offset = parts.timeZoneName.replace("GMT", "UTC").replace("-", "\u2212").replace(/^UTC[+]0$/, "UTC");
    return Number(parts.day) + " " + months[Number(parts.month) - 1] + " " + parts.year + ", "
      + parts.hour + ":" + parts.minute + " " + offset;
  }

  // By the reader's own clock.
  var clock = time => new Date(time).toTimeString().slice(0, 5);

  function read(text) {
    return (text || "").split(" ").filter(Boolean).map(pair => {
      var ends = pair.split("/");
      return { start: Date.parse(ends[0]), end: ends[1] ? Date.parse(ends[1]) : Infinity };
    });
  }

  document.querySelectorAll("[data-state-now]").forEach(root => {
    var built = Date.parse(root.dataset.asOf);
    var until = Date.parse(root.dataset.until);
    var format = formatter(root.dataset.zone) || formatter("UTC");
    var line = root.querySelector("[data-state-line]");
    var builtWords = words(format, built);

    // The line at the top of every page has its intervals in a script of their own.
    var brief = "brief" in root.dataset;
    var shared = brief ? window.changebookStatus : null;
    if (brief && !shared) { return; }

    var items = Array.from(root.querySelectorAll("[data-status],[data-words]")).map(element => {
      var source = shared ? shared[Number(element.dataset.status)] : element.dataset;
      var exceptions = shared ? source.exceptions
        : Array.from(element.querySelectorAll("[data-exception]")).map(one => (
          { systems: one.getAttribute("value").split("\n"), times: one.dataset.exception }));
      return {
        element: element,
        open: read(source.open),
        unknown: read(source.unknown),
        suspended: read(source.suspended),
        exceptions: exceptions.map(one => ({ systems: one.systems, times: read(one.times) })),
        after: source.after ? Date.parse(source.after) : Infinity,
        names: source.words.split("|"),
        frozen: "frozen" in element.dataset,
        // What the page was built with stands again while it is still right.
        original: Array.from(element.childNodes),
        shown: null
      };
    });

    var holding = (intervals, now) => intervals.find(one => one.start <= now && now < one.end);

    function state(item, now) {
      var inside = holding(item.open, now);
      if (inside) { return { name: "open", change: inside.end }; }
      var next = item.open.find(one => one.start > now);
      var change = next ? next.start : item.after;
      var name = holding(item.unknown, now) ? "unknown"
        : holding(item.suspended, now) ? "suspended"
        : item.names[4] && change === Infinity ? "over" : "closed";
      return { name: name, change: change };
    }

    // The systems for which it is not open while it is for others.
    function scope(item, now) {
      var systems = [];
      item.exceptions.forEach(one => {
        if (holding(one.times, now)) { systems = systems.concat(one.systems); }
      });
      if (!systems.length) { return ""; }
      var rest = systems.length - 5;
      return ", except " + systems.slice(0, 5).join(", ") + (rest > 0 ? " and " + rest + " more" : "");
    }

    var key = (item, found, now) =>
      found.name + found.change + (found.name === "open" ? scope(item, now) : "");

    function timeElement(time) {
      var element = document.createElement("time");
      element.dateTime = new Date(time).toISOString();
      element.textContent = words(format, time);
      return element;
    }

    function write(item, found, now) {
      var place = { open: 0, closed: 1, unknown: 2, over: 4, suspended: 5 }[found.name];
      var look = { open: item.frozen ? "frozen" : "open", suspended: "frozen", unknown: "unknown" }[found.name]
        || "closed";
      var mark = document.createElement("span");
      mark.className = "state-" + look;
      mark.textContent = item.names[place] || "unknown";
      item.element.replaceChildren(mark);
      if (found.name === "open") { item.element.append(scope(item, now)); }
      if (brief && !item.frozen) { return; }
      // Nothing is known of an interval past the end of what the page holds.
      if (found.change === Infinity || (found.name === "open" && found.change >= until && !item.frozen)) {
        return;
      }
      item.element.append(found.name === "open" ? " until " : ", " + item.names[3] + " ");
      item.element.append(timeElement(found.change));
    }

    function show(item, now) {
      var found = state(item, now);
      var wanted = key(item, found, now);
      if (wanted === item.shown) { return; }
      item.shown = wanted;
      if (brief && item.frozen) { item.element.closest("li").hidden = found.name !== "open"; }
      if (wanted === key(item, state(item, built), built)) {
        item.element.replaceChildren.apply(item.element, item.original);
      } else {
        write(item, found, now);
      }
    }

    function say(text) {
      if (brief) { line.hidden = !text; }
      if (line.textContent !== text) { line.textContent = text; }
    }

    // Nothing is known at this instant, so that nothing is told of it.
    function forget() {
      items.forEach(item => {
        if (item.shown === "unknown") { return; }
        item.shown = "unknown";
        write(item, { name: "unknown", change: Infinity }, built);
      });
    }

    function tick() {
      var now = Date.now();
      var isOld = now >= until;
      root.classList.toggle("too-old", isOld || now < built);
      if (isOld) {
        forget();
        say("This page is too old: it knows nothing past " + words(format, until) + ".");
      } else if (now < built) {
        forget();
        say("Your clock is before this page, " + builtWords + ".");
      } else {
        items.forEach(item => { show(item, now); });
        var here = words(format, now);
        var local = here.indexOf(", " + clock(now) + " ") < 0 ? ", " + clock(now) + " on your clock" : "";
        say(brief ? "" : "Now: " + here + local + ". Based on records as of " + builtWords + ".");
      }
    }

    tick();
    setInterval(tick, 5000);
  });
})();
