import Chronology
import FrontMatter
import PolicyReading
import Records
import SourceText

/// What is known of an incident when its record is begun.
package struct IncidentDraft: Sendable {
  package var id: String
  package var title: String
  package var severity: String
  package var systems: [String]
  package var started: Instant

  package init(id: String, title: String, severity: String, systems: [String], started: Instant) {
    self.id = id
    self.title = title
    self.severity = severity
    self.systems = systems
    self.started = started
  }

  package func text(path: String, in register: Register) throws(EditRefusal) -> [UInt8] {
    let body = [
      "## \(MarkdownText.escape(title))", "",
      "<!-- What happened, whom it touched, and what was done. -->",
    ]
    var editor = try FrontMatterEditor(
      Array((body.joined(separator: "\n") + "\n").utf8), path: path,
      order: ["id", "title", "severity", "systems", "started"])
    try editor.set(["id"], to: .text(id))
    try editor.set(["severity"], to: .text(severity))
    try editor.set(["systems"], to: .texts(systems))
    try editor.set(["started"], to: .text(WrittenInstant.text(started)))
    func read() -> Incident {
      readIncident(
        editor.file, zone: register.zone, systems: register.systems, settings: register.settings)
    }
    if read().title?.value != title { try editor.set(["title"], to: .text(title)) }
    if let problem = read().problems.first {
      throw EditRefusal("the incident would not be read as it is meant", at: problem.place)
    }
    return editor.bytes
  }
}

/// What a freeze is declared with.
package struct FreezeDraft: Sendable {
  package var name: String
  package var interval: Interval
  package var systems: [String]
  package var allowed: String
  package var declaredBy: String?
  package var declaredAt: Instant

  package init(
    name: String, interval: Interval, systems: [String], allowed: String, declaredBy: String?,
    declaredAt: Instant
  ) {
    self.name = name
    self.interval = interval
    self.systems = systems
    self.allowed = allowed
    self.declaredBy = declaredBy
    self.declaredAt = declaredAt
  }

  package func text(path: String, in register: Register) throws(EditRefusal) -> [UInt8] {
    let body = ["## \(MarkdownText.escape(name))", "", "<!-- Why nothing is deployed then. -->"]
    var editor = try FrontMatterEditor(
      Array((body.joined(separator: "\n") + "\n").utf8), path: path)
    try editor.set(["name"], to: .text(name))
    try editor.set(["from"], to: .text(WrittenInstant.text(interval.start)))
    try editor.set(["to"], to: .text(WrittenInstant.text(interval.end)))
    try editor.set(["systems"], to: .texts(systems))
    try editor.set(["allowed"], to: .text(allowed))
    var declared = [WrittenValue.Pair("at", .text(WrittenInstant.text(declaredAt)))]
    if let declaredBy { declared.insert(.init("by", .text(declaredBy)), at: 0) }
    try editor.set(["declared"], to: .mapping(declared))
    let freeze = readFreeze(
      editor.file, zone: register.zone, systems: register.systems,
      names: FreezeAllowanceText.Names(register.policies.latest))
    if let problem = freeze.problems.first {
      var reason = "the freeze would not be read as it is meant"
      if case .unreadableValue(let key, let text, let expected) = problem.kind {
        reason = "`\(key)` cannot be \(text.isEmpty ? "empty" : text); it is \(expected)"
      }
      throw EditRefusal(reason, at: problem.place)
    }
    return editor.bytes
  }

  /// A file's name that says when and what: `2026-validator-summit`.
  package static func stem(name: String, from: Instant, zone: Zone) -> String {
    let year = "\(zone.wallTime(at: from).day.year)"
    let words = WordForm.words(name).map { $0.filter { $0.isASCII } }.filter { !$0.isEmpty }
    let kept = words.filter { $0 != year }.joined(separator: "-").prefix(60)
    return kept.isEmpty ? "\(year)-freeze" : "\(year)-\(kept)"
  }
}
