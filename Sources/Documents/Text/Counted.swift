/// `1 change`, `2 changes`; `no changes` for none.
package func counted(_ count: Int, _ one: String, _ many: String) -> String {
  switch count {
  case 0: "no \(many)"
  case 1: "1 \(one)"
  default: "\(count) \(many)"
  }
}

extension String {
  /// With its first letter in upper case: for sentences that begin with a counted word.
  package var capitalisedFirst: String {
    guard let first else { return self }
    return first.uppercased() + dropFirst()
  }
  /// With its first letter in lower case: for names in the middle of a sentence.
  package var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
