import Findings
import SourceText

/// Mends a line that looks like a heading and is none, or is another than it seems.
enum HeadingFix {
  /// - Parameter scalar: The character that cannot be seen; nil where a blank is missing.
  static func fix(at place: Place, scalar: UInt32?) -> TextFix? {
    let file = place.file
    let range = file.range(ofLine: file.line(at: place.range.indices.lowerBound))
    let line = file.text(range)
    let unseen = scalar.flatMap(Unicode.Scalar.init)
    var rest = line.unicodeScalars[...]
    rest = rest.drop { $0 == " " || $0 == unseen }
    let marks = rest.prefix { $0 == "#" }.count
    guard (1...6).contains(marks) else { return nil }
    rest = rest.dropFirst(marks).drop { $0 == " " || $0 == unseen }
    var name = String.UnicodeScalarView()
    for one in rest {
      guard one == unseen else {
        name.append(one)
        continue
      }
      if one.properties.isWhitespace { name.append(" ") }
    }
    let mended = String(repeating: "#", count: marks) + " " + String(name)
    guard !name.isEmpty, mended != line else { return nil }
    return TextFix(
      words: scalar == nil
        ? "put a space behind the marks of the heading"
        : "write the heading with ordinary spaces",
      edits: [TextEdit(Place(file, range), mended)])
  }
}
