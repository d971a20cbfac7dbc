import Markdown
import PolicyReading
import SourceText

/// The ticked boxes of a section of approvals: `[x] Technical Review: @a, @b` gives one approval for
/// each name. Boxes that are not ticked give none.
struct ApprovalLines {
  private(set) var approvals: [Approval] = []
  private(set) var unapproved: [Unapproved] = []
  /// Names that the template left.
  private(set) var fillers: [SourceRange] = []
  private(set) var problems: [ReadingProblem] = []
  private let vocabulary: Vocabulary
  private let people: PeopleDirectory

  init(
    _ content: Range<Int>, in document: MarkdownDocument, vocabulary: Vocabulary,
    people: PeopleDirectory
  ) {
    self.vocabulary = vocabulary
    self.people = people
    for index in content {
      guard case .taskItem(isChecked: true) = document.nodes[index].kind,
        let item = document.boxedText(of: index)
      else { continue }
      read(item, in: document.file)
    }
  }

  private mutating func read(_ item: SourceRange, in file: SourceFile) {
    let colon = file.bytes[item.indices].firstIndex(of: UInt8(ascii: ":"))
    let label = ReadableText(file.text(SourceRange(Int(item.lower), colon ?? Int(item.upper))))
    let labelText = label.text(label.trimmed(label.bytes.indices))
    guard let role = vocabulary.role(ofLabel: labelText) else {
      problems.append(
        ReadingProblem(
          .unreadableValue(
            key: "Approvals", text: labelText, expected: vocabulary.expectedRoles(for: labelText)),
          at: Place(file, item)))
      return
    }
    let located = Located(role, Place(file, item))
    // What is struck out around the label strikes the name as well.
    let whole = file.bytes.withUnsafeBufferPointer {
      ReadableText(UnsafeBufferPointer(rebasing: $0[item.indices]))
    }
    let isStruck = whole.isStruck(whole.bytes.indices.prefix(labelText.utf8.count))
    // Without a colon a handle still tells who it was.
    let holdsHandle = file.bytes[item.indices].contains(UInt8(ascii: "@"))
    let start = colon.map { $0 + 1 } ?? (holdsHandle ? Int(item.lower) : Int(item.upper))
    let value = file.trimmed(start..<Int(item.upper))
    let mentions = file.bytes.withUnsafeBufferPointer {
      people.read(UnsafeBufferPointer(rebasing: $0[value.indices]))
    }
    let said = colon == nil ? ApprovalWords.fault(in: WordForm.words(labelText)) : nil
    if mentions.isEmpty {
      unapproved.append(
        Unapproved(
          role: located, text: file.text(value), identity: nil,
          reason: isStruck ? .struckOut : said ?? .nobody, place: Place(file, item)))
    }
    for mention in mentions {
      let range = SourceRange(
        Int(value.lower) + mention.range.lowerBound, Int(value.lower) + mention.range.upperBound)
      let place = Place(file, range)
      if vocabulary.isFiller(range, in: file, of: role) {
        fillers.append(range)
      } else if let identity = mention.identity, mention.fault == nil, !isStruck {
        approvals.append(
          Approval(
            role: located, by: Located(mention.text, place), at: nil, isVerbal: false,
            documented: nil, place: place, people: [identity]))
      } else {
        unapproved.append(
          Unapproved(
            role: located, text: mentions.count == 1 ? file.text(value) : mention.text,
            identity: mention.identity, reason: isStruck ? .struckOut : mention.fault ?? .nobody,
            place: mentions.count == 1 ? Place(file, value) : place))
      }
    }
  }
}

extension MarkdownDocument {
  /// The text behind the box of an item: its first paragraph, over all of its lines; nil where there
  /// is none.
  fileprivate func boxedText(of index: Int) -> SourceRange? {
    guard let range = nodes[index].range else { return nil }
    var upper = Int(range.upper)
    if let nested = children(of: index).dropFirst().first(where: { nodes[$0].range != nil }),
      let below = nodes[nested].range
    {
      upper = min(upper, Int(below.lower))
    }
    let bytes = file.bytes
    guard let close = bytes[Int(range.lower)..<upper].firstIndex(of: UInt8(ascii: "]")) else {
      return nil
    }
    var text = file.trimmed(close + 1..<upper)
    while !text.isEmpty, [0x0A, 0x0D, 0x20, 0x09].contains(bytes[Int(text.upper) - 1]) {
      text = file.trimmed(Int(text.lower)..<Int(text.upper) - 1)
    }
    // A list below a box begins with its own mark.
    return text.isEmpty ? nil : text
  }
}
