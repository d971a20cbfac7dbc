import PolicyReading
import SourceText

extension UnreadKey {
  /// The words of a key: `extendedTo` and `extended_to` are two. Of `review.minutes` those of the last.
  var words: [String] {
    var text = ""
    var isAfterSmall = false
    for scalar in (key.parts(at: ".").last ?? key).unicodeScalars {
      if isAfterSmall, scalar.properties.isUppercase { text.unicodeScalars.append(" ") }
      isAfterSmall = scalar.properties.isLowercase
      text.unicodeScalars.append(scalar)
    }
    return WordForm.words(text)
  }

  /// Whether it says no, or nothing: `false`, `none`, a dash, an empty list.
  var isDenied: Bool {
    let folded = WordForm.fold(value)
    return NonName.meansNothing(value)
      || ["false", "0", "null", "off", "never", ""].contains(folded)
  }
}
