/// What declares a freeze or an incident in its front matter, in a file outside their folders.
///
/// Only keys at the beginning of a line are looked at: this is no reader of YAML.
struct StrayRecord {
  private let folder: DecidingFolder
  private let place: Place

  var problem: ReadingProblem { ReadingProblem(.strayRecord(folder), at: place) }

  /// Nil where nothing shows that a file declares something: of a page the keys, of a message the
  /// names in place of days.
  init?(in file: SourceFile) {
    guard let keys = Keys(file) else { return nil }
    if let range = Self.freeze(keys) {
      folder = .freezes
      place = Place(file, range)
    } else if let range = Self.incident(keys) {
      folder = .incidents
      place = Place(file, range)
    } else {
      return nil
    }
  }

  /// Whether all of a file is what front matter is of others.
  static func isYAML(_ name: String) -> Bool {
    let name = name.lowercased()
    return name.hasSuffix(".yaml") || name.hasSuffix(".yml")
  }

  // MARK: Shapes

  private static func freeze(_ keys: Keys) -> SourceRange? {
    let isOwn = keys.has(["allowed", "declared", "systems", "dependents"])
    if keys.has(keysOfPages), !isOwn { return nil }
    if let allowed = keys["allowed"], keys.has(["from", "to", "name", "systems", "declared"]) {
      return allowed.range
    }
    if let from = keys["from"], from.holdsDay { return from.range }
    return nil
  }

  private static func incident(_ keys: Keys) -> SourceRange? {
    if let started = keys["started"], started.holdsDay,
      keys.has(["severity", "resolved", "caused_by"])
    {
      return started.range
    }
    guard let severity = keys["severity"] else { return nil }
    if keys["resolved"]?.holdsDay == true { return severity.range }
    return keys.has(["caused_by", "id", "systems"]) && !keys.has(keysOfPages)
      ? severity.range : nil
  }

  private static let keysOfPages = [
    "title", "layout", "date", "author", "permalink", "slug", "template", "weight", "draft",
    "description", "subject",
  ]
  /// A change has a start, and may have whatever else.
  private static let keysOfChanges = [
    "requester", "requested", "implementer", "approvals", "scheduled", "deployed", "outcome",
  ]

  // MARK: Keys

  /// The keys of front matter that tell, each with its place.
  private struct Keys {
    struct Entry {
      let range: SourceRange
      /// The value says a year, as every instant does.
      let holdsDay: Bool
    }

    private var entries: [String: Entry] = [:]

    /// Nil for a file without front matter, and for a change.
    init?(_ file: SourceFile) {
      let hasFence = Self.isFence(file, line: 1)
      guard hasFence || StrayRecord.isYAML(file.path) else { return nil }
      for line in file.lineStarts.indices.dropFirst(hasFence ? 1 : 0) {
        if Self.isFence(file, line: line + 1) { break }
        guard let (key, entry) = Self.entry(of: file, line: line + 1) else { continue }
        if keysOfChanges.contains(key) { return nil }
        if entries[key] == nil { entries[key] = entry }
      }
    }

    subscript(_ key: String) -> Entry? { entries[key] }

    func has(_ keys: [String]) -> Bool { keys.contains { entries[$0] != nil } }

    private static func isFence(_ file: SourceFile, line: Int) -> Bool {
      var bytes = file.bytes[file.range(ofLine: line).indices]
      while let last = bytes.last, last == 0x20 || last == 0x09 || last == 0x0D {
        bytes.removeLast()
      }
      return bytes.elementsEqual("---".utf8)
    }

    private static func entry(of file: SourceFile, line: Int) -> (String, Entry)? {
      let range = file.range(ofLine: line)
      let bytes = file.bytes[range.indices]
      guard let first = bytes.first, first != 0x20, first != 0x09, first != UInt8(ascii: "#"),
        let colon = bytes.prefix(longestKey).firstIndex(of: UInt8(ascii: ":"))
      else { return nil }
      let key = bytes[..<colon].filter {
        $0 != 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "'")
      }
      return (
        String(decoding: key, as: UTF8.self).lowercased(),
        Entry(
          range: SourceRange(bytes.startIndex, colon),
          holdsDay: holdsYear(bytes[bytes.index(after: colon)...]))
      )
    }

    private static let longestKey = 24

    private static func holdsYear(_ bytes: ArraySlice<UInt8>) -> Bool {
      var run = 0
      for byte in bytes {
        run = (0x30...0x39).contains(byte) ? run + 1 : 0
        if run == 4 { return true }
      }
      return false
    }
  }
}
