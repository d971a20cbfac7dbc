import Markdown
import PolicyReading
import SourceText

/// The fields that the body of a record states outside its sections: in lines with a label and in
/// tables.
///
/// Only labels that somebody knows count. Everything else is text, as it stands.
struct StatedFields {
  var fields: [StatedField] = []
  /// Systems in tables on the impact: they count where nothing else names any.
  private(set) var asides: [StatedField] = []
  /// Paragraphs and tables that say nothing but such fields.
  private(set) var wholeNodes: Set<Int> = []

  let document: MarkdownDocument
  let names: SectionNames
  let fillers: TemplateFillers
  /// What is read stands below `Actual`, so that `Start` there is no planned one.
  private var isOfActual = false

  init(_ document: MarkdownDocument, names: SectionNames, fillers: TemplateFillers) {
    self.document = document
    self.names = names
    self.fillers = fillers
  }

  /// What of a part of a body counts.
  enum Scope {
    case all
    /// What otherwise keys of the front matter say.
    case facts
    /// Tables of two columns whose head says that they hold fields.
    case fieldTables
  }

  /// Adds what a part of the document states.
  ///
  /// - Parameter heading: That of the section, which may say that its times are the actual ones.
  mutating func read(
    _ nodes: Range<Int>, _ scope: Scope = .all, below heading: MarkdownHeading? = nil
  ) {
    isOfActual = heading.map { Self.saysActual($0.text) ?? false } ?? false
    defer { isOfActual = false }
    var index = nodes.lowerBound
    while index < nodes.upperBound {
      switch document.nodes[index].kind {
      case .heading:
        isOfActual = Self.saysActual(document.plainText(of: index)) ?? false
        index = Int(document.nodes[index].end)
      case .paragraph:
        isOfActual = Self.saysActual(document.plainText(of: index)) ?? isOfActual
        if scope != .fieldTables { readLines(of: index, in: nodes, scope) }
        index = Int(document.nodes[index].end)
      case .table:
        readTable(index, scope)
        index = Int(document.nodes[index].end)
      case .codeBlock, .htmlBlock, .blockQuote: index = Int(document.nodes[index].end)
      default: index += 1
      }
    }
  }

  /// Whether a short text above others says that they tell of what happened, or of what was planned; nil
  /// for any other.
  private static func saysActual(_ text: String) -> Bool? {
    // `Actual start: 14:05` is a value.
    guard text.utf8.count < 60, !text.utf8.dropLast().contains(UInt8(ascii: ":")) else {
      return nil
    }
    let words = WordForm.words(text)
    guard (1...4).contains(words.count) else { return nil }
    if words.contains("actual") || words.contains("actuals") { return true }
    return words.contains { ["planned", "plan", "scheduled", "proposed"].contains($0) }
      ? false : nil
  }

  /// Adds a section that is known as a fact: `### Requested by`.
  mutating func read(_ section: RecordSection) {
    guard !SectionNames.isUsual(section.heading.text),
      let fact = names.fact(of: section.heading.text)
    else {
      return
    }
    add(fact, below: section.heading, section.content, state: section.state)
  }

  /// Adds the parts of a section whose headings are facts: `#### Systems affected` within the impact.
  mutating func read(nestedIn section: RecordSection, of headings: [MarkdownHeading]) {
    for index in headings.indices where section.content.contains(headings[index].node) {
      guard !SectionNames.isUsual(headings[index].text),
        let fact = names.fact(of: headings[index].text)
      else { continue }
      let start = Int(document.nodes[headings[index].node].end)
      let next = index + 1 < headings.count ? headings[index + 1].node : document.nodes.count
      let content = start..<max(start, min(next, section.content.upperBound))
      // Of `Actual` above lines of its own they are the value.
      if fact.isOfTimes, holdsLabels(content, .facts) { continue }
      add(
        fact, below: headings[index], content,
        state: sectionState(content, role: nil, in: document, fillers: fillers))
    }
  }

  /// Adds the systems below a heading within the impact: `### Systems affected`.
  mutating func read(systemsIn section: RecordSection, of headings: [MarkdownHeading]) {
    var nested = StatedFields(document, names: names, fillers: fillers)
    nested.read(nestedIn: section, of: headings)
    fields += nested.fields.filter { $0.fact == .systems }
    asides += section.content.filter { document.nodes[$0].kind == .table }
      .flatMap { systems(inTable: $0, label: section.heading.text) }
  }

