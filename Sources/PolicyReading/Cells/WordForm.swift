import Foundation
import SourceText

/// The form in which headings, column heads and names are compared.
package enum WordForm {
  /// Lower-case letters and digits with single spaces between the words: case, emphasis and
  /// punctuation are gone, apostrophes without leaving a gap.
  package static func fold(_ text: String) -> String {
    foldASCII(text) ?? foldSigns(text) ?? foldUnicode(text)
  }

  /// The same for a text whose other characters are signs that mean nothing here, such as dashes,
  /// arrows and section signs; nil for any other, which needs Unicode's tables.
  private static func foldSigns(_ text: String) -> String? {
    var plain: [UInt8] = []
    plain.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      if scalar.isASCII {
        plain.append(UInt8(truncatingIfNeeded: scalar.value))
      } else if scalar == "\u{2019}" {
        plain.append(UInt8(ascii: "'"))
      } else if isSign(scalar) {
        plain.append(0x20)
      } else {
        return nil
      }
    }
    return foldASCII(String(decoding: plain, as: UTF8.self))
  }

  /// Whether a character is punctuation or a symbol, and neither a letter, a number, a mark nor one
  /// that cannot be seen.
  private static func isSign(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xA7, 0xAB, 0xB0, 0xB1, 0xB6, 0xB7, 0xBB, 0xD7, 0xF7, 0x2010...0x2018, 0x201A...0x2027,
      0x2030...0x205E, 0x2190...0x22FF, 0x2500...0x2775:
      true
    default: false
    }
  }

  /// The same for a text of ASCII alone, as nearly all are; nil for any other.
  private static func foldASCII(_ text: String) -> String? {
    text.withBytes { source in
      withUnsafeTemporaryAllocation(of: UInt8.self, capacity: source.count) { folded in
        foldASCII(source, to: folded).map {
          String(decoding: UnsafeBufferPointer(rebasing: folded[..<$0]), as: UTF8.self)
        }
      }
    }
  }

  /// How many bytes were written; nil where the text is not of ASCII alone.
  private static func foldASCII(
    _ source: UnsafeBufferPointer<UInt8>, to folded: UnsafeMutableBufferPointer<UInt8>
  ) -> Int? {
    var count = 0
    var isGap = false
    for byte in source {
      switch byte {
      case 0x61...0x7A, 0x30...0x39, 0x41...0x5A:
        // A gap stands for a byte at least, so that there is room for its space.
        if isGap, count > 0 {
          folded[count] = 0x20
          count += 1
        }
        isGap = false
        folded[count] = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
        count += 1
      case UInt8(ascii: "'"): continue
      case 0x80...: return nil
      default: isGap = true
      }
    }
    return count
  }

  /// Compatibility letters become plain ones, composed and decomposed letters the same, and what
  /// nobody sees is gone: two names that read alike are one.
  private static func foldUnicode(_ text: String) -> String {
    let form = text.precomposedStringWithCompatibilityMapping.lowercased()
      .precomposedStringWithCompatibilityMapping
    var folded = String.UnicodeScalarView()
    var isGap = false
    for scalar in form.unicodeScalars where !scalar.isUnseen {
      if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        if isGap, !folded.isEmpty { folded.append(" ") }
        isGap = false
        folded.append(scalar)
      } else if scalar.properties.generalCategory == .nonspacingMark, !isGap, !folded.isEmpty {
        // A mark that has no composed letter belongs to the letter before it.
        folded.append(scalar)
      } else if scalar != "'" && scalar != "\u{2019}" {
        isGap = true
      }
    }
    return String(folded)
  }

  /// `fold` split at its spaces.
  package static func words(_ text: String) -> [String] {
    fold(text).parts(at: " ")
  }

  /// The text without what stands in round brackets, `Time (UTC)` → `Time `, and what stood there.
  package static func partingBrackets(_ text: String) -> (outside: String, inside: [String]) {
    var outside = String.UnicodeScalarView()
    var inside: [String] = []
    var current = String.UnicodeScalarView()
    var depth = 0
    for scalar in text.unicodeScalars {
      if scalar == "(" {
        depth += 1
        if depth == 1 { continue }
      } else if scalar == ")", depth > 0 {
        depth -= 1
        if depth == 0 {
          inside.append(trim(String(current)))
          current = String.UnicodeScalarView()
          continue
        }
      }
      if depth > 0 { current.append(scalar) } else { outside.append(scalar) }
    }
    // A bracket that never closes is part of the text.
    if depth > 0 {
      outside.append("(")
      outside.append(contentsOf: current)
    }
    return (trim(String(outside)), inside)
  }

  /// Without white space at either end.
  package static func trim(_ text: String) -> String {
    isTrimmed(text) ? text : trim(text) { _ in false }
  }

  /// Whether a text begins and ends with a sign of ASCII that can be seen, as most do, or is empty.
  private static func isTrimmed(_ text: String) -> Bool {
    guard let first = text.utf8.first, let last = text.utf8.last else { return true }
    return (0x21...0x7E).contains(first) && (0x21...0x7E).contains(last)
  }

  /// Without white space, and whatever else is told, at either end.
  package static func trim(_ text: String, _ also: (Unicode.Scalar) -> Bool) -> String {
    let scalars = text.unicodeScalars
    func isKept(_ scalar: Unicode.Scalar) -> Bool {
      !scalar.isWhiteSpace && !also(scalar)
    }
    guard let first = scalars.firstIndex(where: isKept),
      let last = scalars.lastIndex(where: isKept)
    else { return "" }
    return String(scalars[first...last])
  }

  /// A cell that says "nothing": empty, dashes, or `n/a`.
  static func isBlank(_ text: String) -> Bool {
    let folded = fold(text)
    return folded.isEmpty && !text.unicodeScalars.contains { Marks.isKnown($0) || $0 == "?" }
      || folded == "n a" || folded == "na"
  }
}

