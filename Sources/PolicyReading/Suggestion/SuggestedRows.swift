import Configuration
import Markdown
import SourceText

/// Rows that the settings can state for a policy that says them in headings, lists and sentences: types,
/// windows or freezes.
struct SuggestedRows {
  struct Row {
    let cells: [(key: String, value: String)]
    let place: Place
    /// What has to be filled in before it says something; nil where all of it is understood.
    let missing: String?
  }

  let key: TableKey
  let rows: [Row]
  /// Text that says more, or says it otherwise, so that the rows may not be all.
  let besides: [(text: String, place: Place)]

  /// All of it is understood, and nothing else of the policy speaks of it.
  var isWhole: Bool { rows.allSatisfy { $0.missing == nil } && besides.isEmpty }

  static func all(for policy: Policy, without keys: [TableKey]) -> [SuggestedRows] {
    let outline = PolicyOutline(policy.document, words: MappedWords())
    let lacking = { (key: TableKey) in
      !keys.contains(key)
        && policy.problems.contains {
          if case .tableAbsent(key.rawValue, _) = $0.kind { true } else { false }
        }
    }
    let types = lacking(.types) ? types(outline) : nil
    let names = FreezeAllowanceText.Names(
      types: policy.types.map(\.name) + (types?.rows.compactMap { $0.cells.first?.value } ?? []),
      risks: policy.risks.map(\.name))
    return [
      types, lacking(.windows) ? times(.windows, outline, policy, names) : nil,
      lacking(.freezes) ? times(.freezes, outline, policy, names) : nil,
    ].compactMap(\.self)
  }

  // MARK: Types

  /// Headings that name a type, with lines such as `**Approval:** CAB` below.
  private static func types(_ outline: PolicyOutline) -> SuggestedRows? {
    let columns = TableSynonyms.columns(of: .types)
    var rows: [Row] = []
    for (index, section) in outline.sections.enumerated() {
      let title = WordForm.partingBrackets(outline.clauses[index].title).outside
      guard let kind = TypeKind(named: title) else { continue }
      let words = title.parts(at: " ")
      let isSaid = ["change", "changes"].contains(words.last?.lowercased() ?? "")
      let name = isSaid && words.count > 1 ? words.dropLast().joined(separator: " ") : title
      var cells: [ColumnKey: String] = [:]
      for line in lines(of: section, outline) {
        guard let colon = line.text.firstIndex(of: ":") else { continue }
        let label = WordForm.fold(String(line.text[..<colon]))
        let value = WordForm.trim(String(line.text[line.text.index(after: colon)...]))
        let column =
          label == "timeline"
          ? ColumnKey.leadTime : columns.first { $0.heads.contains(label) }?.key
        if let column, cells[column] == nil, !value.isEmpty { cells[column] = value }
      }
      guard cells[.approval] != nil || cells[.leadTime] != nil else { continue }
      let (approval, lead) = (cells[.approval] ?? "", cells[.leadTime] ?? "")
      var missing: [String] = []
      if ApprovalText.read(approval) == nil { missing.append("approval: \(ApprovalText.accepted)") }
      if LeadTimeText.read(lead) == nil { missing.append("lead time: \(LeadTimeText.accepted)") }
      rows.append(
        Row(
          cells: [
            ("type", name), ("is", kind.rawValue), ("approval", approval), ("lead time", lead),
          ] + clause(outline, section),
          place: section.heading.place,
          missing: missing.isEmpty ? nil : missing.joined(separator: "; ")))
    }
    return rows.count < 2 ? nil : SuggestedRows(key: .types, rows: rows, besides: [])
  }

  // MARK: Windows and freezes

