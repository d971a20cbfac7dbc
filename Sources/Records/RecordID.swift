import SourceText

/// The form of a record's id, `[A-Z]+-[0-9-]+`.
package enum RecordID {
  /// Letters, a hyphen, then digits and hyphens of which the last is a digit.
  package static func isValid(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard bytes.count <= 64, let hyphen = bytes.firstIndex(of: UInt8(ascii: "-")), hyphen > 0,
      hyphen + 1 < bytes.count, let last = bytes.last, isDigit(last)
    else { return false }
    return bytes[..<hyphen].allSatisfy { (0x41...0x5A).contains($0) }
      && bytes[(hyphen + 1)...].allSatisfy { isDigit($0) || $0 == UInt8(ascii: "-") }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}

extension SourceFile {
  /// `CHG-2026-0042` of `content/changes/2026/CHG-2026-0042.md`.
  package var stem: String {
    let name = path.utf8.split(separator: UInt8(ascii: "/")).last ?? path.utf8[...]
    let stem = name.lastIndex(of: UInt8(ascii: ".")).map { name[..<$0] } ?? name
    return String(decoding: stem, as: UTF8.self)
  }
}

extension RecordFacts {
  /// The front matter's id, else the name of the file. One that has not the form of an id is a
  /// problem; the record keeps it, so that it can be named.
  mutating func id(of file: SourceFile) -> Located<String> {
    if let id = text("id") {
      if RecordID.isValid(id.value) { return id }
      report(
        .unreadableValue(
          key: "id", text: id.value,
          expected: "an id such as CHG-2026-0042: capital letters, a hyphen, digits and hyphens"),
        at: id.place)
      return Located(file.stem, id.place)
    }
    let place = Place(startOf: file)
    if !RecordID.isValid(file.stem) { report(.missingID(suggestion: nil), at: place) }
    return Located(file.stem, place)
  }
}
