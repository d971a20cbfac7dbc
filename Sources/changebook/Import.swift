import ArgumentParser
import Chronology
import Findings
import RecordWriting
import Records
import Rules
import SourceText

/// `changebook import`.
struct Import: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Make records of another system's export.",
    discussion: """
      A mapping in YAML says which column is which key or section, what its values stand for and how its instants are written. \
      Without --write nothing is written: what would be is printed, and each row that is not taken with its line and the reason. \
      A second run writes what has changed in the export, leaves records that were edited since as they are, and \
      names those of which both are true.

      Examples:
        changebook import changes.csv --map map.yml
        changebook import changes.csv --map map.yml --write
        changebook import change_request.csv --map servicenow-change

      Exit status: 0 every row is taken or left out by the mapping, 1 some are not, 2 it could not be done, 64 wrong usage.
      """)

  @OptionGroup var site: SiteOptions

  @Argument(
    help: ArgumentHelp(
      "The export: comma-separated values, or a list of objects in a file .json.", valueName: "file"
    ))
  var file: String

  @Option(
    help: ArgumentHelp(
      "The mapping, or one that comes with the program: \(KnownMappings.names.joined(separator: ", ")).",
      valueName: "file"))
  var map: String

  @Flag(help: "Write the records.")
  var write = false

  func run() throws {
    try changebook.run {
      let settings = try site.resolve()
      var mapping = try readMapping()
      let bytes = try InputFile.bytes(file)
      guard let text = ExportText(bytes, told: mapping.encoding) else {
        throw Failure(
          "\(file) is not text in \(mapping.encoding?.rawValue ?? "any known encoding")")
      }
      let table = try readTable(text, mapping)
      let isKnown = KnownMappings.names.contains(map)
      if isKnown { mapping = mapping.restricted(to: table.heads) }
      try demandNone(mapping.problems(with: table.heads))
      let workspace = try Workspace(settings)
      let register = try workspace.readRegister()
      let plan = ImportPlan(
        table, mapping, into: register, workspace.tree, asOf: settings.asOf,
        jobs: settings.jobs)
      var report = ImportReport(isWritten: write)
      for row in plan.rows {
        if write {
          do {
            try put(row.step, settings)
          } catch {
            // What was written until then is there.
            try settings.console.write(report.text)
            throw error
          }
        }
        report.add(row)
      }
      try settings.console.write(report.text)
      return report.isWhole ? .success : .findings
    }
  }

  private func readTable(_ text: ExportText, _ mapping: ImportMapping) throws -> ExportTable {
    let isJSON = file.lowercased().hasSuffix(".json")
    if isJSON, let table = ExportTable(json: text) { return table }
    if !isJSON, let table = ExportTable(text, separator: mapping.separator) { return table }
    throw Failure(
      isJSON
        ? "\(file) is no list of objects in JSON"
        : "\(file) has no head: its first line names the columns")
  }

  private func readMapping() throws -> ImportMapping {
    if let known = KnownMappings.mapping(named: map) {
      try demandNone(known.problems)
      return known
    }
    let reading = SourceFile.reading(path: map, bytes: try InputFile.bytes(map))
    let mapping = ImportMapping(reading.file)
    try demandNone(reading.problems + mapping.problems)
    return mapping
  }

  /// Ends where the mapping cannot be read whole: a column that is passed over would be missed by nobody.
  private func demandNone(_ problems: [ReadingProblem]) throws {
    guard !problems.isEmpty else { return }
    let found = findings(for: problems)
    throw Failure(
      "the mapping cannot be used\n"
        + String(decoding: renderText(found, style: .plain), as: UTF8.self))
  }

  private func put(_ step: ImportPlan.Step, _ settings: SiteSettings) throws {
    switch step {
    case .new(let path, let bytes):
      try createContentFile(bytes, root: settings.root, path: path)
    case .updated(let path, let file, let bytes):
      let before = try RecordBytes.read(path, settings)
      guard before == file.bytes else { throw Failure("\(path) was changed while it was read") }
      try editContentFile(bytes, from: before, root: settings.root, path: path)
    case .unchanged, .conflict, .leftOut, .refused: break
    }
  }
}

/// What is said of an import: a line for each row that is not as it was, and how many there are of each.
struct ImportReport {
  private let isWritten: Bool
  private var lines: [String] = []
  private var counts: [Int] = [0, 0, 0, 0, 0, 0]

  init(isWritten: Bool) { self.isWritten = isWritten }

  /// Every row is in a record or left out on purpose.
  var isWhole: Bool { counts[3] == 0 && counts[5] == 0 }

  mutating func add(_ row: ImportPlan.Row) {
    let line = "line \(row.line)"
    switch row.step {
    case .new(let path, _):
      counts[0] += 1
      lines.append("new       \(line)  \(path)")
    case .updated(let path, _, _):
      counts[1] += 1
      lines.append("changed   \(line)  \(path)")
    case .unchanged: counts[2] += 1
    case .conflict(let path, let reason):
      counts[3] += 1
      lines.append("conflict  \(line)  \(path): \(reason)")
    case .leftOut: counts[4] += 1
    case .refused(let reason):
      counts[5] += 1
      lines.append("refused   \(line)  \(reason)")
    }
  }

  var text: String {
    let verb = isWritten ? "written" : "to be written"
    let sum =
      "\(counts[0] + counts[1]) \(verb) (\(counts[0]) new, \(counts[1]) changed), "
      + "\(counts[2]) unchanged, \(counts[3]) in conflict, \(counts[4]) left out, "
      + "\(counts[5]) refused"
    return (lines + [sum]).map { VisibleText.line($0) + "\n" }.joined()
  }
}
