import Markdown
import SourceText

/// One box, `[x] Normal`. Its label is read when it is asked for: of most boxes it never is.
struct Box {
  let isTicked: Bool
  fileprivate let label: Label

  fileprivate enum Label {
    /// A node of the document.
    case item(Int)
    case range(SourceRange)
  }
}

extension MarkdownDocument {
  /// What stands beside a box of this document.
  func label(of box: Box) -> Located<String> {
    switch box.label {
    case .item(let index): Located(plainText(of: index), place(of: index))
    case .range(let range): Located(file.text(range), Place(file, range))
    }
  }
}

extension MarkdownDocument {
  /// Whether a box or what stands beside it is struck out.
  func isStruck(_ box: Box) -> Bool {
    switch box.label {
    case .item(let index): holdsStrike(index..<Int(nodes[index].end))
    case .range(let range): file.text(range).holds("~~")
    }
  }
}

/// The boxes of a section: several on a line, `[ ] Standard  [x] Normal`, or a task list.
func readBoxes(_ content: Range<Int>, in document: MarkdownDocument) -> [Box] {
  var boxes: [Box] = []
  var index = content.lowerBound
  while index < content.upperBound {
    let node = document.nodes[index]
    switch node.kind {
    case .taskItem(let isChecked):
      boxes.append(Box(isTicked: isChecked, label: .item(index)))
      index = Int(node.end)
    case .paragraph:
      for line in document.sourceLines(of: index) {
        readInlineBoxes(line, in: document.file, to: &boxes)
      }
      index = Int(node.end)
    default:
      index += 1
    }
  }
  return boxes
}

/// The boxes of a text that stands alone, such as a cell of a table.
func readBoxes(in text: String) -> [(isTicked: Bool, label: String)] {
  guard text.utf8.contains(UInt8(ascii: "[")) else { return [] }
  let file = SourceFile(path: "", bytes: Array(text.utf8))
  var boxes: [Box] = []
  readInlineBoxes(file.wholeRange, in: file, to: &boxes)
  return boxes.compactMap { box in
    guard case .range(let range) = box.label else { return nil }
    return (box.isTicked, file.text(range))
  }
}

/// Adds the boxes of one line; a label runs to the next box or the end of the line.
private func readInlineBoxes(_ line: SourceRange, in file: SourceFile, to boxes: inout [Box]) {
  let end = Int(line.upper)
  var index = nextBox(from: Int(line.lower), in: file.bytes, end: end)
  while let start = index {
    let isTicked = boxMark(at: start, in: file.bytes, end: end) ?? false
    index = nextBox(from: start + 3, in: file.bytes, end: end)
    let range = file.trimmed(start + 3..<(index ?? end))
    boxes.append(Box(isTicked: isTicked, label: .range(range)))
  }
}

/// Where a box begins, from an index on.
private func nextBox(from start: Int, in bytes: [UInt8], end: Int) -> Int? {
  var index = start
  while index + 2 < end {
    if bytes[index] == UInt8(ascii: "["), boxMark(at: index, in: bytes, end: end) != nil {
      return index
    }
    index += 1
  }
  return nil
}

/// Whether `[ ]` (false), `[x]` or `[X]` (true) begins here; nil for anything else.
private func boxMark(at index: Int, in bytes: [UInt8], end: Int) -> Bool? {
  guard index + 2 < end, bytes[index] == UInt8(ascii: "["),
    bytes[index + 2] == UInt8(ascii: "]")
  else { return nil }
  switch bytes[index + 1] {
  case UInt8(ascii: " "): return false
  case UInt8(ascii: "x"), UInt8(ascii: "X"): return true
  default: return nil
  }
}
