import Glibc
import Markdown
import PolicyReading
import SourceText

/// The texts of the policy's template that a finished record does not contain as they stand.
struct TemplateFillers: Sendable {
  private let template: RecordTemplate?
  private let phrases: Set<[UInt8]>
  /// Whether one of the phrases has so many bytes.
  private let lengths: [Bool]
  /// Whether one of the phrases begins with a byte.
  private let beginnings: [Bool]
  /// What the template writes behind the boxes of boards.
  private let boards: Set<String>

  init(policy: Policy) {
    template = policy.template
    boards = Self.boards(in: policy.template?.text ?? "")
    phrases = Set((policy.template?.fillers ?? []).map { Array($0.utf8) })
    var lengths = [Bool](repeating: false, count: 1 + (phrases.map(\.count).max() ?? 0))
    for phrase in phrases { lengths[phrase.count] = true }
    self.lengths = lengths
    var beginnings = [Bool](repeating: false, count: 256)
    for phrase in phrases { if let first = phrase.first { beginnings[Int(first)] = true } }
    self.beginnings = beginnings
  }

  /// Whether the template has a board sign by a name.
  func isBoard(_ name: String) -> Bool { boards.contains(name.lowercased()) }

  private static func boards(in template: String) -> Set<String> {
    var names: Set<String> = []
    for line in template.parts(at: "\n") {
      let parts = line.parts(at: ":")
      guard parts.count == 2, let role = ApprovalRole(label: parts[0]), role.isBoard else {
        continue
      }
      for mention in PeopleDirectory().read(parts[1]) { names.insert(mention.text.lowercased()) }
    }
    return names
  }

  /// Whether a text, without white space around it, is left from the template: one of its texts,
  /// or a line that still holds one of its square brackets.
  func contains(_ range: SourceRange, in file: SourceFile) -> Bool {
    file.bytes.withUnsafeBufferPointer { bytes in
      let text = UnsafeBufferPointer(rebasing: bytes[range.indices])
      guard let start = text.baseAddress, let first = text.first else { return false }
      if text.count < lengths.count, lengths[text.count], beginnings[Int(first)],
        phrases.contains(Array(text))
      {
        return true
      }
      return memchr(start, Int32(UInt8(ascii: "[")), text.count) != nil
        && template?.isFiller(utf8: text) == true
    }
  }
}

/// Whether a section says something.
///
/// Boxes that are not ticked say nothing, nor do labels (`**Users affected:**`) without a value.
/// One line left from the template makes the section a template's.
func sectionState(
  _ content: Range<Int>, role: SectionRole?, in document: MarkdownDocument,
  fillers: TemplateFillers
) -> RecordSection.State {
  var isFilled = false
  // Rows of boxes are the template's own text, ticked or not; they are judged as boxes.
  let isProse = role != .type && role != .riskLevel
  var index = content.lowerBound
  while index < content.upperBound {
    let node = document.nodes[index]
    switch node.kind {
    case .taskItem(let isChecked):
      if isChecked { isFilled = true }
      index = Int(node.end)
      continue
    case .paragraph, .codeBlock, .tableCell, .htmlBlock:
      for line in document.sourceLines(of: index) {
        if isProse, fillers.contains(line, in: document.file) { return .template(line) }
        if isProse, let label = LabelledLine(line, in: document.file) {
          guard !label.value.isEmpty else { continue }
          if fillers.contains(label.value, in: document.file) { return .template(label.value) }
        }
        isFilled = true
      }
      // A paragraph whose place is unknown, such as one right above a table.
      if node.range == nil, !document.plainText(of: index).isEmpty { isFilled = true }
      index = Int(node.end)
      continue
    case .image:
      isFilled = true
    default:
      break
    }
    index += 1
  }
  return isFilled ? .filled : .empty
}
