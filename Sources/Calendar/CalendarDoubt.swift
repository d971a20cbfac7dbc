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
    /// The windows may be narrower than they were read, or for fewer changes.
    case windowUse
    /// There may be more freezes, or stricter ones.
    case freezes
    /// There may be more to approve, or to write down. It decides nothing about times.
    case authorisation
  }

  package let concern: Concern
  package let place: Place
  /// What is not understood, as a sentence without its full stop.
  package let message: String
  /// When it matters; always where nothing is known of it.
  package let interval: Interval
  /// Of an incident that is wrong, what it can have frozen at most; nil for all else.
  private let reach: Reach?

  /// From when and for which systems.
  struct Reach: Sendable {
    let from: Instant
    let scope: FreezeScope
  }

  /// It leaves something about windows unknown.
  package var concernsWindows: Bool { concern == .windows || concern == .windowUse }

  init(
    _ concern: Concern, at place: Place, _ message: String, in interval: Interval = .always,
    reach: Reach? = nil
  ) {
    self.reach = reach
    self.concern = concern
    self.place = place
    self.message = message
    self.interval = interval
  }
}

extension CalendarDoubt {
  /// Whether it can have held for a change in an interval that is past: an incident that is wrong
  /// freezes nothing before it started, and nothing but its systems. Whoever asks what may run
  /// goes by `interval` alone.
  package func mayHaveHeld(for profile: ChangeProfile, in past: Interval) -> Bool {
    guard interval.overlaps(past) || interval.contains(past.start) else { return false }
    guard let reach else { return true }
    return reach.from <= max(past.start, past.end) && reach.scope.concerns(profile) != .no
  }

  /// What of a policy was not understood or not read, and decides something.
  static func list(of policy: Policy) -> [CalendarDoubt] {
    policy.problems.compactMap { problem in
      func doubt(about table: String, _ message: String) -> CalendarDoubt? {
        guard let concern = Concern(table) else { return nil }
        return CalendarDoubt(concern, at: problem.place, message)
      }
      switch problem.kind {
      case .cellNotUnderstood(let table, let column, let text, _):
        return doubt(about: table, "the cell `\(text)` under \(column) is not understood")
      // Rows that hold without the column say themselves what is not known of them.
      case .columnAbsent(TableKey.freezes.rawValue, _, _)
      where policy.freezes.contains { $0.allowed.isUnsaid }: return nil
      case .columnAbsent(let table, let column, _):
        return doubt(about: table, "the table of \(table) has no column for \(column)")
      case .namedTwice(let name, let table, _):
        return doubt(about: table, "`\(name)` stands twice in the table of \(table)")
      case .nameUndefined(let name, let table, let other, _):
        return doubt(about: table, "`\(name)` is not defined in \(other)")
      case .unread(let decides, let what, let text, _):
        return CalendarDoubt(
          Concern(decides), at: problem.place, "\(what) is not read: `\(text)`")
      case .misspeltLabel(let label, let intended) where PolicyMetadata.decidesZone(intended):
        return CalendarDoubt(
          .freezes, at: problem.place, "the zone of the policy is not known: `\(label)`")
      default: return nil
      }
    }
  }

  /// Of several versions of the policy, those of which it is not known from when they hold: whichever
  /// is asked, another may be in force.
  static func list(undated policies: [Policy]) -> [CalendarDoubt] {
    guard policies.count > 1 else { return [] }
    return policies.filter { $0.metadata.effective == nil }.map { policy in
      CalendarDoubt(
        .freezes, at: Place(startOf: policy.file),
        "\(policy.file.path) has no effective date, and is one of \(policies.count) versions of the "
          + "policy")
    }
  }

  /// What a document says of itself, or what is not known of it beside others.
  init(_ version: VersionProblem, in zone: Zone) {
    var message = "something of the policy is not read"
    if case .unread(_, let what, let text, _) = version.problem.kind {
      message = "\(what) is not read: `\(text)`"
    }
    let interval = version.from.map {
      Interval(start: zone.start(of: $0), end: .distantFuture)
    }
    self.init(.freezes, at: version.problem.place, message, in: interval ?? .always)
  }

  /// Files of the folders of freezes and incidents that were refused before any reader saw them, and
  /// what was most likely meant for these folders.
  static func list(refused problems: [ReadingProblem]) -> [CalendarDoubt] {
    problems.compactMap { problem in
      let path = problem.place.file.path
      switch problem.kind {
      case .strayFolder(let meant), .strayRecord(let meant):
        guard meant == .freezes || meant == .incidents else { return nil }
        return CalendarDoubt(
          .freezes, at: problem.place, "\(path) may have been meant for \(meant.path)")
      case .strayHolidays:
        return CalendarDoubt(
          .freezes, at: problem.place, "\(path) may have been meant for content/holidays")
      default:
        guard problem.kind.leavesDoubt,
          [DecidingFolder.freezes.path, DecidingFolder.incidents.path, "content/holidays"]
            .contains(where: { path == $0 || path.utf8.starts(with: "\($0)/".utf8) })
        else { return nil }
        return CalendarDoubt(.freezes, at: problem.place, "\(path) could not be read")
      }
    }
  }

  /// What could not be read in a declaration or an incident.
  static func list(
    in problems: [ReadingProblem], of file: SourceFile, during interval: Interval,
    reach: Reach? = nil
  ) -> [CalendarDoubt] {
    problems.filter(\.kind.leavesDoubt).map { problem in
      CalendarDoubt(
        .freezes, at: problem.place, "\(file.path) could not be read in full", in: interval,
        reach: reach)
    }
  }
}

extension CalendarDoubt.Concern {
  init(_ decides: ReadingProblem.Decides) {
    self =
      switch decides {
      case .windows: .windows
      case .windowUse: .windowUse
      case .freezes: .freezes
      case .authorisation: .authorisation
      }
  }

  /// What a row of a table decides, by the name of the table; nil where that is nothing.
  fileprivate init?(_ table: String) {
    switch TableKey(rawValue: table) {
    case .windows: self = .windows
    case .freezes: self = .freezes
    case .types, .risks, .requiredFields, .reviewMatrix, .preApproved: self = .authorisation
    default: return nil
    }
  }
}

extension ReadingProblem.Kind {
  /// A fact may be missing or wrong because of it. Systems that nobody knows make the freeze itself
  /// doubtful while it holds, see `Freeze.hasUnknownSystems`.
  package var leavesDoubt: Bool {
    switch self {
    case .unreadableValue(key: "systems", _, _), .unreadableValue(key: "dependents", _, _),
      .nameUndefined:
      false
    case .zoneAssumed, .bidirectionalOverride, .unsafeLink, .deadLink, .pictureNotShown, .nearMiss,
      .keyNotRead,
      .notAnswered, .deceptiveHeading, .zoneAbbreviation, .minuteBeforeMidnight:
      false
    default: true
    }
  }
}
