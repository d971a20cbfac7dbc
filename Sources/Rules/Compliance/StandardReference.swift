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

  /// Every reference of a text such as `SOC 2 CC8.1` or `ISO 27001 A.12.1.2, A.14.2.2`.
  package static func all(in text: String) -> [StandardReference] {
    let folded = " " + WordForm.fold(text) + " "
    guard
      let standard = Standard.allCases.first(where: { standard in
        standard.names.contains { folded.contains(" \($0) ") }
      })
    else { return [] }
    // A text that names an edition means that edition.
    let isOfItsEdition = standard == .iso27001 && folded.contains(" 2013 ")
    return numbers(in: text, of: standard).map { number in
      StandardReference(
        standard: standard, number: number,
        state: isOfItsEdition ? .current : state(of: number, standard))
    }
  }

  private static func numbers(in text: String, of standard: Standard) -> [String] {
    text.parts(atAnyOf: " ,;/()[]:&").compactMap { word -> String? in
      let word = word.uppercased()
      switch standard {
      case .soc2: return isNumber(word, after: "CC", at: ".") ? word : nil
      case .nist: return isNumber(word, after: "CM-", at: ".") ? word : nil
      case .iso27001:
        let number = word.hasPrefix("A.") ? word : "A." + word
        return word.contains(".") && isNumber(number, after: "A.", at: ".") ? number : nil
      case .pciDSS, .nis2:
        return word.contains(".") && isNumber(word, after: "", at: ".") ? word : nil
      case .dora: return isNumber(word, after: "", at: ".") && word.utf8.count < 4 ? word : nil
      }
    }
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
