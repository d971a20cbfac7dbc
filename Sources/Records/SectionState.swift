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
  /// What it writes behind those of reviewers, in place of their names.
  private let reviewers: Set<String>

  init(policy: Policy) {
    template = policy.template
    boards = Self.signers(true, in: policy.template?.text ?? "")
    reviewers = Self.signers(false, in: policy.template?.text ?? "")
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

  /// Whether the template writes a name in the place of a reviewer's.
  func isReviewer(_ name: String) -> Bool { reviewers.contains(name.lowercased()) }

  private static func signers(_ areBoards: Bool, in template: String) -> Set<String> {
    var names: Set<String> = []
    for line in template.parts(at: "\n") {
      let parts = line.parts(at: ":")
      guard parts.count == 2, let role = ApprovalRole(label: parts[0]), role.isBoard == areBoards
      else { continue }
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
/// Boxes that are not ticked say nothing, nor do labels (`**Users affected:**`) without a value. One
/// line left from the template, or that says that the answer is still to come, makes the section a
/// template's; so does what says nothing (`N/A`, a dash) where nothing else stands beside it.
func sectionState(
  _ content: Range<Int>, role: SectionRole?, in document: MarkdownDocument,
  fillers: TemplateFillers
) -> RecordSection.State {
  var judgement = SectionJudgement(role: role, document: document, fillers: fillers)
  var index = content.lowerBound
  while index < content.upperBound {
    let node = document.nodes[index]
    switch node.kind {
    case .taskItem(let isChecked):
      if isChecked { judgement.isFilled = true }
      index = Int(node.end)
      continue
    case .paragraph, .codeBlock, .tableCell, .htmlBlock:
      if let left = judgement.take(index) { return .template(left) }
      index = Int(node.end)
      continue
    case .image:
      judgement.isFilled = true
    default:
      break
    }
    index += 1
  }
  return judgement.state
}

/// What the lines of a section come to.
private struct SectionJudgement {
  let role: SectionRole?
  let document: MarkdownDocument
  let fillers: TemplateFillers
  var isFilled = false
  /// The first text that says nothing.
  private var void: SourceRange?

  init(role: SectionRole?, document: MarkdownDocument, fillers: TemplateFillers) {
    self.role = role
    self.document = document
    self.fillers = fillers
  }

  var state: RecordSection.State {
    if isFilled { return .filled }
    return void.map { .template($0) } ?? .empty
  }

  /// Takes a leaf of the document; gives back what makes the section a template's.
  mutating func take(_ node: Int) -> SourceRange? {
    // Rows of boxes are the template's own text, ticked or not; they are judged as boxes.
    let isProse = role != .type && role != .riskLevel
    let isCode = if case .codeBlock = document.nodes[node].kind { true } else { false }
    if isProse, let whole = placeholderOfSeveralLines(node) { return whole }
    for line in document.sourceLines(of: node) {
      if !isProse {
        // The name of a type or a risk, or a text that is neither.
        if answer(in: line, of: node) == nil { isFilled = true } else { void = void ?? line }
        continue
      }
      if fillers.contains(line, in: document.file) { return line }
      let found = answer(in: line, of: node)
      if found == .unfinished, !isCode, role != .approvals { return line }
      if found != nil {
        take(found, at: line, isLabelled: false)
      } else if let label = LabelledLine(line, in: document.file) {
        guard !label.value.isEmpty else { continue }
        if fillers.contains(label.value, in: document.file) { return label.value }
        let found = answer(in: label.value, of: node)
        if found == .unfinished, !isCode, role != .approvals { return label.value }
        take(found, at: label.value, isLabelled: true)
      } else {
        isFilled = true
      }
    }
    // A paragraph whose place is unknown, such as one right above a table.
    if document.nodes[node].range == nil, !document.plainText(of: node).isEmpty { isFilled = true }
    return nil
  }

  private mutating func take(_ found: NonAnswer?, at range: SourceRange, isLabelled: Bool) {
    switch found {
    case nil: isFilled = true
    // `Users affected: none` answers, and so does a section on the impact that says so. A plan or a
    // reason that is `None` is none.
    case .nothing where isLabelled || !asksForProse: isFilled = true
    // Sign-offs are awaited, one way or the other.
    case .nothing, .void, .unfinished: if role != .approvals { void = void ?? range }
    }
  }

  /// The section cannot be answered with `None`.
  private var asksForProse: Bool {
    switch role {
    case .title, .summary, .justification, .implementationPlan, .rollbackPlan, .testingEvidence:
      true
    default: false
    }
  }

  /// What a text is in place of an answer; nil for an answer. A link may look like a placeholder.
  private func answer(in range: SourceRange, of node: Int) -> NonAnswer? {
    let found = document.file.bytes[range.indices].withUnsafeBufferPointer { NonAnswer(utf8: $0) }
    guard found != nil, document.file.bytes[Int(range.lower)] == UInt8(ascii: "[") else {
      return found
    }
    let holdsLink = (node..<Int(document.nodes[node].end)).contains {
      if case .link = document.nodes[$0].kind { true } else { false }
    }
    return holdsLink ? nil : found
  }

  /// A paragraph in brackets that runs over more than one line.
  private func placeholderOfSeveralLines(_ node: Int) -> SourceRange? {
    guard document.nodes[node].kind == .paragraph, let range = document.nodes[node].range,
      !range.isEmpty
    else { return nil }
    switch document.file.bytes[Int(range.lower)] {
    case UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: "<"):
      return answer(in: range, of: node) == .unfinished ? range : nil
    default: return nil
    }
  }
}
