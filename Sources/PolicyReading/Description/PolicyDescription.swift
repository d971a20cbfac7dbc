import Chronology
import Configuration
import Findings
import Markdown
import SourceText

/// What was understood of a policy, as tables of words.
struct PolicyDescription {
  struct Section {
    let title: String
    let place: Place?
    let clause: String?
    let rows: [Row]
    /// Heads of columns that are shown, and decide nothing.
    var unread: [String] = []
  }

  struct Row {
    /// Of the file that the section stands in.
    let line: Int
    let cells: [String]

    init(_ reference: PolicyReference, _ cells: String...) { self.init(reference, cells) }

    init(_ reference: PolicyReference, _ cells: [String]) {
      line = reference.place.start.line
      self.cells = cells
    }
  }

  let sections: [Section]

  /// The recognised tables in the order of the policy, and after them what the settings state.
  init(_ policy: Policy) {
    var sections: [Section] = []
    var done: Set<TableKey> = []
    for table in policy.tables where done.insert(table.key).inserted {
      let rows = Self.rows(table.key, policy)
      sections.append(
        Section(
          title: "\(Self.title(table.key)) · \(rows.count)", place: table.place,
          clause: table.clause?.number, rows: rows,
          unread: policy.tables.filter { $0.key == table.key }.flatMap(\.unread)))
    }
    for key in [TableKey.types, .windows, .freezes] where !done.contains(key) {
      // Those that the settings state.
      guard let place = Self.firstPlace(key, policy) else { continue }
      let rows = Self.rows(key, policy)
      sections.append(
        Section(
          title: "\(Self.title(key)) · \(rows.count)", place: place, clause: nil, rows: rows))
    }
    self.sections = sections
  }

  private static func firstPlace(_ key: TableKey, _ policy: Policy) -> Place? {
    switch key {
    case .types: policy.types.first?.reference.place
    case .windows: policy.windows.first?.reference.place
    default: policy.freezes.first?.reference.place
    }
  }

  static func title(_ key: TableKey) -> String {
    let name = key.rawValue
    return name.prefix(1).uppercased() + name.dropFirst()
  }

  private static func rows(_ key: TableKey, _ policy: Policy) -> [Row] {
    switch key {
    case .types:
      policy.types.map {
        Row(
          $0.reference,
          [$0.name, $0.approval.words, $0.leadTime?.words ?? "no lead time known"]
            + ($0.statedKind.map { ["is \($0.rawValue)"] } ?? []))
      }
    case .risks:
      policy.risks.map { Row($0.reference, $0.name, "rank \($0.rank + 1)", $0.criteria) }
    case .preApproved: policy.preApproved.map { Row($0.reference, $0.name, $0.conditions) }
    case .requiredFields:
      policy.requiredFields.map {
        Row(
          $0.reference,
          [$0.name, words($0.requiredFor)]
            + ($0.values == .text ? [] : ["values: \($0.values.rawValue)"]))
      }
    case .reviewMatrix:
      policy.reviewMatrix.map {
        Row($0.reference, $0.category, $0.words, $0.securityReview.words)
      }
    case .testingMatrix:
      (policy.testingMatrix?.rows ?? []).map {
        Row($0.reference, $0.category, words($0, levels: policy.testingMatrix?.levels ?? []))
      }
    case .environments: policy.environments.map { Row($0.reference, $0.name, $0.purpose) }
    case .windows:
      policy.windows.map { window in
        let uses = [window.appliesTo, window.purpose].compactMap { $0 }.filter { !$0.isEmpty }
        return Row(
          window.reference, window.name, window.time.words(in: (window.zone ?? policy.zone).words),
          "for: \(uses.isEmpty ? "all changes" : uses.joined(separator: "; "))"
            + (window.surroundings.words.map { "; in \($0)" } ?? ""))
      }
    case .freezes:
      policy.freezes.map {
        Row(
          $0.reference, $0.name, $0.duration.words + ($0.zone.map { " \($0.words)" } ?? ""),
          "may pass: \($0.allowed.words)" + ($0.surroundings.words.map { "; in \($0)" } ?? ""))
      }
    case .targets:
      policy.targets.map {
        Row(
          $0.reference, $0.metric, $0.words,
          $0.figure.map { "the \($0.words)" } ?? "not a figure that changebook computes")
      }
    case .controls:
      policy.controls.map { Row($0.reference, $0.standard, $0.requirement, $0.implementation) }
    case .versions:
      policy.versions.map {
        Row($0.reference, $0.version, $0.date?.description ?? "no date", $0.author, $0.changes)
      }
    }
  }

