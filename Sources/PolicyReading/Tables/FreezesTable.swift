import Chronology
import Configuration
import Findings
import SourceText

/// The table of freezes.
enum FreezesTable {
  /// Rows of one name each hold. A row whose duration or allowance is not understood is left out: half a freeze would be a
  /// guess at what may pass, or when.
  ///
  /// - Parameter names: The policy's words for what may pass.
  static func read(
    _ tables: [PolicyTable], names: FreezeAllowanceText.Names, _ problems: inout [ReadingProblem]
  ) -> [FreezeRow] {
    var freezes: [FreezeRow] = []
    for table in tables {
      let head = WindowsTable.headZone(table, &problems)
      for row in table.rows {
        if let freeze = freeze(row, head, names, &problems) { freezes.append(freeze) }
      }
    }
    return freezes
  }

  /// Those of the settings, where the policy has no table of them.
  static func read(
    _ stated: [StatedRow], names: FreezeAllowanceText.Names, _ problems: inout [ReadingProblem]
  ) -> [FreezeRow] {
    stated.compactMap { times in
      freeze(StatedFactRow(times, as: .freezes, &problems), .none, names, &problems)
    }
  }

  /// Those of sentences, where the policy has no table of them.
  static func read(
    _ prose: TimesInProse, names: FreezeAllowanceText.Names, _ problems: inout [ReadingProblem]
  ) -> [FreezeRow] {
    prose.rows.compactMap { freeze($0, .none, names, &problems) }
  }

  private static func freeze(
    _ row: some FactRow, _ head: WindowsTable.HeadZone, _ names: FreezeAllowanceText.Names,
    _ problems: inout [ReadingProblem]
  ) -> FreezeRow? {
    guard let name = NamedRows.anyName(of: row, .period, &problems) else { return nil }
    let duration = duration(row, &problems)
    let allowed =
      row.leavesUnsaid(.changesAllowed)
      ? .unsaid : FreezeAllowanceText.read(row.text(.changesAllowed), names)
    if allowed == nil, row.has(.changesAllowed) {
      problems.append(row.notUnderstood(.changesAllowed, accepted: FreezeAllowanceText.accepted))
    }
    if let duration, let other = TimesInName.other(than: duration.duration, in: name) {
      problems.append(
        row.notUnderstood(
          .period, accepted: "the times of the row itself, where it says any: `\(other)` is another"
        ))
    }
    guard let duration, let allowed,
      let zone = row.zone(of: duration.zone, head: head, isNeeded: true, &problems)
    else { return nil }
    return FreezeRow(
      name: name, duration: scoped(duration.duration, row, &problems),
      durationText: row.span(.duration), zone: zone,
      durationPlace: row.place(row.text(.duration).isEmpty ? .start : .duration),
      allowed: allowed, allowedText: allowed.isUnsaid ? allowed.words : row.text(.changesAllowed),
      surroundings: row.surroundings(&problems), reference: row.reference)
  }

  /// What holds after incidents of the severities that its name has, `After a P1`, where the cell names
  /// none. Where both name some, they are the same.
  private static func scoped(
    _ duration: FreezeDuration, _ row: some FactRow, _ problems: inout [ReadingProblem]
  ) -> FreezeDuration {
    guard case .afterIncident(let seconds, let said) = duration else { return duration }
    let named = IncidentSeverityText.all(in: row.text(.period))
    if said.isEmpty { return .afterIncident(seconds: seconds, severities: named) }
    if !named.isEmpty, Set(named) != Set(said) {
      problems.append(
        row.notUnderstood(
          .period,
          accepted: "the severities of the row itself, where it names any: "
            + said.map { "`\($0)`" }.joined(separator: ", ")))
    }
    return duration
  }

  /// A length of time says nothing without the moment that it is counted from.
  private static func isAfterIncident(_ row: some FactRow) -> Bool {
    [row.text(.period), row.span(.duration), row.clauseTitle]
      .contains(where: FreezeDurationText.isAboutIncidents)
      || FreezeAllowanceText.read(row.text(.changesAllowed))?.relatedFixesOnly == true
  }

  private static func duration(
    _ row: some FactRow, _ problems: inout [ReadingProblem]
  ) -> (duration: FreezeDuration, zone: Zone?)? {
    let column: ColumnKey =
      row.text(.duration).isEmpty && row.has(.start) ? .start : .duration
    guard row.has(column) else { return nil }
    switch FreezeDurationText.read(row.span(.duration)) {
    case .duration(.afterIncident(_, let severities), _, _)
    where severities.isEmpty && !isAfterIncident(row):
      problems.append(
        row.notUnderstood(
          column,
          accepted: "its first and last day; a length of time alone is counted from an incident, "
            + "which the row has to name"))
    case .duration(let duration, let zone, let abbreviation):
      if let abbreviation {
        problems.append(ReadingProblem(abbreviation.problem, at: row.place(column)))
      }
      guard let ends = row.ends, column == .duration else { return (duration, zone) }
      if case .duration(duration, zone, _) = FreezeDurationText.read(ends) {
        return (duration, zone)
      }
      problems.append(
        row.notUnderstood(.duration, accepted: "the days of Start and End, or an empty cell"))
    case .refused(let accepted): problems.append(row.notUnderstood(column, accepted: accepted))
    }
    return nil
  }
}
