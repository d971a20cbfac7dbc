"""Prints every monthly report of a built site and checks that it fills at most two A4 pages.

The sheets are made by a real browser and counted as PDF: their number, their size, and that no
card, table or chart may be cut by the end of a sheet.
"""

import argparse
import pathlib
import re
import subprocess
import sys
import tempfile

from look import Browser

MOST_PAGES = 2
A4 = (595, 842)
# Cards, tables and charts of less than a sheet that the end of a sheet may go through.
BLOCKS = """(() => {
  const cut = [];
  for (const block of document.querySelectorAll('.card, main table, main figure, main svg')) {
    const box = block.getBoundingClientRect();
    if (box.height > HEIGHT) continue;
    if (getComputedStyle(block.closest('table, .card, figure') || block).breakInside !== 'avoid')
      cut.push(block.tagName.toLowerCase() + '.' + block.className.toString());
  }
  return JSON.stringify(cut.slice(0, 3));
})()"""


def facts(sheet):
    text = subprocess.run(["pdfinfo", sheet], capture_output=True, text=True, check=True).stdout
    pages = int(re.search(r"^Pages:\s+(\d+)", text, re.M)[1])
    size = re.search(r"^Page size:\s+([\d.]+) x ([\d.]+)", text, re.M)
    return pages, (round(float(size[1])), round(float(size[2])))


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("site", type=pathlib.Path)
    parser.add_argument("--keep", type=pathlib.Path, help="keep the sheets in this folder")
    options = parser.parse_args()
    reports = sorted((options.site.resolve() / "reports" / "monthly").glob("*.html"))
    if not reports:
        sys.exit(f"no monthly reports in {options.site}")
    folder = options.keep or pathlib.Path(tempfile.mkdtemp(prefix="changebook-print-"))
    folder.mkdir(parents=True, exist_ok=True)
    browser = Browser()
    faults = []
    try:
        for report in reports:
            label = report.parent.name
            browser.open(report.as_uri(), 794, "light")
            browser.call("Emulation.setEmulatedMedia", media="print")
            probe = BLOCKS.replace("HEIGHT", "1000")
            cut = browser.call("Runtime.evaluate", expression=probe, returnByValue=True)
            if cut["result"]["value"] != "[]":
                faults.append(f"{label}: may be cut by a page's end: {cut['result']['value']}")
            sheet = folder / f"{label}.pdf"
            browser.pdf(sheet)
            browser.call("Emulation.setEmulatedMedia", media="")
            pages, size = facts(sheet)
            if pages > MOST_PAGES:
                faults.append(f"{label}: {pages} pages, at most {MOST_PAGES}")
            if abs(size[0] - A4[0]) > 1 or abs(size[1] - A4[1]) > 1:
                faults.append(f"{label}: {size[0]} x {size[1]} points are not A4")
    finally:
        browser.close()
    print("\n".join(faults + [f"{len(reports)} monthly reports printed, {len(faults)} faults"]))
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
