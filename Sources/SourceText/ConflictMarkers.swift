/// Lines that git leaves where two sides of a merge differ: `<<<<<<< HEAD`, `>>>>>>> branch`. Whatever stands
/// around them is what one side says, and nobody has said which.
enum ConflictMarkers {
  /// The first such line of a file that decides something; nil elsewhere, where a page may show one.
  static func problem(in file: SourceFile) -> ReadingProblem? {
    guard isDeciding(file.path) else { return nil }
    for number in file.lineStarts.indices {
      let start = Int(file.lineStarts[number])
      guard start < file.bytes.count, let sign = sign(of: file.bytes[start...]) else { continue }
      return ReadingProblem(
        .conflictMarker(sign), at: Place(file, file.range(ofLine: number + 1)))
    }
    return nil
  }

  private static func isDeciding(_ path: String) -> Bool {
    DecidingFolder(holding: path) != nil || NameList(holding: path) != nil
      || path.utf8.starts(with: "content/holidays/".utf8)
  }

  /// Seven of a sign, and a blank or nothing behind them. A row of `=` alone underlines a heading.
  private static func sign(of line: ArraySlice<UInt8>) -> String? {
    guard let first = line.first, signs.contains(first),
      line.prefix(length).allSatisfy({ $0 == first }), line.prefix(length).count == length
    else { return nil }
    let next = line.dropFirst(length).first
    guard next == nil || next == 0x20 || next == 0x0A || next == 0x0D else { return nil }
    return String(repeating: Character(Unicode.Scalar(first)), count: length)
  }

  private static let signs: [UInt8] = [
    UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "|"),
  ]
  private static let length = 7
}
