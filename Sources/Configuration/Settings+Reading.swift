import Chronology
import Findings
import FrontMatter
import SourceText

/// Reads `changebook.yml`. What cannot be read keeps its default and becomes one of
/// `Settings.problems`; names of tables, columns, types and risks are left to the policy's reader.
package func readSettings(_ file: SourceFile) -> Settings {
  let (root, problems) = readYAML(file, range: file.wholeRange)
  var reader = MappingReader(root: root, of: file, known: SettingsReader.keys)
  var settings = Settings()
  SettingsReader.read(&reader, into: &settings)
  settings.problems = problems + reader.problems
  return settings
}

extension Settings {
  /// The names of its keys.
  package static var keys: [String] { SettingsReader.keys }
}

enum SettingsReader {
  static let keys = [
    "title", "base_url", "repository", "policy", "zone", "confidence", "rules", "terms", "tables",
    "calendar", "conflicts", "windows", "freezes", "types", "values", "roles", "fields", "ids",
    "records", "holidays", "outcome_due", "history", "deployments",
  ]

  static func read(_ reader: inout MappingReader, into settings: inout Settings) {
    let title = reader.value("title", expected: "the name of the site") { $0.isEmpty ? nil : $0 }
    if let title { settings.title = title.value }
    settings.baseURL =
      reader.value(
        "base_url", expected: SiteAddress.expected, SiteAddress.read)?.value
    settings.repository =
      reader.value("repository", expected: Repository.expected) { Repository($0) }?.value
    settings.policy =
      reader.value(
        "policy", expected: "a path from the root such as content/policy/change.md", pathFromRoot)?
      .value
    readZone(&reader, into: &settings)
    (settings.answersWindows, settings.windows) = rows("windows", &reader)
    (settings.answersFreezes, settings.freezes) = rows("freezes", &reader)
    AdoptedWordsReader.read(&reader, into: &settings)
    let confidence = reader.value(
      "confidence", expected: "a number from 0.5 to 0.9999, such as 0.95", confidence)
    if let confidence { settings.confidence = confidence.value }
    let due = reader.value(
      "outcome_due", expected: "a number of days from 1 to 366, such as 14 days", days)
    if let due { settings.outcomeDue = due.value }
    let history = reader.value("history", expected: HistoryUse.expected) { HistoryUse($0) }
    if let history { settings.history = history.value }
    readRules(&reader, into: &settings)
    readTerms(&reader, into: &settings)
    readTables(&reader, into: &settings)
    readCalendar(&reader, into: &settings)
    readConflicts(&reader, into: &settings)
    readHolidays(&reader, into: &settings)
    readDeployments(&reader, into: &settings)
  }

  private static func readZone(_ reader: inout MappingReader, into settings: inout Settings) {
    let expected = "UTC, or a name of the time zone database such as Europe/Zurich"
    guard let text = reader.value("zone", expected: expected, { $0.isEmpty ? nil : $0 }) else {
      return
    }
    let reading = ZoneText.read(text.value)
    settings.zone = reading?.zone
    switch reading {
    case .zone?: break
    case .abbreviation(_, let abbreviation)?:
      reader.report(abbreviation.problem, at: text.place)
    case .ambiguous(let names)?:
      reader.report(
        .unreadableValue(
          key: "zone", text: text.value,
          expected: ZoneText.accepted(insteadOf: text.value, among: names)),
        at: text.place)
    case nil:
      reader.report(
        .unreadableValue(key: "zone", text: text.value, expected: expected), at: text.place)
    }
  }

  private static func readCalendar(_ reader: inout MappingReader, into settings: inout Settings) {
    guard var calendar = reader.mapping("calendar", known: ["horizon"]) else { return }
    let horizon = calendar.value("horizon", expected: "months ahead, 0 to 60") { text -> Int? in
      Int(text).flatMap { (0...60).contains($0) ? $0 : nil }
    }
    if let horizon { settings.calendarHorizon = horizon.value }
    reader.absorb(calendar)
  }

  private static func readConflicts(_ reader: inout MappingReader, into settings: inout Settings) {
    guard var conflicts = reader.mapping("conflicts", known: ["exempt"]) else { return }
    settings.conflictExemptions = conflicts.texts("exempt")
    reader.absorb(conflicts)
  }

