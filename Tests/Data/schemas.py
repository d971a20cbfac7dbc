#!/usr/bin/env python3
"""Validates every JSON that the program writes against the schema that its site publishes.

usage: schemas.py PROGRAM

Another library than the program's own reads the schemas. Reports are asked for every month, quarter, year and some weeks of
the sample site, the gate for every state, and a publication is made, changed and made again. Ends with 1 where a document is
not as its schema says, and where a schema would take anything.
"""

import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

import jsonschema

ROOT = pathlib.Path(__file__).resolve().parents[2]
AS_OF = "2026-11-20T12:00Z"
PERIODS = ([("--month", f"2026-{month:02}") for month in range(1, 13)]
           + [("--week", f"2026-W{week:02}") for week in range(1, 53, 5)]
           + [("--quarter", f"2026-Q{quarter}") for quarter in range(1, 5)]
           + [("--year", "2026"), ("--month", "2025-01"), ("--month", "2027-03")])
SUBJECTS = [["--type", "Normal", "--risk", "High"], ["--type", "Emergency"], ["--type", "Standard", "--risk", "Low"], []]


class Checker:
    """Holds documents against the schemas of one site."""

    def __init__(self, program, root, site):
        self.program, self.root, self.faults, self.count = program, root, [], 0
        self.schemas = {file.stem: json.loads(file.read_text()) for file in (site / "data" / "schema").glob("*.json")}
        # Those that no site publishes.
        for name in subprocess.run([program, "schema"], capture_output=True, check=True, text=True).stdout.split():
            if name not in self.schemas:
                printed = subprocess.run([program, "schema", name], capture_output=True, check=True, text=True).stdout
                self.schemas[name] = json.loads(printed)
        for schema in self.schemas.values():
            jsonschema.Draft202012Validator.check_schema(schema)

    def run(self, *arguments):
        """The JSON that a verb prints; every exit status but that of wrong use is an answer."""
        result = subprocess.run([self.program, *arguments, "--root", str(self.root), "--as-of", AS_OF], capture_output=True, text=True)
        if result.returncode == 64 or not result.stdout:
            sys.exit(f"{' '.join(arguments)} ended with {result.returncode}: {result.stderr}")
        return json.loads(result.stdout)

    def check(self, name, document, what):
        validator = jsonschema.Draft202012Validator(self.schemas[name])
        self.faults += [f"{what}: /{'/'.join(map(str, fault.absolute_path))}: {fault.message[:160]}"
                        for fault in validator.iter_errors(document)]
        # A document of another kind has to be refused, or the schema says nothing.
        if not list(validator.iter_errors(document | {"surplus": 1})):
            self.faults.append(f"{what}: the schema {name} takes a member that it does not know")
        self.count += 1

    def check_all(self, site):
        for name in ["changes", "figures", "findings", "history", "restatements"]:
            self.check(name, json.loads((site / "data" / f"{name}.json").read_text()), f"data/{name}.json")
        self.check("findings", self.run("check", "--format", "json"), "check")
        for option, label in PERIODS:
            self.check("report", self.run("report", option, label, "--format", "json"), f"report {option} {label}")
        for subject in SUBJECTS:
            for at in ["2026-11-21T03:00Z", "2026-12-24T12:00Z", "2026-11-25T14:00Z"]:
                document = self.run("gate", *subject, "--at", at, "--format", "json")
                self.check("gate", document, f"gate {' '.join(subject)} {at}")
        records = sorted((self.root / "content" / "changes").rglob("*.md"))
        for record in records[::7] + records[-3:]:
            for arguments in [[], ["--for", "90m", "--count", "20"], ["--for", "9h"]]:
                self.check("next", self.run("next", record.stem, *arguments, "--format", "json"), f"next {record.stem}")
        for label in ["2026-Q3", "2026-Q4"]:
            document = self.run("reconcile", "--quarter", label, "--format", "json")
            self.check("reconciliation", document, f"reconcile {label}")
        known = self.root.parent / "known.json"
        subprocess.run([self.program, "check", "--write-baseline", str(known), "--root", str(self.root), "--as-of", AS_OF, "--quiet"],
                       check=True)
        self.check("baseline", json.loads(known.read_text()), "check --write-baseline")
        self.check("review", self.run("review", "--since", "HEAD", "--format", "json"), "review")
        for line in (site / "data" / "audit-log.jsonl").read_text().splitlines():
            self.check("audit-log", json.loads(line), "data/audit-log.jsonl")
        for file in sorted((self.root / "content" / "published").glob("*.json")):
            document = json.loads(file.read_text())
            # A file of an earlier version is kept as it was published.
            if document["schema"] == self.schemas["published"]["properties"]["schema"]["const"]:
                self.check("published", document, file.name)


def main():
    program = str(pathlib.Path(sys.argv[1]).resolve())
    with tempfile.TemporaryDirectory() as folder:
        root, site = pathlib.Path(folder) / "root", pathlib.Path(folder) / "site"
        shutil.copytree(ROOT / "content", root / "content")
        shutil.copy(ROOT / "changebook.yml", root)

        def command(*arguments):
            subprocess.run([program, *arguments, "--root", str(root), "--as-of", AS_OF, "--quiet"], check=True,
                           stdout=subprocess.DEVNULL)

        # What was published is changed afterwards, and published again.
        for option, label in [("--month", "2026-03"), ("--quarter", "2026-Q2"), ("--week", "2026-W12")]:
            command("report", option, label, "--publish")
        record = next(file for file in sorted((root / "content" / "changes" / "2026" / "03").glob("*.md"))
                      if "outcome: successful\n" in file.read_text())
        record.write_text(record.read_text().replace("outcome: successful\n", "outcome: failed\n", 1))
        command("build", "--output", str(site))
        # A branch that adds, changes and removes records, and edits the policy.
        git = ["git", "-C", str(root), "-c", "user.name=a", "-c", "user.email=a@example.org"]
        subprocess.run([*git, "init", "--quiet"], check=True)
        subprocess.run([*git, "add", "--all"], check=True)
        subprocess.run([*git, "commit", "--quiet", "--message", "Begin"], check=True)
        records = sorted((root / "content" / "changes" / "2026").rglob("*.md"))
        for edited in records[::9] + records[-4:]:
            edited.write_text(edited.read_text().replace("outcome: successful\n", "outcome: aborted\n", 1) + "\nMore.\n")
        records[1].unlink()
        policy = next((root / "content" / "policy").glob("*.md"))
        policy.write_text(policy.read_text().replace("14:00", "13:00"))
        checker = Checker(program, root, site)
        restatements = json.loads((site / "data" / "restatements.json").read_text())["restatements"]
        if not any(restatement["records"] for restatement in restatements):
            checker.faults.append("no publication is restated, so that its schema is not put to the test")
        checker.check_all(site)
        command("report", "--month", "2026-03", "--publish", "--replace")
        checker.check("published", json.loads((root / "content" / "published" / "2026-03.json").read_text()), "replaced")
    print("\n".join(checker.faults) or f"{checker.count} documents are as their schemas say")
    sys.exit(1 if checker.faults else 0)


if __name__ == "__main__":
    main()