  /// A heading above lines that say times, `Change window`, `Timeline`, `Actual times`.
  func isOfTimes(_ heading: String) -> Bool {
    switch names.fact(of: heading) {
    case .plannedTime, .actualTime: true
    default:
      Self.timeHeadings.contains(SectionNames.plainName(of: heading))
        || Self.saysActual(heading) ?? false
    }
  }

  private static let timeHeadings: Set<String> = [
    "timeline", "dates", "timing", "times", "planned dates", "planned times", "actual dates",
    "window", "execution", "implementation record", "change execution",
  ]

  /// Of boxes the ticked ones are the value.
  private mutating func add(
    _ fact: FactName, below heading: MarkdownHeading, _ content: Range<Int>,
    state: RecordSection.State
  ) {
    let cells = cells(saying: fact, below: heading, content)
    if !cells.isEmpty {
      fields += cells
      return
    }
    let nodes = content.filter { document.nodes[$0].kind == .paragraph }
    let place = nodes.first.map(document.place(of:)) ?? heading.place
    let boxes = readBoxes(content, in: document)
    let ticked = boxes.filter(\.isTicked)
    let texts =
      boxes.isEmpty
      ? nodes.map { document.plainText(of: $0) } : ticked.map { document.label(of: $0).value }
    fields.append(
      StatedField(
        role: nil, ownName: nil, fact: fact, label: heading.text,
        text: texts.joined(separator: ", "), place: place,
        isStruck: document.holdsStrike(content),
        state: !boxes.isEmpty && ticked.isEmpty ? .empty : state, isSection: true))
  }

  // MARK: Lines

  private mutating func readLines(of node: Int, in range: Range<Int>, _ scope: Scope) {
    var isWhole = true
    var last: (label: LabelledLine, meaning: Meaning)?
    for line in document.sourceLines(of: node) {
      guard let labelled = LabelledLine(line, in: document.file),
        let meaning = meaning(of: labelled.label, scope)
      else {
        isWhole = false
        last = nil
        continue
      }
      if labelled.value.isEmpty {
        last = (labelled, meaning)
      } else {
        last = nil
        add(meaning, label: labelled.label, value: labelled.value, in: node)
      }
    }
    // A label with nothing behind it may lead up to a list.
    let next = Int(document.nodes[node].end)
    if let last, range.contains(next), case .list = document.nodes[next].kind,
      let place = document.nodes[next].range
    {
      let content = next..<Int(document.nodes[next].end)
      // `Change window:` above a start and an end is their heading.
      if last.meaning.fact?.isOfTimes ?? false, holdsLabels(content, scope) {
        if isWhole { wholeNodes.insert(node) }
        return
      }
      fields.append(
        StatedField(
          role: last.meaning.role, ownName: last.meaning.own, fact: last.meaning.fact,
          label: last.label.label,
          // Of a fact each item is one value.
          text: last.meaning.fact == nil
            ? document.plainText(ofNodes: content)
            : document.children(of: next).map { document.plainText(of: $0) }
              .joined(separator: ", "),
          place: Place(document.file, place), isStruck: document.holdsStrike(content),
          state: sectionState(
            content, role: last.meaning.role, in: document, fillers: fillers)))
    }
    if isWhole { wholeNodes.insert(node) }
  }

  /// Lines with a label that is known are among some nodes.
  private func holdsLabels(_ nodes: Range<Int>, _ scope: Scope) -> Bool {
    nodes.contains { node in
      guard case .paragraph = document.nodes[node].kind else { return false }
      return document.sourceLines(of: node).contains { line in
        LabelledLine(line, in: document.file).map { meaning(of: $0.label, scope) != nil } ?? false
      }
    }
  }

  private mutating func add(
    _ meaning: Meaning, label: String, value: SourceRange, in node: Int
  ) {
    let text = WordForm.trim(document.file.text(value)) { $0 == "*" || $0 == "_" || $0 == "`" }
    fields.append(
      StatedField(
        role: meaning.role, ownName: meaning.own, fact: meaning.fact, label: label, text: text,
        place: Place(document.file, value),
        isStruck: text.holds("~~") || document.holdsStrike(value, of: node),
        state: state(of: text, at: value, role: meaning.role)))
  }

  // MARK: Tables

