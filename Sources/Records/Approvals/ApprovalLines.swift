import Markdown
import PolicyReading
import SourceText

/// The ticked boxes of the sections of approvals: `[x] Technical Review: @a, @b` gives one approval
/// for each name. Boxes that are not ticked give none, and a refusal where they say so; what else the
/// sections say may take an approval back.
struct ApprovalLines {
  private(set) var approvals: [Approval] = []
  private(set) var unapproved: [Unapproved] = []
  /// Boxes that name somebody and are not ticked.
  private(set) var open: [OpenBox] = []
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
    var index = content.lowerBound
    var asksForMore = false
    while index < content.upperBound {
      let end = Int(document.nodes[index].end)
      switch document.nodes[index].kind {
      case .taskItem(let isTicked):
        if let item = document.boxedText(of: index) {
          let nested = document.nestedText(of: index)
          if isTicked {
            read(item, nested: nested, in: document.file)
          } else {
            readRefusal(item, nested: nested, in: document.file)
          }
        }
        index = max(end, index + 1)
      case .heading:
        reportHeading(index, in: document, until: content.upperBound)
        asksForMore = isBesideApprovals(document.plainText(of: index))
        index = max(end, index + 1)
      case .paragraph, .tableCell:
        let text = document.plainText(of: index)
        reportMark(text, at: document.place(of: index))
        // `None` below `Conditions` says that there is no condition.
        if !(asksForMore && NonName.meansNothing(text)) {
          reportRefusal(text, at: document.place(of: index))
        }
        reportStrike(of: index, in: document)
        index = max(end, index + 1)
      default: index += 1
      }
    }
  }

  /// A line that is struck out is an approval that somebody took away.
  private mutating func reportStrike(of node: Int, in document: MarkdownDocument) {
    let text = document.plainText(of: node)
    guard document.holdsStrike(node..<Int(document.nodes[node].end)),
      !people.identities(in: text).isEmpty || vocabulary.role(ofLabel: text) != nil
        || !readBoxes(in: text).isEmpty
    else { return }
    problems.append(
      ReadingProblem(
        .unreadableValue(
          key: "Approvals", text: "~~\(text)~~",
          expected: "boxes alone: remove what is struck out, and untick its box"),
        at: document.place(of: node)))
  }

  /// A box whose mark is neither empty nor a tick, `[?]`, says of whom it names that nobody knows.
  private mutating func reportMark(_ text: String, at place: Place) {
    let start = Array(text.unicodeScalars.prefix(4))
    guard start.count == 4, start[0] == "[", start[2] == "]", start[3].isWhiteSpace,
      ![" ", "x", "X", "✓", "✔", "☑", "✅"].contains(start[1]), !start[1].isNumeral,
      vocabulary.role(ofLabel: text) != nil || !people.identities(in: text).isEmpty
    else { return }
    report(text, at: place)
  }

  /// Whether a heading among the boxes asks for something else than who approved.
  private func isBesideApprovals(_ heading: String) -> Bool {
    if ApprovalLimit.isSaid(ofHeading: heading) { return true }
    let isOfApproval = WordForm.words(heading).contains { word in
      ["approv", "sign", "review", "accept"].contains(where: word.hasPrefix)
    }
    return !isOfApproval && vocabulary.role(ofLabel: heading) == nil
  }

  /// Text beside the boxes that takes back what they say.
  private mutating func reportRefusal(_ text: String, at place: Place) {
    let words = WordForm.words(text)
    let isWord = words.count == 1 && NonName.matches(folded: words[0])
    let isDenied = words.last == "no" || words.contains("expired") || words.contains("renewed")
    let isTaken = zip(words, words.dropFirst()).contains { pair in
      pair == ("took", "it") || pair == ("taken", "back") || pair == ("not", "valid")
        || pair == ("still", "open")
    }
    let isVoted = text.parts(at: " ").contains { ["-1", "–1", "−1", "👎", "❌"].contains($0) }
    guard
      isWord || isDenied || isTaken || isVoted || EndingStatement.says(text)
        || ApprovalWords.fault(in: words) != nil || ApprovalLimit.isSaid(in: text)
    else { return }
    report(text, at: place)
  }

  /// A heading among the boxes that takes back what they say, unless nothing stands below it.
  private mutating func reportHeading(
    _ node: Int, in document: MarkdownDocument, until end: Int
  ) {
    let heading = document.plainText(of: node)
    guard ApprovalLimit.isSaid(ofHeading: heading) else { return }
    let below = document.textBelow(heading: node, until: end)
    if !below.isEmpty, NonName.meansNothing(below) { return }
    report(heading, at: document.place(of: node))
  }

  private mutating func report(_ text: String, at place: Place) {
    problems.append(
      ReadingProblem(
        .unreadableValue(
          key: "Approvals", text: text,
          expected:
            "boxes alone: an approval that was refused, taken back or bound to something is "
            + "not ticked"),
        at: place))
  }

  /// A box that is not ticked says nothing, unless it says that somebody refused.
  private mutating func readRefusal(
    _ item: SourceRange, nested: SourceRange?, in file: SourceFile
  ) {
    let text = file.text(item) + " " + (nested.map(file.text) ?? "")
    let role = label(of: item, in: file).role
    // `Re-approval after the rewrite`: what is ticked above is not enough any more.
    let words = WordForm.words(text)
    let asksAgain =
      words.contains { $0.hasPrefix("reapprov") }
      || zip(words, words.dropFirst()).contains { $0 == "re" && $1.hasPrefix("approv") }
    if asksAgain { report(file.text(item), at: Place(file, item)) }
    guard ApprovalWords.fault(in: WordForm.words(text)) == .refused else {
      noteOpen(item, of: role, in: file)
      return
    }
    guard let role else { return }
    let identity = people.identities(in: file.text(item)).first
    unapproved.append(
      Unapproved(
        role: Located(role, Place(file, item)), text: file.text(item), identity: identity,
        reason: .refused, place: Place(file, item), isClaimed: false))
  }

  /// Keeps whom a box that is not ticked names; what the template wrote there names nobody.
  private mutating func noteOpen(_ item: SourceRange, of role: ApprovalRole?, in file: SourceFile) {
    let named = file.bytes.withUnsafeBufferPointer {
      people.read(UnsafeBufferPointer(rebasing: $0[item.indices]))
    }
    let identities = named.compactMap { mention -> Identity? in
      let range = SourceRange(
        Int(item.lower) + mention.range.lowerBound, Int(item.lower) + mention.range.upperBound)
      return vocabulary.isTemplates(range, in: file) ? nil : mention.identity
    }
    if identities.isEmpty { return }
    let text = file.text(item)
    let words = WordForm.words(text)
    let names = Set(named.map(\.text).flatMap(WordForm.words))
    let asks =
      role != nil || words.allSatisfy(names.contains)
      || words.contains { word in
        ["approv", "sign", "accept", "agree", "consent"].contains(where: word.hasPrefix)
      }
    open.append(
      OpenBox(
        role: role, people: identities, text: text, place: Place(file, item), asksForApproval: asks)
    )
  }

  /// The role that stands before the colon of an item, its label, and where the colon is.
  private func label(
    of item: SourceRange, in file: SourceFile
  ) -> (role: ApprovalRole?, text: String, colon: Int?) {
    let colon = file.bytes[item.indices].firstIndex(of: UInt8(ascii: ":"))
    let label = ReadableText(file.text(SourceRange(Int(item.lower), colon ?? Int(item.upper))))
    let text = label.text(label.trimmed(label.bytes.indices))
    return (vocabulary.role(ofLabel: text), text, colon)
  }

  /// `CAB Approval scheduled`, `Technical Review (of an earlier version)`; not `(if required)`.
  private static func isDoubtful(_ label: String) -> Bool {
    let words = WordForm.words(label)
    if words.contains("pre") || words.contains("preapproval") { return true }
    return words.indices.contains { index in
      guard RemarkWords.doubtful.contains(words[index]) else { return false }
      let isCondition =
        words[index] == "if" && index + 1 < words.count
        && ["required", "needed", "applicable", "relevant", "security"].contains(words[index + 1])
      let isOfCondition = index > 0 && words[index - 1] == "if"
      return !isCondition && !isOfCondition && words[index] != "required"
    }
  }

  private mutating func read(_ item: SourceRange, nested: SourceRange?, in file: SourceFile) {
    let (known, labelText, colon) = label(of: item, in: file)
    guard let role = known else {
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
    var value = file.trimmed(start..<Int(item.upper))
    // Names may stand one a line below the box.
    let isBelow = value.isEmpty && nested != nil
    if isBelow, let nested { value = nested }
    let mentions = file.bytes.withUnsafeBufferPointer {
      people.read(UnsafeBufferPointer(rebasing: $0[value.indices]))
    }
    // What is said of the role, and below the box, is said of everybody in it.
    let below = isBelow ? "" : nested.map(file.text) ?? ""
    let lines = BoxLines(item, value: value, isBelow ? nil : nested, in: file, people)
    let daysOfAll = WrittenDay.moments(in: labelText) + lines.days
    let said =
      ApprovalWords.fault(in: WordForm.words(labelText + " " + below))
      ?? (Self.isDoubtful(labelText) || Self.isDoubtful(below) ? .unclear : nil) ?? lines.fault
    if mentions.isEmpty {
      unapproved.append(
        Unapproved(
          role: located, text: file.text(value), identity: nil,
          reason: isStruck ? .struckOut : said ?? .nobody, place: Place(file, item)))
    }
    // What a line below the first says without a name is no name of somebody.
    for mention in mentions where !lines.isRemark(mention, from: Int(value.lower)) {
      let range = SourceRange(
        Int(value.lower) + mention.range.lowerBound, Int(value.lower) + mention.range.upperBound)
      let place = Place(file, range)
      if vocabulary.isFillerBehindBox(range, in: file, of: role) {
        fillers.append(range)
      } else if let identity = mention.identity, mention.fault == nil, said == nil, !isStruck {
        approvals.append(
          Approval(
            role: located, by: Located(mention.text, place), at: nil, isVerbal: false,
            documented: nil, place: place, people: [identity], others: mention.others,
            days: mention.days + daysOfAll))
      } else {
        unapproved.append(
          Unapproved(
            role: located, text: mentions.count == 1 ? file.text(value) : mention.text,
            identity: mention.identity,
            reason: isStruck ? .struckOut : mention.fault ?? said ?? .nobody,
            place: mentions.count == 1 ? Place(file, value) : place))
      }
    }
  }
}

extension MarkdownDocument {
  /// What stands between a heading and the next one, or an end.
  func textBelow(heading node: Int, until end: Int) -> String {
    let start = Int(nodes[node].end)
    let next =
      (start..<max(start, end)).first { index in
        if case .heading = nodes[index].kind { true } else { false }
      } ?? end
    return start < next ? plainText(ofNodes: start..<next) : ""
  }

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

  /// What stands below the first paragraph of an item; nil where nothing does.
  fileprivate func nestedText(of index: Int) -> SourceRange? {
    guard let range = nodes[index].range,
      let first = children(of: index).dropFirst().first(where: { nodes[$0].range != nil }),
      let below = nodes[first].range
    else { return nil }
    let text = file.trimmed(Int(below.lower)..<Int(range.upper))
    return text.isEmpty ? nil : text
  }
}
