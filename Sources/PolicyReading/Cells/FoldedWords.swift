/// The words of a text in the form of `WordForm`, to look some up without a text for each.
package struct FoldedWords: Sendable {
  /// With single spaces between the words.
  private let bytes: [UInt8]

  package init(_ text: String) { bytes = Array(WordForm.fold(text).utf8) }

  /// Whether one of them is this word.
  package func contains(_ word: StaticString) -> Bool {
    word.withUTF8Buffer { holds($0, isWhole: true) }
  }

  /// The same for the bytes of a folded word.
  package func contains(_ word: [UInt8]) -> Bool {
    word.withUnsafeBufferPointer { holds($0, isWhole: true) }
  }

  /// Whether one of them begins so.
  package func containsBeginning(_ beginning: StaticString) -> Bool {
    beginning.withUTF8Buffer { holds($0, isWhole: false) }
  }

  private func holds(_ word: UnsafeBufferPointer<UInt8>, isWhole: Bool) -> Bool {
    guard let first = word.first else { return false }
    var isStart = true
    for index in bytes.indices {
      if isStart, bytes[index] == first, bytes[index...].starts(with: word) {
        let end = index + word.count
        if !isWhole || end == bytes.count || bytes[end] == 0x20 { return true }
      }
      isStart = bytes[index] == 0x20
    }
    return false
  }
}