  /// Lines below headings that speak of windows or of freezes.
  private static func times(
    _ key: TableKey, _ outline: PolicyOutline, _ policy: Policy,
    _ names: FreezeAllowanceText.Names
  ) -> SuggestedRows? {
    var rows: [Row] = []
    var read: [SourceRange] = []
    for (index, section) in outline.sections.enumerated() {
      let title = outline.clauses[index].title
      let topic = DecidingWords.topic(ofHeading: title)
      let isFreeze = topic.freezes && !topic.windows
      guard key == .freezes ? isFreeze : topic.windows && !topic.isVague && !topic.freezes else {
        continue
      }
      for line in lines(of: section, outline) where !line.text.hasSuffix(":") {
        let row =
          key == .windows
          ? window(line, title, clause(outline, section))
          : freeze(line, title, clause(outline, section), names)
        rows.append(row)
        read.append(line.place.range)
      }
    }
    guard !rows.isEmpty else { return nil }
    let besides = policy.problems.compactMap { problem -> (text: String, place: Place)? in
      guard case .unread(let decides, _, let text, _) = problem.kind,
        key == .freezes ? decides == .freezes : [.windows, .windowUse].contains(decides),
        problem.place != Place(startOf: policy.file),
        !read.contains(where: {
          problem.place.range.lower < $0.upper && $0.lower < problem.place.range.upper
        })
      else { return nil }
      return (text, problem.place)
    }
    return SuggestedRows(key: key, rows: rows, besides: besides)
  }

  private static func window(
    _ line: InlineLine, _ title: String, _ clause: [(key: String, value: String)]
  ) -> Row {
    for (name, time) in halves(of: line.text, title) {
      if case .success = WindowTimeText.understand(time) {
        return Row(
          cells: [("name", name), ("time", time)] + clause, place: line.place, missing: nil)
      }
    }
    return Row(
      cells: [("name", title), ("time", line.text)] + clause, place: line.place,
      missing: "time: such as 02:00-06:00 or Tue-Thu 10:00-15:00")
  }

  private static func freeze(
    _ line: InlineLine, _ title: String, _ clause: [(key: String, value: String)],
    _ names: FreezeAllowanceText.Names
  ) -> Row {
    for (name, rest) in halves(of: line.text, title) {
      for (dates, allowed) in pairs(of: rest) {
        guard case .duration = FreezeDurationText.read(dates) else { continue }
        return Row(
          cells: [("name", name), ("when", dates), ("allowed", allowed)] + clause,
          place: line.place,
          missing: FreezeAllowanceText.read(allowed, names) == nil
            ? "allowed: \(FreezeAllowanceText.accepted)" : nil)
      }
    }
    return Row(
      cells: [("name", title), ("when", line.text), ("allowed", "")] + clause, place: line.place,
      missing: "when: such as Dec 20 - Jan 5; allowed: \(FreezeAllowanceText.accepted)")
  }

  /// `Primary: Tue-Thu` in a name and what it is; then the whole, since a dash stands in times as well.
  private static func halves(of text: String, _ title: String) -> [(String, String)] {
    func half(at sign: String) -> (String, String)? {
      text.firstRange(of: sign).map {
        (
          WordForm.trim(String(text[..<$0.lowerBound])),
          WordForm.trim(String(text[$0.upperBound...]))
        )
      }
    }
    return [half(at: ": "), (title, text)].compactMap(\.self)
      + [" – ", " — ", " - "].compactMap { half(at: $0) }
  }

  /// Dates, and what stands behind them of what may pass.
  private static func pairs(of text: String) -> [(dates: String, allowed: String)] {
    [(text, "")]
      + [" (", ", ", "; ", ": "].compactMap { sign in
        text.firstRange(of: sign).map {
          (
            WordForm.trim(String(text[..<$0.lowerBound])),
            WordForm.trim(String(text[$0.upperBound...])) { $0 == ")" || $0 == "." }
          )
        }
      }
  }

  // MARK: Lines

  private static func lines(of section: MarkdownSection, _ outline: PolicyOutline) -> [InlineLine] {
    section.ownContent.filter { outline.document.nodes[$0].kind == .paragraph }.flatMap {
      InlineLine.lines(of: $0, in: outline.document)
    }
  }

  private static func clause(
    _ outline: PolicyOutline, _ section: MarkdownSection
  ) -> [(key: String, value: String)] {
    outline.number(above: section.heading.node + 1).map { [("clause", $0)] } ?? []
  }
}
