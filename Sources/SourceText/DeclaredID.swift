/// The id that the front matter of a record says, as it is written: two records of one id are one too many,
/// also where only one of them is asked about.
package struct DeclaredID: Sendable {
  /// Nil where the front matter says none.
  package let text: String?
  /// Of the line that says it, else the start of the file.
  package let place: Place

  /// - Parameter file: The beginning of a record.
  init(in file: SourceFile) {
    guard Self.isFence(file, line: 1) else {
      (text, place) = (nil, Place(startOf: file))
      return
    }
    for line in file.lineStarts.indices.dropFirst().map({ $0 + 1 }) {
      if Self.isFence(file, line: line) { break }
      let range = file.range(ofLine: line)
      let bytes = file.bytes[range.indices]
      guard bytes.starts(with: "id:".utf8) else { continue }
      text = String(decoding: bytes.dropFirst(3), as: UTF8.self)
      place = Place(file, range)
      return
    }
    (text, place) = (nil, Place(startOf: file))
  }

  private static func isFence(_ file: SourceFile, line: Int) -> Bool {
    let bytes = file.bytes[file.range(ofLine: line).indices]
    return bytes.starts(with: "---".utf8)
      && bytes.dropFirst(3).allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
  }
}
