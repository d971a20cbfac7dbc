extension MarkdownDocument {
  /// The words of a run of nodes, see `plainText(of:)`. Blocks are parted by single spaces.
  package func plainText(ofNodes range: Range<Int>) -> String {
    var bytes: [UInt8] = []
    if let first = range.first, let last = range.last {
      // Breaks and blocks take a byte at most.
      let size = nodes[last].literal.upperBound - nodes[first].literal.lowerBound
      bytes.reserveCapacity(max(0, Int(size)) + range.count)
    }
    for index in range {
      let node = nodes[index]
      switch node.kind {
      case .text, .code, .codeBlock:
        bytes += literals[Int(node.literal.lowerBound)..<Int(node.literal.upperBound)]
      case .softBreak, .lineBreak, .paragraph, .heading, .item, .taskItem, .tableCell, .tableRow:
        if let last = bytes.last, last != 0x20 { bytes.append(0x20) }
      default:
        break
      }
    }
    let isBlank: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }
    let start = bytes.firstIndex { !isBlank($0) } ?? bytes.endIndex
    let end = bytes.lastIndex { !isBlank($0) }.map { $0 + 1 } ?? start
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }
}
