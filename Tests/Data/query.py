#!/usr/bin/env python3
"""Reads every export with DuckDB, without options, and compares the guide's queries with the results it shows.

usage: query.py PROGRAM [--rewrite]

Checks that columns get the types they have, that tables and JSON Lines hold the same rows, and that each query of
content/guide/querying-the-data.md gives the table below it. With --rewrite the tables are written into the page.
Ends with 1 where anything differs.
"""

import os
import pathlib
import re
import subprocess
import sys
import tempfile

import duckdb

ROOT = pathlib.Path(__file__).resolve().parents[2]
PAGE = ROOT / "content/guide/querying-the-data.md"
AS_OF = "2026-11-20T12:00Z"
SUBJECTS = ["windows", "freezes", "changes", "findings", "figures"]
INSTANT = "TIMESTAMP WITH TIME ZONE"
TYPES = {
    "windows.csv": {"name": "VARCHAR", "start": INSTANT, "end": INSTANT, "seconds": "BIGINT", "line": "BIGINT", "clause": "VARCHAR"},
    "windows.jsonl": {"start": INSTANT, "end": INSTANT, "seconds": "BIGINT", "line": "BIGINT", "clause": "VARCHAR"},
    "freezes.csv": {"start": INSTANT, "end": INSTANT, "seconds": "BIGINT", "systems": "VARCHAR"},
    "freezes.jsonl": {"start": INSTANT, "end": INSTANT, "systems": "VARCHAR[]"},
    "changes.csv": {"id": "VARCHAR", "requested": INSTANT, "last_approval": INSTANT, "scheduled_start": INSTANT, "started": INSTANT,
                    "deployed": INSTANT, "rolled_back": INSTANT, "closed": INSTANT, "readable": "BOOLEAN"},
    "changes.jsonl": {"requested": INSTANT, "started": INSTANT, "deployed": INSTANT, "systems": "VARCHAR[]", "readable": "BOOLEAN",
                      "scheduled": f'STRUCT("end" {INSTANT}, "start" {INSTANT})'},
    "findings.csv": {"code": "VARCHAR", "line": "BIGINT", "column": "BIGINT", "waived_at": INSTANT},
    "findings.jsonl": {"code": "VARCHAR", "line": "BIGINT", "column": "BIGINT"},
    "figures.csv": {"period": "VARCHAR", "start": INSTANT, "end": INSTANT, "provisional": "BOOLEAN", "k": "BIGINT", "n": "BIGINT",
                    "value": "DOUBLE", "low": "DOUBLE", "high": "DOUBLE", "ids": "VARCHAR"},
    "figures.jsonl": {"period": "VARCHAR", "start": INSTANT, "end": INSTANT, "provisional": "BOOLEAN", "k": "BIGINT", "n": "BIGINT",
                      "value": "DOUBLE", "ids": "VARCHAR[]"},
}
QUERY = re.compile(r"```sql\n(SELECT .*?)```\n\n((?:\|[^\n]*\n)*)", re.DOTALL)


def export(program, root, folder):
    for subject in SUBJECTS:
        for form in ["csv", "jsonl"]:
            with open(folder / f"{subject}.{form}", "wb") as file:
                subprocess.run([program, "export", subject, "--format", form, "--root", str(root), "--as-of", AS_OF],
                               stdout=file, check=True)


def check_types():
    faults = []
    for name, expected in TYPES.items():
        found = {row[0]: row[1] for row in duckdb.sql(f"DESCRIBE FROM '{name}'").fetchall()}
        faults += [f"{name}: {column} is read as {found.get(column)}, not as {kind}"
                   for column, kind in expected.items() if found.get(column) != kind]
    for subject in SUBJECTS:
        rows = [duckdb.sql(f"SELECT count(*) FROM '{subject}.{form}'").fetchall()[0][0] for form in ["csv", "jsonl"]]
        if rows[0] != rows[1] or not rows[0]:
            faults.append(f"{subject}: {rows[0]} rows in the table and {rows[1]} in JSON Lines")
    return faults


def check_empty(folder):
    """A table without rows still has its columns."""
    head = (folder / "windows.csv").read_bytes().split(b"\r\n")[0] + b"\r\n"
    (folder / "empty.csv").write_bytes(head)
    found = [row[0] for row in duckdb.sql("DESCRIBE FROM 'empty.csv'").fetchall()]
    return [] if found == head.decode().strip().split(",") else [f"empty.csv: the columns are {found}"]


def markdown(relation):
    """A table whose cells are as wide as they have to be."""
    rows = [[str(name) for name in relation.columns]] + [["" if c is None else str(c) for c in row] for row in relation.fetchall()]
    rule = ["---:" if str(kind) in ("BIGINT", "DOUBLE", "HUGEINT") else "---" for kind in relation.types]
    rows.insert(1, rule)
    return "".join(f"| {' | '.join(row)} |\n" for row in rows)


def main():
    program = str(pathlib.Path(sys.argv[1]).resolve())
    page = PAGE.read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory(prefix="changebook-data-") as name:
        folder = pathlib.Path(name)
        export(program, ROOT, folder)
        os.chdir(folder)
        duckdb.sql("SET TimeZone = 'UTC'")
        faults = check_types() + check_empty(folder)
        queries = QUERY.findall(page)
        if len(queries) < 3:
            faults.append(f"{PAGE.name}: {len(queries)} queries with a result, three or more are expected")
        for query, shown in queries:
            result = markdown(duckdb.sql(query))
            if result == shown:
                continue
            if "--rewrite" in sys.argv:
                page = page.replace(query + "```\n\n" + shown, query + "```\n\n" + result + ("" if shown else "\n"))
            else:
                faults.append(f"{PAGE.name}: the query\n{query}gives\n{result}and the page shows\n{shown}")
        os.chdir("/")
    if "--rewrite" in sys.argv:
        PAGE.write_text(page, encoding="utf-8")
    for fault in faults:
        print(fault)
    checks = len(TYPES) + len(SUBJECTS) + 1 + len(queries)
    print(f"{max(0, checks - len(faults))} passed, {len(faults)} failed")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
