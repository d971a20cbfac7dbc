/// The one thing that a page of the preview has and a page of the build has not: an element that loads the
/// script by which it reloads.
///
/// The pages' own policy lets them run scripts from beside them and fetch nothing, so the script asks by
/// loading other scripts: the preview answers each when there is something new.
package enum ReloadScript {
  /// Below the mark of a build, where no build has a page.
  static let path = ".changebook/reload.js"
  static let statePath = ".changebook/state.js"

  /// The element in the pages of a build.
  package static func element(build: Int) -> String {
    "<script src=\"/\(path)?\(build)\" defer></script>\n"
  }

  /// A page with the element: before the end of its head, or at its end where it has none.
  static func inserted(into page: [UInt8], build: Int) -> [UInt8] {
    let element = Array(element(build: build).utf8)
    let end = Array("</head>".utf8)
    var index = 0
    while index + end.count <= page.count {
      if page[index] == end[0], page[index..<index + end.count].elementsEqual(end) {
        return page[..<index] + element + page[index...]
      }
      index += 1
    }
    return page + element
  }

  /// What stands in the place of a page while there has been no build yet.
  static func pageWithoutBuild(generation: Int) -> [UInt8] {
    inserted(
      into: Array(
        """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'">
        <title>No site yet</title>
        </head>
        <body>
        <h1>No site yet</h1>
        <p>The site cannot be built. This page shows why, and becomes the site when it can.</p>
        </body>
        </html>

        """.utf8), build: 0)
  }

  static let text = """
    "use strict";
    (() => {
      const build = Number(new URL(document.currentScript.src).search.slice(1));
      const key = "changebook-preview:" + location.pathname;
      let generation = -1;

      // A browser keeps the place of a page that is reloaded, but not where the page was shorter meanwhile.
      const place = sessionStorage.getItem(key);
      if (place !== null) {
        sessionStorage.removeItem(key);
        addEventListener("load", () => scrollTo(0, Number(place)));
      }

      const panel = document.createElement("details");
      panel.dataset.preview = "";
      Object.assign(panel.style, {
        position: "fixed", insetInlineEnd: "1rem", insetBlockEnd: "1rem", zIndex: "1000",
        maxWidth: "min(50rem, 90vw)", maxHeight: "60vh", overflow: "auto", padding: ".5rem .75rem",
        background: "Canvas", color: "CanvasText", border: "1px solid GrayText",
        borderRadius: ".25rem", font: "0.875rem/1.4 system-ui, sans-serif",
      });

      function show(state) {
        const summary = document.createElement("summary");
        const failed = state.failure !== null;
        summary.textContent = failed ? "The site cannot be built: this is the last one that could"
          : state.counts;
        const list = document.createElement("pre");
        Object.assign(list.style, {whiteSpace: "pre-wrap", overflowWrap: "anywhere", margin: ".5rem 0 0"});
        const lines = failed ? [state.failure] : state.findings.slice();
        if (!failed && state.more > 0) lines.push(`and ${state.more} more`);
        list.textContent = lines.join("\\n");
        panel.replaceChildren(summary, list);
        if (failed) panel.open = true;
        panel.setAttribute("role", failed ? "alert" : "status");
        panel.hidden = !failed && state.findings.length === 0;
        if (!panel.isConnected) document.body.append(panel);
      }

      window.changebookPreview = (state) => {
        generation = state.generation;
        if (state.build !== build) {
          sessionStorage.setItem(key, String(scrollY));
          location.reload();
          return;
        }
        show(state);
      };

      function ask() {
        const script = document.createElement("script");
        script.src = "/\(statePath)?" + generation;
        script.onload = () => { script.remove(); ask(); };
        script.onerror = () => { script.remove(); setTimeout(ask, 1000); };
        document.head.append(script);
      }
      // A script that waits for its answer would keep the page loading for as long.
      addEventListener("load", () => setTimeout(ask, 0));
    })();

    """
}
