"""Searches a built site in a real browser, from disk and over HTTP, and with the keyboard.

What is looked for is taken from the site's own data, so that it works for any content: each of some
records by its id, by the beginning of a word of its title, by a word of the title with a slip of one
letter, by a system and by a person.
"""

import argparse
import functools
import http.server
import json
import pathlib
import random
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import urllib.parse

from look import Browser

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
# Titles in any script and of any signs, each with what has to find it.
ODD = [
    ("Überprüfung der Datenbank", ["uberprufung", "ÜBERPRÜF", "u\u0308berprufung", "uberprufnug"]),
    ("データベースの移行", ["移行", "データ"]), ("Обновление сервера", ["обновл", "СЕРВЕРА", "обновлние"]),
    ("ＦＵＬＬ width ﬁle", ["full", "file"]), ("naïve café", ["NAIVE cafe"]),
    ("<script>alert(1)</script> \"quoted\" & 'single'", ["alert", "<script>", "quoted single"]),
    ("<!-- ]]> \\u2028 {{mustache}}", ["mustache", "u2028"]),
    ("Ampersand &amp; 100% $& #fragment", ["ampersand", "fragment 100"]),
    ("🔒 locked 𝒷old 𠮷野家", ["locked", "bold", "𠮷野"]), ("עברית‏ and עִבְרִית", ["עברית"]),
]

