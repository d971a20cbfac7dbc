import Configuration
import Findings
import Interchange

extension JSONSchema {
  /// `changebook.yml`, as YAML gives it to an editor that knows JSON Schema. Names of the policy, of rules and of
  /// records are texts here: the schema holds for every site.
  package static let settings = JSONSchema.object(
    settingsMembers.map { name, schema in .optional(name, schema) })

  /// The names of the settings' keys, in the order of their table.
  package static let settingsKeys = settingsMembers.map(\.name)

  private static let texts = JSONSchema.anyOf([.text, .list(.text)])
  private static let words = JSONSchema.map(.text)

  /// `none`, or a mapping for each.
  private static let rows = JSONSchema.anyOf([
    .choice(["none"]), .list(.map(.anyOf([.text, .number, .boolean, .list(.text)]))),
  ])

  private static func optional(_ members: [(String, JSONSchema)]) -> JSONSchema {
    .object(members.map { .optional($0.0, $0.1) })
  }

  private static let settingsMembers: [(name: String, schema: JSONSchema)] = [
    ("title", .described("The name of the site.", .text)),
    ("base_url", .described("Where the site will be served.", .pattern("^https?://"))),
    (
      "repository",
      .described("The address of the site's folder at the forge.", .pattern("^https?://"))
    ),
    ("policy", .described("The path of the policy from the root.", .text)),
    ("zone", .described("UTC, or a name such as Europe/Zurich.", .text)),
    ("confidence", .described("Of the intervals: 0.5 to 0.9999.", .number)),
    (
      "rules",
      .described(
        "The severity of a rule, by its code.",
        .map(.choice(Severity.allCases.map(\.rawValue) + ["off"])))
    ),
    (
      "terms",
      .described(
        "What an open term of the policy stands for.",
        .map(optional([("types", texts), ("risks", texts), ("categories", texts)])))
    ),
    (
      "tables",
      .described(
        "Headings of tables and columns of a policy that is written otherwise.",
        .map(optional([("heading", .text), ("columns", words)])))
    ),
    ("calendar", optional([("horizon", .described("Months ahead, 0 to 60.", .integer))])),
    ("conflicts", optional([("exempt", texts)])),
    ("windows", .described("Those of a policy that has no table of them.", rows)),
    ("freezes", .described("Those of a policy that has no table of them.", rows)),
    (
      "types",
      .described(
        "What the policy's types are, or the types of a policy that has no table of them.",
        .anyOf([rows, words]))
    ),
    ("values", .described("Texts of the policy, and what is read in their place.", words)),
    ("roles", .described("Roles of the policy, and which they are.", words)),
    ("fields", .described("Fields of the policy, and which they are.", words)),
    ("ids", .described("Patterns of ids such as CHG-####-####.", texts)),
    (
      "records",
      optional([("keys", words), ("values", words), ("ignore", texts)])
    ),
    (
      "holidays",
      .described("Dates, or a list of them for each name.", .anyOf([texts, .map(texts)]))
    ),
    (
      "outcome_due",
      .described("Days after which an outcome is overdue.", .anyOf([.text, .integer]))
    ),
    ("history", .described("judged, shown, off, or the day from which it counts.", .text)),
    (
      "deployments",
      optional([
        ("production", texts), ("tolerance", .text),
        (
          "exclude",
          .list(
            optional(
              ["deployment", "record", "system", "environment", "by", "reason"].map { ($0, .text) })
          )
        ),
      ])
    ),
  ]
}
