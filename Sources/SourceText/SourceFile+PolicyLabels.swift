extension SourceFile {
  /// Whether one of the first lines is labelled as one of a policy is: the id of a document, or the day
  /// from which it holds. Whether it is a version of the policy, only somebody can tell who knows that.
  package var isLabelledAsPolicy: Bool { PolicyLabels.begin(aLineOf: self) }
}

private enum PolicyLabels {
  static func begin(aLineOf file: SourceFile) -> Bool {
    file.bytes.withUnsafeBufferPointer { bytes in
      var start = 0
      let end = min(bytes.count, lookedAt)
      while start < end {
        var word = start
        while word < end, isMark(bytes[word]) { word += 1 }
        if labels.contains(where: { begins($0, bytes, at: word, end) }) { return true }
        while start < end, bytes[start] != 0x0A { start += 1 }
        start += 1
      }
      return false
    }
  }

  private static func begins(
    _ label: [UInt8], _ bytes: UnsafeBufferPointer<UInt8>, at start: Int, _ end: Int
  ) -> Bool {
    guard start + label.count <= end else { return false }
    return label.indices.allSatisfy { index in
      let byte = bytes[start + index]
      return byte | 0x20 == label[index]
        || label[index] == 0x20 && (byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-"))
    }
  }

  private static let lookedAt = 4096
  /// What stands in front of a label: emphasis, quotes, lists, tables.
  private static func isMark(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x20, 0x09, UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "|"), UInt8(ascii: ">"),
      UInt8(ascii: "#"), UInt8(ascii: "-"), UInt8(ascii: "+"):
      true
    default: false
    }
  }

  private static let labels = ["document id", "policy id", "doc id", "effective", "in force from"]
    .map { Array($0.utf8) }
}
