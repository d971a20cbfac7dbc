"""Writes a site of N change records of about 2.7 KB over three years, the same for every run."""

import datetime
import pathlib
import random
import sys

SYSTEMS = ["rpc-gateway", "validator-fleet", "runtime", "indexer", "bridge-relay", "explorer"]
SUBJECTS = ["certificates", "connection pool", "peer limits", "cache size", "log format",
            "storage layout", "rate limits", "block import queue", "health checks", "backups"]
VERBS = ["Rotate", "Raise", "Tune", "Replace", "Trim", "Move", "Split", "Harden"]
OUTCOMES = ["successful"] * 17 + ["successful-with-issues", "failed", "rolled-back"]
WORDS = ("gateway node validator block import queue latency peer session cache store index relay "
         "finality epoch snapshot restart drain traffic canary metric alert dashboard budget error "
         "request response header certificate key vault deploy revert observe compare confirm "
         "operator reviewer approve schedule window freeze record proof").split()


def sentence(rng, words):
    picked = [rng.choice(WORDS) for _ in range(words)]
    return " ".join(picked).capitalize() + "."


def paragraph(rng, sentences):
    return " ".join(sentence(rng, rng.randint(9, 15)) for _ in range(sentences))


def record(rng, number):
    start = datetime.datetime(2024, 1, 2) + datetime.timedelta(minutes=number * 155 % 1_570_000)
    kind = rng.choices(["Standard", "Normal", "Emergency", "Runtime Upgrade"], [25, 65, 6, 4])[0]
    risk = rng.choice(["Low", "Medium", "High", "Critical"])
    system = rng.choice(SYSTEMS)
    subject = f"{rng.choice(VERBS)} {rng.choice(SUBJECTS)} of {system}"
    outcome = rng.choice(OUTCOMES)
    stamp = lambda hours: (start + datetime.timedelta(hours=hours)).strftime("%Y-%m-%dT%H:%MZ")
    tick = lambda names, name: "  ".join(f"[{'x' if n == name else ' '}] {n}" for n in names)
    rollback = f"rollback: {{at: {stamp(146)}, trigger: error rate, verified: true}}\n" \
        if outcome == "rolled-back" else ""
    return f"""---
id: CHG-{start.year}-{number:05d}
category: application code
systems: [{system}]
requester: "@{system}-dev"
implementer: "@{system}-oncall"
requested: {stamp(0)}
approvals:
  - {{role: technical, by: "@runtime-lead", at: {stamp(40)}}}
  - {{role: technical, by: "@platform-reviewer", at: {stamp(44)}}}
  - {{role: cab, by: "@cab", at: {stamp(140)}}}
scheduled: {stamp(144)}/{stamp(147)}
started: {stamp(144.5)}
deployed: {stamp(145)}
outcome: {outcome}
{rollback}closed: {stamp(160)}
evidence: {{unit: ci-{number}, integration: ci-{number}-i, staging: st-{number}}}
---
## Change Request: {subject} ({number})

### Summary
{paragraph(rng, 3)}

### Type
{tick(["Standard", "Normal", "Emergency", "Runtime Upgrade"], kind)}

### Risk Level
{tick(["Low", "Medium", "High", "Critical"], risk)}

### Justification
{paragraph(rng, 2)} See [the notes](https://example.org/notes/{number}).

### Technical Details
{paragraph(rng, 2)} The value of `limit_{number % 97}` is **{number % 512}**.

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
- [x] Technical Review: @runtime-lead, @platform-reviewer
- [x] CAB Approval: @cab

### Schedule
- **Requested date:** {start:%Y-%m-%d}
- **Maintenance window required:** Yes
"""


def generate(folder, count):
    """Writes `count` records below `folder`/content/changes, at most 500 in one folder."""
    rng = random.Random(20260119)
    for number in range(count):
        path = pathlib.Path(folder) / "content" / "changes" / f"{number // 500:04d}"
        if number % 500 == 0:
            path.mkdir(parents=True, exist_ok=True)
        text = record(rng, number)
        year = text[len("---\nid: CHG-"):][:4]
        (path / f"CHG-{year}-{number:05d}.md").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    generate(sys.argv[1], int(sys.argv[2]))
