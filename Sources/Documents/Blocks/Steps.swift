import Chronology

/// One stage of a way.
package struct Step: TemplateModel {
  package enum State: String, Sendable {
    case done, now
    case toCome = "to-come"
    /// It was passed without a trace on record.
    case untraced
    /// The way ended here before its end.
    case off
  }

  package let name: String
  package var state: State
  package let at: Instant?
  /// Who did it, or what is known of it beside its instant.
  package let detail: String?

  package init(_ name: String, _ state: State, at: Instant?, detail: String?) {
    self.name = name
    self.state = state
    self.at = at
    self.detail = detail
  }

  package static let fields = TemplateFields<Self>(
    .text("name", "The stage.") { $0.name },
    .text("state", "`done`, `now`, `to-come`, `untraced` or `off`.") { $0.state.rawValue },
    .flag("isNow", "The way has come to it.") { $0.state == .now },
    .rich("at", "When it was reached.") { step in
      step.at.map { RichText([.instant($0)]) } ?? RichText()
    },
    .optionalText("detail", "Who did it, or what else is known.") { $0.detail },
    .text("missing", "What is said where nothing is recorded of it.") { $0.missing })

  private var missing: String {
    switch state {
    case .untraced: "not recorded"
    case .toCome: at == nil && detail == nil ? "to come" : ""
    case .done, .now, .off: ""
    }
  }

  var sentence: RichText {
    var parts: [RichText] = []
    if let at { parts.append("\(Inline.instant(at))") }
    if let detail { parts.append(RichText(detail)) }
    if !missing.isEmpty { parts.append(RichText(missing)) }
    return parts.isEmpty
      ? "\(Inline.strong(name))" : "\(Inline.strong(name)): \(parts.joined(by: ", "))"
  }
}

/// The stages of a way, in order.
package struct Steps: Block {
  /// What the way is, for those who do not see it.
  package let label: String
  package let steps: [Step]

  package init(_ label: String, _ steps: [Step]) {
    self.label = label
    self.steps = steps
  }

  package static let name = "steps"

  package static let fields = TemplateFields<Self>(
    .text("label", "What the way is.") { $0.label },
    .list("steps", "The stages.") { $0.steps })

  package var isEmpty: Bool { steps.isEmpty }

  package func write(to writer: inout TextWriter) {
    for step in steps { writer.item(step.sentence, []) }
  }

  package func write(to writer: inout MarkdownWriter) {
    writer.list(steps.map { ($0.sentence, []) })
  }

  package func write(to writer: inout MailWriter) {
    writer.list(steps.map { ($0.sentence, []) })
  }
}