  /// `holidays: [2026-12-25, …]`, or a list for each name.
  private static func readHolidays(_ reader: inout MappingReader, into settings: inout Settings) {
    guard case .mapping? = reader.node("holidays") else {
      let days = days("holidays", of: &reader)
      if !days.isEmpty { settings.holidays = [HolidayList(name: "public", days: days)] }
      return
    }
    guard var lists = reader.mapping("holidays", known: nil) else { return }
    for entry in lists.entries {
      settings.holidays.append(
        HolidayList(name: entry.key.text, days: days(entry.key.text, of: &lists)))
    }
    reader.absorb(lists)
  }

  /// Dates, each with what it is called behind it, where somebody says so.
  private static func days(_ key: String, of reader: inout MappingReader) -> [Located<CivilDay>] {
    reader.texts(key).compactMap { text in
      if let day = InstantText.readDay(String(text.value.prefix(10))),
        text.value.utf8.count == 10 || text.value.dropFirst(10).first == " ",
        // Behind it stands a name, and no other day.
        !text.value.dropFirst(10).contains(where: \.isNumber)
      {
        return Located(day, text.place)
      }
      reader.report(
        .unreadableValue(key: key, text: text.value, expected: "a date such as 2026-12-25"),
        at: text.place)
      return nil
    }
  }

  private static func readRules(_ reader: inout MappingReader, into settings: inout Settings) {
    guard var rules = reader.mapping("rules", known: nil) else { return }
    for entry in rules.entries {
      guard let code = RuleCode(parsing: entry.key.text) else {
        rules.refuse(.scalar(entry.key), key: "rules", expected: "the code of a rule such as CB401")
        continue
      }
      guard settings.severities[code] == nil else {
        rules.report(.duplicateKey(entry.key.text), at: entry.key.place)
        continue
      }
      let accepted = Severity.allCases.map(\.rawValue) + ["off"]
      let severity = rules.value(
        entry.key.text, expected: accepted.joined(separator: ", "),
        { text -> Severity?? in
          let text = text.lowercased()
          return text == "off" ? .some(nil) : Severity(rawValue: text).map { .some($0) }
        })
      guard let severity else { continue }
      settings.severities.updateValue(severity.value, forKey: code)
      settings.severityPlaces.append(Located(code, entry.key.place))
    }
    reader.absorb(rules)
  }

  private static func readTerms(_ reader: inout MappingReader, into settings: inout Settings) {
    guard var terms = reader.mapping("terms", known: nil) else { return }
    for entry in terms.entries {
      let key = entry.key.text
      guard
        var reading = terms.mapping(
          in: entry.value, of: key, known: ["types", "risks", "categories"])
      else { continue }
      settings.terms.append(
        TermReading(
          Located(key, entry.key.place), types: reading.texts("types"),
          risks: reading.texts("risks"), categories: reading.texts("categories")))
      terms.absorb(reading)
    }
    reader.absorb(terms)
  }

  private static func readTables(_ reader: inout MappingReader, into settings: inout Settings) {
    guard var tables = reader.mapping("tables", known: nil) else { return }
    for entry in tables.entries {
      let key = entry.key.text
      guard var table = tables.mapping(in: entry.value, of: key, known: ["heading", "columns"])
      else { continue }
      var names = TableNames(
        table: key, heading: table.text("heading")?.value, columns: [], place: entry.key.place)
      if var columns = table.mapping("columns", known: nil) {
        for column in columns.entries {
          guard let written = columns.text(column.key.text) else { continue }
          names.columns.append(
            TableNames.ColumnName(
              column: column.key.text, written: written.value, place: column.key.place))
        }
        table.absorb(columns)
      }
      tables.absorb(table)
      settings.tableNames.append(names)
    }
    reader.absorb(tables)
  }

  // MARK: Values

  private static func pathFromRoot(_ text: String) -> String? {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    return parts.allSatisfy { !$0.isEmpty && $0 != "." && $0 != ".." } ? text : nil
  }

  /// `14 days`, `14`; in seconds.
  private static func days(_ text: String) -> Int64? {
    let parts = text.split(separator: " ")
    guard parts.count == 1 || (parts.count == 2 && ["day", "days"].contains(parts[1])),
      let number = parts.first, number.utf8.count <= 3,
      number.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let days = Int64(number),
      (1...366).contains(days)
    else { return nil }
    return days * 86_400
  }

  /// Below a half an interval leaves out more than it holds; above 0.9999 its ends say nothing, and
  /// the arithmetic of quantiles comes to its own end.
  private static func confidence(_ text: String) -> Double? {
    let isDecimal = text.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2E }
    guard isDecimal, let value = Double(text), (0.5...0.9999).contains(value) else { return nil }
    return value
  }
}
