"""Small sites whose calendars are hard to write: zones, clock changes, leap days, versions, hostile names."""

import json

TYPES = """
## 3. Types

| Type | Approval | Lead Time |
|---|---|---|
| Standard | Pre-approved | Immediate |
| Normal | CAB review | 5 days |
| Emergency | Emergency CAB | Immediate |
"""

# Texts that a calendar must give back as they are; line ends and control characters apart.
HOSTILE = [
    "END:VEVENT",
    "comma, semicolon; colon: backslash\\ and \\n",
    "quotes \" ' and ^n",
    "\u202eright to left \u05d0\u05d1\u05d2\u202c",
    "👩🏽‍🚀" * 24,
    "x" * 300,
    "é" * 150 + "漢字" * 40,
    "tab\there",
]


def policy(windows, freezes, effective="2026-01-19", version="1.0", zone=None):
    """A policy with rows (name, time, purpose) and (name, duration, allowed)."""
    lines = ["# Change policy", "", "**Document ID:** POL-ORACLE-1", f"**Version:** {version}"]
    if effective:
        lines.append(f"**Effective Date:** {effective}")
    if zone:
        lines.append(f"**Time Zone:** {zone}")
    lines += [TYPES, "## 8. Windows", "", "| Window | Time | Purpose |", "|---|---|---|"]
    lines += [f"| {' | '.join(cell(c) for c in row)} |" for row in windows]
    lines += ["", "## 9. Freezes", "", "| Period | Duration | Changes Allowed |", "|---|---|---|"]
    lines += [f"| {' | '.join(cell(c) for c in row)} |" for row in freezes]
    return "\n".join(lines) + "\n"


def cell(text):
    """As Markdown text: nothing in it is markup."""
    return "".join("\\" + c if c in "\\`*_{}[]<>|~#" else c for c in text)


def front(**keys):
    """Front matter; values are written as JSON, which YAML reads."""
    lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in keys.items()]
    return "---\n" + "\n".join(lines) + "\n---\n"


def change(number, **keys):
    id = f"CHG-2026-{number:04}"
    return f"content/changes/{id}.md", front(id=id, type="Normal", **keys) + "\n### Summary\nText.\n"


def incident(number, started, resolved=None, systems=(), title="Something broke"):
    id = f"INC-2026-{number:03}"
    keys = dict(id=id, started=started)
    if resolved:
        keys["resolved"] = resolved
    if systems:
        keys["systems"] = list(systems)
    return f"content/incidents/{id}.md", front(**keys) + f"# {title}\n"


def freeze(stem, **keys):
    return f"content/freezes/{stem}.md", front(**keys) + "Text.\n"


WINDOWS = [
    ("Low-traffic", "02:00-06:00", "Significant changes"),
    ("Business hours", "14:00-18:00", "Monitoring-heavy changes"),
    ("Any time", "24/7", "Standard changes"),
]
FREEZES = [
    ("Holiday freeze", "Dec 20 - Jan 5", "Emergency only"),
    ("Major events", "As declared", "Emergency only"),
    ("Post-incident", "48 hours", "Related fixes only"),
]
AWKWARD = [
    ("Night", "01:30-03:30", "Significant changes"),
    ("Gap", "02:10-02:50", "Significant changes"),
    ("Edge", "02:00-03:00", "Significant changes"),
    ("Late", "22:00-02:00", "Significant changes"),
    ("Round", "02:30-02:00", "Significant changes"),
    ("Weekdays", "Tue-Thu 10:00-15:00", "Monitoring-heavy changes"),
    ("Whole days", "Sat-Sun 00:00-24:00", "Monitoring-heavy changes"),
    ("Sundays", "Sun 00:30-04:30", "Monitoring-heavy changes"),
    ("Any time", "24/7", "Standard changes"),
]
YEARLY = [
    ("Holiday freeze", "Dec 20 - Jan 5", "Emergency only"),
    ("Spring", "Mar 20 - Apr 5", "Emergency only"),
    ("Leap day", "Feb 29", "Emergency only"),
    ("To the leap day", "Feb 20 - Feb 29", "Emergency only"),
    ("From the leap day", "Feb 29 - Mar 3", "Emergency only"),
    ("Across February", "Feb 1 - Mar 15", "Emergency only"),
    ("One day", "Oct 25", "None"),
    ("Dated", "2026-03-28 - 2026-03-29", "Emergency only"),
    ("Major events", "As declared", "Emergency only"),
    ("Post-incident", "48 hours", "Related fixes only"),
]
DECLARED = [
    freeze("summit", name="Validator summit", **{"from": "2026-06-09T00:00Z", "to": "2026-06-12T00:00Z"},
           systems=["all"], allowed="Emergency only"),
    freeze("open", name="Until further notice", **{"from": "2026-11-01T00:00Z"},
           systems=["rpc-gateway"], declared={"by": "@ops", "at": "2026-10-30T09:00Z"}),
    incident(1, "2026-05-02T11:20Z", "2026-05-02T14:05Z", ["rpc-gateway"]),
    incident(2, "2026-05-03T11:20Z", "2026-05-05T14:05Z"),
    incident(3, "2026-11-10T08:00Z", None, ["indexer"]),
]
CHANGES = [
    change(1, title="Done", requested="2026-03-02T09:15Z", started="2026-03-09T02:05Z",
           deployed="2026-03-09T02:40Z", outcome="successful", systems=["rpc-gateway"]),
    change(2, title="Planned", requested="2026-11-02T09:15Z",
           scheduled="2026-12-01T02:00Z/2026-12-01T04:00Z", systems=["RPC gateway", "indexer"]),
    change(3, title="Called off", requested="2026-11-02T09:15Z", outcome="cancelled",
           scheduled="2026-12-02T02:00Z/2026-12-02T04:00Z"),
    change(4, title="Rolled back", started="2026-04-01T02:00Z", deployed="2026-04-01T02:10Z",
           outcome="rolled-back", rollback={"at": "2026-04-01T02:50Z"}, systems=["indexer"]),
    change(5, title="Under way", started="2026-11-20T11:00Z",
           scheduled="2026-11-20T11:30Z/2026-11-20T13:00Z"),
    change(6, title="No time at all"),
    change(7, title="An instant", deployed="2026-04-02T02:10Z", outcome="successful"),
    change(8, title="Approved", requested="2026-11-02T09:15Z",
           approvals=[{"role": "cab", "by": "@cab", "at": "2026-11-05T10:00Z"}],
           scheduled="2026-12-03T02:00Z/2026-12-03T04:00Z"),
]


