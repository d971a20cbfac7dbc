import SourceText

extension ReadableText {
  /// The parts of a list of names, none of them empty: what lies between commas, semicolons and
  /// line feeds, and between `and` or `&` where the part is no name as a whole.
  func parts(_ range: Range<Int>, keeping isName: (String) -> Bool) -> [Range<Int>] {
    if isName(text(range)) { return [range] }
    return split(range) { index in
      switch bytes[index] {
      case UInt8(ascii: ","), UInt8(ascii: ";"), 0x0A: 1
      default: 0
      }
    }.flatMap { part -> [Range<Int>] in
      isName(text(part)) ? [part] : split(part) { conjunction(at: $0, in: part) }
    }
  }

  /// Cuts a range where `separator` says how many bytes part it.
  func split(_ range: Range<Int>, at separator: (Int) -> Int) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = range.lowerBound
    var index = start
    func take(_ end: Int) {
      let part = trimmed(start..<end)
      if !part.isEmpty { parts.append(part) }
    }
    while index < range.upperBound {
      let length = separator(index)
      guard length > 0 else {
        index += 1
        continue
      }
      take(index)
      index += length
      start = index
    }
    take(range.upperBound)
    return parts
  }

  /// How many bytes of `&` or of the word `and` stand at an index.
  func conjunction(at index: Int, in range: Range<Int>) -> Int {
    if bytes[index] == UInt8(ascii: "&") { return 1 }
    guard index + 3 <= range.upperBound,
      zip(bytes[index..<index + 3], "and".utf8).allSatisfy({ $0 | 0x20 == $1 }),
      index == range.lowerBound || bytes[index - 1] == 0x20,
      index + 3 == range.upperBound || bytes[index + 3] == 0x20
    else { return 0 }
    return 3
  }
}
