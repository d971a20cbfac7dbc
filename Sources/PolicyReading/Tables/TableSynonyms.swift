/// The words by which tables, columns, fields and figures of a policy are known: all of them here.
///
/// Everything is written as `WordForm.fold` leaves it. The first head of a column is its own name.
package enum TableSynonyms {
  static func columns(of table: TableKey) -> [ColumnKind] {
    switch table {
    case .types:
      [
        ColumnKind(.type, .key, types),
        ColumnKind(
          .approval, .required,
          [
            "approval", "approvals", "approved by", "approver", "approval required",
            "required approval", "authorisation", "authorization", "authorised by",
            "authorized by", "sign off", "signed off by", "who approves",
          ]),
        ColumnKind(
          .leadTime, .required,
          [
            "lead time", "leadtime", "notice", "notice period", "minimum notice",
            "minimum lead time", "lead", "advance notice", "time before start",
          ]),
        ColumnKind(.description, .optional, descriptions),
        ColumnKind(.kind, .optional, ["is"]),
      ]
    case .risks:
      [
        ColumnKind(
          .riskLevel, .key,
          ["risk level", "risk", "level of risk", "risk class", "risk rating", "risk category"]),
        ColumnKind(
          .criteria, .required,
          [
            "criteria", "criterion", "definition", "applies when", "meaning", "when",
            "description", "what it means", "characteristics",
          ]),
        ColumnKind(.examples, .optional, examples),
      ]
    case .preApproved:
      [
        ColumnKind(
          .change, .key,
          [
            "change", "standard change", "pre approved change", "preapproved change", "activity",
            "change covered",
          ]),
        ColumnKind(
          .conditions, .required,
          [
            "conditions", "condition", "provided that", "provided", "prerequisites", "on condition",
            "limits", "allowed when", "only if",
          ]),
      ]
    case .requiredFields:
      [
        ColumnKind(
          .field, .key,
          ["field", "information", "section", "required information", "record section"]),
        ColumnKind(
          .requiredFor, .required,
          [
            "required for", "needed for", "mandatory for", "required", "mandatory", "applies to",
            "change types", "for",
          ]),
        ColumnKind(.description, .optional, descriptions),
      ]
    case .reviewMatrix:
      [
        ColumnKind(.category, .key, categories),
        ColumnKind(
          .reviewers, .required,
          [
            "reviewers required", "reviewers", "required reviewers", "number of reviewers",
            "minimum reviewers", "code reviewers", "reviews required", "reviews", "reviewed by",
          ]),
        ColumnKind(
          .securityReview, .required,
          [
            "security review", "security", "security reviewed", "security review required",
            "security sign off",
          ]),
      ]
    case .testingMatrix:
      [
        ColumnKind(.category, .key, categories),
        ColumnKind(.testLevel, .required, testLevels),
      ]
    case .environments:
      [
        ColumnKind(.environment, .key, ["environment", "test environment"]),
        ColumnKind(.purpose, .required, ["purpose", "use", "used for", "description"]),
      ]
    case .windows:
      [
        ColumnKind(
          .window, .key,
          ["window", "window type", "window name"]
            + compounds(
              ["window", "slot"],
              behind: ["deployment", "maintenance", "change", "release", "service"],
              before: ["", "name", "type"])),
        ColumnKind(
          .time, .required,
          [
            "time", "times", "hours", "when", "schedule", "opening hours", "open", "timing",
            "day and time", "days and times", "days and hours", "day time", "days times",
            "days hours", "date and time", "time frame", "timeframe", "time range", "time span",
            "time slot", "window hours", "window time", "window times",
          ]),
        ColumnKind(
          .purpose, .optional,
          ["purpose", "use", "used for", "meant for", "description", "suitable for"]),
        ColumnKind(
          .appliesTo, .optional,
          [
            "applies to", "for", "change types", "types", "allowed changes", "applicable to",
            "change type", "type", "type of change", "changes", "for changes", "for types",
          ]),
        ColumnKind(
          .days, .optional,
          ["days", "day", "weekdays", "weekday", "days of the week", "day of the week", "on days"]),
      ] + surroundings
    case .freezes:
      [
        ColumnKind(
          .period, .key,
          ["period", "event", "occasion"]
            + compounds(
              ["freeze", "blackout", "moratorium", "embargo", "lockdown", "quiet period"],
              behind: ["", "change", "deployment", "release", "code", "production"],
              before: ["", "period", "window", "name", "type", "event"])),
        ColumnKind(
          .duration, .required,
          [
            "duration", "dates", "date", "when", "time", "from to", "length", "days",
            "date range", "dates and times", "time frame", "timeframe", "time span",
          ] + compounds(["dates"], behind: ["freeze", "blackout"], before: [""])),
        ColumnKind(
          .changesAllowed, .required,
          [
            "changes allowed", "allowed", "allowed changes", "exceptions", "permitted changes",
            "permitted", "what may pass", "still allowed", "exception", "changes permitted",
            "exemptions", "exempt changes", "exempt", "what is allowed", "allowed work",
          ]),
      ] + surroundings
    case .targets:
      [
        ColumnKind(
          .metric, .key, ["metric", "measure", "kpi", "indicator", "figure", "key figure"]),
        ColumnKind(
          .target, .required,
          ["target", "goal", "objective", "threshold", "target value", "aim"]),
        ColumnKind(
          .measurement, .optional,
          [
            "measurement", "formula", "definition", "calculation", "how measured", "measured as",
            "description",
          ]),
      ]
    case .controls:
      [
        ColumnKind(
          .standard, .key,
          ["standard", "control", "framework", "reference", "standard and control", "control id"]),
        ColumnKind(
          .requirement, .required,
          [
            "requirement", "requires", "control objective", "objective", "control description",
            "subject",
          ]),
        ColumnKind(
          .implementation, .required,
          [
            "implementation", "how we meet it", "how met", "evidence", "implemented by", "met by",
            "fulfilled by",
          ]),
      ]
    case .versions:
      [
        ColumnKind(.version, .key, ["version", "revision", "rev"]),
        ColumnKind(
          .date, .required,
          ["date", "effective date", "released", "published", "effective", "in force from"]),
        ColumnKind(.author, .optional, ["author", "authors", "by", "changed by", "editor"]),
        ColumnKind(
          .changes, .optional,
          ["changes", "change", "description", "summary", "what changed", "notes"]),
      ]
    }
  }

  /// Names made of a noun with one of some words in front of it and one behind: the plainest first.
  private static func compounds(
    _ nouns: [String], behind fronts: [String], before ends: [String]
  ) -> [String] {
    ends.flatMap { end in
      fronts.flatMap { front in
        nouns.map { noun in
          [front, noun, end].filter { !$0.isEmpty }.joined(separator: " ")
        }
      }
    }
  }

  /// Heads of a key column too general to know a table by, unless its heading says what it is.
  static let generalKeyHeads = [
    "name", "level", "class", "kind", "item", "what", "rating", "slot",
  ]

  /// Words of a heading under which a table is taken for that kind although its key column has a
  /// general head, or although one of its columns is missing.
  static func headingWords(of table: TableKey) -> [String] {
    switch table {
    case .types: ["change types", "types of change", "change categories"]
    case .risks: ["risk"]
    case .preApproved: ["pre approved", "preapproved", "standard changes"]
    case .requiredFields: ["required information", "required fields", "required content"]
    case .reviewMatrix: ["review requirements", "review matrix", "reviewers"]
    case .testingMatrix:
      ["testing matrix", "test matrix", "testing requirements", "tests required"]
    case .environments: ["environments"]
    case .windows: ["windows"]
    case .freezes: ["freeze"]
    case .targets: ["metrics", "targets", "indicators"]
    case .controls: ["standards", "controls", "alignment"]
    case .versions: ["history", "revisions", "versions"]
    }
  }

  /// Heads of columns that decide nothing: no test level, and nothing of a window or freeze.
  static let remarks = [
    "notes", "note", "comment", "comments", "remarks", "remark", "description", "descriptions",
    "examples", "example", "reference", "references", "owner", "owners", "evidence", "reason",
    "reasons", "rationale", "why", "background", "details", "contact", "contacts", "responsible",
    "responsible person", "announced by", "declared by", "link", "links", "id", "no", "nr",
  ]

  /// Columns of windows and freezes alike: when they begin and end, and where they hold.
  private static let surroundings = [
    ColumnKind(.start, .optional, starts), ColumnKind(.end, .optional, ends),
    ColumnKind(.zone, .optional, ["zone", "time zone", "timezone", "tz", "utc offset"]),
    ColumnKind(
      .environment, .optional,
      ["environment", "environments", "env", "envs", "stage", "target environment"]),
    ColumnKind(
      .region, .optional,
      ["region", "regions", "location", "locations", "site", "sites", "country", "countries"]),
  ]
  private static let starts =
    ["from", "first day", "opens", "from date", "starting", "beginning"]
    + compounds(
      ["start", "starts", "begin", "begins"], behind: ["", "window", "freeze", "blackout"],
      before: ["", "date", "time", "day", "date time", "date and time", "at", "on"])
  private static let ends =
    ["to", "until", "till", "through", "last day", "closes", "to date", "ending"]
    + compounds(
      ["end", "ends", "finish", "finishes"], behind: ["", "window", "freeze", "blackout"],
      before: ["", "date", "time", "day", "date time", "date and time", "at", "on"])
  private static let types = [
    "type", "change type", "type of change", "category", "change category", "change class", "class",
    "kind", "kind of change", "change",
  ]
  private static let categories = [
    "change type", "type of change", "category", "change category", "kind of change", "type",
    "what changes", "change", "component", "area", "scope", "code area",
  ]
  private static let descriptions = [
    "description", "meaning", "what it is", "definition", "details", "notes", "explanation",
    "what to write",
  ]
  private static let examples = ["examples", "example", "for example", "such as"]
  private static let testLevels = [
    "unit", "unit test", "unit tests", "integration", "integration test", "integration tests",
    "staging", "staging test", "canary", "mainnet canary", "production canary", "smoke",
    "smoke test", "smoke tests", "regression", "regression tests", "end to end", "e2e",
    "system test", "acceptance", "acceptance test", "uat", "performance test", "load test",
    "security test", "manual test", "testnet", "functional", "penetration test",
  ]
}
