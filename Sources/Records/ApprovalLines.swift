import Chronology
import Markdown
import PolicyReading
import SourceText

/// The sign-offs of a section: every ticked box `[x] Technical Review: @a, @b` gives one for each
/// name. A box without a name gives one without; boxes that are not ticked give none.
func readApprovalLines(
  _ content: Range<Int>, in document: MarkdownDocument, fillers: TemplateFillers
) -> (approvals: [Approval], fillers: [SourceRange], problems: [ReadingProblem]) {
  var approvals: [Approval] = []
  var left: [SourceRange] = []
  var problems: [ReadingProblem] = []
  for index in content {
    guard case .taskItem(isChecked: true) = document.nodes[index].kind,
      let range = document.nodes[index].range,
      let line = firstLine(of: range, in: document.file),
      let item = afterBox(line, in: document.file)
    else { continue }
    let labelled = LabelledLine(item, in: document.file)
    let label = labelled?.label ?? document.file.text(item)
    guard let role = ApprovalRole(label: label) else {
      problems.append(
        ReadingProblem(
          .unreadableValue(
            key: "Approvals", text: label,
            expected: "a role: " + ApprovalRole.allCases.map(\.rawValue).joined(separator: ", ")),
          at: Place(document.file, item)))
      continue
    }
    let place = Place(document.file, item)
    let names = labelled.map { readNames($0.value, in: document.file) } ?? []
    let located = Located(role, place)
    for name in names where !role.isBoard && fillers.contains(name, in: document.file) {
      left.append(name)
    }
    let people = names.filter {
      role.isBoard || !fillers.contains($0, in: document.file)
    }
    if people.isEmpty, names.isEmpty {
      approvals.append(
        Approval(role: located, by: nil, at: nil, isVerbal: false, documented: nil, place: place))
    }
    for name in people {
      let by = Located(document.file.text(name), Place(document.file, name))
      approvals.append(
        Approval(
          role: located, by: by, at: nil, isVerbal: false, documented: nil, place: by.place))
    }
  }
  return (approvals, left, problems)
}

extension ApprovalRole {
  /// The role that a template's label means: `Technical Review`, `CAB Approval`, `Security`, …
  init?(label: String) {
    let words = FoldedWords(label)
    func has(_ beginning: StaticString) -> Bool { words.containsBeginning(beginning) }
    let isBoard = words.contains("cab") || (has("advisory") && has("board"))
    if isBoard {
      self = has("emergency") ? .emergencyBoard : .advisoryBoard
    } else if has("governance") || has("validator") {
      self = .governance
    } else if has("security") {
      self = .security
    } else if has("architect") {
      self = .architecture
    } else if has("engineering"), has("lead") {
      self = .engineeringLead
    } else if has("operation") {
      self = .operations
    } else if has("technical") || has("code") || has("peer") {
      self = .technical
    } else {
      return nil
    }
  }

  /// A board signs as itself, so the template's own name for it is a signature.
  var isBoard: Bool { self == .advisoryBoard || self == .emergencyBoard }
}

/// The first line of a range, trimmed; nil where it is empty.
private func firstLine(of range: SourceRange, in file: SourceFile) -> SourceRange? {
  var stop = Int(range.lower)
  while stop < Int(range.upper), file.bytes[stop] != 0x0A, file.bytes[stop] != 0x0D { stop += 1 }
  let line = file.trimmed(Int(range.lower)..<stop)
  return line.isEmpty ? nil : line
}

/// What follows `- [x]` on a line.
func afterBox(_ line: SourceRange, in file: SourceFile) -> SourceRange? {
  guard let close = file.bytes[line.indices].firstIndex(of: UInt8(ascii: "]")) else { return nil }
  return file.trimmed(close + 1..<Int(line.upper))
}

/// Names parted by commas, semicolons or `and`: handles where the text has any, else its parts.
private func readNames(_ range: SourceRange, in file: SourceFile) -> [SourceRange] {
  var names: [SourceRange] = []
  var index = Int(range.lower)
  let end = Int(range.upper)
  while index < end {
    guard file.bytes[index] == UInt8(ascii: "@") else {
      index += 1
      continue
    }
    var stop = index + 1
    while stop < end, isHandleByte(file.bytes[stop]) { stop += 1 }
    if stop > index + 1 { names.append(SourceRange(index, stop)) }
    index = stop
  }
  if !names.isEmpty { return names }
  for part in file.bytes[range.indices].split(whereSeparator: {
    $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ";")
  }) {
    let name = file.trimmed(part.startIndex..<part.endIndex)
    if !name.isEmpty { names.append(name) }
  }
  return names
}

private func isHandleByte(_ byte: UInt8) -> Bool {
  switch byte {
  case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80..., UInt8(ascii: "-"), UInt8(ascii: "_"),
    UInt8(ascii: "/"):
    true
  default: false
  }
}
