import Chronology
import PolicyReading
import Records
import SourceText

/// Something that was not understood and could change what the calendar says: where it matters, the
/// answer is that there is none.
package struct CalendarDoubt: Sendable {
  package enum Concern: Sendable, Hashable {
    /// There may be more windows, or others.
    case windows
    /// There may be more freezes, or stricter ones.
    case freezes
  }

  package let concern: Concern
  package let place: Place
  /// What is not understood, as a sentence without its full stop.
  package let message: String
  /// When it matters; always where nothing is known of it.
  package let interval: Interval

  init(_ concern: Concern, at place: Place, _ message: String, in interval: Interval = .always) {
    self.concern = concern
    self.place = place
    self.message = message
    self.interval = interval
  }
}

extension CalendarDoubt {
  /// Rows and columns of the windows' and the freezes' tables that were not understood.
  static func list(of policy: Policy) -> [CalendarDoubt] {
    policy.problems.compactMap { problem in
      let table: String
      let message: String
      switch problem.kind {
      case .cellNotUnderstood(let name, let column, let text, _):
        table = name
        message = "the cell `\(text)` under \(column) is not understood"
      case .columnAbsent(let name, let column, _):
        table = name
        message = "the table of \(name) has no column for \(column)"
      default: return nil
      }
      switch TableKey(rawValue: table) {
      case .windows: return CalendarDoubt(.windows, at: problem.place, message)
      case .freezes: return CalendarDoubt(.freezes, at: problem.place, message)
      default: return nil
      }
    }
  }

  /// Files of the folders of freezes and incidents that were refused before any reader saw them.
  static func list(refused problems: [ReadingProblem]) -> [CalendarDoubt] {
    problems.compactMap { problem in
      let path = problem.place.file.path
      guard problem.kind.leavesDoubt,
        path.utf8.starts(with: "content/freezes".utf8)
          || path.utf8.starts(with: "content/incidents".utf8)
      else { return nil }
      return CalendarDoubt(.freezes, at: problem.place, "\(path) could not be read")
    }
  }

  /// What could not be read in a declaration or an incident.
  static func list(
    in problems: [ReadingProblem], of file: SourceFile, during interval: Interval
  ) -> [CalendarDoubt] {
    problems.filter(\.kind.leavesDoubt).map { problem in
      CalendarDoubt(
        .freezes, at: problem.place, "\(file.path) could not be read in full", in: interval)
    }
  }
}

extension ReadingProblem.Kind {
  /// A fact may be missing or wrong because of it. Systems that nobody knows make the freeze itself
  /// doubtful while it holds, see `Freeze.hasUnknownSystems`.
  var leavesDoubt: Bool {
    switch self {
    case .unreadableValue(key: "systems", _, _), .unreadableValue(key: "dependents", _, _),
      .nameUndefined:
      false
    case .zoneAssumed, .bidirectionalOverride, .unsafeLink, .deadLink, .nearMiss: false
    default: true
    }
  }
}
