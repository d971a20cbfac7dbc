/// Two instants with a word or a dash between them: `2026-03-09 14:05 - 16:00 UTC`,
/// `9 Mar 2026 10 PM to 10 Mar 2026 2 AM Europe/Zurich`.
enum PrintedInterval {
  /// The end may leave out its date, and one of the two its zone, which is then the other's. Nil for
  /// anything else.
  static func read(_ text: String, in zone: Zone) -> IntervalText.Reading? {
    guard text.utf8.count <= 160 else { return nil }
    var found: Set<IntervalText.Reading> = []
    for separator in [" - ", " – ", " — ", " to ", " until ", "/", "–", "—"] {
      let parts = text.split(separator: separator, omittingEmptySubsequences: false).map(
        String.init)
      guard parts.count == 2, let first = try? PrintedInstant(parts[0]), let day = first.day,
        let last = try? PrintedInstant(parts[1], mayBeTime: true),
        let start = try? first.reading(on: day, zoneText: zoneText(first, last), in: zone),
        let end = try? last.reading(
          on: last.day ?? day, zoneText: zoneText(last, first), in: zone),
        let reading = IntervalText.reading(
          start.instant, end.end, zoneAssumed: start.zoneAssumed)
      else { continue }
      found.insert(reading)
    }
    return found.count == 1 ? found.first : nil
  }

  private static func zoneText(_ own: PrintedInstant, _ other: PrintedInstant) -> String {
    own.zoneText.isEmpty ? other.zoneText : own.zoneText
  }
}
