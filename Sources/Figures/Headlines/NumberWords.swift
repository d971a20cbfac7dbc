import Chronology

/// Numbers and names as sentences need them.
enum NumberWords {
  /// `eight`; digits from thirteen on.
  static func cardinal(_ number: Int) -> String {
    (0..<small.count).contains(number) ? small[number] : "\(number)"
  }

  /// `one change`, `eight changes`.
  static func counted(_ number: Int, _ noun: String, plural: String? = nil) -> String {
    "\(cardinal(number)) \(number == 1 ? noun : plural ?? noun + "s")"
  }

  /// `a`, `a and b`, `a, b and c`; empty for none.
  static func list(_ parts: [String]) -> String {
    guard let last = parts.last, parts.count > 1 else { return parts.first ?? "" }
    return parts.dropLast().joined(separator: ", ") + " and " + last
  }

  /// With its first letter as at the beginning of a sentence.
  static func sentence(_ text: String) -> String {
    guard let first = text.first else { return text }
    return first.uppercased() + text.dropFirst()
  }

  private static let small = [
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve",
  ]
}

extension Period.Kind {
  /// `week`, `months`.
  func noun(_ number: Int) -> String { number == 1 ? rawValue : rawValue + "s" }
}

extension FigureDefinition {
  /// A title within a sentence: `change success rate`. Only the first letter changes, and not that
  /// of an abbreviation.
  static func running(_ title: String) -> String {
    let rest = title.dropFirst()
    guard let first = title.first, rest.first?.isUppercase != true else { return title }
    return first.lowercased() + rest
  }
}
