import Chronology
import SourceText

/// Times that the name of a row says besides its cells: of `Holiday freeze Dec 15 - Jan 6` with the cell
/// `Dec 20 - Jan 5` nobody knows which holds.
enum TimesInName {
  /// The part of a freeze's name that says other days, or another length, than the row; nil where none does.
  static func other(than own: FreezeDuration, in name: String) -> String? {
    longest(in: name) { part in
      guard case .duration(let said, _, _) = FreezeDurationText.read(part) else { return nil }
      switch (said, own) {
      case (.recurring, .recurring): return said == own
      // A severity of the name is no other time.
      case (.afterIncident(let other, _), .afterIncident(let seconds, _)): return other == seconds
      // A length of time and days of the year are two things, and a name may say the former of the latter.
      default: return nil
      }
    }
  }

  /// The same of a window's name.
  static func other(than own: Recurrence, in name: String) -> String? {
    longest(in: name) { part in
      // `Tier 2`, `Q4` and `Window 10-14` are names; a time of day has its minutes.
      guard part.contains(":") || part == "24/7",
        case .time(let said, _) = WindowTimeText.read(part)
      else { return nil }
      return said == own
    }
  }

  /// The longest part of a name that says times, where they are not the row's own; names are short.
  ///
  /// - Parameter isOwn: nil for a part that says none.
  private static func longest(in name: String, _ isOwn: (String) -> Bool?) -> String? {
    guard name.utf8.contains(where: { (0x30...0x39).contains($0) }) else { return nil }
    let words = name.parts(atAnyOf: " (),;").filter { !$0.isEmpty }
    guard words.count <= 16 else { return nil }
    for length in stride(from: words.count, to: 0, by: -1) {
      for start in 0...(words.count - length) {
        let part = words[start..<start + length].joined(separator: " ")
        guard part.utf8.contains(where: { (0x30...0x39).contains($0) }), let isOwn = isOwn(part)
        else { continue }
        return isOwn ? nil : part
      }
    }
    return nil
  }
}
