"""Edits a site while a real browser shows its preview.

usage: preview.py PROGRAM

A page reloads where its reader was and shows the edit; the findings stand in its corner; where the policy is broken the last
good page stays and says why; what is mended takes that away. No script or style is blocked, and a page of another origin
gets nothing.
"""

import http.server
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import time

import websocket
from look import Browser

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
PATIENCE = 60


def evaluate(browser, expression):
    answer = browser.call("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
    if "exceptionDetails" in answer:
        raise RuntimeError(json.dumps(answer["exceptionDetails"])[:500])
    return answer["result"].get("value")


def becomes(browser, expression, what, faults):
    """Waits until something is true of the page, which may be loading just then."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            if evaluate(browser, f"Boolean({expression})"):
                return
        except (RuntimeError, websocket.WebSocketException):
            pass
        time.sleep(0.1)
    faults.append(f"{what}: not within {PATIENCE} s")


def other_origin():
    """A page elsewhere that asks the preview for its news, as a script."""
    class Page(http.server.BaseHTTPRequestHandler):
        port = 0

        def do_GET(self):
            body = (f"<title>waiting</title><script>window.changebookPreview = () => document.title = 'leaked';</script>"
                    f"<script src='http://127.0.0.1:{Page.port}/.changebook/state.js?-1' onerror=\"document.title = 'refused'\""
                    f" onload=\"document.title += ' loaded'\"></script>").encode()
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Page)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server, Page


def main():
    program = str(pathlib.Path(sys.argv[1]).resolve())
    faults = []
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder)
        shutil.copytree(ROOT / "content", root / "content")
        shutil.copy(ROOT / "changebook.yml", root)
        preview = subprocess.Popen([program, "serve", "--port", "0", "--root", str(root), "--as-of", "2026-11-20T12:00Z"],
                                   stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        address = preview.stdout.readline().strip()
        port = int(re.search(r":(\d+)/", address)[1])
        browser = Browser()
        try:
            record = max((root / "content" / "changes").rglob("*.md"), key=lambda file: file.stat().st_size)
            browser.open(f"{address}changes/{record.stem}.html", 900, "light")
            becomes(browser, "document.querySelector('[data-preview] summary')", "the findings in the page", faults)
            evaluate(browser, "scrollTo(0, 400)")
            record.write_text(record.read_text() + "\n\nAn edit that a browser shows.\n")
            becomes(browser, "document.body.innerText.includes('An edit that a browser shows.')", "an edited page", faults)
            becomes(browser, "scrollY === 400", "the place of the reader", faults)
            policy = next((root / "content" / "policy").glob("POL-CM-*.md"))
            text = policy.read_text()
            policy.unlink()
            becomes(browser, "document.querySelector('[data-preview][role=alert]')?.innerText.includes('policy')",
                    "why there is no site", faults)
            if "An edit that a browser shows." not in evaluate(browser, "document.body.innerText"):
                faults.append("the last good page is gone under an error")
            policy.write_text(text)
            becomes(browser, "!document.querySelector('[data-preview][role=alert]')", "a mended site", faults)
            faults += [f"a message in the console: {message}" for message in browser.messages]
            server, page = other_origin()
            page.port = port
            browser.open(f"http://localhost:{server.server_port}/", 900, "light")
            becomes(browser, "document.title !== 'waiting'", "the page of another origin", faults)
            title = evaluate(browser, "document.title")
            if title != "refused":
                faults.append(f"a page of another origin is answered: {title}")
            server.shutdown()
        finally:
            browser.close()
            preview.terminate()
        if preview.wait(timeout=20) != 0:
            faults.append(f"the preview ended with {preview.returncode}")
    print("\n".join(faults) or "the preview shows edits, findings and errors where the reader is")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
