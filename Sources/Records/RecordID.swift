import SourceText

/// The form of a record's id: `CHG-2026-0042`, `CHG0030521`, `OPS2-1234`, `CR-MM-01.1`.
package enum RecordID {
  /// What an id looks like, for messages.
  package static let expected =
    "an id such as CHG-2026-0042 or CHG0030521: capital letters, digits, hyphens and dots, a letter "
    + "first and a number last"

  /// A capital letter first, and after it capital letters, digits, hyphens, and dots between digits.
  /// The last part between hyphens is a number; without a hyphen at least three digits end the id, so
  /// that a word with a number behind it (`V2`) is none.
  package static func isValid(_ text: String) -> Bool {
    text.withBytes { isValid($0[...]) }
  }

  private static func isValid(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    guard bytes.count <= 64, let first = bytes.first, isLetter(first), let last = bytes.last,
      isDigit(last)
    else { return false }
    var before = first
    for (offset, byte) in bytes.enumerated() {
      switch byte {
      case UInt8(ascii: "-"): break
      case UInt8(ascii: "."):
        let next = bytes.startIndex + offset + 1
        guard isDigit(before), next < bytes.endIndex, isDigit(bytes[next]) else { return false }
      default: guard isLetter(byte) || isDigit(byte) else { return false }
      }
      before = byte
    }
    let number = bytes.reversed().prefix { isDigit($0) || $0 == UInt8(ascii: ".") }
    let start = bytes.endIndex - number.count
    return bytes[start - 1] == UInt8(ascii: "-") || number.count(where: isDigit) >= 3
  }

  /// The id that a file's name says: the name itself, or what stands before some words, as in
  /// `CHG-2026-0042-rotate-certs`. Of several ids that the name begins with the longest.
  package static func id(inName stem: String) -> String? {
    if isValid(stem) { return stem }
    return stem.withBytes { bytes in
      for end in bytes.indices.reversed() where isSeparator(bytes[end]) && isValid(bytes[..<end]) {
        return String(decoding: bytes[..<end], as: UTF8.self)
      }
      return nil
    }
  }

  /// A name and what of it stands before a separator, the longest first.
  package static func beginnings(ofName stem: String) -> [String] {
    stem.withBytes { bytes in
      [stem]
        + bytes.indices.reversed().filter { isSeparator(bytes[$0]) }
        .map { String(decoding: bytes[..<$0], as: UTF8.self) }
    }
  }

  private static func isSeparator(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") || byte == 0x20
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }
}

extension SourceFile {
  /// `CHG-2026-0042` of `content/changes/2026/CHG-2026-0042.md`.
  package var stem: String {
    path.withBytes { bytes in
      let name = bytes[((bytes.lastIndex(of: UInt8(ascii: "/")) ?? -1) + 1)...]
      let stem = name.lastIndex(of: UInt8(ascii: ".")).map { name[..<$0] } ?? name
      return String(decoding: stem, as: UTF8.self)
    }
  }

  /// The id that its name says; nil where it says none.
  package var idInName: String? { RecordID.id(inName: stem) }
}

extension RecordFacts {
  /// The front matter's id, else the one that the body states, else that of the file's name. One that
  /// has not the form of an id is a problem; the record keeps it, so that it can be named.
  mutating func id(
    of file: SourceFile, form: RecordIDForm, statedInBody stated: Located<String>? = nil
  ) -> Located<String> {
    if let id = text("id") {
      if form.isValid(id.value) { return id }
      report(.unreadableValue(key: "id", text: id.value, expected: form.expected), at: id.place)
      return Located(file.stem, id.place)
    }
    if let stated { return stated }
    let place = Place(startOf: file)
    guard let id = form.id(inName: file.stem) else {
      report(.missingID(suggestion: nil), at: place)
      return Located(file.stem, place)
    }
    return Located(id, place)
  }
}
