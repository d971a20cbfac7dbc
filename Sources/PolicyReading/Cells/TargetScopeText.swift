/// What a target is set for, by type and by risk: `normal`, `emergency, high risk`.
struct TargetScopeText {
  /// In the order of their tables; empty for all.
  private(set) var types: [String] = []
  private(set) var risks: [String] = []
  /// Parts that name neither.
  private(set) var undefined: [String] = []

  /// Nil for a text that is no list of names.
  init?(_ text: String, types known: NameResolution, risks levels: NameResolution) {
    guard let reading = ApplicabilityText.read(text, types: known) else { return nil }
    if case .types(let named) = reading.applicability { types = named }
    var found: [String] = []
    for part in reading.undefined {
      let words = WordForm.words(part).filter { !["risk", "risks", "level"].contains($0) }
      if let level = levels.resolve(words.joined(separator: " ")) {
        found.append(level)
      } else {
        undefined.append(part)
      }
    }
    risks = levels.names.filter { found.contains($0) }
  }
}
