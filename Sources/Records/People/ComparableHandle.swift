import PolicyReading
import SourceText

/// The form in which handles and the first parts of addresses are compared, so that what a reader
/// takes for one person is one: `@rpc-dev`, `@rpc_dev`, `@RPC.dev`, `@org/rpc-dev`, `rpc-dev+ci@…`,
/// and the same with Cyrillic or Greek letters that look like Latin ones.
///
/// Two people whose handles differ in no more than that are told apart by the list of people.
enum ComparableHandle {
  /// Empty where nothing of it can be compared.
  static func form(_ handle: String) -> String { asciiForm(handle) ?? unicodeForm(handle) }

  /// The same for a text of ASCII alone, as nearly all are; nil for any other.
  private static func asciiForm(_ handle: String) -> String? {
    var form: [UInt8] = []
    var isTag = false
    for byte in handle.utf8 {
      switch byte {
      case 0x61...0x7A, 0x30...0x39: if !isTag { form.append(byte) }
      case 0x41...0x5A: if !isTag { form.append(byte | 0x20) }
      case UInt8(ascii: "/"): (form, isTag) = ([], false)
      case UInt8(ascii: "+"): isTag = isTag || !form.isEmpty
      case 0x80...: return nil
      default: break
      }
    }
    return String(decoding: form, as: UTF8.self)
  }

  private static func unicodeForm(_ handle: String) -> String {
    var text = handle
    // The last part of a path is the person: `org/rpc-dev`, `https://example.com/rpc-dev`.
    if let last = text.parts(at: "/").last { text = last }
    // What follows `+` in an address is chosen freely by whoever has it.
    if let plus = text.firstIndex(of: "+"), plus != text.startIndex {
      text = String(text[..<plus])
    }
    var form = String.UnicodeScalarView()
    for scalar in WordForm.fold(text).unicodeScalars where scalar != " " {
      form.append(latin[scalar] ?? scalar)
    }
    return String(form)
  }

  /// Letters that look like one of the Latin alphabet, after Unicode Technical Standard 39.
  private static let latin: [Unicode.Scalar: Unicode.Scalar] = {
    let pairs: [(String, String)] = [
      // Cyrillic.
      ("аеорсухіѕјһԁԛԝѵгкпмтв", "aeopcyxisjhdqwvrknmtb"),
      // Greek.
      ("αενοριυχκτωγ", "aevopiuxktwy"),
      // Latin letters that only look plain.
      ("ıȷɑɡɩɪʋʏ", "ijagiivy"),
    ]
    var letters: [Unicode.Scalar: Unicode.Scalar] = [:]
    for (alike, plain) in pairs {
      for (letter, latin) in zip(alike.unicodeScalars, plain.unicodeScalars)
      where letters[letter] == nil {
        letters[letter] = latin
      }
    }
    return letters
  }()
}