  private static func words(_ applicability: Applicability) -> String {
    switch applicability {
    case .all: "for all types"
    case .types(let names): names.isEmpty ? "for none" : "for \(names.joined(separator: ", "))"
    }
  }

  /// `Unit, Staging; optional Canary`.
  private static func words(_ row: TestingMatrix.Row, levels: [String]) -> String {
    let named = { (requirement: TestingMatrix.Requirement) in
      zip(levels, row.requirements).filter { $0.1 == requirement }.map(\.0)
        .joined(separator: ", ")
    }
    let parts = [
      ("", named(.required)), ("recommended ", named(.recommended)),
      ("optional ", named(.optional)),
    ].filter { !$0.1.isEmpty }.map { $0.0 + $0.1 }
    return parts.isEmpty ? "no tests" : parts.joined(separator: "; ")
  }
}

extension PolicyDescription {
  /// What the policy says outside its tables, with its own words where ours differ; by line.
  static func statements(_ policy: Policy) -> [Row] {
    var statements: [Row] = []
    func add(_ words: String, _ reference: PolicyReference, quoted: Bool = true) {
      let clause = reference.clause.map { "§\($0)" } ?? ""
      statements.append(Row(reference, words, clause, quoted ? "“\(reference.excerpt)”" : ""))
    }
    if let deadline = policy.reviewDeadline {
      add(
        "Emergency changes are reviewed within \(durationWords(deadline.value))", deadline.reference
      )
    }
    if let threshold = policy.voteThreshold {
      add("A governance vote carries with \(threshold.value.words)", threshold.reference)
    }
    if let retention = policy.retention {
      add(
        "Records are kept for at least \(counted(retention.value.months, "month"))",
        retention.reference)
    }
    for duty in policy.reporting {
      add("Every \(duty.period.rawValue): \(duty.content)", duty.reference, quoted: false)
    }
    return statements.enumerated()
      .sorted { ($0.element.line, $0.offset) < ($1.element.line, $1.offset) }.map(\.element)
  }

  /// For each clause the names of what was read from it, in the policy's order; empty for a clause
  /// that is text for people alone.
  static func uses(_ policy: Policy) -> [(clause: PolicyClause, uses: [String])] {
    let clauses = policy.clauses
    var uses = [[String]](repeating: [], count: clauses.count)
    func add(_ use: String, at place: Place) {
      guard let index = clauses.lastIndex(where: { $0.place.range.lower <= place.range.lower }),
        !uses[index].contains(use)
      else { return }
      uses[index].append(use)
    }
    for table in policy.tables { add(table.key.rawValue, at: table.place) }
    if let deadline = policy.reviewDeadline {
      add(ClauseKey.reviewDeadline.rawValue, at: deadline.reference.place)
    }
    if let threshold = policy.voteThreshold {
      add(ClauseKey.voteThreshold.rawValue, at: threshold.reference.place)
    }
    if let retention = policy.retention {
      add(ClauseKey.retention.rawValue, at: retention.reference.place)
    }
    for duty in policy.reporting { add(ClauseKey.reporting.rawValue, at: duty.reference.place) }
    if let template = policy.template { add(ClauseKey.template.rawValue, at: template.place) }
    return Array(zip(clauses, uses))
  }
}
