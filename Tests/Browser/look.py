"""Opens the pages of a built site in a real browser and reports what a reader would stumble over.

On every page, at three widths, in light and dark: no message in the console (a blocked script or
style is one), nothing wider than the window, every picture loaded, one main heading. With --shots
each view is kept as a PNG, for people to look at.
"""

import argparse
import base64
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import urllib.request

import websocket

WIDTHS = [390, 768, 1440]
SCHEMES = ["light", "dark"]
PROBE = """(() => {
  const root = document.documentElement, wide = [];
  if (root.scrollWidth > window.innerWidth) {
    for (const element of document.body.querySelectorAll('*')) {
      const box = element.getBoundingClientRect();
      if (box.right > window.innerWidth + 1 && !element.closest('.table-scroll, pre, svg'))
        wide.push(element.tagName.toLowerCase() + '.' + element.className);
      if (wide.length === 3) break;
    }
    if (!wide.length) wide.push('the page');
  }
  const broken = [...document.images].filter(i => !i.complete || !i.naturalWidth).map(i => i.src);
  return JSON.stringify({wide, broken, headings: document.querySelectorAll('h1').length,
    height: root.scrollHeight});
})()"""


class Browser:
    """One headless browser, spoken to over its debugging protocol on this machine."""

    def __init__(self):
        self.profile = tempfile.mkdtemp(prefix="changebook-browser-")
        binary = shutil.which("chromium") or shutil.which("chromium-browser")
        if not binary:
            sys.exit("chromium is needed: apt-get install chromium")
        self.process = subprocess.Popen(
            [binary, "--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
             "--remote-debugging-port=0", "--remote-allow-origins=*", "--no-first-run",
             "--disable-dev-shm-usage", f"--user-data-dir={self.profile}", "about:blank"],
            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        for line in self.process.stderr:
            found = re.search(r"DevTools listening on ws://127\.0\.0\.1:(\d+)/", line)
            if found:
                break
        else:
            sys.exit("the browser did not start")
        with urllib.request.urlopen(f"http://127.0.0.1:{found[1]}/json/list") as answer:
            page = next(p for p in json.load(answer) if p["type"] == "page")
        self.socket = websocket.create_connection(page["webSocketDebuggerUrl"], timeout=60)
        self.number = 0
        self.messages = []
        for domain in ("Page", "Runtime", "Log"):
            self.call(domain + ".enable")

    def call(self, method, **parameters):
        self.number += 1
        self.socket.send(json.dumps({"id": self.number, "method": method, "params": parameters}))
        while True:
            answer = self.receive()
            if answer.get("id") == self.number:
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error']['message']}")
                return answer["result"]

    def receive(self):
        answer = json.loads(self.socket.recv())
        method, parameters = answer.get("method"), answer.get("params", {})
        if method == "Log.entryAdded":
            self.messages.append(parameters["entry"]["text"])
        elif method == "Runtime.exceptionThrown":
            self.messages.append(parameters["exceptionDetails"]["text"])
        elif method == "Runtime.consoleAPICalled" and parameters["type"] in ("error", "warning"):
            self.messages.append(str(parameters["args"][:1]))
        return answer

    def open(self, address, width, scheme):
        self.messages = []
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=900,
                  deviceScaleFactor=1, mobile=width < 500)
        self.call("Emulation.setEmulatedMedia",
                  features=[{"name": "prefers-color-scheme", "value": scheme}])
        self.call("Page.navigate", url=address)
        while self.receive().get("method") != "Page.loadEventFired":
            pass
        result = self.call("Runtime.evaluate", expression=PROBE, returnByValue=True)
        return json.loads(result["result"]["value"])

    def picture(self, path, width, height):
        shot = self.call("Page.captureScreenshot", captureBeyondViewport=True,
                         clip={"x": 0, "y": 0, "width": width, "height": min(height, 6000),
                               "scale": 1})
        path.write_bytes(base64.b64decode(shot["data"]))

    def pdf(self, path):
        sheet = self.call("Page.printToPDF", preferCSSPageSize=True, printBackground=True)
        path.write_bytes(base64.b64decode(sheet["data"]))

    def close(self):
        self.socket.close()
        self.process.terminate()
        self.process.wait()
        shutil.rmtree(self.profile, ignore_errors=True)


def representatives(site):
    """Every kind of page once or twice: the first and last of each folder's pages."""
    kinds = {}
    for page in sorted(site.rglob("*.html")):
        parts = page.relative_to(site).parts
        pattern = "/".join(re.sub(r"[0-9]+", "0", part) for part in parts)
        kinds.setdefault(pattern, []).append(page)
    for pages in kinds.values():
        yield pages[0]
        if len(pages) > 1:
            yield pages[-1]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("site", type=pathlib.Path)
    parser.add_argument("--shots", type=pathlib.Path, help="keep a picture of every view here")
    parser.add_argument("--only", help="only pages whose path holds this text")
    options = parser.parse_args()
    pages = [p for p in representatives(options.site.resolve())
             if not options.only or options.only in str(p)]
    if not pages:
        sys.exit(f"no pages in {options.site}")
    if options.shots:
        options.shots.mkdir(parents=True, exist_ok=True)
    browser = Browser()
    faults, views = [], 0
    try:
        for page in pages:
            name = str(page.relative_to(options.site.resolve()))
            for width in WIDTHS:
                for scheme in SCHEMES:
                    seen = browser.open(page.as_uri(), width, scheme)
                    views += 1
                    view = f"{name} at {width} px, {scheme}"
                    faults += [f"{view}: console: {m}" for m in browser.messages]
                    faults += [f"{view}: wider than the window: {w}" for w in seen["wide"]]
                    faults += [f"{view}: picture not loaded: {b}" for b in seen["broken"]]
                    if seen["headings"] != 1:
                        faults.append(f"{view}: {seen['headings']} main headings")
                    if options.shots:
                        stem = name.replace("/", "_").removesuffix(".html")
                        browser.picture(options.shots / f"{stem}.{width}.{scheme}.png", width,
                                        seen["height"])
            if options.shots:
                browser.pdf(options.shots / f"{name.replace('/', '_').removesuffix('.html')}.pdf")
    finally:
        browser.close()
    print("\n".join(faults + [f"{len(pages)} pages, {views} views, {len(faults)} faults"]))
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