MOST_BYTES = 200_000
KEYS = {"ArrowDown": 40, "ArrowUp": 38, "Enter": 13, "Escape": 27, "/": 191}


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves the site and remembers how many bytes of the index were asked for."""

    asked = []

    def log_message(self, *_):
        pass

    def send_head(self):
        path = urllib.parse.urlparse(self.path).path
        file = pathlib.Path(self.directory) / path.lstrip("/")
        if path.startswith("/search/") and file.suffix == ".js":
            Quiet.asked.append(file.stat().st_size)
        return super().send_head()


def evaluate(browser, expression):
    answer = browser.call("Runtime.evaluate", expression=expression, returnByValue=True,
                          awaitPromise=True)
    if "exceptionDetails" in answer:
        raise RuntimeError(json.dumps(answer["exceptionDetails"])[:500])
    return answer["result"].get("value")


def results(browser, query):
    """What a query shows: the addresses, the texts, and what is said of them."""
    return json.loads(evaluate(browser, """(async () => {
      const field = document.querySelector('[data-search-page] input');
      const said = document.querySelector('#found'), list = document.querySelector('ol.found');
      said.textContent = '…';
      field.value = %s;
      field.dispatchEvent(new Event('input'));
      for (let turn = 0; turn < 200 && said.textContent === '…'; turn++)
        await new Promise(go => setTimeout(go, 20));
      return JSON.stringify({said: said.textContent,
        hrefs: [...list.querySelectorAll('a')].map(a => a.getAttribute('href')),
        texts: [...list.querySelectorAll('li')].map(li => li.innerText)});
    })()""" % json.dumps(query)))


def press(browser, key):
    code = KEYS[key]
    text = {"/": "/", "Enter": "\r"}.get(key)
    event = dict(key=key, code=key, windowsVirtualKeyCode=code)
    browser.call("Input.dispatchKeyEvent", type="keyDown", **event, **({"text": text} if text else {}))
    browser.call("Input.dispatchKeyEvent", type="keyUp", **event)


def slip(word, chance):
    """The word with one letter more, less or another, or with two that changed places."""
    at = chance.randrange(len(word) - 1)
    return chance.choice([
        word[:at] + word[at + 1:], word[:at] + "q" + word[at:], word[:at] + "q" + word[at + 1:],
        word[:at] + word[at + 1] + word[at] + word[at + 2:]])


def searches(changes, chance):
    """Queries, each with the id that has to be found and whether it has to be the first."""
    for change in chance.sample(changes, min(6, len(changes))):
        name, title = change["id"], change["title"] or ""
        yield name, name, True
        yield name.lower(), name, True
        words = re.findall(r"[A-Za-z]{6,}", title)
        if words:
            yield title, name, False
            yield f"{name[:8]} {title}", name, False
            word = chance.choice(words)
            yield f"{word[:4]} {name}", name, False
            slipped = slip(word, chance)
            if slipped.lower() != word.lower():
                yield f"{slipped} {name}", name, False
        for person in [change.get("requester")]:
            if person:
                yield f"{person} {name}", name, False
        for system in change["systems"][:1]:
            yield f"{system} {name}", name, False


def odd_site(binary, folder):
    """A site of records with odd titles, and the queries with what has to be found."""
    policy = folder / "content" / "policy"
    changes = folder / "content" / "changes"
    changes.mkdir(parents=True)
    shutil.copytree(ROOT / "content" / "policy", policy)
    queries = []
    for number, (title, wanted) in enumerate(ODD):
        name = f"CHG-2026-{number + 1:04}"
        (changes / f"{name}.md").write_text(
            f"---\nid: {name}\ntitle: {json.dumps(title, ensure_ascii=False)}\n---\n\nText.\n")
        queries += [(query, name) for query in wanted + [title]]
    subprocess.run([binary, "build", "--root", folder, "--output", folder / "site", "--quiet"],
                   check=True)
    return folder / "site", queries


def odd(browser, binary):
    """Faults of searching what is written in any script."""
    faults = []
    with tempfile.TemporaryDirectory() as folder:
        site, queries = odd_site(binary, pathlib.Path(folder))
        browser.open((site / "search" / "index.html").as_uri(), 390, "dark")
        for query, name in queries:
            found = results(browser, query)
            if not any(name in text for text in found["texts"]):
                faults.append(f"{query!r} does not find {name}: {found['said']}")
            if evaluate(browser, "document.querySelectorAll('ol.found script, ol.found b').length"):
                faults.append(f"{query!r} shows markup of a title")
        faults += [f"odd titles: console: {message}" for message in browser.messages]
    return faults, len(queries)


def keyboard(browser, address):
    """Faults of moving through the results, and of the header's field on another page."""
    faults = []
    focus = "document.activeElement.tagName + (document.activeElement.type || '')"
    browser.open(address + "index.html", 390, "light")
    if evaluate(browser, "document.querySelector('header [type=search]') !== null") is not True:
        faults.append("the header has no field")
    press(browser, "/")
    if evaluate(browser, focus) != "INPUTsearch":
        faults.append("/ does not lead to the field")
    browser.call("Input.insertText", text="change")
    press(browser, "Enter")
    for _ in range(100):
        try:
            if evaluate(browser, "document.querySelectorAll('ol.found a').length > 1"):
                break
        except RuntimeError:
            pass
    else:
        faults.append("Enter in the header's field shows no results")
    if not evaluate(browser, "location.search").endswith("?q=change"):
        faults.append("the address does not hold what was asked")
    evaluate(browser, "document.querySelector('[data-search-page] input').focus()")
    seen = "[...document.querySelectorAll('ol.found a')].indexOf(document.activeElement)"
    for key, place in [("ArrowDown", 0), ("ArrowDown", 1), ("ArrowUp", 0), ("ArrowUp", -1),
                       ("ArrowDown", 0), ("Escape", -1)]:
        press(browser, key)
        if evaluate(browser, seen) != place:
            faults.append(f"{key} does not lead to {place}")
    if evaluate(browser, focus) != "INPUTsearch":
        faults.append("Escape does not lead back to the field")
    if evaluate(browser, "document.documentElement.scrollWidth > innerWidth"):
        faults.append("the results are wider than a phone")
    press(browser, "Escape")
    for _ in range(50):
        if evaluate(browser, "document.querySelectorAll('ol.found a').length") == 0:
            break
    else:
        faults.append("Escape does not clear the field")
    browser.call("Emulation.setScriptExecutionDisabled", value=True)
    browser.call("Page.navigate", url=address + "search/index.html")
    while browser.receive().get("method") != "Page.loadEventFired":
        pass
    browser.call("Emulation.setScriptExecutionDisabled", value=False)
    if not evaluate(browser, "document.body.innerText.includes('needs JavaScript')"
                             " && !document.querySelector('form.search').offsetParent"):
        faults.append("without scripts the page does not say so")
    return faults


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("site", type=pathlib.Path)
    parser.add_argument("--binary", type=pathlib.Path,
                        help="the program, to make a site of odd titles with")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    site, seed = options.site.resolve(), options.seed
    changes = json.loads((site / "data" / "changes.json").read_text())["changes"]
    handler = functools.partial(Quiet, directory=str(site))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    faults, asked, most = [], 0, 0
    browser = Browser()
    try:
        for address in [site.as_uri() + "/", f"http://127.0.0.1:{server.server_port}/"]:
            for query, wanted, is_first in searches(changes, random.Random(seed)):
                browser.open(address + "search/index.html", 1440, "light")
                Quiet.asked.clear()
                found = results(browser, query)
                asked += 1
                most = max(most, sum(Quiet.asked))
                hits = [n for n, text in enumerate(found["texts"]) if wanted in text]
                if not hits or is_first and hits[0] != 0:
                    faults.append(f"{query!r} does not find {wanted}: {found['said']} {found['texts'][:2]}")
                faults += [f"{query!r}: console: {message}" for message in browser.messages]
            nothing = results(browser, "zzqxzzq vvkqvv")
            if nothing["hrefs"] or "No results" not in nothing["said"]:
                faults.append(f"what nobody wrote is found: {nothing}")
            faults += [f"{address[:5]}: {fault}" for fault in keyboard(browser, address)]
        if options.binary:
            others, count = odd(browser, options.binary.resolve())
            faults += others
            asked += count
    finally:
        browser.close()
        server.shutdown()
    if most > MOST_BYTES:
        faults.append(f"an answer takes {most} bytes of the index, at most {MOST_BYTES}")
    print("\n".join(faults + [f"{asked} searches, at most {most} bytes each, {len(faults)} faults"]))
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
