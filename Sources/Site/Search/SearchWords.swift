import Foundation
import SourceText

/// Parts texts into the words that the search compares: letters and digits in lower case, without
/// accents and without what nobody sees. Everything else parts words. A sign of Chinese or Japanese
/// is a word by itself, since nothing stands between theirs.
///
/// `words` in `assets/search.js` does the same to what a reader types.
struct SearchWords {
  /// Words are cut after so many characters.
  static let longest = 32

  /// The words of parts outside ASCII, which come again and again and are slow to fold.
  private var folded: [String: [String]] = [:]

  /// Calls `body` with the bytes of each word of a text.
  mutating func each(of text: String, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    text.withBytes { source in
      withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Self.longest) { word in
        var index = 0
        while index < source.count {
          let start = index
          var count = 0
          var isASCII = true
          while index < source.count {
            let byte = Self.lowered(source[index])
            if byte == 0 { break }
            if byte >= 0x80 { isASCII = false }
            if count < Self.longest { word[count] = byte }
            count += 1
            index += 1
          }
          if !isASCII {
            let part = UnsafeBufferPointer(rebasing: source[start..<index])
            for word in words(outsideASCII: String(decoding: part, as: UTF8.self)) {
              word.withBytes(body)
            }
          } else if count > 0 {
            body(UnsafeBufferPointer(rebasing: word[..<min(count, Self.longest)]))
          }
          index += 1
        }
      }
    }
  }

  /// All words of a text as one.
  mutating func joined(_ text: String) -> String {
    var all: [UInt8] = []
    each(of: text) { all += $0 }
    return String(
      String.UnicodeScalarView(
        String(decoding: all, as: UTF8.self).unicodeScalars.prefix(Self.longest)))
  }

  /// A letter or digit in lower case, a byte outside ASCII as it is, 0 for any other.
  private static func lowered(_ byte: UInt8) -> UInt8 {
    switch byte {
    case 0x61...0x7A, 0x30...0x39, 0x80...: byte
    case 0x41...0x5A: byte | 0x20
    default: 0
    }
  }

  private mutating func words(outsideASCII part: String) -> [String] {
    if let known = folded[part] { return known }
    var words: [String] = []
    var word = String.UnicodeScalarView()
    func close() {
      if !word.isEmpty { words.append(String(String.UnicodeScalarView(word.prefix(Self.longest)))) }
      word = String.UnicodeScalarView()
    }
    for scalar in part.decomposedStringWithCompatibilityMapping.unicodeScalars {
      if scalar.isIdeograph {
        close()
        words.append(String(scalar))
        continue
      }
      switch scalar.properties.generalCategory {
      case .nonspacingMark, .spacingMark, .enclosingMark, .format: continue
      case .uppercaseLetter, .titlecaseLetter:
        word.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
      case .lowercaseLetter, .modifierLetter, .otherLetter, .decimalNumber, .letterNumber,
        .otherNumber:
        word.append(scalar)
      default: close()
      }
    }
    close()
    folded[part] = words
    return words
  }
}

extension Unicode.Scalar {
  /// A letter of a script whose words stand side by side without blanks.
  fileprivate var isIdeograph: Bool {
    switch value {
    case 0x3041...0x30FF, 0x3400...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: true
    default: false
    }
  }
}