  /// A table of two columns, of which the first names the fields; its head is one of them where its
  /// first cell is a name too. And a table of one row, of which the head names them.
  private mutating func readTable(_ node: Int, _ scope: Scope) {
    let times = timesInMatrix(node)
    if !times.isEmpty {
      fields += times
      wholeNodes.insert(node)
      return
    }
    let rows = document.children(of: node).map { Array(document.children(of: $0)) }
    guard let head = rows.first else { return }
    func isKnown(_ cell: Int) -> Bool { meaning(of: document.plainText(of: cell), scope) != nil }
    var pairs: [(label: Int, value: Int)] = []
    if head.count == 2, rows.count == 2, rows[1].count == 2, scope != .fieldTables,
      head.allSatisfy(isKnown), !isKnown(rows[1][0])
    {
      pairs = zip(head, rows[1]).map { ($0, $1) }
    } else if head.count == 2 {
      let isOfFields = Self.headsOfFields.contains(WordForm.fold(document.plainText(of: head[0])))
      if scope == .fieldTables, !isOfFields { return }
      pairs = rows.filter { $0.count == 2 }.map { ($0[0], $0[1]) }
      // `Risk | Mitigation` above rows of risks names no field.
      guard pairs.dropFirst().contains(where: { isKnown($0.label) }) else { return }
    } else if scope != .fieldTables, rows.count == 2, head.count > 2, rows[1].count == head.count,
      head.count(where: isKnown) >= 2
    {
      pairs = zip(head, rows[1]).map { ($0, $1) }
    }
    var isWhole = !pairs.isEmpty
    for (index, pair) in pairs.enumerated() {
      let label = document.plainText(of: pair.label)
      guard let meaning = meaning(of: label, scope) else {
        if index > 0 { isWhole = false }
        continue
      }
      let lines = meaning.fact.flatMap { _ in CellLines.joined(pair.value, in: document) }
      let text = lines ?? WordForm.trim(document.plainText(of: pair.value))
      let range = document.nodes[pair.value].range ?? SourceRange(0, 0)
      let place = range.isEmpty ? document.place(of: pair.label) : document.place(of: pair.value)
      let cells = pair.label..<Int(document.nodes[pair.value].end)
      fields.append(
        StatedField(
          role: meaning.role, ownName: meaning.own, fact: meaning.fact, label: label, text: text,
          place: place, isStruck: text.holds("~~") || document.holdsStrike(cells),
          state: state(of: text, at: range, role: meaning.role)))
    }
    if isWhole { wholeNodes.insert(node) }
  }

  /// Heads above the names of fields.
  private static let headsOfFields: Set<String> = [
    "", "field", "fields", "item", "key", "attribute", "property", "parameter", "detail", "name",
  ]

  // MARK: Meanings

  struct Meaning {
    var role: SectionRole?
    var own: String?
    var fact: FactName?
  }

  private func meaning(of label: String, _ scope: Scope) -> Meaning? {
    if scope == .facts { return fact(label).map { Meaning(fact: $0) } }
    switch names.meaning(of: label) {
    case .role(let role), .part(let role): return Meaning(role: role, fact: fact(label))
    case .own(let name): return Meaning(own: name, fact: fact(label))
    case .unknown: return fact(label).map { Meaning(fact: $0) }
    }
  }

  func fact(_ label: String) -> FactName? {
    let fact = names.fact(of: label)
    guard isOfActual else { return fact }
    if WordForm.words(label).contains(where: { ["planned", "scheduled"].contains($0) }) {
      return fact
    }
    switch fact {
    case .plannedStart, .plannedEnd, .plannedTime, .dayOfWork:
      return names.fact(of: "actual \(SectionNames.plainName(of: label))") ?? .actualTime
    default: return fact ?? names.fact(of: "actual \(label)").flatMap { $0.isOfWork ? $0 : nil }
    }
  }

  func state(
    of text: String, at range: SourceRange, role: SectionRole?
  ) -> RecordSection.State {
    if text.isEmpty { return .empty }
    if !range.isEmpty, fillers.contains(range, in: document.file) { return .template(range) }
    switch NonAnswer(text) {
    case nil: return .filled
    case .nothing where role == .impact || role == .technicalDetails || role == nil: return .filled
    default: return .template(range)
    }
  }
}

extension MarkdownDocument {
  /// Whether something is struck out there.
  func holdsStrike(_ nodes: Range<Int>) -> Bool { nodes.contains(where: isStrike) }

  /// The same of a part of a node's text.
  func holdsStrike(_ range: SourceRange, of node: Int) -> Bool {
    (node..<Int(nodes[node].end)).contains { index in
      guard isStrike(index) else { return false }
      guard let struck = nodes[index].range, nodes[index].kind == .strikethrough else {
        return true
      }
      return struck.lower < range.upper && range.lower < struck.upper
    }
  }

  private func isStrike(_ index: Int) -> Bool {
    switch nodes[index].kind {
    case .strikethrough: true
    case .htmlInline:
      ["del", "s", "strike"].contains(literal(of: index).lowercased().filter(\.isLetter))
    default: false
    }
  }
}
