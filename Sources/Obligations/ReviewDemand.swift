import Chronology
import Findings
import PolicyReading
import Records
import SourceText

/// The reviewers that the matrix asks of a change.
package struct ReviewDemand {
  package var technical = Need()
  package var security = Need()

  /// A number of people, and what asks for them.
  package struct Need {
    var count = 0
    /// The category of the change, and the row of the matrix; nil where nobody is asked for.
    var category: Located<String>?
    var row: ReviewRequirement?

    mutating func raise(to count: Int, by category: Located<String>, _ row: ReviewRequirement) {
      guard count > self.count else { return }
      self = Need(count: count, category: category, row: row)
    }
  }
}

extension PolicyIndex {
  /// Of several categories the row that asks for most counts, for each kind of reviewer.
  ///
  /// `Yes` in the column of security review asks for one where the number does not; `If
  /// security-relevant` asks for one where the record says that it is.
  package func reviewDemand(of change: Change) -> ReviewDemand {
    var demand = ReviewDemand()
    for category in change.categories {
      guard let row = reviewRow(of: category.value) else { continue }
      demand.technical.raise(to: row.technical, by: category, row)
      let asksSecurity =
        switch row.securityReview {
        case .yes: true
        case .no: false
        case .ifRelevant: change.isSecurityRelevant?.value ?? false
        }
      demand.security.raise(to: max(row.security, asksSecurity ? 1 : 0), by: category, row)
    }
    return demand
  }
}

/// The people who approved in one role.
package struct Reviewers {
  /// Their approvals, one for each person.
  package private(set) var approvals: [Approval] = []

  package init(_ role: ApprovalRole, of change: Change) {
    let given = change.approvals.filter { $0.role.value == role }
    self.init(given, areReviews: role == .technical || role == .security)
  }

  /// Those of approvals in one role.
  ///
  /// - Parameter areReviews: Only persons give them, and no board.
  init(_ given: [Approval], areReviews: Bool = false) {
    var people: [Identity] = []
    for approval in given {
      for person in approval.people
      where !people.contains(person) && !(areReviews && person.isBoard) {
        // Of `@cy for @ann` and `@ann` one person has looked at the change.
        if approval.others.share(with: people) { continue }
        people.append(person)
        approvals.append(approval)
      }
      people += approval.others
    }
  }

  package var count: Int { approvals.count }

  /// When that many had approved; nil where fewer did, or where the record does not give the time.
  package func reached(_ count: Int, inEmergency isEmergency: Bool) -> (Instant, Approval)? {
    guard count > 0 else { return nil }
    let timed = approvals.compactMap { approval in
      approval.takesEffect(inEmergency: isEmergency).map { ($0, approval) }
    }
    let untimed = approvals.count - timed.count
    guard count > untimed, count - untimed <= timed.count else { return nil }
    return timed.sorted { $0.0 < $1.0 }[count - untimed - 1]
  }
}

extension Change {
  /// Whether reviews are owed. An emergency is fixed first: its reviews are owed when it closes.
  package func owesReviews(in context: ObligationContext) -> Bool {
    if context.type?.isEmergency == true, closed == nil { return false }
    return owesEvidence(in: context)
  }
}
