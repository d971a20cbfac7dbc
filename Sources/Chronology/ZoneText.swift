/// Names of time zones as people write them: in the settings, in the policy's own line, in a cell
/// and in the head of a column.
package enum ZoneText {
  package enum Reading: Sendable, Hashable {
    case zone(Zone)
    /// An abbreviation of one meaning, which may not be the one that was meant in summer.
    case abbreviation(Zone, ZoneAbbreviation)
    /// An abbreviation that several parts of the world use; the IANA names it may stand for.
    case ambiguous([String])

    /// Nil where it is not known which.
    package var zone: Zone? {
      switch self {
      case .zone(let zone), .abbreviation(let zone, _): zone
      case .ambiguous: nil
      }
    }
  }

  package static let accepted =
    "a time zone such as UTC, UTC+2 or Europe/Zurich"

  /// What would be right in place of an abbreviation of several places.
  package static func accepted(insteadOf text: String, among names: [String]) -> String {
    "a time zone with one meaning: \(text) may be \(names.joined(separator: " or ")), so write one "
      + "of these"
  }

  /// IANA names, `UTC`, offsets such as `UTC+2`, and the abbreviations of `ZoneAbbreviation`. Nil
  /// for anything else.
  package static func read(_ text: String) -> Reading? {
    let name = trimmed(text)
    guard !name.isEmpty else { return nil }
    let upper = name.uppercased()
    if let names = ZoneAbbreviation.ambiguous[upper] { return .ambiguous(names) }
    if let known = ZoneAbbreviation.known[upper] {
      guard let zone = Zone(named: known.zone) else { return nil }
      guard let place = known.place else { return .zone(zone) }
      return .abbreviation(
        zone,
        ZoneAbbreviation(name: upper, zone: known.zone, place: place, isFixed: known.isFixed))
    }
    return (Zone(named: offset(upper) ?? name) ?? Zone(named: upper)).map { .zone($0) }
  }

  /// Without white space, brackets, commas and full stops at either end.
  private static func trimmed(_ text: String) -> String {
    let scalars = text.unicodeScalars
    func isKept(_ scalar: Unicode.Scalar) -> Bool {
      !scalar.properties.isWhitespace && !"(),.".unicodeScalars.contains(scalar)
    }
    guard let first = scalars.firstIndex(where: isKept),
      let last = scalars.lastIndex(where: isKept)
    else { return "" }
    return String(scalars[first...last])
  }

  /// `UTC+2`, `GMT-05:00` as the database names them: `Etc/GMT-2` is two hours ahead of UTC.
  private static func offset(_ text: String) -> String? {
    guard text.hasPrefix("UTC") || text.hasPrefix("GMT") else { return nil }
    var rest = text.unicodeScalars.dropFirst(3).filter { !$0.properties.isWhitespace }[...]
    guard let sign = rest.popFirst() else { return nil }
    let isBehind = ["-", "\u{2212}", "\u{2010}", "\u{2011}", "\u{2013}"].contains(sign)
    guard isBehind || sign == "+" else { return nil }
    let parts = String(String.UnicodeScalarView(rest))
      .split(separator: ":", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count),
      parts.allSatisfy({ part in
        (1...2).contains(part.utf8.count) && part.utf8.allSatisfy { (0x30...0x39).contains($0) }
      }),
      let hours = Int(parts[0]), hours <= 12, parts.count == 1 || parts[1] == "00"
    else { return nil }
    return hours == 0 ? "UTC" : "Etc/GMT\(isBehind ? "+" : "-")\(hours)"
  }
}
