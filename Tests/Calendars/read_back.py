#!/usr/bin/env python3
"""Reads the feeds back with another library and compares every interval of two years with the program's own.

usage: read_back.py PROGRAM

For each site of sites.py: windows, freezes and changes as iCalendar, expanded by recurring-ical-events, against
`changebook export --format jsonl`; once with the reader's own time zones and once with the feed's VTIMEZONE alone.
Ends with 1 where anything differs.
"""

import datetime as dt
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import zoneinfo

import icalendar
import recurring_ical_events
import sites

AS_OF = "2026-11-20T12:00Z"
FIRST, LAST = dt.date(2026, 1, 1), dt.date(2028, 1, 1)
UTC = dt.timezone.utc


class Comparison:
    def __init__(self):
        self.compared = 0
        self.differences = []

    def expect(self, what, found, expected):
        self.compared += 1
        if found != expected:
            self.differences.append(f"{what}\n    in the feed  {found!r}\n    by changebook {expected!r}")


def run(program, root, *arguments):
    result = subprocess.run(
        [program, *arguments, "--root", str(root), "--as-of", AS_OF], capture_output=True, check=False)
    if result.returncode:
        sys.exit(f"{' '.join(arguments)}: {result.stderr.decode()}")
    return result.stdout


def rows(program, root, subject, *arguments):
    text = run(program, root, "export", subject, "--format", "jsonl", *arguments).decode()
    return [json.loads(line) for line in text.split("\n") if line]


def instant(text):
    return dt.datetime.fromisoformat(text.replace("Z", "+00:00")) if text else None


def merged(intervals, span):
    """The part inside a span, with what touches put together."""
    result = []
    for start, end in sorted((max(a, span[0]), min(b, span[1])) for a, b in intervals):
        if start >= end:
            continue
        if result and start <= result[-1][1]:
            result[-1] = (result[-1][0], max(end, result[-1][1]))
        else:
            result.append((start, end))
    return result


def check_form(name, data, comparison):
    """What RFC 5545 asks of every line, whatever it says."""
    lines = data.split(b"\r\n")
    comparison.expect(f"{name}: ends with CRLF", lines.pop(), b"")
    comparison.expect(f"{name}: no line of its own ends otherwise", [l for l in lines if b"\n" in l or b"\r" in l], [])
    comparison.expect(f"{name}: lines of at most 75 octets", [l for l in lines if len(l) > 75], [])
    for line in lines:
        line.decode("utf-8")
    allowed = {"VCALENDAR", "VEVENT", "VTIMEZONE", "STANDARD", "DAYLIGHT"}
    begun = {line[6:].decode() for line in lines if line.startswith(b"BEGIN:")}
    comparison.expect(f"{name}: components", begun - allowed, set())


def occurrences(calendar, span):
    found = {}
    for event in recurring_ical_events.of(calendar).between(*span):
        start, end = event.start.astimezone(UTC), event.end.astimezone(UTC)
        found.setdefault(str(event["SUMMARY"]), []).append((start, end))
    return found


def compare_series(name, data, expected, kind, span, comparison):
    """The intervals of windows or freezes, name by name."""
    wanted = {}
    for row in expected:
        end = instant(row["end"]) or span[1]
        wanted.setdefault(f"{kind}: {row['name']}", []).append((instant(row["start"]), end))
    # Under a name that nobody knows, a reader has nothing but the feed's own description of the zone.
    unknown = re.sub(rb"(TZID[=:])([A-Za-z]+/)", rb"\1Elsewhere-\2", unfolded(data))
    for reading, text in [("known zones", data), ("described zones", unknown)]:
        calendar = icalendar.Calendar.from_ical(text)
        found = occurrences(calendar, span)
        comparison.expect(f"{name}, {reading}: names", sorted(found), sorted(wanted))
        for title in sorted(wanted):
            a, b = merged(found.get(title, []), span), merged(wanted[title], span)
            comparison.compared += len(b)
            if a != b:
                for start, end in sorted(set(a) ^ set(b))[:6]:
                    side = "only in the feed" if (start, end) in a else "only by changebook"
                    comparison.differences.append(f"{name}, {reading}: {title}: {side}: {start} to {end}")


def unfolded(data):
    return data.replace(b"\r\n ", b"")


def plain(text):
    """What a calendar can hold of a text: line ends are one kind, other control characters none."""
    text = re.sub("\r\n|[\r\x0b\x0c\x85\u2028\u2029]", "\n", text)
    return re.sub("[\x00-\x08\x0e-\x1f\x7f-\x9f]", "", text)


def change_times(row):
    started = instant(row["started"])
    ended = instant((row["rollback"] or {}).get("at")) if row["outcome"] == "rolled-back" else None
    ended = ended or instant(row["deployed"]) or instant(row["closed"])
    planned = row["scheduled"] and (instant(row["scheduled"]["start"]), instant(row["scheduled"]["end"]))
    if started or row["deployed"]:
        start = started or ended
        return start, max(start, ended or (planned and planned[1]) or start)
    return planned


