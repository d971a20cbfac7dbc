"""Writes a site of N change records of about 2.7 KB over three years, the same for every run.

The years are ordinary ones under the sample policy: work is requested early enough, stands in a
window that its type and risk may use and keeps out of freezes. A few per cent of the records break
a rule. Fifty systems, an incident for every hundred changes and a few declared freezes go with them.
"""

import datetime
import pathlib
import random
import sys

SERVICES = ["rpc-gateway", "validator-fleet", "runtime", "indexer", "bridge-relay", "explorer",
            "telemetry", "faucet", "archive-nodes", "boot-nodes"]
SYSTEMS = [f"{service}-{place}" for service in SERVICES for place in ("eu", "us", "ap", "sa", "test")]
SUBJECTS = ["certificates", "connection pool", "peer limits", "cache size", "log format",
            "storage layout", "rate limits", "block import queue", "health checks", "backups"]
VERBS = ["Rotate", "Raise", "Tune", "Replace", "Trim", "Move", "Split", "Harden"]
PREAPPROVED = ["Dependency updates (patch)", "Monitoring threshold adjustments",
               "Documentation updates"]
TYPES = ["Standard", "Normal", "Emergency", "Runtime Upgrade"]
RISKS = ["Low", "Medium", "High", "Critical"]
OUTCOMES = ["successful"] * 65 + ["successful-with-issues"] * 2 + ["failed", "rolled-back"]
WORDS = ("gateway node validator block import queue latency peer session cache store index relay "
         "finality epoch snapshot restart drain traffic canary metric alert dashboard budget error "
         "request response header certificate key vault deploy revert observe compare confirm "
         "operator reviewer approve schedule window freeze record proof").split()

BEGINNING = datetime.datetime(2024, 1, 8)
MINUTES = 1_578_240  # three years, the last weeks of them still ahead at the beginning of 2027
AS_OF = datetime.datetime(2027, 1, 1)
LAPSES = 0.03
DAY = datetime.timedelta(days=1)


def stamp(moment):
    return moment.strftime("%Y-%m-%dT%H:%MZ")


def sentence(rng, words):
    picked = [rng.choice(WORDS) for _ in range(words)]
    return " ".join(picked).capitalize() + "."


def paragraph(rng, sentences):
    return " ".join(sentence(rng, rng.randint(9, 15)) for _ in range(sentences))


def planned_start(rng, kind, risk, earliest):
    """The first moment after `earliest` at which a change of this type and risk may begin."""
    if kind == "Emergency":
        return earliest
    day = datetime.datetime.combine(earliest.date(), datetime.time()) + DAY
    if rng.random() >= LAPSES:
        if (day.month, day.day) >= (12, 20):
            day = datetime.datetime(day.year + 1, 1, 6) + rng.randint(0, 13) * DAY
        elif (day.month, day.day) <= (1, 5):
            day = datetime.datetime(day.year, 1, 6) + rng.randint(0, 13) * DAY
    if kind == "Standard" or rng.random() < LAPSES:
        hour = rng.randint(6, 21)
    else:
        significant = kind == "Runtime Upgrade" or risk in ("High", "Critical")
        hour = rng.choice([2, 3]) if significant or rng.random() < 0.3 else rng.choice([14, 15])
    return day + datetime.timedelta(hours=hour, minutes=rng.choice([0, 15, 30]))


def approvals(kind, requested, start):
    """The lines of front matter, and those of the section."""
    before = lambda minutes: max(start - datetime.timedelta(minutes=minutes), requested)
    signed = [("technical", "@runtime-lead", before(300)), ("technical", "@platform-reviewer", before(240))]
    if kind == "Normal":
        signed.append(("cab", "@cab", before(70)))
    elif kind == "Emergency":
        signed.append(("emergency cab", "@engineering-lead", before(20)))
    elif kind == "Runtime Upgrade":
        signed.insert(2, ("security", "@security-reviewer", before(200)))
        signed.insert(3, ("security", "@security-lead", before(180)))
    lines = "\n".join(f'  - {{role: {role}, by: "{by}", at: {stamp(at)}}}' for role, by, at in signed)
    boxes = ["- [x] Technical Review: @runtime-lead, @platform-reviewer"]
    if kind == "Runtime Upgrade":
        boxes.append("- [x] Security Review: @security-reviewer, @security-lead")
        boxes.append("- [x] Governance Vote: passed")
    elif kind == "Normal":
        boxes.append("- [x] CAB Approval: @cab")
    elif kind == "Emergency":
        boxes.append("- [x] Emergency CAB: @engineering-lead")
    return lines, "\n".join(boxes)


