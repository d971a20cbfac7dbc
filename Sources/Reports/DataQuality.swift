import Figures
import Records
import SourceText

/// What the figures of a period could not take into account.
package struct DataQuality: Sendable {
  /// Changes of the period that could not be read, by id.
  package let unreadable: [String]
  /// Changes whose planned end has passed without an outcome, by id.
  package let unknownOutcome: [String]
  /// Changes with an outcome and no instant at which they ended, by id.
  package let withoutEnd: [String]
  /// Changes without any instant, which belong to no period, by id.
  package let undated: [String]
  /// Files of records that were not opened at all: links, too large, not text; by path.
  package let unopened: [String]

  package var isFlawless: Bool {
    unreadable.isEmpty && unknownOutcome.isEmpty && withoutEnd.isEmpty && undated.isEmpty
      && unopened.isEmpty
  }
}

extension ReportIndex {
  func quality(of figures: PeriodFigures) -> DataQuality {
    let excluded = figures[key: "change_success_rate"]?.excluded ?? []
    func ids(_ reason: ExclusionReason) -> [String] {
      excluded.filter { $0.reason == reason }.map(\.id)
    }
    return DataQuality(
      unreadable: ids(.unreadable), unknownOutcome: ids(.unknownOutcome), withoutEnd: ids(.noEnd),
      undated: undated, unopened: unopened)
  }

  /// Files of the folders of records that no reader saw.
  static func unopened(_ register: Register) -> [String] {
    let folders = ["content/changes/", "content/incidents/", "content/freezes/"]
    let read = Set(
      register.changes.map(\.file.path) + register.incidents.map(\.file.path)
        + register.freezes.map(\.file.path))
    var paths: [String] = []
    for problem in register.problems {
      let path = problem.place.file.path
      guard folders.contains(where: path.hasPrefix), !read.contains(path), paths.last != path
      else { continue }
      paths.append(path)
    }
    return paths
  }
}
