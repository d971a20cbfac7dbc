import Calendar
import Chronology
import Configuration
import Obligations
import PolicyReading
import Records
import Rules
import SourceText

/// The gate of a whole register: what may run when. Everything that says so, the terminal, pages,
/// reports and feeds, asks it, so that they all say the same.
package struct RegisterGate: Sendable {
  package let register: Register
  package let book: CalendarBook
  /// What could not be read and leaves no answer to any question.
  package let obstacles: [GateCause]
  /// The same for questions about approvals alone.
  private let authorisation: [GateCause]
  let termCategories: [String]
  /// In the order of the policies in their book.
  private let policies: [PolicyIndex]
  private let unreadableIDs: Set<String>

  /// - Parameter book: The calendars of the register; made anew where nobody has them.
  package init(_ register: Register, book: CalendarBook? = nil) {
    self.register = register
    self.book = book ?? CalendarBook(register)
    let found = GateObstacles(register)
    obstacles = found.causes
    authorisation = found.authorisation
    termCategories = register.settings.terms.flatMap(\.categories)
    policies = register.policies.policies.map(PolicyIndex.init)
    unreadableIDs = unreadableChanges(register)
  }

  /// Whether a change of these attributes may run over an interval. Names are the policy's own, see
  /// `GateSubject.named`.
  package func ask(
    _ subject: GateSubject, over interval: Interval, unknown: [GateCause] = []
  ) -> GateReport {
    question(subject, over: interval, unknown: unknown).answer()
  }

  /// Whether the change of a record may run over an interval: by the policy that judges it, and with
  /// its approvals.
  ///
  /// - Parameters:
  ///   - id: What the question takes for its id; nil where it names the record otherwise.
  ///   - asOf: When it is asked: an approval of a later day is not given yet.
  package func ask(
    _ change: Change, named id: String? = nil, over interval: Interval, asOf: Instant? = nil
  ) -> GateReport {
    question(change, named: id, over: interval, asOf: asOf).answer()
  }

  func question(
    _ subject: GateSubject, over interval: Interval, unknown: [GateCause]
  ) -> GateQuestion {
    GateQuestion(
      subject, over: interval, by: book, termCategories: termCategories,
      obstacles: obstacles + unknown)
  }

  /// - Parameter unreadable: What is wrong with the record's file.
  func question(
    _ change: Change, named id: String?, over interval: Interval, asOf: Instant?,
    unreadable: [GateCause] = []
  ) -> GateQuestion {
    let record = GateRecord(
      change, named: id, startingAt: interval.start,
      by: policies[register.policyIndex(for: change)], people: register.people,
      asOf: asOf, unreadable: unreadableIDs)
    let judging = book.judging(change, in: register)
    // What a policy asks for beside what was understood of it can be missing too.
    let doubts = judging.calendars.flatMap(\.doubts).filter { $0.concern == .authorisation }.map {
      GateCause(.unreadable, $0.message, at: $0.place)
    }
    return GateQuestion(
      GateSubject(change, startingAt: interval.start), over: interval, by: judging,
      termCategories: termCategories,
      record: record.causes,
      obstacles: obstacles + unreadable + doubts + authorisation + record.obstacles)
  }
}
