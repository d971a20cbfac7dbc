import Chronology
import FrontMatter
import PolicyReading
import Records
import SourceText

/// What is known of a change when its record is begun. All names are the policy's and the lists' own.
package struct ChangeDraft: Sendable {
  package var id: String
  package var title: String
  /// Nil where the policy has no table of types.
  package var type: String?
  /// Nil where the policy has no table of risks.
  package var risk: String?
  package var categories: [String] = []
  package var systems: [String] = []
  package var requester: String?
  package var implementer: String?
  package var requested: Instant?

  package init(id: String, title: String, type: String?, risk: String?) {
    self.id = id
    self.title = title
    self.type = type
    self.risk = risk
  }

  /// The record's text. What the policy's template has no place for stands in the front matter.
  ///
  /// 1. The body is made, see `RecordBody`, and the facts that no body has are put above it.
  /// 2. The record is read; title, type and risk that it does not say are added to its front matter.
  ///
  /// Throws where the record does not say then what it has to.
  package func text(
    path: String, in register: Register
  ) throws(EditRefusal) -> [UInt8] {
    let policy = requested.map { register.policies.inForce(at: $0) } ?? register.policies.latest
    let body = RecordBody(policy: policy, title: title, type: type, risk: risk)
    var editor = try FrontMatterEditor(
      Array((body.lines().joined(separator: "\n") + "\n").utf8), path: path,
      order: ChangeKeys.record.names)
    func one(_ texts: [String]) -> WrittenValue {
      texts.count == 1 ? .text(texts[0]) : .texts(texts)
    }
    try editor.set(["id"], to: .text(id))
    if !categories.isEmpty { try editor.set(["category"], to: one(categories)) }
    if !systems.isEmpty { try editor.set(["systems"], to: .texts(systems)) }
    if let requester { try editor.set(["requester"], to: .text(requester)) }
    if let implementer { try editor.set(["implementer"], to: .text(implementer)) }
    if let requested { try editor.set(["requested"], to: .text(WrittenInstant.text(requested))) }
    var change = read(editor.file, in: register)
    if change.title?.value != title { try editor.set(["title"], to: .text(title)) }
    if let type, change.type?.value != type { try editor.set(["type"], to: .text(type)) }
    if let risk, change.risk?.value != risk { try editor.set(["risk"], to: .text(risk)) }
    change = read(editor.file, in: register)
    guard change.id == id, change.title?.value == title,
      type == nil || change.type?.value == type, risk == nil || change.risk?.value == risk
    else {
      throw EditRefusal(
        "the policy's template cannot be filled in with this title, type and risk",
        at: policy.template?.place ?? Place(startOf: policy.file))
    }
    return editor.bytes
  }

  private func read(_ file: SourceFile, in register: Register) -> Change {
    readChange(
      file, policies: register.policies, settings: register.settings, systems: register.systems,
      people: register.people)
  }
}

/// Instants as records write them: to the minute where they have no seconds, in UTC.
package enum WrittenInstant {
  package static func text(_ instant: Instant) -> String {
    let text = instant.rfc3339
    return text.hasSuffix(":00Z") ? text.dropLast(4) + "Z" : text
  }

  /// `from/to`.
  package static func text(_ interval: Interval) -> String {
    "\(text(interval.start))/\(text(interval.end))"
  }
}
