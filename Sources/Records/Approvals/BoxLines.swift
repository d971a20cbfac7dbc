import PolicyReading
import SourceText

/// The lines of a ticked box below its first one, and what they say of everybody whom the box names.
///
/// A line either names somebody, and then says what it says of them, or every word of it is known to say
/// nothing against the approval. Any other may bind it or take it back.
struct BoxLines {
  /// Nil where nothing is said against the approval.
  private(set) var fault: Unapproved.Reason?
  private(set) var days: [WrittenDay] = []
  /// Bytes of the file, of the lines that are remarks.
  private var remarks: [Range<Int>] = []

  /// - Parameters:
  ///   - item: The box's own paragraph.
  ///   - value: What stands behind its label, or below it where nothing does.
  ///   - nested: What stands below the box, where the names do not.
  init(
    _ item: SourceRange, value: SourceRange, _ nested: SourceRange?, in file: SourceFile,
    _ people: PeopleDirectory
  ) {
    // Most boxes are one line, which says all.
    guard nested != nil || file.bytes[value.indices].contains(0x0A) else { return }
    // Names that the remarks may repeat are those of the lines that name somebody.
    let written = Self.lines(of: value, in: file.bytes).map { Self.plain(file.bytes[$0]) }
    let ofPeople =
      written.prefix(1) + written.dropFirst().filter { Self.namesSomebody($0, people) }
    let named = ofPeople.flatMap { people.read($0) }
    let names = named.flatMap { mention in
      [mention.identity?.handle, mention.identity?.name, mention.text].compactMap(\.self)
        .flatMap(WordForm.words)
    }
    let isBelow = value.lower >= item.upper
    for line in Self.lines(of: value, in: file.bytes).dropFirst() {
      let text = Self.plain(file.bytes[line])
      if text.isEmpty || Self.namesSomebody(text, people) { continue }
      remarks.append(line)
      hear(text, of: names)
    }
    // Names that stand one a line begin with the first of them.
    guard let nested, !isBelow else { return }
    for line in Self.lines(of: nested, in: file.bytes) {
      hear(Self.plain(file.bytes[line]), of: names)
    }
  }

  /// Whether a mention is read from a line that is a remark.
  ///
  /// - Parameter start: Where the text that it was read from begins in the file.
  func isRemark(_ mention: PersonMention, from start: Int) -> Bool {
    remarks.contains { $0.contains(start + mention.range.lowerBound) }
  }

  private mutating func hear(_ text: String, of names: [String]) {
    if text.isEmpty { return }
    days += WrittenDay.moments(in: text)
    let words = WordForm.words(text)
    let isElsewhere =
      words.first == "see" && !words.contains { $0.unicodeScalars.contains(where: \.isNumeral) }
      && text.firstRange(of: "://") == nil
    fault = fault ?? ApprovalRemark([text], of: names).fault ?? (isElsewhere ? .unclear : nil)
  }

  /// A handle, an address, or a name of the list.
  private static func namesSomebody(_ text: String, _ people: PeopleDirectory) -> Bool {
    people.read(text).contains { mention in
      mention.identity.map { $0.row != nil || $0.email != nil } ?? false
    } || text.utf8.contains(UInt8(ascii: "@"))
  }

  private static func lines(of range: SourceRange, in bytes: [UInt8]) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var start = Int(range.lower)
    for index in range.indices where bytes[index] == 0x0A {
      lines.append(start..<index)
      start = index + 1
    }
    lines.append(start..<max(start, Int(range.upper)))
    return lines
  }

  /// As a reader sees it, without the mark of an item or a quotation and a tick before it.
  private static func plain(_ bytes: ArraySlice<UInt8>) -> String {
    let read = ReadableText(String(decoding: bytes, as: UTF8.self))
    var text = WordForm.trim(read.text(read.bytes.indices)) { "-*+>".unicodeScalars.contains($0) }
    for mark in ["[x]", "[X]"] where text.hasPrefix(mark) { text = String(text.dropFirst(3)) }
    let number = text.prefix { $0.isNumber }
    if !number.isEmpty, let sign = text.dropFirst(number.count).first, sign == "." || sign == ")",
      text.dropFirst(number.count + 1).first?.isWhitespace ?? false
    {
      text = String(text.dropFirst(number.count + 1))
    }
    return WordForm.trim(text)
  }
}
