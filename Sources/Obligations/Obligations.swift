import Chronology
import PolicyReading
import Records

// What a change owes, by the policy that judges it:
//  1. who has to approve it, and who did;
//  2. which information it has to give, and which tests to show;
//  3. which review, outcome, post-mortem and follow-up are owed, and since when.
// These are facts. Rules put them into words and give them a severity, which the settings may
// change; the gate, figures and reports ask for the facts themselves.

/// What a change owes and has not given.
package struct Obligations: Sendable {
  package let authorisation: [AuthorisationGap]
  package let information: [InformationGap]
  package let tests: [TestGap]
  package let review: ReviewStanding
  /// Nil where an outcome is recorded or not owed yet.
  package let outcome: OutcomeDebt?
  /// It went wrong, and nobody wrote down why.
  package let owesPostMortem: Bool

  package init(of change: Change, in context: ObligationContext) {
    authorisation = AuthorisationGap.all(of: change, in: context)
    information = InformationGap.all(of: change, in: context)
    tests = TestGap.all(of: change, in: context)
    review = ReviewStanding(of: change, in: context)
    outcome = OutcomeDebt(of: change, asOf: context.asOf)
    owesPostMortem = change.owesPostMortem
  }

  /// Whether the record gives everything that the policy requires of it.
  package var isComplete: Bool { information.isEmpty }
}
