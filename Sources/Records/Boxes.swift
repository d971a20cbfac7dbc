import Markdown
import SourceText

/// One box, `[x] Normal`.
struct Box {
  let isTicked: Bool
  let label: Located<String>
}

/// The boxes of a section: several on a line, `[ ] Standard  [x] Normal`, or a task list.
func readBoxes(_ content: Range<Int>, in document: MarkdownDocument) -> [Box] {
  var boxes: [Box] = []
  var index = content.lowerBound
  while index < content.upperBound {
    let node = document.nodes[index]
    switch node.kind {
    case .taskItem(let isChecked):
      let text = document.plainText(of: index)
      boxes.append(Box(isTicked: isChecked, label: Located(text, document.place(of: index))))
      index = Int(node.end)
    case .paragraph:
      for line in document.sourceLines(of: index) {
        boxes += readInlineBoxes(line, in: document.file)
      }
      index = Int(node.end)
    default:
      index += 1
    }
  }
  return boxes
}

/// Boxes of one line; a label runs to the next box or the end of the line.
private func readInlineBoxes(_ line: SourceRange, in file: SourceFile) -> [Box] {
  let bytes = file.bytes
  var boxes: [Box] = []
  var index = Int(line.lower)
  let end = Int(line.upper)
  while index + 2 < end {
    guard let isTicked = boxMark(at: index, in: bytes, end: end) else {
      index += 1
      continue
    }
    var stop = index + 3
    while stop < end, boxMark(at: stop, in: bytes, end: end) == nil { stop += 1 }
    let range = file.trimmed(index + 3..<stop)
    boxes.append(Box(isTicked: isTicked, label: Located(file.text(range), Place(file, range))))
    index = stop
  }
  return boxes
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
