/// Cells that say for which change types something holds: `All`, `Normal, Emergency`,
/// `All except Standard`.
enum ApplicabilityText {
  static let accepted =
    "All, None, All except …, or change types parted by commas, such as Normal, Emergency"

  struct Reading {
    var applicability: Applicability
    /// Parts of the cell that name no change type.
    var undefined: [String] = []
  }

  /// A longer list is no cell that anybody writes.
  private static let mostParts = 32

  /// Nil for an empty cell. With no types defined, the names are kept as they are written.
  static func read(_ text: String, types: NameResolution) -> Reading? {
    if let answer = YesNoText.read(text), !WordForm.isBlank(text) || isDash(text) {
      return Reading(applicability: answer ? .all : .types([]))
    }
    let words = WordForm.words(text)
    guard !words.isEmpty else {
      // `?` is not empty: nobody knows yet.
      return WordForm.isBlank(text)
        ? nil : Reading(applicability: .types([]), undefined: [WordForm.trim(text)])
    }
    let whole = words.filter { !["change", "changes", "type", "types", "the"].contains($0) }
    if whole == ["all"] || whole == ["every"] || whole == ["any"] {
      return Reading(applicability: .all)
    }
    if words == ["optional"] { return Reading(applicability: .types([])) }
    if let excepted = exceptions(text) {
      guard let (named, undefined) = resolveList(excepted, types: types) else { return nil }
      return Reading(
        applicability: .types(types.names.filter { !named.contains($0) }), undefined: undefined)
    }
    guard let (named, undefined) = resolveList(text, types: types) else { return nil }
    // Types in the order of their own table, so that two spellings of one list are equal.
    let ordered = types.names.isEmpty ? named : types.names.filter { named.contains($0) }
    return Reading(applicability: .types(ordered), undefined: undefined)
  }

  /// The names of a list, resolved, and the parts that name none; nil for a list too long to be
  /// one. Neighbouring parts are tried
  /// together first, for names that hold a separator themselves.
  private static func resolveList(
    _ text: String, types: NameResolution
  ) -> (named: [String], undefined: [String])? {
    let parts = split(text)
    guard parts.count <= mostParts else { return nil }
    guard !types.names.isEmpty else { return (parts, []) }
    var (named, undefined): ([String], [String]) = ([], [])
    var index = 0
    while index < parts.count {
      var taken = 0
      for count in stride(from: min(4, parts.count - index), through: 1, by: -1) {
        let joined = parts[index..<index + count].joined(separator: " ")
        if let name = types.resolve(joined) {
          if !named.contains(name) { named.append(name) }
          taken = count
          break
        }
      }
      if taken == 0 {
        undefined.append(parts[index])
        taken = 1
      }
      index += taken
    }
    return (named, undefined)
  }

  /// What follows `all except`, `all but`, `not`, or stands in `All (except …)`.
  private static func exceptions(_ text: String) -> String? {
    var tokens = CellTokens(text)
    if tokens.take("not") || tokens.take("except") { return tokens.remainder }
    guard tokens.take("all", "every", "any") else { return nil }
    _ = tokens.take("changes", "types", "change")
    _ = tokens.take(sign: "(") || tokens.take(sign: ",")
    guard tokens.take("except", "but", "excluding", "without", "other") else { return nil }
    _ = tokens.take("for", "than")
    return WordForm.trim(tokens.remainder) { $0 == ")" }
  }

  /// The parts between commas, semicolons, slashes, ampersands, plus signs, `and` and `or`.
  private static func split(_ text: String) -> [String] {
    var parts: [String] = []
    var current: [Substring] = []
    func finish() {
      let part = WordForm.trim(current.joined(separator: " "))
      if !part.isEmpty { parts.append(part) }
      current = []
    }
    let pieces = text.split { ",;/&+".contains($0) }
    for piece in pieces {
      for word in piece.split(whereSeparator: \.isWhitespace) {
        if word.lowercased() == "and" || word.lowercased() == "or" {
          finish()
        } else {
          current.append(word)
        }
      }
      finish()
    }
    return parts
  }

  private static func isDash(_ text: String) -> Bool {
    text.unicodeScalars.contains(where: CellTokens.isDash)
  }
}
