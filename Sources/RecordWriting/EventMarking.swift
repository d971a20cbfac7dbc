import Chronology
import FrontMatter
import Markdown
import PolicyReading
import Records
import SourceText

/// Puts an event into a change's front matter: what it needs there and nothing else.
///
/// An event that the record has already leaves it as it is. What the stage does not allow, or contradicts an
/// instant that is there, is refused.
package struct EventMarking {
  let change: Change
  let register: Register
  let asOf: Instant
  let report: EventReport

  package init(
    _ report: EventReport, of change: Change, in register: Register, asOf: Instant
  ) {
    self.report = report
    self.change = change
    self.register = register
    self.asOf = asOf
  }

  /// The file with the event in it; nil where it is there already.
  ///
  /// - Parameter bytes: The change's file as it is on disk.
  package func marking(_ bytes: [UInt8]) throws -> [UInt8]? {
    guard !change.hasUnreadableFacts else {
      throw EventRefusal.record(
        "\(change.id) cannot be read whole; `changebook check` says where")
    }
    try demandPlaces()
    let keys = try edits()
    guard !keys.isEmpty else { return nil }
    var editor = try FrontMatterEditor(
      bytes, path: change.file.path, order: ChangeKeys.record.names)
    guard editor.file.bytes == change.file.bytes else {
      throw EventRefusal.record("\(change.file.path) was changed while it was read")
    }
    for edit in keys { try edit.apply(to: &editor) }
    if let reason = report.reason, report.event.takesReasonInBody {
      try Self.append(reason, to: &editor, of: change)
    }
    try demandRead(editor.file)
    return editor.bytes
  }

  /// A key and what is to be behind it.
  enum KeyEdit {
    case set([String], String)
    case append([String], WrittenValue)

    func apply(to editor: inout FrontMatterEditor) throws(EditRefusal) {
      switch self {
      case .set(let path, let text): try editor.set(path, to: .text(text))
      case .append(let path, let value): try editor.append(value, to: path)
      }
    }
  }

  var stage: WorkflowStage { register.stage(of: change, asOf: asOf) }
  var type: ChangeType? { register.type(of: change) }
  var instant: Instant { report.at ?? asOf }

  private func edits() throws -> [KeyEdit] {
    switch report.event {
    case .reviewed, .approved: try approval()
    case .scheduled: try plan()
    case .started: try start()
    case .deployed: try deployment()
    case .closed: try closing()
    case .failed, .rolledBack, .cancelled, .rejected, .aborted: try ending()
    case .reviewHeld: try review()
    case .resolved: throw refusal("only incidents are resolved")
    }
  }

  // MARK: What a call may say

  /// Refuses what the event has no place for, and instants that have not come.
  private func demandPlaces() throws {
    let event = report.event
    func demand(_ option: String, _ isGiven: Bool, _ events: [RecordEvent]) throws {
      guard isGiven, !events.contains(event) else { return }
      throw EventRefusal.usage(
        "\(option) says nothing about `\(event.rawValue)`; it goes with "
          + events.map(\.rawValue).joined(separator: ", "))
    }
    try demand("--role", report.role != nil, [.reviewed, .approved])
    try demand("--by", report.by != nil, [.reviewed, .approved, .started, .reviewHeld])
    try demand("--outcome", report.outcome != nil, [.deployed, .closed])
    try demand(
      "--reason", report.reason != nil,
      [.failed, .rolledBack, .cancelled, .rejected, .aborted, .reviewHeld])
    if event == .failed, report.at != nil {
      throw EventRefusal.usage(
        "a record says when a change was deployed, rolled back or closed, and not when it failed")
    }
    if let at = report.at, at > asOf {
      throw EventRefusal.usage(
        "\(WrittenInstant.text(at)) lies ahead; what is planned is `scheduled`")
    }
  }

  func refusal(_ words: String) -> EventRefusal {
    .record("\(change.id) \(stage.clause): \(words)")
  }

  /// Refuses an event before another that it follows.
  func demand(_ at: Instant, after earlier: Located<Instant>?, _ name: String) throws {
    guard let earlier, at < earlier.value else { return }
    throw refusal(
      "\(WrittenInstant.text(at)) is before it was \(name), \(WrittenInstant.text(earlier.value))")
  }

  /// The edit of an instant; none where the record has it, and a refusal where it has another.
  func edit(_ key: String, _ there: Located<Instant>?) throws -> [KeyEdit] {
    guard let there else { return [.set([key], WrittenInstant.text(instant))] }
    if report.at == nil || report.at == there.value { return [] }
    throw refusal("`\(key)` is \(WrittenInstant.text(there.value)) already")
  }

  // MARK: The result

  /// Refuses a result that does not read as the record and the event.
  private func demandRead(_ file: SourceFile) throws {
    let result = readChange(
      file, policies: register.policies, settings: register.settings, systems: register.systems,
      people: register.people)
    guard result.id == change.id, result.problems.count <= change.problems.count else {
      let problem = result.problems.first { !change.problems.map(\.kind).contains($0.kind) }
      throw EditRefusal(
        "the record would not be readable with this event in it",
        at: problem?.place ?? Place(startOf: file))
    }
  }

  /// A section at the end of the body that says why.
  private static func append(
    _ reason: String, to editor: inout FrontMatterEditor, of change: Change
  ) throws {
    let own = change.sections.first { $0.heading.text.lowercased() == "outcome" }
    if let own {
      throw EditRefusal(
        "the record has a section Outcome; write the reason there", at: own.heading.place)
    }
    let level = change.sections.map { Int($0.heading.level) }.min() ?? 2
    editor.appendToBody([
      "", String(repeating: "#", count: level) + " Outcome", "", MarkdownText.escape(reason),
    ])
  }
}

extension RecordEvent {
  /// No key of the record says why.
  var takesReasonInBody: Bool { outcome != nil && self != .rolledBack }
}
