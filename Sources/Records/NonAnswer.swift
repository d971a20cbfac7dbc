import SourceText

/// A text that stands where an answer belongs and is none.
package enum NonAnswer: Sendable, Hashable {
  /// It says that somebody has yet to answer: `TBD`, `[Describe rollback]`, `?`.
  case unfinished
  /// It says nothing: a dash, `_No response_`, `N/A` without a reason.
  case void
  /// `None` or `No`: whether that is an answer depends on the question.
  case nothing

  /// Nil for an answer, and for a text without a character.
  package init?(_ text: String) {
    guard let found = text.withBytes({ NonAnswer(utf8: $0) }) else { return nil }
    self = found
  }

  /// The same for bytes of valid UTF-8: one line, or what stands behind a label.
  package init?(utf8 text: UnsafeBufferPointer<UInt8>) {
    guard let first = text.firstIndex(where: { !isDecoration($0) }) else {
      // Marks and white space alone.
      guard text.contains(where: { $0 > 0x20 }) else { return nil }
      self = .void
      return
    }
    if isASCIILetter(text[first]) {
      // Most texts: prose that begins with a letter.
      guard text.count - first <= longestPhrase, beginsPhrase(text[first]) else { return nil }
    } else if isDigit(text[first]) {
      return nil
    }
    guard text.allSatisfy({ $0 < 0x80 }) else {
      guard text.count <= longestUnusual, let folded = asciiForm(of: text) else { return nil }
      guard let found = folded.withUnsafeBufferPointer({ NonAnswer(ascii: $0) }) else { return nil }
      self = found
      return
    }
    guard let found = NonAnswer(ascii: text) else { return nil }
    self = found
  }

  private init?(ascii text: UnsafeBufferPointer<UInt8>) {
    guard text.contains(where: { isASCIILetter($0) || isDigit($0) }) else {
      guard text.contains(where: { $0 > 0x20 }) else { return nil }
      self = text.contains(UInt8(ascii: "?")) ? .unfinished : .void
      return
    }
    if let placeholder = PlaceholderBrackets.read(text) {
      self = placeholder
      return
    }
    guard text.count <= longestPhrase, let found = NonAnswerPhrases.match(text) else { return nil }
    self = found
  }
}

/// No phrase is longer, the marks around it included.
private let longestPhrase = 72
/// Of texts with characters beyond ASCII, which take longer to look at.
private let longestUnusual = 240

/// Marks that may stand before or around a text without saying anything.
private func isDecoration(_ byte: UInt8) -> Bool {
  switch byte {
  case 0...0x20, UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "`"),
    UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "("), UInt8(ascii: ">"),
    UInt8(ascii: "#"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."):
    true
  default: false
  }
}

private func beginsPhrase(_ byte: UInt8) -> Bool {
  switch byte | 0x20 {
  case UInt8(ascii: "c"), UInt8(ascii: "d"), UInt8(ascii: "e"), UInt8(ascii: "f"),
    UInt8(ascii: "i"), UInt8(ascii: "l"), UInt8(ascii: "n"), UInt8(ascii: "p"),
    UInt8(ascii: "s"), UInt8(ascii: "t"), UInt8(ascii: "u"), UInt8(ascii: "w"),
    UInt8(ascii: "x"), UInt8(ascii: "y"):
    true
  default: false
  }
}

func isASCIILetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

/// A text with its look-alikes in ASCII: dashes, quotes and blanks of every kind, full-width forms;
/// what cannot be seen is gone. Nil where it has letters, digits or signs of its own, which say
/// something whatever stands beside them.
private func asciiForm(of text: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
  var folded: [UInt8] = []
  folded.reserveCapacity(text.count)
  for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
    if scalar.isASCII {
      folded.append(UInt8(truncatingIfNeeded: scalar.value))
    } else if (0xFF01...0xFF5E).contains(scalar.value) {
      folded.append(UInt8(truncatingIfNeeded: scalar.value - 0xFEE0))
    } else {
      switch scalar.properties.generalCategory {
      case .dashPunctuation: folded.append(UInt8(ascii: "-"))
      case .spaceSeparator, .lineSeparator, .paragraphSeparator: folded.append(0x20)
      case .format, .control, .nonspacingMark: continue
      case .connectorPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
        .finalPunctuation, .otherPunctuation, .mathSymbol, .modifierSymbol:
        folded.append(UInt8(ascii: "."))
      default: return nil
      }
    }
  }
  return folded
}
