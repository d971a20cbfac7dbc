extension DecidingFolder {
  /// What declares a freeze or an incident in its front matter, in a file outside their folders: the
  /// problem at the first key that shows it. Nil where nothing does.
  ///
  /// Only keys at the beginning of a line are looked at: this is no reader of YAML.
  static func strayRecord(in file: SourceFile) -> ReadingProblem? {
    guard isFence(file, line: 1) else { return nil }
    var keys: [String: SourceRange] = [:]
    for line in file.lineStarts.indices.dropFirst() {
      if isFence(file, line: line + 1) { break }
      if let (key, range) = key(of: file, line: line + 1), keys[key] == nil { keys[key] = range }
    }
    for (folder, first, others) in shapes {
      if let range = keys[first], others.contains(where: { keys[$0] != nil }) {
        return ReadingProblem(.strayRecord(folder), at: Place(file, range))
      }
    }
    return nil
  }

  /// A key, and others of which one goes with it.
  private static let shapes: [(DecidingFolder, String, [String])] = [
    (.freezes, "allowed", ["from", "to", "name", "systems", "declared"]),
    (.freezes, "from", ["to", "declared", "systems", "name"]),
    (.incidents, "started", ["severity", "resolved", "caused_by"]),
    (.incidents, "severity", ["resolved", "caused_by", "id", "systems"]),
  ]

  private static func isFence(_ file: SourceFile, line: Int) -> Bool {
    var bytes = file.bytes[file.range(ofLine: line).indices]
    while let last = bytes.last, last == 0x20 || last == 0x09 || last == 0x0D {
      bytes.removeLast()
    }
    return bytes.elementsEqual("---".utf8)
  }

  private static func key(of file: SourceFile, line: Int) -> (String, SourceRange)? {
    let range = file.range(ofLine: line)
    let bytes = file.bytes[range.indices]
    guard let first = bytes.first, first != 0x20, first != 0x09, first != UInt8(ascii: "#"),
      let colon = bytes.firstIndex(of: UInt8(ascii: ":"))
    else { return nil }
    let key = bytes[..<colon].filter {
      $0 != 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "'")
    }
    return (
      String(decoding: key, as: UTF8.self).lowercased(), SourceRange(bytes.startIndex, colon)
    )
  }
}
