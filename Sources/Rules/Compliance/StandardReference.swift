import PolicyReading
import SourceText

/// A requirement of a standard that a policy refers to.
package struct StandardReference: Sendable, Hashable {
  package let standard: Standard
  /// In the standard's own form: `CC8.1`, `A.8.32`, `CM-3`.
  package let number: String
  package let state: State

  package enum State: Sendable, Hashable {
    /// It is there, or nothing is known against it.
    case current
    /// A later edition has it under another number.
    case renumbered(to: String)
    /// It belongs to an edition that was replaced, and where it went is not known here.
    case replaced
    /// The standard has no such requirement; the last one that it has in that part.
    case absent(last: String)
  }

  /// Our own title for it; nil for one that is not about changes.
  package var title: String? {
    Crosswalk.entries.first { $0.standard == standard && $0.number == current }?.title
  }

  /// Its number today.
  private var current: String {
    if case .renumbered(let new) = state { new } else { number }
  }

  /// Every reference of a text such as `SOC 2 CC8.1, ISO 27001 A.8.32`, standard by standard: numbers
  /// that tell their standard by themselves are taken wherever they stand, others behind its name.
  package static func all(in text: String) -> [StandardReference] {
    let naming = StandardNaming(text)
    // A text that names an edition means that edition.
    let isOf2013 = naming.words.contains("2013")
    return naming.standards.flatMap { standard in
      numbers(in: naming, of: standard).map { number in
        StandardReference(
          standard: standard, number: number,
          state: standard == .iso27001 && isOf2013 ? .current : state(of: number, standard))
      }
    }
  }

  private static func numbers(in naming: StandardNaming, of standard: Standard) -> [String] {
    let own = naming.tokens(behind: standard)
    switch standard {
    case .soc2: return naming.tokens.filter { isNumber($0, after: "CC", at: ".") }
    case .nist: return naming.tokens.filter { isNumber($0, after: "CM-", at: ".") }
    case .iso27001:
      // A number without its letter is of annex A where that has such a part; others are clauses.
      let bare = own.filter { word in
        let parts = word.parts(at: ".", keepingEmpty: true)
        return parts.count == 2 && ["5", "6", "7", "8"].contains(parts[0])
          && isNumber(word, after: "", at: ".")
      }
      return naming.tokens.filter { $0.hasPrefix("A.") && isNumber($0, after: "A.", at: ".") }
        + bare.map { "A." + $0 }
    case .pciDSS:
      let numbers = own.filter { $0.contains(".") && isNumber($0, after: "", at: ".") }
      // Right behind the name the edition may stand: `4.0 6.5.1`.
      guard let first = numbers.first, first == own.first, isEdition(first, of: numbers) else {
        return numbers
      }
      return Array(numbers.dropFirst())
    case .nis2: return own.filter { $0.contains(".") && isNumber($0, after: "", at: ".") }
    case .dora:
      // The articles of DORA itself have other numbers than those of its regulation on risk.
      let isOfRegulation = naming.words.contains("1774")
      return own.filter { isNumber($0, after: "", at: ".") && (isOfRegulation || $0 == "17") }
    }
  }

  /// `4.0` and `4.0.1` are no requirements; `3.2.1` is none where others follow.
  private static func isEdition(_ number: String, of numbers: [String]) -> Bool {
    let parts = number.parts(at: ".")
    return parts.contains("0") || (numbers.count > 1 && parts.first == "3")
  }

  /// A prefix, and numbers of at most two digits with a sign between them.
  private static func isNumber(_ word: String, after prefix: String, at sign: Unicode.Scalar)
    -> Bool
  {
    guard word.hasPrefix(prefix) else { return false }
    let parts = String(word.dropFirst(prefix.count)).parts(at: sign, keepingEmpty: true)
    return !parts.isEmpty && parts.count < 5
      && parts.allSatisfy { part in
        (1...2).contains(part.utf8.count) && part.utf8.allSatisfy { (0x30...0x39).contains($0) }
      }
  }

  private static func state(of number: String, _ standard: Standard) -> State {
    if standard == .iso27001 {
      if let entry = Crosswalk.renumbered.first(where: { $0.old == number }) {
        return .renumbered(to: entry.new)
      }
      if number.parts(at: ".").count > 3 { return .replaced }
    }
    guard let sizes = Crosswalk.sizes[standard] else { return .current }
    let sign: Unicode.Scalar = standard == .nist ? "-" : "."
    let parts = number.parts(at: sign)
    guard parts.count > 1, let last = parts.last.flatMap({ Int($0) }) else { return .current }
    let part = parts.dropLast().joined(separator: String(Character(sign)))
    guard let size = sizes[part] else {
      // `CC10.1`, `A.9.4`: the numbering has no such part.
      return standard == .nist ? .current : .absent(last: lastPart(of: sizes))
    }
    return (1...size).contains(last)
      ? .current : .absent(last: "\(part)\(Character(sign))\(size)")
  }

  private static func lastPart(of sizes: [String: Int]) -> String {
    let part = sizes.keys.max() ?? ""
    return "\(part).\(sizes[part] ?? 0)"
  }
}