def compare_changes(name, data, expected, comparison):
    events = {e["UID"]: e for e in icalendar.Calendar.from_ical(data).walk("VEVENT")}
    wanted = {f"change-{r['id']}@POL-ORACLE-1": r for r in expected if change_times(r)}
    comparison.expect(f"{name}: changes", sorted(map(str, events)), sorted(wanted))
    for uid, row in wanted.items():
        event = events.get(uid)
        if event is None:
            continue
        start, end = change_times(row)
        comparison.expect(f"{name}: {uid} times", (event.start.astimezone(UTC), event.end.astimezone(UTC)), (start, end))
        comparison.expect(f"{name}: {uid} name", str(event["SUMMARY"]), plain(f"{row['id']} {row['title']}"))
        lines = [f"Type: {row['type']}"]
        lines += [f"Outcome: {row['outcome']}"] if row["outcome"] else []
        lines += [f"Systems: {', '.join(row['systems'])}"] if row["systems"] else []
        told = str(event["DESCRIPTION"]).split("\n")
        # What the gate answers for a planned change comes last; a finished one has no such line.
        gate = told.pop() if told[-1].startswith("Gate: ") else ""
        comparison.expect(f"{name}: {uid} text", "\n".join(told), plain("\n".join(lines)))
        answers = ("Gate: open", "Gate: blocked", "Gate: unknown", "Gate: not approved")
        comparison.expect(f"{name}: {uid} gate", not gate or gate.startswith(answers) and not row["outcome"], True)
        state = ("CANCELLED" if row["outcome"] in ("cancelled", "rejected")
                 else "TENTATIVE" if row["stage"] in ("requested", "reviewed") else "CONFIRMED")
        comparison.expect(f"{name}: {uid} status", str(event["STATUS"]), state)


def compare_texts(name, data, expected, kind, comparison):
    """What windows and freezes say in words."""
    texts = {}
    for event in icalendar.Calendar.from_ical(data).walk("VEVENT"):
        texts.setdefault(str(event["SUMMARY"]), []).append(str(event["DESCRIPTION"]))
    for row in expected:
        title = plain(f"{kind}: {row['name']}")
        line = (f"Purpose: {row['purpose']}" if kind == "Window"
                else f"Systems: {', '.join(row['systems']) or 'all'}")
        found = any(plain(line) in text for text in texts.get(title, []))
        comparison.expect(f"{name}: {title} says `{line}`", found, True)


def compare_site(program, root, name, zone, comparison):
    zone = zoneinfo.ZoneInfo(zone)
    span = tuple(dt.datetime(d.year, d.month, d.day, tzinfo=zone).astimezone(UTC) for d in (FIRST, LAST))
    site = root / "out"
    run(program, root, "build", "--output", str(site), "--quiet")
    feeds = {path.name: path.read_bytes() for path in sorted((site / "data").rglob("*.ics"))}
    for file, data in feeds.items():
        check_form(f"{name}/{file}", data, comparison)
    for subject, kind in [("windows", "Window"), ("freezes", "Freeze")]:
        data = feeds[f"{subject}.ics"]
        comparison.expect(f"{name}/{subject}: the file of export", run(program, root, "export", subject, "--format", "ics"), data)
        expected = rows(program, root, subject, "--from", str(FIRST), "--to", str(LAST))
        compare_series(f"{name}/{subject}", data, expected, kind, span, comparison)
        compare_texts(f"{name}/{subject}", data, expected, kind, comparison)
    changes = rows(program, root, "changes")
    compare_changes(f"{name}/changes", feeds["changes.ics"], changes, comparison)
    # The feed of everything holds the events of the other three, and a system's some of them.
    parts = sum((uids(feeds[f"{part}.ics"]) for part in ["windows", "freezes", "changes"]), [])
    comparison.expect(f"{name}: events of calendar.ics", uids(feeds["calendar.ics"]), parts)
    comparison.expect(f"{name}: UIDs are unique", len(set(parts)), len(parts))
    for file, data in feeds.items():
        comparison.expect(f"{name}/{file}: known events", set(uids(data)) - set(parts), set())


def uids(data):
    return [str(event["UID"]) for event in icalendar.Calendar.from_ical(data).walk("VEVENT")]


def main():
    program = str(pathlib.Path(sys.argv[1]).resolve())
    total = Comparison()
    for name, settings, zone, files in sites.sites():
        comparison = Comparison()
        with tempfile.TemporaryDirectory(prefix="changebook-calendars-") as folder:
            root = pathlib.Path(folder)
            (root / "changebook.yml").write_text(settings, encoding="utf-8")
            for path, text in files.items():
                (root / path).parent.mkdir(parents=True, exist_ok=True)
                (root / path).write_text(text, encoding="utf-8", newline="")
            compare_site(program, root, name, zone, comparison)
        print(f"{name}: {comparison.compared} compared, {len(comparison.differences)} different")
        for difference in comparison.differences[:20]:
            print(f"  {difference}")
        total.compared += comparison.compared
        total.differences += comparison.differences
    print(f"{total.compared - len(total.differences)} passed, {len(total.differences)} failed")
    sys.exit(1 if total.differences or not total.compared else 0)


if __name__ == "__main__":
    main()
