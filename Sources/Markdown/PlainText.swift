extension MarkdownDocument {
  /// The words of a run of nodes, see `plainText(of:)`. Blocks are parted by single spaces.
  package func plainText(ofNodes range: Range<Int>) -> String {
    guard let first = range.first, let last = range.last else { return "" }
    // Breaks and blocks take a byte at most.
    let size = nodes[last].literal.upperBound - nodes[first].literal.lowerBound
    return withUnsafeTemporaryAllocation(
      of: UInt8.self, capacity: max(0, Int(size)) + range.count
    ) { words in
      String(decoding: trimmed(words[..<write(range, to: words)]), as: UTF8.self)
    }
  }

  /// Writes the words of nodes, and how many bytes they are.
  private func write(_ range: Range<Int>, to words: UnsafeMutableBufferPointer<UInt8>) -> Int {
    var count = 0
    for index in range {
      switch nodes[index].kind {
      case .text, .code, .codeBlock:
        let literal = nodes[index].literal
        let own = literals[Int(literal.lowerBound)..<Int(literal.upperBound)]
        count = words[count...].initialize(fromContentsOf: own)
      case .htmlBlock:
        // Comments are gone from it; what is left stands on the page.
        let literal = nodes[index].literal
        guard !literal.isEmpty else { continue }
        if count > 0, words[count - 1] != 0x20 {
          words[count] = 0x20
          count += 1
        }
        count = words[count...].initialize(
          fromContentsOf: literals[Int(literal.lowerBound)..<Int(literal.upperBound)])
      case .htmlInline
      where count > 0 && words[count - 1] != 0x20 && isBreak(nodes[index].literal):
        words[count] = 0x20
        count += 1
      case .softBreak, .lineBreak, .paragraph, .heading, .item, .taskItem, .tableCell, .tableRow:
        if count > 0, words[count - 1] != 0x20 {
          words[count] = 0x20
          count += 1
        }
      default:
        break
      }
    }
    return count
  }

  /// `<br>`, in whatever case.
  private func isBreak(_ literal: Range<Int32>) -> Bool {
    literals[Int(literal.lowerBound)..<Int(literal.upperBound)].prefix(3)
      .elementsEqual("<br".utf8) { $0 == $1 || $0 | 0x20 == $1 }
  }

  private func trimmed(
    _ words: Slice<UnsafeMutableBufferPointer<UInt8>>
  ) -> Slice<UnsafeMutableBufferPointer<UInt8>> {
    let isBlank: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }
    var words = words
    while let last = words.last, isBlank(last) { words = words.dropLast() }
    return words.drop(while: isBlank)
  }
}
