import Chronology

/// How long a change is to last, as a call says it.
package enum PlannedLength {
  /// Why a text is no such length, in words that follow it; nil for a length. A capital `M` alone may be a
  /// month as well as a minute, but for the form of ISO 8601, where its place tells.
  package static func fault(in text: String) -> String? {
    if isOfMonths(text) {
      return
        "may be months or minutes: write 45m for minutes, and days for anything longer, such as 30d"
    }
    return DurationText.read(text) == nil
      ? "is not a duration such as 45m, 2h, 1h30m or PT45M" : nil
  }

  private static func isOfMonths(_ text: String) -> Bool {
    let scalars = text.unicodeScalars
    guard let first = scalars.first(where: { !$0.properties.isWhitespace }), first != "P" else {
      return false
    }
    return scalars.indices.contains { index in
      guard scalars[index] == "M" else { return false }
      let next = scalars.index(after: index)
      return next == scalars.endIndex || !scalars[next].properties.isAlphabetic
    }
  }
}