def outcome_facts(rng, kind, requested, start):
    """What the front matter says of work that was done."""
    after = lambda minutes: stamp(start + datetime.timedelta(minutes=minutes))
    outcome = rng.choice(OUTCOMES)
    if kind == "Runtime Upgrade" and outcome == "rolled-back":
        outcome = "failed"
    lines = [f"started: {after(5)}", f"deployed: {after(45)}", f"outcome: {outcome}"]
    if outcome == "rolled-back":
        lines.append(f"rollback: {{at: {after(80)}, trigger: error rate, verified: true}}")
    if outcome in ("rolled-back", "failed") and rng.random() >= LAPSES:
        lines.append("post_mortem: https://example.org/post-mortems")
    lines.append(f"closed: {after(1200)}")
    if kind == "Emergency":
        late = rng.random() < LAPSES
        lines.append(f'review: {{at: {after(5000 if late else 1100)}, by: "@engineering-lead", '
                     'notes: Cause and cure are understood.}')
    return "\n".join(lines) + "\n"


def runtime_facts(requested, start, number):
    close = start - datetime.timedelta(hours=2)
    return f"""runtime:
  spec_version: {100 + number}
  wasm_hash: 0x{number:064x}
  changelog: https://example.org/releases/{number}
  migration_notes: https://example.org/migrations/{number}
  proposal: referendum {number}
  voting: {{from: {stamp(close - 7 * DAY)}, to: {stamp(close)}, aye: 44, nay: 5}}
  enacted_at_block: {1_000_000 + number * 300}
  enacted: {stamp(start + datetime.timedelta(minutes=45))}
"""


