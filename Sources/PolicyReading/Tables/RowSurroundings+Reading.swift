import Chronology
import Configuration
import Findings
import SourceText

/// Columns that windows and freezes have alike.
extension FactRow {
  /// The environments and regions that its columns name: all for an empty cell, a dash or `All`.
  func surroundings(_ problems: inout [ReadingProblem]) -> RowSurroundings {
    var surroundings = RowSurroundings()
    let before = problems.count
    surroundings.environments = names(.environment, &problems)
    surroundings.regions = names(.region, &problems)
    surroundings.isUnclear = problems.count > before
    return surroundings
  }

  private func names(_ column: ColumnKey, _ problems: inout [ReadingProblem]) -> [String] {
    let text = text(column)
    let words = WordForm.fold(text)
    if words.isEmpty
      || ["all", "any", "every", "everywhere", "global", "worldwide"].contains(words)
      || words.hasPrefix("all ") && !words.contains("except") && !words.contains("but")
    {
      return []
    }
    let names = text.split { ",;/&+".contains($0) }.flatMap { piece in
      piece.split(whereSeparator: \.isWhitespace)
        .split { ["and", "or"].contains($0.lowercased()) }
        .map { $0.joined(separator: " ") }
    }
    let limits: Set = ["except", "not", "only", "excluding", "but", "non"]
    if names.contains(where: {
      WordForm.words($0).contains(where: limits.contains) || LimitingText($0).isUncertain
        || $0.contains { "()?".contains($0) }
    }) {
      problems.append(
        notUnderstood(
          column, accepted: "names parted by commas, such as Production, Staging, or All")
      )
    }
    return names
  }

  func namedZone(_ problems: inout [ReadingProblem]) -> NamedZone {
    let text = text(.zone)
    if WordForm.fold(text).isEmpty { return .none }
    switch ZoneText.read(text) {
    case .zone(let zone)?: return .zone(zone)
    case .abbreviation(let zone, let abbreviation)?:
      problems.append(ReadingProblem(abbreviation.problem, at: place(.zone)))
      return .zone(zone)
    case .ambiguous(let names)?:
      problems.append(
        notUnderstood(.zone, accepted: ZoneText.accepted(insteadOf: text, among: names)))
    case nil: problems.append(notUnderstood(.zone, accepted: ZoneText.accepted))
    }
    return .unclear
  }

  /// The zone of its times: the cell's own, else the column's of zones, else the head's. Nil where two
  /// of them differ, or one is not understood; the inner nil is the policy's.
  func zone(
    of cell: Zone?, head: WindowsTable.HeadZone, isNeeded: Bool,
    _ problems: inout [ReadingProblem]
  ) -> Zone?? {
    switch namedZone(&problems) {
    case .unclear: return nil
    case .zone(let zone):
      guard let cell, cell != zone else { return zone }
      problems.append(notUnderstood(.zone, accepted: "the zone of the cell of the time, or none"))
      return nil
    case .none: break
    }
    if let cell { return cell }
    return head == .unclear && isNeeded ? nil : .some(head.zone)
  }
}

/// What the column of the zone says.
enum NamedZone: Hashable {
  /// There is no such column, or its cell is empty.
  case none
  case zone(Zone)
  /// A problem says which is not understood.
  case unclear
}
