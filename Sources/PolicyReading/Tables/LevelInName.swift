/// A type and a level of risk in one name: `Normal, low risk`, `High-risk Normal`, `Normal (High)`.
struct LevelInName {
  /// The name of the type alone, as it is written.
  let type: String
  /// The level, folded; nil where the name has none.
  let risk: String?

  /// - Parameter risks: the policy's levels; where it has none, the usual ones count.
  init(_ name: String, risks: [String]) {
    let levels = risks.isEmpty ? ApprovalCellWords.risks : risks.map(WordForm.fold)
    for (outside, inside) in Self.partings(of: name) {
      let words = WordForm.words(inside).filter { !Self.besideLevels.contains($0) }
      let said = words.joined(separator: " ")
      // `High Risk Change` names a type by its risk alone.
      let type = WordForm.words(outside).filter { !Self.ofChanges.contains($0) }
      if levels.contains(said), !type.isEmpty {
        (self.type, risk) = (WordForm.trim(outside), said)
        return
      }
    }
    (self.type, risk) = (name, nil)
  }

  /// Without `change` behind it and the ending of a plural, by which rows of one type are known.
  var key: String {
    let words = WordForm.words(type)
    let bare = words.filter { !Self.ofChanges.contains($0) }
    return (bare.isEmpty ? words : bare).joined(separator: " ")
  }

  private static let ofChanges: Set = ["change", "changes", "type", "types"]
  private static let besideLevels = ofChanges.union(["risk", "risks", "level"])

  /// The two parts of a name on the sides of a sign, and what stands before and behind the word `risk`.
  private static func partings(of name: String) -> [(outside: String, inside: String)] {
    let (outside, inside) = WordForm.partingBrackets(name)
    var partings: [(String, String)] = inside.count == 1 ? [(outside, inside[0])] : []
    for mark in [", ", "; ", ": ", " / ", "/", " | ", " - ", " – ", " — "] {
      guard let sign = name.firstRange(of: mark) else { continue }
      let (first, second) = (String(name[..<sign.lowerBound]), String(name[sign.upperBound...]))
      partings += [(first, second), (second, first)]
    }
    let words = name.split(whereSeparator: \.isWhitespace).map(String.init)
    for split in 1..<max(1, words.count) {
      let (first, second) = (
        words[..<split].joined(separator: " "), words[split...].joined(separator: " ")
      )
      if WordForm.words(first).last == "risk" { partings.append((second, first)) }
      if WordForm.words(second).last == "risk" { partings.append((first, second)) }
    }
    return partings
  }
}