extension String {
  /// With composed letters and without compatibility letters (NFKC), and without characters that
  /// have no form.
  package var precomposedForm: String {
    String(
      String.UnicodeScalarView(
        precomposedStringWithCompatibilityMapping.unicodeScalars.filter { !$0.isUnseen }))
  }
}

extension Unicode.Scalar {
  /// Whether Unicode calls it white space; its tables are asked of what is not ASCII.
  package var isWhiteSpace: Bool {
    value < 0x80 ? value == 0x20 || (0x09...0x0D).contains(value) : properties.isWhitespace
  }

  /// Whether Unicode calls it a letter, or what goes with letters.
  package var isLetter: Bool {
    value < 0x80 ? (0x61...0x7A).contains(value | 0x20) : properties.isAlphabetic
  }

  /// Whether it is a digit or another sign for a number.
  package var isNumeral: Bool {
    value < 0x80 ? (0x30...0x39).contains(value) : properties.numericType != nil
  }

  /// Whether it has no form of its own: zero-width spaces and joiners, soft hyphens, marks of order
  /// and direction, fillers.
  package var isUnseen: Bool {
    value > 0x7F
      && (properties.generalCategory == .format || properties.isDefaultIgnorableCodePoint)
  }
}

/// Signs that stand for yes and no.
enum Marks {
  static let yes: Set<Unicode.Scalar> = ["✓", "✔", "☑", "✅", "●", "🗸"]
  static let no: Set<Unicode.Scalar> = ["✗", "✘", "❌", "☐", "✖", "○"]

  static func isKnown(_ scalar: Unicode.Scalar) -> Bool {
    yes.contains(scalar) || no.contains(scalar)
  }

  /// True and false for a text that is one such sign, nil for any other text.
  static func read(_ text: String) -> Bool? {
    // Variation selectors only choose between a drawing and a letter form.
    let scalars = text.unicodeScalars.filter {
      !$0.properties.isWhitespace && !$0.properties.isVariationSelector
    }
    guard scalars.count == 1, let only = scalars.first else { return nil }
    return yes.contains(only) ? true : no.contains(only) ? false : nil
  }
}
