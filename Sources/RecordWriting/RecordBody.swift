import PolicyReading
import SourceText

/// Makes the text of a change from the policy's own template: the sections that its type needs, each with
/// what the policy says of it as a comment; without a template from the fields that the policy requires.
struct RecordBody {
  let policy: Policy
  let title: String
  /// Nil where the policy has no table of types.
  let type: String?
  let risk: String?

  func lines() -> [String] {
    guard let template = policy.template else { return fromFields() }
    let outline = TemplateOutline(template.text)
    var lines: [String] = []
    var given: Set<FieldKind> = []
    var level = 3
    let heading = outline.title
    if heading == nil { lines += titleLines(level: 2) }
    for (index, section) in outline.sections.enumerated() {
      if section.level == 0 { continue }
      if index == heading {
        lines += ["\(marks(section.level)) \(titled(section.heading))", ""]
        continue
      }
      level = min(level, section.level)
      let kind = FieldKind.named(section.heading, by: policy)
      guard isNeeded(kind) else { continue }
      if let kind { given.insert(kind) }
      lines += ["\(marks(section.level)) \(section.heading)"]
      lines += content(of: section.lines, kind, template)
      lines.append("")
    }
    for field in missing(besides: given) { lines += section(of: field, level: level) }
    return lines.trimmingBlankEnd
  }

  /// Whether a record of the type has a section of a kind; of no known kind only where no table says what is
  /// needed.
  private func isNeeded(_ kind: FieldKind?) -> Bool {
    switch kind {
    case .title?: false
    case .type?: type != nil
    case .riskLevel?: risk != nil
    case let kind?:
      policy.requiredFields.isEmpty
        || policy.requiredFields.contains { $0.kind == kind && isRequired($0) }
    case nil: policy.requiredFields.isEmpty
    }
  }

  /// Of a record without a type what is required of all.
  private func isRequired(_ field: RequiredField) -> Bool {
    type.map(field.isRequired(for:)) ?? (field.requiredFor == .all)
  }

  /// What the policy requires of the type and no section of the template asks for, in the order of its table.
  private func missing(besides given: Set<FieldKind>) -> [RequiredField] {
    var given = given
    return policy.requiredFields.filter { field in
      ![.title, .type, .riskLevel].contains(field.kind) && isRequired(field)
        && given.insert(field.kind).inserted
    }
  }

  private func fromFields() -> [String] {
    var lines = titleLines(level: 2)
    for field in missing(besides: []) { lines += section(of: field, level: 3) }
    return lines.trimmingBlankEnd
  }

  private func titleLines(level: Int) -> [String] {
    ["\(marks(level)) Change Request: \(MarkdownText.escape(title))", ""]
  }

  /// The section of one field, empty but for its hint.
  func section(of field: RequiredField, level: Int) -> [String] {
    let (name, _) = WordForm.partingBrackets(field.name)
    return ["\(marks(level)) \(name)"] + Self.comment([field.description]) + [""]
  }

  private func marks(_ level: Int) -> String { String(repeating: "#", count: level) }

  /// The template's heading with the title in the place of its brackets, or behind it.
  private func titled(_ heading: String) -> String {
    let written = MarkdownText.escape(title)
    if let open = heading.firstIndex(of: "["), let close = heading[open...].firstIndex(of: "]") {
      return heading[..<open] + written + heading[heading.index(after: close)...]
    }
    return heading.hasSuffix(":") ? "\(heading) \(written)" : "\(heading): \(written)"
  }

  // MARK: Sections

  private func content(
    of lines: [String], _ kind: FieldKind?, _ template: RecordTemplate
  ) -> [String] {
    var hints = policy.requiredFields.filter { $0.kind == kind && kind != nil }.map(\.description)
    var kept: [String] = []
    for line in lines {
      let content = WordForm.trim(line)
      if content.isEmpty { continue }
      if Self.holdsBoxes(content) {
        kept.append(ticked(line, kind))
      } else if let label = Self.label(of: content), template.isFiller(line) || label == content {
        // What the template says behind a label is a hint on what belongs there.
        let value = WordForm.trim(String(content.dropFirst(label.count)))
        kept.append(value.isEmpty ? label : "\(label) \(Self.comment([value])[0])")
      } else if template.isFiller(line) {
        if let hint = Self.bracketed(content) { hints.append(hint) }
      } else {
        kept.append(line)
      }
    }
    if kind == .type || kind == .riskLevel { hints = [] }
    return Self.comment(hints) + kept
  }

  private static func holdsBoxes(_ line: String) -> Bool {
    line.contains("[ ]") || line.contains("[x]") || line.contains("[X]")
  }

  /// A list marker and the label up to its colon, with the emphasis that ends behind it; nil for other lines.
  private static func label(of line: String) -> String? {
    guard let colon = line.firstIndex(of: ":"), !line.hasPrefix("[") else { return nil }
    let label = line[...colon]
    guard label.count <= 60, !label.contains("http") else { return nil }
    let emphasis = line[line.index(after: colon)...].prefix { $0 == "*" || $0 == "_" }
    return String(label + emphasis)
  }

  /// What a line says in square brackets, or all of it where it is no step of a list.
  private static func bracketed(_ line: String) -> String? {
    guard let open = line.firstIndex(of: "["), let close = line.lastIndex(of: "]"), open < close
    else { return nil }
    return String(line[line.index(after: open)..<close])
  }

  /// A line of boxes with that of the type or the risk ticked.
  private func ticked(_ line: String, _ kind: FieldKind?) -> String {
    let chosen = kind == .type ? type : kind == .riskLevel ? risk : nil
    guard let chosen else { return line }
    let parts = line.replacing("[x]", with: "[ ]").replacing("[X]", with: "[ ]")
      .split(separator: "[ ]", omittingEmptySubsequences: false).map(String.init)
    var written = parts[0]
    for part in parts.dropFirst() {
      let isChosen = WordForm.fold(part) == WordForm.fold(chosen)
      written += (isChosen ? "[x]" : "[ ]") + part
    }
    return written
  }

  /// Hints in one comment, which Markdown ends nowhere but at its own end; none without hints.
  static func comment(_ hints: [String]) -> [String] {
    var seen: Set<String> = []
    let texts = hints.map { WordForm.trim($0.replacing("--", with: "–").replacing(">", with: "›")) }
      .filter { !$0.isEmpty && seen.insert(WordForm.fold($0)).inserted }
    return texts.isEmpty ? [] : ["<!-- \(texts.joined(separator: ". ")) -->"]
  }
}

/// Text as Markdown.
package enum MarkdownText {
  /// With a backslash before every mark that Markdown could take for its own; in one line.
  package static func escape(_ text: String) -> String {
    var written = ""
    for scalar in text.unicodeScalars {
      if marks.contains(scalar) { written += "\\" }
      if scalar.properties.generalCategory == .control {
        written += " "
      } else {
        written.unicodeScalars.append(scalar)
      }
    }
    return written
  }

  private static let marks = Set("\\`*_[]<>#&|~!".unicodeScalars)
}

extension [String] {
  /// Without empty lines at the end.
  fileprivate var trimmingBlankEnd: [String] {
    Array(self[..<(lastIndex { !$0.isEmpty }.map { $0 + 1 } ?? 0)])
  }
}
