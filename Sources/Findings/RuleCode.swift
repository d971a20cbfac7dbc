/// The code of a rule, `CB` and three digits. Codes are never reused.
package struct RuleCode: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The three digits.
  package let number: Int

  package init(_ number: Int) {
    precondition((100...999).contains(number), "a rule's code has three digits")
    self.number = number
  }

  /// `CB404`, without regard to case.
  package init?(parsing text: String) {
    let upper = text.uppercased()
    guard upper.hasPrefix("CB"), upper.utf8.count == 5, let number = Int(upper.dropFirst(2)),
      (100...999).contains(number)
    else { return nil }
    self.number = number
  }

  package var description: String { "CB\(number)" }

  package static func < (a: RuleCode, b: RuleCode) -> Bool { a.number < b.number }
}
