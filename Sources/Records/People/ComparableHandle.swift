import PolicyReading
import SourceText

/// The form in which handles and the first parts of addresses are compared, so that what a reader
/// takes for one person is one: `@rpc-dev`, `@rpc_dev`, `@RPC.dev`, `@org/rpc-dev`, `rpc-dev+ci@…`,
/// and the same with Cyrillic or Greek letters that look like Latin ones.
///
/// Two people whose handles differ in no more than that are told apart by the list of people.
enum ComparableHandle {
  /// Empty where nothing of it can be compared.
  static func form(_ handle: String) -> String {
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
