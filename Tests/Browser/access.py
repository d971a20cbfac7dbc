"""Looks for barriers in the pages of a built site: axe-core in a real browser, and the keyboard.

A page of each kind, in light and dark, at three widths, without a violation. axe-core comes out of the
wheel that requirements.txt names by version and hash; nothing of it goes into the site.
"""

import argparse
import json
import pathlib
import re
import sys
import zipfile

from look import Browser, SCHEMES, WIDTHS, representatives
from search import evaluate, press

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# What a page shows only when it is asked for it.
QUERIES = {"search/index.html": "?q=rollback", "changes/index.html": "?wrong=yes&sort=-findings"}
RUN = """axe.run(document, {runOnly: %s, resultTypes: ['violations']}).then(result => JSON.stringify(
  result.violations.map(v => ({id: v.id, count: v.nodes.length, help: v.help,
    where: v.nodes.slice(0, 2).map(n => n.target.join(' ') + ': ' + n.html.slice(0, 120))}))))"""


def script(folder):
    """The text of axe-core, out of the one wheel in a folder."""
    wheels = sorted(folder.glob("axe_playwright_python-*.whl"))
    if len(wheels) != 1:
        sys.exit(f"one wheel is needed in {folder}, found {len(wheels)}")
    with zipfile.ZipFile(wheels[0]) as wheel:
        return wheel.read("axe_playwright_python/axe.min.js").decode()


def kinds(site):
    """One page of each kind."""
    seen = set()
    for page in representatives(site):
        parts = page.relative_to(site).parts
        kind = re.sub(r"[0-9]+", "0", "/".join(parts))
        # Figures, systems and the like are made alike, whatever they are called.
        if parts[0] in ("compliance", "figures", "guide", "people", "systems") or "freezes" in parts:
            last = parts[-1] if parts[-1] in ("figures.html", "groups.html", "index.html", "weeks.html") else ""
            kind = "/".join((parts[0], str(len(parts)), last))
        if kind not in seen:
            seen.add(kind)
            yield page


def barriers(browser, site, pages, axe):
    faults, views = [], 0
    for page in pages:
        name = str(page.relative_to(site))
        for width in WIDTHS:
            browser.open(page.as_uri() + QUERIES.get(name, ""), width, SCHEMES[0])
            evaluate(browser, axe + "; true")
            for scheme in SCHEMES:
                browser.call("Emulation.setEmulatedMedia",
                             features=[{"name": "prefers-color-scheme", "value": scheme}])
                views += 1
                # Only colours differ between the schemes.
                rules = TAGS if scheme == SCHEMES[0] else ["color-contrast"]
                for fault in json.loads(evaluate(browser, RUN % json.dumps(rules))):
                    faults.append(f"{name} at {width} px, {scheme}: {fault['id']} ({fault['count']}): "
                                  f"{fault['help']}: {'; '.join(fault['where'])}")
                    print(faults[-1], flush=True)
    return faults, views


def tab(browser, back=False):
    for kind in ("rawKeyDown", "keyUp"):
        browser.call("Input.dispatchKeyEvent", type=kind, key="Tab", code="Tab", windowsVirtualKeyCode=9,
                     modifiers=8 if back else 0)


def register(browser, address):
    """Faults of filtering and sorting a register with the keyboard alone."""
    faults = []
    browser.open(address, 1440, "light")
    shown = "[...document.querySelectorAll('[data-register] tbody tr')].filter(r => !r.hidden).length"
    everything = evaluate(browser, shown)
    evaluate(browser, "document.querySelector('[data-filters] [type=search]').focus()")
    browser.call("Input.insertText", text="zzqx")
    if evaluate(browser, shown) != 0 or evaluate(
            browser, "document.querySelector('[data-nothing]').offsetParent === null"):
        faults.append("nothing matches, and nothing says so")
    tab(browser)
    if evaluate(browser, "document.activeElement.tagName") != "SUMMARY":
        faults.append("Tab does not lead from the text to the first choice")
    press(browser, "Enter")
    tab(browser)
    if evaluate(browser, "document.activeElement.type") != "checkbox":
        faults.append("an open choice cannot be entered")
    browser.call("Input.dispatchKeyEvent", type="keyDown", key=" ", code="Space", text=" ",
                 windowsVirtualKeyCode=32)
    browser.call("Input.dispatchKeyEvent", type="keyUp", key=" ", code="Space", windowsVirtualKeyCode=32)
    name = evaluate(browser, "document.activeElement.name")
    if name + "=" not in evaluate(browser, "location.search"):
        faults.append("a choice is not in the address")
    press(browser, "Escape")
    if evaluate(browser, "document.activeElement.tagName") != "SUMMARY" or evaluate(
            browser, "document.querySelector('[data-filters] details[open]') !== null"):
        faults.append("Escape does not close a choice")
    evaluate(browser, "document.querySelector('[data-filters] button').focus()")
    press(browser, "Enter")
    if evaluate(browser, shown) != everything or evaluate(browser, "location.search"):
        faults.append("the filters cannot be cleared")
    for column in evaluate(browser, "[...document.querySelectorAll('th[data-name]')]"
                                    ".map(h => h.dataset.name).join()").split(","):
        evaluate(browser, f"document.querySelector('th[data-name={column}] button').focus()")
        press(browser, "Enter")
        if f"{column}" not in evaluate(browser, "new URLSearchParams(location.search).get('sort') || ''"):
            faults.append(f"sorting by {column} is not in the address")
        order = evaluate(browser, f"document.querySelector('th[data-name={column}]').ariaSort")
        press(browser, "Enter")
        if {order, evaluate(browser, f"document.querySelector('th[data-name={column}]').ariaSort")} != {
                "ascending", "descending"}:
            faults.append(f"{column} is not sorted both ways")
    address = evaluate(browser, "location.href")
    first = "document.querySelector('[data-register] tbody tr').textContent"
    row = evaluate(browser, first)
    browser.open(address, 1440, "light")
    if evaluate(browser, first) != row:
        faults.append("the address does not bring back the order")
    return faults


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("site", type=pathlib.Path)
    parser.add_argument("--axe", type=pathlib.Path, required=True, help="the folder with the wheel")
    parser.add_argument("--only", default="", help="only pages whose path holds this text")
    options = parser.parse_args()
    site = options.site.resolve()
    axe = script(options.axe)
    pages = [page for page in kinds(site) if options.only in str(page)]
    browser = Browser()
    try:
        faults, views = barriers(browser, site, pages, axe)
        for name in ("changes/index.html", "findings/index.html"):
            if options.only in name:
                found = register(browser, (site / name).as_uri())
                print("".join(f"{name}: {fault}\n" for fault in found), end="")
                faults += found
    finally:
        browser.close()
    print(f"{len(pages)} pages, {views} views, {len(faults)} barriers")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
