/// The words, numbers and signs of a short text, taken from left to right.
///
/// Dashes of every kind are `-`, words are in lower case and without apostrophes, white space only
/// parts. A value of this type is copied to try a reading and thrown away where it fails.
struct CellTokens {
  enum Token: Hashable {
    case number(CellNumber)
    case word(String)
    case sign(Unicode.Scalar)
    /// More digits than any cell needs.
    case unreadable
  }

  private let text: String
  private let tokens: [Token]
  /// Where each token begins.
  private let starts: [String.Index]
  private var index = 0

  init(_ text: String) {
    self.text = text
    var (tokens, starts): ([Token], [String.Index]) = ([], [])
    let scalars = text.unicodeScalars
    var position = scalars.startIndex
    while position < scalars.endIndex {
      let scalar = scalars[position]
      let start = position
      if scalar.isWhiteSpace || scalar == "\u{FE0F}" {
        scalars.formIndex(after: &position)
        continue
      }
      starts.append(start)
      if Self.isDigit(scalar) {
        tokens.append(Self.takeNumber(scalars, &position))
      } else if scalar.isLetter {
        tokens.append(.word(Self.takeWord(scalars, &position)))
      } else {
        scalars.formIndex(after: &position)
        // `2026-06-10..2026-06-12`
        let isRange = scalar == "." && position < scalars.endIndex && scalars[position] == "."
        if isRange { scalars.formIndex(after: &position) }
        tokens.append(.sign(isRange || Self.isDash(scalar) ? "-" : scalar))
      }
    }
    self.tokens = tokens
    self.starts = starts
  }

  var atEnd: Bool { index == tokens.count }

  /// The token that many places ahead; nil after the end.
  func peek(_ distance: Int = 0) -> Token? {
    index + distance < tokens.count ? tokens[index + distance] : nil
  }

  /// What is not taken yet, as written.
  var remainder: String { atEnd ? "" : String(text[starts[index]...]) }

  /// Nothing stands between the token before the next and the next: `Jun.26`.
  var isTouching: Bool {
    guard index > 0, !atEnd else { return false }
    return !text.unicodeScalars[text.unicodeScalars.index(before: starts[index])].isWhiteSpace
  }

  mutating func skip() { index = min(index + 1, tokens.count) }

  /// The next so many tokens, as written.
  func text(ofNext count: Int) -> String {
    let end = min(index + count, tokens.count)
    guard index < end else { return "" }
    return String(text[starts[index]..<(end < tokens.count ? starts[end] : text.endIndex)])
  }

  mutating func skip(_ count: Int) { index = min(index + count, tokens.count) }

  mutating func takeNumber() -> CellNumber? {
    guard case .number(let number)? = peek() else { return nil }
    skip()
    return number
  }

  /// A number without a fraction.
  mutating func takeInteger() -> Int? {
    guard case .number(let number)? = peek(), number.fractionDigits == 0 else { return nil }
    skip()
    return number.whole
  }

  /// A number without a fraction, or one in words, `two`.
  mutating func takeCount() -> Int? {
    if let integer = takeInteger() { return integer }
    guard case .word(let word)? = peek(), let count = Self.counts[word] else { return nil }
    skip()
    return count
  }

  mutating func takeWord() -> String? {
    guard case .word(let word)? = peek() else { return nil }
    skip()
    return word
  }

  /// Takes the next word where it is one of these.
  mutating func take(_ words: String...) -> Bool { take(oneOf: words) }

  mutating func take(oneOf words: [String]) -> Bool {
    guard case .word(let word)? = peek(), words.contains(word) else { return false }
    skip()
    return true
  }

  /// Takes these words where they come next, one after the other.
  mutating func take(phrase: String) -> Bool {
    let words = phrase.split(separator: " ")
    for (distance, word) in words.enumerated() {
      guard peek(distance) == .word(String(word)) else { return false }
    }
    index += words.count
    return true
  }

  mutating func take(sign: Unicode.Scalar) -> Bool {
    guard peek() == .sign(sign) else { return false }
    skip()
    return true
  }

  private static let counts: [String: Int] = [
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "fourteen": 14, "fifteen": 15,
    "twenty": 20, "thirty": 30, "sixty": 60, "ninety": 90,
  ]

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  static func isDash(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "-" || ("\u{2010}"..."\u{2015}").contains(scalar) || scalar == "\u{2212}"
      || scalar == "\u{FE58}" || scalar == "\u{FE63}" || scalar == "\u{FF0D}"
  }

  private static func takeWord(
    _ scalars: String.UnicodeScalarView, _ position: inout String.Index
  ) -> String {
    var word = String.UnicodeScalarView()
    while position < scalars.endIndex {
      let scalar = scalars[position]
      if scalar.isLetter {
        word.append(scalar)
      } else if scalar != "'" && scalar != "\u{2019}" {
        break
      } else {
        // The apostrophe of `'26` belongs to the number: a year without its century.
        let next = scalars.index(after: position)
        if next < scalars.endIndex, isDigit(scalars[next]) { break }
      }
      scalars.formIndex(after: &position)
    }
    return String(word).lowercased()
  }

  private static func takeNumber(
    _ scalars: String.UnicodeScalarView, _ position: inout String.Index
  ) -> Token {
    let whole = takeDigits(scalars, &position)
    var fraction: (value: Int, digits: Int) = (0, 0)
    if position < scalars.endIndex, scalars[position] == "." {
      var next = scalars.index(after: position)
      if next < scalars.endIndex, isDigit(scalars[next]) {
        fraction = takeDigits(scalars, &next)
        position = next
      }
    }
    // The bounds keep every later product inside 64 bits and every ratio inside 32.
    guard whole.digits <= 6, fraction.digits <= 3 else { return .unreadable }
    return .number(
      CellNumber(
        whole: whole.value, digits: whole.digits, fraction: fraction.value,
        fractionDigits: fraction.digits))
  }

  private static func takeDigits(
    _ scalars: String.UnicodeScalarView, _ position: inout String.Index
  ) -> (value: Int, digits: Int) {
    var (value, digits) = (0, 0)
    while position < scalars.endIndex, isDigit(scalars[position]) {
      if digits < 9 { value = value * 10 + Int(scalars[position].value - 0x30) }
      digits += 1
      scalars.formIndex(after: &position)
    }
    return (value, digits)
  }
}

/// A number as written: `99.5` is 99, 5 and one digit.
struct CellNumber: Hashable {
  let whole: Int
  let digits: Int
  let fraction: Int
  let fractionDigits: Int

  /// 1, 10, 100 or 1000: the parts that the fraction counts in.
  var scale: Int { [1, 10, 100, 1000][fractionDigits] }

  /// The whole number in units of `scale`: 995 for `99.5`.
  var scaled: Int { whole * scale + fraction }
}
