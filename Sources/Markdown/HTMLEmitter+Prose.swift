import Glibc
import SourceText

/// Something in running text that leads somewhere without a mark of a link.
struct ProseMark {
  enum Kind {
    case note(Int)
    /// The id of a record, and its page.
    case record(address: String)
  }

  let kind: Kind
  /// Indices of the document's literals.
  let range: Range<Int>
}

extension HTMLEmitter {
  /// A text, with its references to notes and to records.
  mutating func writeText(_ index: Int) {
    let range = document.nodes[index].literal
    let text = Int(range.lowerBound)..<Int(range.upperBound)
    let marks = marks(in: text, of: index)
    guard !marks.isEmpty else { return writer.text(utf8: document.literals[text]) }
    var start = text.lowerBound
    for mark in marks {
      writer.text(utf8: document.literals[start..<mark.range.lowerBound])
      switch mark.kind {
      case .note(let note): writeReference(to: note)
      case .record(let address):
        writer.link(
          String(decoding: document.literals[mark.range], as: UTF8.self), to: address)
      }
      start = mark.range.upperBound
    }
    writer.text(utf8: document.literals[start..<text.upperBound])
  }

  private func marks(in text: Range<Int>, of node: Int) -> [ProseMark] {
    var marks: [ProseMark] = []
    document.literals.withUnsafeBufferPointer { bytes in
      if !document.footnotes.isEmpty { findNotes(in: text, bytes, of: node, &marks) }
      if openLinks == 0, let record = options.record {
        findRecords(in: text, bytes, record, &marks)
      }
    }
    if marks.count > 1 { marks.sort { $0.range.lowerBound < $1.range.lowerBound } }
    return marks
  }

  private func findNotes(
    in text: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>, of node: Int,
    _ marks: inout [ProseMark]
  ) {
    var escapes: BracketEscapes?
    var brackets = 0
    var index = text.lowerBound
    while index < text.upperBound {
      guard bytes[index] == UInt8(ascii: "[") else {
        index += 1
        continue
      }
      brackets += 1
      index += 1
      guard index < text.upperBound, bytes[index] == UInt8(ascii: "^") else { continue }
      var end = index + 1
      while end < text.upperBound, isFootnoteLabel(bytes[end]) { end += 1 }
      guard end < text.upperBound, bytes[end] == UInt8(ascii: "]"),
        let note = document.footnote(labelled: document.literals[index + 1..<end])
      else { continue }
      let known = escapes ?? BracketEscapes(of: node, in: document)
      escapes = known
      guard !known.isEscaped(brackets - 1) else { continue }
      marks.append(ProseMark(kind: .note(note), range: index - 1..<end + 1))
      index = end + 1
    }
  }

  /// Finds ids of records. Every id has a digit, and few texts have many: the others are passed over
  /// eight bytes at a time.
  private func findRecords(
    in text: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>, _ record: (String) -> String?,
    _ marks: inout [ProseMark]
  ) {
    let part = UnsafeBufferPointer(rebasing: bytes[text])
    var index = 0
    var start = 0
    while index < part.count {
      if let block = ByteBlock(part, at: index), index + 8 <= part.count,
        ByteBlock.isNone(block.digits)
      {
        index += 8
        continue
      }
      guard (0x30...0x39).contains(part[index]) else {
        index += 1
        continue
      }
      var lower = index
      while lower > start, isIDByte(part[lower - 1]) { lower -= 1 }
      var upper = index
      while upper < part.count, isIDByte(part[upper]) { upper += 1 }
      start = upper
      index = upper
      // A point or a hyphen at the end is the sentence's.
      while upper > lower, part[upper - 1] < 0x30 || part[upper - 1] == UInt8(ascii: "_") {
        upper -= 1
      }
      guard upper - lower <= 64, (0x41...0x5A).contains(part[lower]) else { continue }
      let id = String(decoding: part[lower..<upper], as: UTF8.self)
      guard let address = record(id) else { continue }
      marks.append(
        ProseMark(
          kind: .record(address: address),
          range: text.lowerBound + lower..<text.lowerBound + upper))
    }
  }
}

/// A byte that may stand in an id, or that joins one to something longer.
private func isIDByte(_ byte: UInt8) -> Bool {
  switch byte {
  case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "."),
    UInt8(ascii: "_"), UInt8(ascii: "@"):
    true
  default: false
  }
}

/// Which brackets of a text stand behind a backslash in the file, or for an entity there.
private struct BracketEscapes {
  /// Of each bracket; nil where none is escaped.
  private var escaped: [Bool]?
  /// It cannot be told which.
  private var isUnclear = false

  init(of node: Int, in document: MarkdownDocument) {
    guard let range = document.nodes[node].range?.indices else { return }
    let source = document.file.bytes[range]
    let literal = document.literalBytes(of: node)
    guard source.count != literal.count else { return }
    var found: [Bool] = []
    var backslashes = 0
    for byte in source {
      if byte == UInt8(ascii: "[") { found.append(backslashes % 2 == 1) }
      backslashes = byte == UInt8(ascii: "\\") ? backslashes + 1 : 0
    }
    isUnclear = found.count != literal.count { $0 == UInt8(ascii: "[") }
    escaped = found
  }

  /// - Parameter bracket: Which one of the text, from 0.
  func isEscaped(_ bracket: Int) -> Bool {
    guard let escaped else { return false }
    return isUnclear || !escaped.indices.contains(bracket) || escaped[bracket]
  }
}
