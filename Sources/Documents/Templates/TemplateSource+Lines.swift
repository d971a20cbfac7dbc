import SourceText

extension TemplateSource {
  /// The bytes from the end of one tag to the start of the next, as they are shown: a line on which
  /// nothing but one tag stands that shows nothing itself leaves no empty line.
  func literal(from: Int, to: Int, after previous: TemplateTag?, before next: TemplateTag?)
    -> ArraySlice<UInt8>
  {
    var literal = file.bytes[from..<to]
    if let previous, standsAlone(previous) {
      while literal.first == 0x20 || literal.first == 0x09 { literal.removeFirst() }
      if literal.first == 0x0D { literal.removeFirst() }
      if literal.first == 0x0A { literal.removeFirst() }
    }
    if let next, standsAlone(next) {
      while literal.last == 0x20 || literal.last == 0x09 { literal.removeLast() }
    }
    return literal
  }

  /// Whether nothing but blanks shares the line of a tag that shows no value.
  ///
  /// A partial alone on its line is not indented as the line is: the spaces would show in preformatted
  /// text.
  private func standsAlone(_ tag: TemplateTag) -> Bool {
    switch tag.kind {
    case .text, .raw: return false
    case .section, .close, .partial, .comment: break
    }
    let bytes = file.bytes
    var start = tag.range.indices.lowerBound
    while start > 0, bytes[start - 1] == 0x20 || bytes[start - 1] == 0x09 { start -= 1 }
    var end = tag.range.indices.upperBound
    while end < bytes.count, bytes[end] == 0x20 || bytes[end] == 0x09 { end += 1 }
    return (start == 0 || bytes[start - 1] == 0x0A)
      && (end == bytes.count || bytes[end] == 0x0A || bytes[end] == 0x0D)
  }
}
