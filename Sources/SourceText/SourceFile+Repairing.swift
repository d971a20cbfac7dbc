extension SourceFile {
  /// A file of bytes that may be anything, and what is wrong with them. A byte order mark is
  /// dropped. Where the bytes are not UTF-8, or hold control characters, the file is made of repaired
  /// text, so that lines and columns are those an editor shows and nothing reaches an output that a
  /// terminal would obey. `isText` is false where the bytes are not UTF-8.
  package static func reading(
    path: String, bytes: [UInt8]
  ) -> (file: SourceFile, problems: [ReadingProblem], isText: Bool) {
    var bytes = bytes
    if bytes.count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF {
      bytes.removeFirst(3)
    }
    let scan = bytes.withUnsafeBufferPointer { TextScan($0) }
    guard scan.isBroken || scan.hasControls else {
      let file = SourceFile(path: path, bytes: bytes, lineStarts: scan.lineStarts)
      let problems = scan.faults.map {
        ReadingProblem($0.kind, at: Place(file, SourceRange($0.range)))
      }
      return (file, problems, true)
    }
    let (repaired, broken) = bytes.withUnsafeBufferPointer(repair)
    let file = SourceFile(path: path, bytes: repaired)
    var faults = broken
    faults += repaired.withUnsafeBufferPointer { TextScan($0) }.faults
    faults.sort { $0.range.lowerBound < $1.range.lowerBound }
    let problems = faults.prefix(TextScan.limit).map {
      ReadingProblem($0.kind, at: Place(file, SourceRange($0.range)))
    }
    return (file, problems, !scan.isBroken)
  }

  /// Puts U+FFFD where a sequence is not UTF-8 or a control character; the faults lie in the repaired
  /// bytes.
  private static func repair(
    _ bytes: UnsafeBufferPointer<UInt8>
  ) -> (repaired: [UInt8], faults: [TextScan.Fault]) {
    var repaired: [UInt8] = []
    repaired.reserveCapacity(bytes.count + bytes.count / 8)
    var faults: [TextScan.Fault] = []
    func replace(_ kind: ReadingProblem.Kind) {
      let start = repaired.count
      repaired += ControlCharacters.replacement
      if faults.count < TextScan.limit {
        faults.append(TextScan.Fault(kind: kind, range: start..<start + 3))
      }
    }
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if let control = ControlCharacters.character(in: bytes, at: index) {
        replace(.controlCharacter(control.byte))
        index += control.length
        continue
      }
      guard byte >= 0x80 else {
        repaired.append(byte)
        index += 1
        continue
      }
      let sequence = UTF8Sequence(bytes, at: index)
      if sequence.isValid {
        repaired += bytes[index..<index + sequence.length]
      } else {
        replace(.notUTF8(byte: byte))
      }
      index += sequence.length
    }
    return (repaired, faults)
  }
}
