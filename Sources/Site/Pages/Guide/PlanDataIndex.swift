import Calendar
import Documents
import Figures

/// What can be downloaded.
func planDataIndex(_ publication: Publication) -> PlannedPage {
  PlannedPage("Data", at: .dataIndex, in: .data, publication) {
    Document(
      kicker: "Everything shown, to recompute", title: "Data",
      lead: "The files hold what the pages show: instants are UTC, durations seconds, and rates "
        + "carry numerator and denominator.",
      [
        Section("records", "Records and findings", [recordFiles, historyFile]),
        Section("figures", "Figures", figureFiles),
        Section(
          "calendar", "Calendar", calendarFiles(systems: FeedSystem.list(of: publication.register))),
        Section("schemas", "Schemas", otherSchemas),
      ])
  }
}

private func file(_ route: Route, _ name: String) -> RichText { "\(name, to: .route(route))" }

private var recordFiles: Table {
  Table(
    "Records and findings", ["What", "Spreadsheet", "JSON", "Schema"],
    [
      ("changes", "Every change with its facts, stage and outcome"),
      ("findings", "Every finding with its place and the clause it rests on"),
      ("restatements", "Every publication of figures, compared with today"),
    ].map { name, about in
      [
        RichText(about), file(.data("\(name).csv"), "\(name).csv"),
        file(.data("\(name).json"), "\(name).json"), file(.schema(name), "\(name) schema"),
      ]
    })
}

private var historyFile: Paragraph {
  Paragraph(
    """
    Who edited which change and when, as far as git knows: \
    \(file(.data("history.json"), "history.json")) (\(file(.schema("history"), "schema"))). What the audit \
    trail asks of each change: \(file(.data("audit-log.csv"), "audit-log.csv")), \
    \(file(.data("audit-log.jsonl"), "audit-log.jsonl")) \
    (\(file(.schema("audit-log"), "schema of a line"))). Who had which part in it, for the segregation of duties: \
    \(file(.data("duties.csv"), "duties.csv")).
    """)
}

private var figureFiles: [any Block] {
  [
    Paragraph(
      """
      The values of all figures of every week, month, quarter and year: \
      \(file(.data("figures.json"), "figures.json")) (\(file(.schema("figures"), "schema"))). The ids of \
      the records behind them are in the table of each figure.
      """),
    Table(
      "Figures", ["Figure", "Spreadsheet"],
      FigureCatalogue.definitions.map { definition in
        [
          "\(definition.title, to: .figure(definition.key, nil))",
          file(.figureTable(definition.key), "\(definition.slug).csv"),
        ]
      }),
  ]
}

private func calendarFiles(systems: [FeedSystem]) -> [any Block] {
  let feeds = Table(
    "Calendar", ["What", "Feed", "Spreadsheet"],
    [
      ("calendar", "Windows, freezes and changes", false),
      ("windows", "When changes may run", true),
      ("freezes", "When they are held back, and what may pass", true),
      ("changes", "Every change when it was done, else when it is planned", false),
    ].map { name, about, hasTable in
      [
        RichText(about), file(.feed(name), "\(name).ics"),
        hasTable ? file(.data("\(name).csv"), "\(name).csv") : "",
      ]
    })
  let ofSystems = Table(
    "Feeds of systems", ["System", "Feed"],
    systems.map { [RichText($0.name), file(.systemFeed($0.key), "\($0.key).ics")] })
  return [
    Paragraph(
      "A calendar program that subscribes to a feed shows what the pages show, and follows when it changes. The tables hold the year before this site was built and the year after."
    ), feeds,
    Paragraph(
      systems.isEmpty
        ? "" : "A feed for each system: its changes, and the freezes that hold for it."), ofSystems,
  ]
}

/// The schemas of what is not among the files of the site.
private var otherSchemas: [any Block] {
  [
    Paragraph(
      "What the program reads and writes besides is described too, for editors and for whoever programs with it."
    ),
    Table(
      "Schemas", ["What", "Schema"],
      [
        ("record", "The front matter of a change record"),
        ("gate", "The answer of the gate: changebook gate --format json"),
        ("next", "The next slots of a change: changebook next --format json"),
        (
          "reconciliation",
          "Deployments held against the records: changebook reconcile --format json"
        ),
        ("report", "The report of a period: changebook report --format json"),
        ("published", "Published figures: content/published"),
      ].map { name, about in [RichText(about), file(.schema(name), "\(name) schema")] }),
  ]
}
