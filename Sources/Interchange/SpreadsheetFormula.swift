import SourceText

/// Whether a spreadsheet may take a text for a formula: one that starts with `=`, `+`, `-`, a tab, CR
/// or LF, with the full-width form of such a sign, or with an `@` that begins nobody's handle.
func startsFormula(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
  switch text.first {
  case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), 0x09, 0x0D, 0x0A: true
  case UInt8(ascii: "@"): !isHandle(text)
  case 0xEF:
    // U+FF1D, U+FF0B, U+FF0D and U+FF20.
    text.count > 2 && text[1] == 0xBC && [0x9D, 0x8B, 0x8D, 0xA0].contains(text[2])
  default: false
  }
}

/// Whether a text is `@` and the name of a person or a team, such as `@ann`, `@rpc-dev` or
/// `@chain/runtime`: words joined by single hyphens, dots or slashes. With a bracket, a blank or
/// another operator in it, it could be the call of a function.
private func isHandle(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
  let name = UnsafeBufferPointer(rebasing: text.dropFirst())
  var isAfterWord = false
  for scalar in String(decoding: name, as: UTF8.self).unicodeScalars {
    switch scalar {
    case "-", ".", "/":
      guard isAfterWord else { return false }
      isAfterWord = false
    case _ where isWordCharacter(scalar): isAfterWord = true
    default: return false
    }
  }
  return isAfterWord
}

/// A letter, a mark, a digit or an underscore. Full-width forms are left out: some spreadsheets read
/// them as their ASCII twins.
private func isWordCharacter(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar {
  case "a"..."z", "A"..."Z", "0"..."9", "_": return true
  case "\u{FF00}"..."\u{FFEF}": return false
  case _ where scalar.isASCII: return false
  default: break
  }
  return switch scalar.properties.generalCategory {
  case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
    .nonspacingMark, .spacingMark, .decimalNumber:
    true
  default: false
  }
}
