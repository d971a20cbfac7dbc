import Chronology
import Foundation

@testable import Figures

/// Numbers as paragraphs say them, written and read without anything of `Figures`.
extension ParagraphClaims {
  static let words = [
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve",
  ]

  /// Of a word or of digits; `all` of the four targets.
  static func number(_ text: String) -> Int {
    let word = text.lowercased()
    return word == "all" ? 4 : words.firstIndex(of: word) ?? Int(word) ?? -1
  }

  /// `2 failed, 1 rolled back and 1 aborted after the start`, by name.
  static func counts(_ text: String) -> [String: Int] {
    Dictionary(
      text.replacingOccurrences(of: " and ", with: ", ").components(separatedBy: ", ")
        .compactMap { part in
          let number = part.prefix { $0.isNumber }
          let name = part.dropFirst(number.count).trimmingCharacters(in: .whitespaces)
          return Int(number).map { (name, $0) }
        }, uniquingKeysWith: +)
  }

  static func percent(_ k: Int, _ n: Int) -> String {
    if k == 0 { return "0%" }
    if k == n { return "100%" }
    let tenths = Int((Double(k) / Double(n) * 1000 + 1e-9).rounded())
    return tenths >= 1000 ? ">99.9%" : tenths == 0 ? "<0.1%" : "\(tenths / 10).\(tenths % 10)%"
  }

  static func duration(_ seconds: Int) -> String {
    let units = [(86_400, "d"), (3600, "h"), (60, "min"), (1, "s")]
    guard let first = units.firstIndex(where: { seconds >= $0.0 }) else { return "0 s" }
    let large = "\(seconds / units[first].0) \(units[first].1)"
    guard first + 1 < units.count else { return large }
    let rest = seconds % units[first].0 / units[first + 1].0
    return rest == 0 ? large : "\(large) \(rest) \(units[first + 1].1)"
  }

  static func index(of label: String) -> Int {
    (0..<SimulatedYears.months).first { SampleSeries.month($0).label == label } ?? 0
  }

  static func labels(_ months: some Sequence<Int>) -> Set<String> {
    Set(months.map { SampleSeries.month($0).label })
  }
}
