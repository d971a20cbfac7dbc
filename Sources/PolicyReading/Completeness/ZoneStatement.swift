import Chronology

/// A sentence that may say in which zone the policy's times are.
struct ZoneStatement {
  /// The zones that it names.
  private let zones: [Zone]
  /// It names one that is not known, or says that times are those of some place.
  private let namesUnknown: Bool
  private let isAboutTimes: Bool

  init(_ text: String) {
    let words = WordForm.words(text)
    let isLabel =
      ["tz", "timezone"].contains(words.first ?? "") || words.starts(with: ["time", "zone"])
      || ["times", "time", "hours", "clock"].contains(words.first ?? "") && text.contains(":")
        && !text.contains(where: \.isNumber)
    let verbs: Set = [
      "are", "is", "in", "given", "stated", "expressed", "shown", "written", "use", "follow",
      "local",
    ]
    isAboutTimes =
      isLabel
      || words.contains { ["times", "hours", "clock", "clocks", "timezone"].contains($0) }
        && words.contains(where: verbs.contains)
      || words.indices.dropLast().contains { words[$0] == "time" && words[$0 + 1] == "zone" }
        && words.contains(where: verbs.contains)
    guard isAboutTimes else {
      (zones, namesUnknown) = ([], false)
      return
    }
    var (zones, namesUnknown): ([Zone], Bool) = ([], false)
    let tokens = text.split { !$0.isLetter && !$0.isNumber && !"/_+-:".contains($0) }
      .map(String.init)
    for (index, token) in tokens.enumerated() {
      let isCapital =
        token.utf8.count > 1 && token == token.uppercased()
        && token.contains(where: \.isLetter)
      guard isCapital || token.contains("/") || token.hasPrefix("UTC") || token.hasPrefix("GMT")
      else {
        let next = index + 1 < tokens.count ? tokens[index + 1].lowercased() : ""
        // `Tokyo time`, `Eastern standard time`.
        if ["time", "standard", "daylight", "clocks"].contains(next),
          index > 0 && token.first?.isUppercase == true || token.lowercased() == "local"
        {
          namesUnknown = true
        }
        if Self.isPlace(token, at: index, of: tokens) { namesUnknown = true }
        continue
      }
      switch ZoneText.read(token) {
      case .zone(let zone)?, .abbreviation(let zone, _)?: zones.append(zone)
      case .ambiguous?: namesUnknown = true
      case nil:
        let before = index > 0 ? tokens[index - 1].lowercased() : ""
        if ["in", "are", "is", "to", "as", "tz:", "zone:"].contains(before) { namesUnknown = true }
      }
    }
    if words.indices.dropLast().contains(where: {
      words[$0] == "local" && ["to", "time", "times"].contains(words[$0 + 1])
        || ["are", "is", "in"].contains(words[$0]) && words[$0 + 1] == "local"
    }) {
      namesUnknown = true
    }
    if isLabel, zones.isEmpty { namesUnknown = true }
    (self.zones, self.namesUnknown) = (zones, namesUnknown)
  }

  /// `Times are Tokyo`, `times follow the clocks of Zurich`: a name with a capital where a zone would
  /// stand.
  private static func isPlace(_ token: String, at index: Int, of tokens: [String]) -> Bool {
    guard index > 0, token.first?.isUppercase == true, token.utf8.count > 2,
      TimeSigns("in \(token)").isEmpty
    else { return false }
    return ["are", "is", "in", "to", "follow", "follows", "of", "use", "uses", "at"].contains(
      tokens[index - 1].lowercased())
  }

  /// It says that times are in another zone, or in one that is not known.
  func isOther(than zone: Zone) -> Bool { namesUnknown || zones.contains { $0 != zone } }
}
