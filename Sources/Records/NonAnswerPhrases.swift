/// Phrases that people write instead of an answer.
enum NonAnswerPhrases {
  /// What an ASCII text is that begins with such a phrase and says nothing more; nil for any other.
  static func match(_ text: UnsafeBufferPointer<UInt8>) -> NonAnswer? {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: text.count) { words in
      let folded = Folded(text, into: words)
      guard let first = folded.bytes.first else { return nil }
      if first == UInt8(ascii: "x"), folded.isRunOfX { return .unfinished }
      guard isASCIILetter(first) else { return nil }
      for phrase in byLetter[Int(first - 0x61)] {
        guard let rest = folded.rest(after: phrase.text) else { continue }
        if rest.isEmpty || phrase.isOver(rest, isParted: folded.isParted(at: rest.startIndex)) {
          return phrase.kind
        }
      }
      return nil
    }
  }

  /// A phrase, in lower case with single spaces.
  private struct Phrase {
    let text: StaticString
    let kind: NonAnswer
    let takes: Rest

    /// What may follow without making an answer of it.
    enum Rest {
      /// Nothing but words that put it off.
      case delays
      /// After a mark anything: `TODO: describe it`; after a blank what puts it off or names a person.
      case anything
    }

    init(_ text: StaticString, _ kind: NonAnswer, _ takes: Rest = .delays) {
      self.text = text
      self.kind = kind
      self.takes = takes
    }

    /// - Parameter isParted: A mark stands between the phrase and the rest, not only a blank.
    func isOver(_ rest: Slice<UnsafeBufferPointer<UInt8>>, isParted: Bool) -> Bool {
      if takes == .anything, isParted { return true }
      if kind == .void, isParted, NonAnswer(utf8: UnsafeBufferPointer(rebasing: rest)) != nil {
        return true
      }
      let delays = takes == .anything ? delays + persons : delays
      return delays.contains { delay in
        let mayGoOn = takes == .anything && delay.isOpen
        return delay.text.withUTF8Buffer { words in
          rest.starts(with: words)
            && (rest.count == words.count || mayGoOn && rest[rest.startIndex + words.count] == 0x20)
        }
      }
    }
  }

  /// Words behind a phrase; behind an open one more may follow.
  private typealias Delay = (text: StaticString, isOpen: Bool)

  private static let delays: [Delay] = [
    ("yet", false), ("later", true), ("soon", false), ("asap", false), ("for now", false),
    ("here", false), ("at this time", false), ("at the moment", false), ("so far", false),
    ("for this change", false), ("to this change", false), ("in this case", false),
    ("at a later date", false), ("in due course", false), ("shortly", false), ("still", false),
  ]
  private static let persons: [Delay] = [
    ("by", true), ("with", true), ("from", true), ("until", true), ("once", true),
    ("after", true), ("when", true), ("before", true), ("in", true), ("at", true), ("on", true),
    ("tbd", false), ("tbc", false),
  ]

  /// By their first letters, of which there are 26.
  private static let byLetter: [[Phrase]] = {
    var byLetter = [[Phrase]](repeating: [], count: 26)
    for phrase in phrases { byLetter[Int(phrase.text.utf8Start.pointee - 0x61)].append(phrase) }
    return byLetter
  }()

  private static let phrases: [Phrase] = [
    Phrase("tbd", .unfinished, .anything), Phrase("tba", .unfinished, .anything),
    Phrase("tbc", .unfinished, .anything), Phrase("todo", .unfinished, .anything),
    Phrase("t b d", .unfinished), Phrase("fixme", .unfinished, .anything),
    Phrase("to do", .unfinished), Phrase("to be determined", .unfinished),
    Phrase("to be confirmed", .unfinished), Phrase("to be decided", .unfinished),
    Phrase("to be announced", .unfinished), Phrase("to be defined", .unfinished),
    Phrase("to be done", .unfinished), Phrase("to be added", .unfinished),
    Phrase("to be completed", .unfinished), Phrase("to be provided", .unfinished),
    Phrase("to be filled", .unfinished), Phrase("to be filled in", .unfinished),
    Phrase("to be filled out", .unfinished), Phrase("to be specified", .unfinished),
    Phrase("to be discussed", .unfinished), Phrase("to be agreed", .unfinished),
    Phrase("to be advised", .unfinished), Phrase("to be written", .unfinished),
    Phrase("to be documented", .unfinished), Phrase("to be assigned", .unfinished),
    Phrase("to be named", .unfinished), Phrase("to be scheduled", .unfinished),
    Phrase("to be updated", .unfinished), Phrase("to follow", .unfinished),
    Phrase("text here", .unfinished), Phrase("type here", .unfinished),
    Phrase("still to be determined", .unfinished), Phrase("still to be decided", .unfinished),
    Phrase("yet to be determined", .unfinished), Phrase("yet to be decided", .unfinished),
    Phrase("yet to be defined", .unfinished), Phrase("your text here", .unfinished),
    Phrase("will be determined", .unfinished), Phrase("will be decided", .unfinished),
    Phrase("will be added", .unfinished), Phrase("will be provided", .unfinished),
    Phrase("will follow", .unfinished), Phrase("wip", .unfinished, .anything),
    Phrase("work in progress", .unfinished), Phrase("coming soon", .unfinished),
    Phrase("pending", .unfinished, .anything), Phrase("pending approval", .unfinished),
    Phrase("pending review", .unfinished), Phrase("pending confirmation", .unfinished),
    Phrase("pending decision", .unfinished), Phrase("pending input", .unfinished),
    Phrase("pending response", .unfinished), Phrase("placeholder", .unfinished),
    Phrase("placeholder text", .unfinished), Phrase("fill in", .unfinished),
    Phrase("fill me in", .unfinished), Phrase("fill this in", .unfinished),
    Phrase("insert text here", .unfinished), Phrase("enter text here", .unfinished),
    Phrase("describe here", .unfinished), Phrase("lorem ipsum", .unfinished, .anything),
    Phrase("lorem ipsum dolor sit amet", .unfinished, .anything),
    Phrase("undecided", .unfinished), Phrase("undetermined", .unfinished),
    Phrase("not yet", .unfinished), Phrase("not yet determined", .unfinished),
    Phrase("not yet decided", .unfinished), Phrase("not yet defined", .unfinished),
    Phrase("not yet known", .unfinished), Phrase("not yet available", .unfinished),
    Phrase("not known", .unfinished), Phrase("not decided", .unfinished),
    Phrase("not determined", .unfinished), Phrase("not defined", .unfinished),
    Phrase("not assigned", .unfinished), Phrase("unassigned", .unfinished),
    Phrase("n a", .void), Phrase("na", .void), Phrase("not applicable", .void),
    Phrase("no response", .void), Phrase("no answer", .void),
    Phrase("no response given", .void), Phrase("no description", .void),
    Phrase("no description provided", .void), Phrase("none provided", .void),
    Phrase("none given", .void), Phrase("none specified", .void), Phrase("not provided", .void),
    Phrase("not given", .void), Phrase("not specified", .void), Phrase("not stated", .void),
    Phrase("not answered", .void), Phrase("not filled in", .void), Phrase("unspecified", .void),
    Phrase("null", .void), Phrase("undefined", .void),
    Phrase("none", .nothing), Phrase("no", .nothing), Phrase("nil", .nothing),
    Phrase("nothing", .nothing),
  ]
}