def record(rng, number, count):
    requested = BEGINNING + datetime.timedelta(minutes=number * MINUTES // count)
    kind = rng.choices(TYPES, [28, 64, 4, 4])[0]
    weights = {"Standard": [80, 20, 0, 0], "Normal": [35, 45, 18, 2],
               "Emergency": [0, 20, 40, 40], "Runtime Upgrade": [0, 0, 30, 70]}[kind]
    risk = rng.choices(RISKS, weights)[0]
    system = rng.choice(SYSTEMS)
    subject = f"{rng.choice(VERBS)} {rng.choice(SUBJECTS)} of {system}"
    if kind == "Standard":
        subject = f"{rng.choice(PREAPPROVED)}: {subject}"
    hasty = rng.random() < LAPSES
    lead = {"Standard": 0, "Normal": rng.randint(1, 3) if hasty else rng.randint(5, 9),
            "Emergency": 0, "Runtime Upgrade": rng.randint(8, 14)}[kind] * DAY
    earliest = requested + (datetime.timedelta(minutes=25) if kind == "Emergency" else lead)
    start = planned_start(rng, kind, risk, earliest)
    if kind == "Runtime Upgrade":
        category = "[pallet code, runtime upgrade]"
    elif kind == "Standard":
        category = "configuration\nsecurity_relevant: false"
    else:
        category = "[application code, bug fix]\nsecurity_relevant: false"
    signed, boxes = approvals(kind, requested, start)
    is_done = start + datetime.timedelta(hours=2) <= AS_OF
    done = outcome_facts(rng, kind, requested, start) if is_done else ""
    if kind == "Runtime Upgrade":
        done += runtime_facts(requested, start, number)
    incident = number // 100
    if kind == "Emergency" and number % 100 < 12 and incident * 100 + 100 <= count:
        done += f"incident: {incident_id(incident, count)}\n"
    tick = lambda names, name: "  ".join(f"[{'x' if n == name else ' '}] {n}" for n in names)
    evidence = f"unit: ci-{number}, integration: ci-{number}-i, staging: st-{number}"
    return requested.year, f"""---
id: CHG-{requested.year}-{number:05d}
category: {category}
systems: [{system}]
requester: "@{system}-dev"
implementer: "@{system}-oncall"
requested: {stamp(requested)}
approvals:
{signed}
scheduled: {stamp(start)}/{stamp(start + datetime.timedelta(hours=2))}
{done}evidence: {{{evidence}}}
---
## Change Request: {subject} ({number})

### Summary
{paragraph(rng, 3)}

### Type
{tick(TYPES, kind)}

### Risk Level
{tick(RISKS, risk)}

### Justification
{paragraph(rng, 3)} See [the notes](https://example.org/notes/{number}).

### Technical Details
{paragraph(rng, 4)} The value of `limit_{number % 97}` is **{number % 512}**.

### Impact Assessment
- **Systems affected:** {system}
- **Users affected:** none
- **Downtime required:** no
- **Performance impact:** {sentence(rng, 5)}

### Implementation Plan
1. {sentence(rng, 7)}
2. {sentence(rng, 7)}
3. {sentence(rng, 7)}

### Rollback Plan
1. {sentence(rng, 7)}
2. {sentence(rng, 6)}

### Testing Evidence
- [x] Unit tests pass
- [x] Integration tests pass
- [x] Staging deployment successful
- [ ] Security review complete (if required)

### Approvals
{boxes}

### Schedule
- **Requested date:** {requested:%Y-%m-%d}
- **Maintenance window required:** Yes
"""


LOST_SECTIONS = ("### Justification", "### Impact Assessment", "### Rollback Plan", "### Approvals")


def neglected(text):
    """The record without its approvals, its requester, three of its sections and its evidence: each of
    them is a finding or two."""
    head, body = text.split("\n---\n", 1)
    lines = [line for line in head.split("\n")
             if not line.startswith(("approvals:", "  - {role:", "requester:", "evidence:"))]
    kept, is_lost = [], False
    for line in body.split("\n"):
        if line.startswith("### "):
            is_lost = line in LOST_SECTIONS
        if not is_lost:
            kept.append(line)
    return "\n".join(lines) + "\n---\n" + "\n".join(kept)


def incident_start(number, count):
    return BEGINNING + datetime.timedelta(minutes=number * 100 * MINUTES // count)


def incident_id(number, count):
    return f"INC-{incident_start(number, count).year}-{number:03d}"


def incident(rng, number, count):
    start = incident_start(number, count)
    return f"""---
id: {incident_id(number, count)}
severity: {rng.choice(["low", "high", "critical"])}
systems: [{rng.choice(SYSTEMS)}]
started: {stamp(start)}
resolved: {stamp(start + datetime.timedelta(minutes=rng.randint(20, 400)))}
---
# {sentence(rng, 6)[:-1]}

{paragraph(rng, 4)}
"""


def freeze(rng, number):
    start = datetime.datetime(2024 + number // 3, 3 + number % 3 * 3, rng.randint(1, 20))
    systems = ", ".join(sorted(rng.sample(SYSTEMS, 3)))
    return f"""---
name: Major event {number + 1}
from: {stamp(start)}
to: {stamp(start + 3 * DAY)}
systems: [{systems}]
allowed: Emergency only
declared: {{by: "@ops-lead", at: {stamp(start - 30 * DAY)}}}
---
# Major event {number + 1}

{paragraph(rng, 3)}
"""


def generate(folder, count, with_many_findings=False):
    """Writes `count` records below `folder`/content/changes, at most 500 in one folder."""
    rng = random.Random(20260119)
    content = pathlib.Path(folder) / "content"
    for number in range(count):
        path = content / "changes" / f"{number // 500:04d}"
        if number % 500 == 0:
            path.mkdir(parents=True, exist_ok=True)
        year, text = record(rng, number, count)
        if with_many_findings:
            text = neglected(text)
        (path / f"CHG-{year}-{number:05d}.md").write_text(text, encoding="utf-8")
    for name in ("incidents", "freezes"):
        (content / name).mkdir(parents=True, exist_ok=True)
    for number in range(count // 100):
        path = content / "incidents" / f"{incident_id(number, count)}.md"
        path.write_text(incident(rng, number, count), encoding="utf-8")
    for number in range(9):
        path = content / "freezes" / f"event-{number + 1}.md"
        path.write_text(freeze(rng, number), encoding="utf-8")


if __name__ == "__main__":
    generate(sys.argv[1], int(sys.argv[2]))
