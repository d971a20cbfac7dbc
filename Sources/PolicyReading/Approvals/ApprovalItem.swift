/// A piece of the Approval column between two signs or words that join names.
struct ApprovalItem {
  /// What stands between it and the piece before.
  enum Joint { case start, all, any, comma, semicolon, slash, arrow }

  var joint: Joint
  /// Without what stands in brackets.
  var text: String
  var remarks: [String]

  var words: [String] { WordForm.words(text) }

  /// The pieces of a cell, in order.
  static func all(in cell: String) -> [ApprovalItem] {
    var items: [ApprovalItem] = []
    var text = ""
    var remarks: [String] = []
    var joint = Joint.start
    func isEmpty() -> Bool { WordForm.fold(text).isEmpty && remarks.isEmpty }
    func close(with next: Joint) {
      if isEmpty() {
        // `, and` joins as `and` does.
        if !items.isEmpty || next == .start { joint = next }
      } else {
        items.append(ApprovalItem(joint: joint, text: WordForm.trim(text), remarks: remarks))
        joint = next
      }
      text = ""
      remarks = []
    }
    var word = ""
    func endWord() {
      switch word.lowercased() {
      case "and", "plus": close(with: .all)
      case "or": close(with: .any)
      case "then": close(with: .arrow)
      default: text += word
      }
      word = ""
    }
    var rest = cell.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      switch scalar {
      case "(", "[":
        endWord()
        let end: Unicode.Scalar = scalar == "(" ? ")" : "]"
        remarks.append(String(String.UnicodeScalarView(rest.prefix { $0 != end })))
        rest = rest.drop { $0 != end }.dropFirst()
      case ",": endWord(); close(with: .comma)
      case ";", "\n": endWord(); close(with: .semicolon)
      case "+", "&": endWord(); close(with: .all)
      case "/", "|": endWord(); close(with: .slash)
      case "\u{2192}", "\u{21D2}": endWord(); close(with: .arrow)
      default:
        if scalar.isWhiteSpace {
          endWord()
          text += " "
        } else {
          word.unicodeScalars.append(scalar)
        }
      }
    }
    endWord()
    close(with: .start)
    return items
  }
}
