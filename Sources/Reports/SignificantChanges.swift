import Calendar
import PolicyReading
import Records
import SourceText

/// The changes that are significant by the policy that judges each.
func significantChanges(_ register: Register, _ calendars: CalendarBook) -> Set<ObjectIdentifier> {
  var known: [Traits: Bool] = [:]
  var significant: Set<ObjectIdentifier> = []
  for change in register.changes {
    let policy = register.policyIndex(for: change)
    let traits = Traits(
      policy: policy, type: change.type?.value, risk: change.risk?.value,
      categories: change.categories.map(\.value))
    let isSignificant: Bool
    if let answer = known[traits] {
      isSignificant = answer
    } else {
      let profile = ChangeProfile(
        type: register.type(of: change), risk: traits.risk, categories: traits.categories)
      isSignificant = calendars.calendars[policy].isSignificant(profile) == .yes
      known[traits] = isSignificant
    }
    if isSignificant { significant.insert(ObjectIdentifier(change)) }
  }
  return significant
}

/// What makes a change significant or not: ten thousand changes have a few dozen of them.
private struct Traits: Hashable {
  /// The index of the policy that judges it.
  let policy: Int
  let type: String?
  let risk: String?
  let categories: [String]
}
