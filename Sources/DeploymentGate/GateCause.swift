import Calendar
import Chronology
import Findings
import PolicyReading
import SourceText

/// Something that decided the gate's answer, or kept it from one.
package struct GateCause: Sendable {
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    /// A freeze stops the change.
    case freeze
    /// A freeze may stop it: its systems are not known.
    case possibleFreeze = "possible-freeze"
    /// All of it lies in this window.
    case window
    /// It begins in this window and lasts past its end.
    case tooLong = "too-long"
    /// This window, which it may use, is not open.
    case outside
    /// A window is open of which it is not known whether the change may use it.
    case possibleWindow = "possible-window"
    /// Emergencies need no window.
    case emergency
    /// The policy has no windows.
    case noWindows = "no-windows"
    /// The record has ended, or was called off.
    case ended
    /// An approval that the policy asks for is not on record.
    case approval
    /// The same, accepted by a waiver: it does not close.
    case waived
    /// The answer depends on something that was not given.
    case missing
    /// A name that nothing defines.
    case unknownName = "unknown-name"
    /// Something that cannot be read, or is not understood.
    case unreadable
    /// What an earlier answer rested on is not what there is now.
    case changed
  }

  package let kind: Kind
  /// Of the freeze or window, the code of the rule, or the name that is not known.
  package let name: String?
  /// A sentence without its full stop.
  package let text: String
  /// The occurrence of the freeze, the opening of the window; nil where it has none, does not end,
  /// or never closes.
  package let start: Instant?
  package let end: Instant?
  /// Where it is stated.
  package let place: Place?
  /// The row of the policy that it rests on.
  package let policy: PolicyReference?

  package init(
    _ kind: Kind, name: String? = nil, _ text: String, during interval: Interval? = nil,
    at place: Place?, policy: PolicyReference? = nil
  ) {
    self.kind = kind
    self.name = name
    self.text = text
    start = interval.flatMap { $0.start == .distantPast ? nil : $0.start }
    end = interval.flatMap { $0.end == .distantFuture ? nil : $0.end }
    self.place = place
    self.policy = policy
  }

  static func unknownName(
    _ name: String, _ what: String, among names: [String], place: Place?
  ) -> GateCause {
    let most = 20
    let shown = names.prefix(most).joined(separator: ", ") + (names.count > most ? ", …" : "")
    let known =
      names.isEmpty ? "there is none" : "there \(names.count == 1 ? "is" : "are") \(shown)"
    let text = "no \(what) is called `\(name)`"
    guard let meant = suggest(for: name, among: names) else {
      return GateCause(.unknownName, name: name, "\(text); \(known)", at: place)
    }
    return GateCause(
      .unknownName, name: name, "\(text), did you mean `\(meant)`? T\(known.dropFirst())", at: place
    )
  }

  /// Whether it says the same of the same thing.
  func isSame(as other: GateCause) -> Bool {
    kind == other.kind && text == other.text && place == other.place
  }
}
