/// Words and phrases with their roles, looked up by their first two letters.
struct WordLexicon {
  private struct Entry {
    let bytes: [UInt8]
    /// Any end of the word goes with it: `suspen-` for `suspended` and `suspension`.
    let isBeginning: Bool
    let roles: WordRole
  }

  /// By the letters at the beginning, 26 times 26.
  private var buckets: [[Entry]] = Array(repeating: [], count: 26 * 26)

  /// - Parameter words: In the form of `WordForm.fold`, parted by commas, a dash after a beginning.
  init(_ words: [(WordRole, String)]) {
    for (roles, list) in words {
      for text in list.utf8.split(whereSeparator: { $0 == UInt8(ascii: ",") || $0 == 0x0A }) {
        var bytes = Array(text.drop { $0 == 0x20 })
        let isBeginning = bytes.last == UInt8(ascii: "-")
        if isBeginning { bytes.removeLast() }
        guard let bucket = Self.bucket(bytes[...]) else { continue }
        buckets[bucket].append(Entry(bytes: bytes, isBeginning: isBeginning, roles: roles))
      }
    }
  }

  /// What the words at a place can do, phrases that begin there with them.
  ///
  /// - Parameter text: folded words with single blanks between them, from a word's first letter on.
  func roles(at text: ArraySlice<UInt8>) -> WordRole {
    guard let bucket = Self.bucket(text) else { return [] }
    var roles: WordRole = []
    for entry in buckets[bucket] where Self.begins(text, with: entry.bytes) {
      let end = text.startIndex + entry.bytes.count
      if entry.isBeginning || end == text.endIndex || text[end] == 0x20 {
        roles.formUnion(entry.roles)
      }
    }
    return roles
  }

  private static func begins(_ text: ArraySlice<UInt8>, with bytes: [UInt8]) -> Bool {
    guard bytes.count <= text.count else { return false }
    // The first two are those of the bucket.
    var index = 2
    while index < bytes.count {
      if text[text.startIndex + index] != bytes[index] { return false }
      index += 1
    }
    return true
  }

  private static func bucket(_ text: ArraySlice<UInt8>) -> Int? {
    guard text.count > 1, let first = text.first, (0x61...0x7A).contains(first) else { return nil }
    let second = text[text.startIndex + 1]
    guard (0x61...0x7A).contains(second) else { return nil }
    return Int(first - 0x61) * 26 + Int(second - 0x61)
  }
}
