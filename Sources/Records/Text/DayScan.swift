import Chronology
import SourceText

/// Finds the days that a text names: numbers and names of months in their usual orders.
struct DayScan {
  private enum Token {
    /// A number with how many digits it has.
    case number(Int, digits: Int)
    case word(String)
    case sign(Unicode.Scalar)
  }

  private let text: String
  private let tokens: [Token]
  private var index = 0

  init(_ text: String) {
    self.text = text
    tokens = Self.tokens(of: text)
  }

  mutating func days() -> [WrittenDay] {
    var found = instants
    while index < tokens.count {
      let days = take()
      if days.isEmpty { index += 1 }
      found += days
    }
    return found
  }

  /// Words that are a whole instant, `2026-06-17T13:00Z`.
  private var instants: [WrittenDay] {
    text.split(whereSeparator: \.isWhitespace).compactMap { part in
      let word = String(part).trimming("(),;.[]")
      // Most words with a figure are none, and need not be tried in every form.
      guard word.utf8.count > 9, word.utf8.contains(UInt8(ascii: ":")) || word.utf8.last == 0x5A
      else { return nil }
      guard let reading = InstantText.read(word, in: .utc), !reading.zoneAssumed else { return nil }
      return .instant(reading.instant)
    }
  }

  // MARK: Orders

  /// The days that begin at the index, which is then behind them; none where no day does.
  private mutating func take() -> [WrittenDay] {
    switch tokens[index] {
    case .number(let year, digits: 4): takeDay(ofYear: year)
    case .number(let first, digits: 1...2): takeDay(startingWith: first)
    case .word(let word):
      if let month = Self.month(word) { takeDay(ofMonth: month) } else { [] }
    default: []
    }
  }

  /// `2026-06-17`, `2026/6`
  private mutating func takeDay(ofYear year: Int) -> [WrittenDay] {
    guard let sign = sign(at: index + 1), "-/.".unicodeScalars.contains(sign),
      let month = shortNumber(at: index + 2)
    else { return [] }
    if self.sign(at: index + 3) == sign, let day = shortNumber(at: index + 4),
      let whole = CivilDay(year: year, month: month, day: day)
    {
      index += 5
      return [.day(whole)]
    }
    guard let first = CivilDay(year: year, month: month, day: 1) else { return [] }
    index += 3
    return [.day(first)]
  }

  /// `17.06.2026`, `6/17/26`, `17 June 2026`, `17th of June`
  private mutating func takeDay(startingWith first: Int) -> [WrittenDay] {
    if let sign = sign(at: index + 1), "-/.".unicodeScalars.contains(sign),
      self.sign(at: index + 3) == sign, let second = shortNumber(at: index + 2),
      let year = year(at: index + 4)
    {
      index += 5
      // Between full stops the day comes first.
      let orders = sign == "." ? [(first, second)] : [(first, second), (second, first)]
      return orders.compactMap { day, month in
        CivilDay(year: year, month: month, day: day).map(WrittenDay.day)
      }
    }
    // `7-12 June` are two days of one month.
    if let sign = sign(at: index + 1), "-–—".unicodeScalars.contains(sign),
      let second = shortNumber(at: index + 2), let month = month(at: index + 3)
    {
      index += 4
      let last = dated(month, second)
      return last.flatMap { [$0.sameMonth(onDay: first), $0].compactMap(\.self) }
    }
    var next = index + 1
    if case .word(let word)? = token(at: next), ["st", "nd", "rd", "th"].contains(word) {
      next += 1
    }
    if case .word("of")? = token(at: next) { next += 1 }
    if let sign = sign(at: next), "-./".unicodeScalars.contains(sign) { next += 1 }
    guard case .word(let word)? = token(at: next), let month = Self.month(word) else { return [] }
    index = next + 1
    return dated(month, first)
  }

  /// `June 17, 2026`, `June 2026`
  private mutating func takeDay(ofMonth month: Int) -> [WrittenDay] {
    var next = index + 1
    if let sign = sign(at: next), "-./".unicodeScalars.contains(sign) { next += 1 }
    switch token(at: next) {
    case .number(let year, digits: 4)?:
      index = next + 1
      return CivilDay(year: year, month: month, day: 1).map { [.day($0)] } ?? []
    case .number(let day, digits: 1...2)?:
      index = next + 1
      if case .word(let word)? = token(at: index), ["st", "nd", "rd", "th"].contains(word) {
        index += 1
      }
      return dated(month, day)
    default: return []
    }
  }

  /// With the year that follows, if one does.
  private mutating func dated(_ month: Int, _ day: Int) -> [WrittenDay] {
    var next = index
    if let sign = sign(at: next), ",-./".unicodeScalars.contains(sign) { next += 1 }
    if case .number(let year, digits: 4)? = token(at: next) {
      index = next + 1
      return CivilDay(year: year, month: month, day: day).map { [.day($0)] } ?? []
    }
    return CivilDay(year: 2000, month: month, day: day) == nil
      ? [] : [.yearless(month: month, day: day)]
  }

  // MARK: Tokens

  private func token(at index: Int) -> Token? { index < tokens.count ? tokens[index] : nil }

  private func sign(at index: Int) -> Unicode.Scalar? {
    if case .sign(let sign)? = token(at: index) { sign } else { nil }
  }

  private func shortNumber(at index: Int) -> Int? {
    if case .number(let number, digits: 1...2)? = token(at: index) { number } else { nil }
  }

  private func month(at index: Int) -> Int? {
    if case .word(let word)? = token(at: index) { Self.month(word) } else { nil }
  }

  /// Of two digits a year of this century.
  private func year(at index: Int) -> Int? {
    switch token(at: index) {
    case .number(let year, digits: 4)?: year
    case .number(let year, digits: 2)?: 2000 + year
    default: nil
    }
  }

  private static func month(_ word: String) -> Int? {
    (1...12).first { month in
      let name = DisplayTime.name(ofMonth: month).lowercased()
      return word == name || word == name.prefix(3) || month == 9 && word == "sept"
    }
  }

  private static func tokens(of text: String) -> [Token] {
    var tokens: [Token] = []
    var digits = ""
    var letters = ""
    func close() {
      // A number of more digits than any day has is none of these.
      if let number = Int(digits.prefix(9)) { tokens.append(.number(number, digits: digits.count)) }
      if !letters.isEmpty { tokens.append(.word(letters.lowercased())) }
      (digits, letters) = ("", "")
    }
    for scalar in text.unicodeScalars {
      if "0"..."9" ~= scalar {
        if !letters.isEmpty { close() }
        digits.unicodeScalars.append(scalar)
      } else if scalar.properties.isAlphabetic {
        if !digits.isEmpty { close() }
        letters.unicodeScalars.append(scalar)
      } else {
        close()
        if !scalar.properties.isWhitespace { tokens.append(.sign(scalar)) }
      }
    }
    close()
    return tokens
  }
}

extension String {
  fileprivate func trimming(_ signs: String) -> String {
    var text = self[...]
    while let first = text.first, signs.contains(first) { text.removeFirst() }
    while let last = text.last, signs.contains(last) { text.removeLast() }
    return String(text)
  }
}