/// The words of an ASCII text in lower case with single spaces between them.
private struct Folded {
  let bytes: UnsafeBufferPointer<UInt8>
  /// Bit n: between the words before and after the n-th byte, a space, stands a mark. Of the first
  /// sixty-four bytes: no phrase is longer.
  private let marks: UInt64

  init(_ text: UnsafeBufferPointer<UInt8>, into words: UnsafeMutableBufferPointer<UInt8>) {
    var count = 0
    var gap = false
    var mark = false
    var marks: UInt64 = 0
    for byte in text {
      guard isASCIILetter(byte) || isDigit(byte) else {
        if byte == UInt8(ascii: "'") { continue }
        gap = true
        if byte != 0x20, byte != 0x09, !isEmphasis(byte) { mark = true }
        continue
      }
      if gap, count > 0 {
        if mark, count < 64 { marks |= 1 << UInt64(count) }
        words[count] = 0x20
        count += 1
      }
      gap = false
      mark = false
      words[count] = isDigit(byte) ? byte : byte | 0x20
      count += 1
    }
    bytes = UnsafeBufferPointer(rebasing: words[..<count])
    self.marks = marks
  }

  /// What follows a phrase that the words begin with, without the space between; nil where they
  /// begin otherwise.
  func rest(after phrase: StaticString) -> Slice<UnsafeBufferPointer<UInt8>>? {
    phrase.withUTF8Buffer { words -> Slice<UnsafeBufferPointer<UInt8>>? in
      guard bytes.starts(with: words) else { return nil }
      if bytes.count == words.count { return bytes[words.count...] }
      return bytes[words.count] == 0x20 ? bytes[(words.count + 1)...] : nil
    }
  }

  /// Whether a mark stands before the word at an index.
  func isParted(at index: Int) -> Bool {
    index > 0 && index <= 64 && marks & (1 << UInt64(index - 1)) != 0
  }

  /// `xx`, `XXX`, `xxx xxx`.
  var isRunOfX: Bool {
    bytes.count > 1 && bytes.allSatisfy { $0 == UInt8(ascii: "x") || $0 == 0x20 }
  }
}
