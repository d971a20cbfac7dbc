import Markdown
import PolicyReading
import SourceText

// Tables that are no lists of fields: those of systems, and those that set planned times beside actual ones.

extension StatedFields {
  /// What the tables of a section that is known as a fact say of it, and the lists beside them; none where
  /// it has no table. Of facts of which there are several each cell is one, of others all together are.
  func cells(
    saying fact: FactName, below heading: MarkdownHeading, _ content: Range<Int>
  ) -> [StatedField] {
    let tables = content.filter { document.nodes[$0].kind == .table }
    var values = tables.flatMap { cells(of: $0, saying: fact) }
    if values.isEmpty { return [] }
    values += content.filter { node in
      guard document.nodes[node].kind == .paragraph else { return false }
      return document.nodes[Int(document.nodes[node].parent)].kind.isItem
    }
    let said = values.map { cell($0, saying: fact, label: heading.text) }
      .filter { !$0.text.isEmpty }
    guard !fact.isList, let first = said.first(where: { !$0.isStruck }) else { return said }
    return [
      StatedField(
        role: nil, ownName: nil, fact: fact, label: heading.text,
        text: said.filter { !$0.isStruck }.map(\.text).joined(separator: "; "),
        place: first.place, isStruck: false, state: .filled, isSection: true, isCell: true)
    ]
  }

  private func cell(_ node: Int, saying fact: FactName, label: String) -> StatedField {
    StatedField(
      role: nil, ownName: nil, fact: fact, label: label,
      text: CellLines.joined(node, in: document) ?? WordForm.trim(document.plainText(of: node)),
      place: document.place(of: node),
      isStruck: document.holdsStrike(node..<Int(document.nodes[node].end)), state: .filled,
      isSection: true, isCell: true)
  }

  /// The systems of a table with a column of that name.
  func systems(inTable table: Int, label: String) -> [StatedField] {
    guard let head = document.children(of: table).first(where: { _ in true }),
      document.children(of: head).contains(where: {
        names.fact(of: document.plainText(of: $0)) == .systems
      })
    else { return [] }
    return cells(of: table, saying: .systems).map { cell($0, saying: .systems, label: label) }
      .filter { !$0.text.isEmpty }
  }

  /// The cells of the column that says the fact, without rows that deny it: `explorer | not affected`.
  private func cells(of table: Int, saying fact: FactName) -> [Int] {
    let rows = document.children(of: table).map { Array(document.children(of: $0)) }
    guard let head = rows.first, rows.count > 1 else { return [] }
    let heads = head.map { document.plainText(of: $0) }
    let firsts = rows.dropFirst().compactMap(\.first).map { document.plainText(of: $0) }
    // A table of fields is read as one.
    if firsts.contains(where: { names.fact(of: $0) != nil }) { return [] }
    let column =
      heads.firstIndex { names.fact(of: $0) == fact }
      ?? heads.firstIndex { Self.ofNames.contains(WordForm.words($0).last ?? "") }
      ?? heads.firstIndex { !Self.ofNumbers.contains(WordForm.fold($0)) } ?? 0
    let denials = heads.indices.filter { index in
      index != column
        && WordForm.words(heads[index]).contains { word in
          ["affect", "impact", "touch", "chang", "scope"].contains(where: word.hasPrefix)
        }
    }
    return rows.dropFirst().compactMap { row in
      guard column < row.count else { return nil }
      // A box that is not ticked denies its row, whatever stands above it.
      let isDenied = row.indices.contains { index in
        let text = document.plainText(of: row[index])
        return index != column
          && (denials.contains(index) || !readBoxes(in: text).isEmpty) && denies(text)
      }
      return isDenied ? nil : row[column]
    }
  }

  private func denies(_ text: String) -> Bool {
    let boxes = readBoxes(in: text)
    if !boxes.isEmpty { return !boxes.contains(where: \.isTicked) }
    return Self.denials.contains(WordForm.fold(text))
  }

  private static let denials: Set<String> = [
    "no", "n", "false", "not affected", "unaffected", "not impacted", "unchanged", "no change",
    "not touched", "untouched", "not changed", "out of scope",
  ]
  /// Last words of heads above names.
  private static let ofNames: Set<String> = [
    "name", "names", "hostname", "host", "hosts", "server", "servers", "item", "asset", "assets",
    "resource", "resources", "ci",
  ]
  private static let ofNumbers: Set<String> = ["", "no", "nr", "number", "id", "ref", "row"]

  /// A table of planned and actual times, `| | Planned | Actual |` above `| Start | … | … |`, or with its rows
  /// and columns the other way round.
  func timesInMatrix(_ table: Int) -> [StatedField] {
    let rows = document.children(of: table).map { Array(document.children(of: $0)) }
    guard let head = rows.first, head.count > 1, rows.count > 1 else { return [] }
    let heads = head.map { document.plainText(of: $0) }
    return rows.dropFirst().flatMap { row -> [StatedField] in
      guard row.count == head.count, let first = row.first else { return [] }
      let label = document.plainText(of: first)
      return heads.indices.dropFirst().compactMap { column in
        let text = WordForm.trim(document.plainText(of: row[column]))
        guard let (fact, name) = time(heads[column], label), !text.isEmpty else { return nil }
        return StatedField(
          role: nil, ownName: nil, fact: fact, label: name, text: text,
          place: document.place(of: row[column]),
          isStruck: document.holdsStrike(row[column]..<Int(document.nodes[row[column]].end)),
          state: NonAnswer(text) == nil ? .filled : .empty)
      }
    }
  }

  /// What a head and the label of a row say together, where one says whether it was planned and the other
  /// which end it is.
  private func time(_ head: String, _ label: String) -> (fact: FactName, name: String)? {
    for (kind, end) in [(head, label), (label, head)] {
      let words = WordForm.words(kind)
      guard words.count < 4, let lead = words.first(where: Self.ofKinds.contains) else { continue }
      let name = "\(lead) \(SectionNames.plainName(of: end))"
      switch FactName(label: name) {
      case .plannedStart: return (.plannedStart, name)
      case .plannedEnd: return (.plannedEnd, name)
      case .actualStart: return (.actualStart, name)
      case .actualEnd: return (.actualEnd, name)
      default: continue
      }
    }
    return nil
  }

  private static let ofKinds: Set<String> = ["planned", "scheduled", "actual"]
}

extension MarkdownNode.Kind {
  /// An item of a list, with or without a box.
  fileprivate var isItem: Bool {
    switch self {
    case .item, .taskItem: true
    default: false
    }
  }
}