# What people write of the calendar beyond times of every day.
GRAMMAR = [
    ("Weekend", "first full weekend of the month 02:00-06:00", "Significant changes"),
    ("Weekends", "last 2 full weekends of each quarter, 20:00-02:00", "Significant changes"),
    ("Fortnight", "every second weekend from 2026-01-10 01:00-03:00", "Significant changes"),
    ("Clocks", "last Sunday of March and October 01:00-04:00", "Significant changes"),
    ("Nth", "second Tuesday and last Friday of the month 10:00-12:00", "Significant changes"),
    ("Several", "Mon-Thu 09:00-17:00, Fri 09:00-14:00 except last day of the month", "Significant changes"),
    ("Stretch", "Fri 22:00 - Mon 06:00", "Monitoring-heavy changes"),
    ("Any time", "24/7", "Standard changes"),
]
RECURRING = [
    ("Year end", "last 5 business days of the year", "None"),
    ("Quarter end", "last 3 business days of each quarter", "Emergency only"),
    ("Launches", "last full weekend of September and November", "None"),
    ("Turn", "Dec 20 17:00 - Jan 2 09:00", "Emergency only"),
]
AGAIN = [
    freeze("books", name="Books are closed", when="last 3 business days of each month", systems=["ledger"],
           declared={"by": "@cfo", "at": "2026-03-03T09:00Z"}),
    freeze("fridays", name="Quiet Fridays", when="Fridays after 14:00",
           **{"from": "2026-05-01T00:00Z", "to": "2026-12-18T15:30Z"}, allowed="Emergency only"),
]


def sites():
    """Name, settings, the zone of its days, and files by path."""
    yield "utc", "", "UTC", dict([("content/policy/p.md", policy(WINDOWS, FREEZES))] + DECLARED + CHANGES)
    for zone in ["Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Africa/Casablanca"]:
        yield zone, f"zone: {zone}\n", zone, dict(
            [("content/policy/p.md", policy(AWKWARD, YEARLY, effective="2026-02-02"))]
            + DECLARED + CHANGES)
    for zone in ["UTC", "Europe/Berlin", "Australia/Lord_Howe"]:
        yield f"grammar, {zone}", f"zone: {zone}\n", zone, dict(
            [("content/policy/1.md", policy(GRAMMAR, RECURRING, "2026-02-02", "1.0")),
             ("content/policy/2.md", policy(GRAMMAR, RECURRING, "2026-09-01", "2.0"))] + AGAIN)
    yield "utc, leap days", "", "UTC", dict(
        [("content/policy/p.md", policy(AWKWARD, YEARLY, effective=None))])
    yield "zone in the cell", "", "UTC", {
        "content/policy/p.md": policy(
            [("Office", "Mon-Fri 10:00-15:00 America/New_York", "Significant changes"),
             ("Night", "22:00-02:30 Europe/Berlin", "Significant changes"),
             ("Any time", "24/7", "Standard changes")], FREEZES)}
    # The second version comes into force on a day on which the clocks change, within a window, a
    # freeze and an incident's freeze; the third one has the first one's rows again.
    yield "versions", "zone: Europe/Berlin\n", "Europe/Berlin", dict(
        [("content/policy/1.md", policy(AWKWARD, YEARLY, "2026-01-05", "1.0")),
         ("content/policy/2.md", policy(WINDOWS, YEARLY[:2] + FREEZES[1:], "2026-03-29", "2.0")),
         ("content/policy/3.md", policy(AWKWARD, YEARLY, "2027-10-31", "3.0")),
         incident(4, "2026-03-28T11:20Z", "2026-03-29T14:05Z")] + DECLARED)
    names = [h for h in HOSTILE if "\t" not in h]
    yield "hostile names", "", "UTC", dict(
        [("content/policy/p.md", policy(
            [(f"{n} {i}", "02:00-06:00", n) for i, n in enumerate(names)] + [("Any time", "24/7", "All")],
            [(f"{n} {i}", "Dec 20 - Jan 5", "Emergency only") for i, n in enumerate(names)] + FREEZES))]
        + [change(i + 1, title=h, systems=[h[:60], "rpc"], scheduled="2026-12-01T02:00Z/2026-12-01T04:00Z")
           for i, h in enumerate(HOSTILE + ["line\nEND:VEVENT\r\nBEGIN:VALARM", "sep\u2028arator"])]
        + [freeze(f"f{i}", name=h, **{"from": "2026-06-09T00:00Z", "to": "2026-06-12T00:00Z"},
                  systems=[h[:60]], allowed="Emergency only") for i, h in enumerate(HOSTILE)]
        + [incident(i + 1, "2026-07-09T00:00Z", "2026-07-09T01:00Z", title=cell(h))
           for i, h in enumerate(names)])
