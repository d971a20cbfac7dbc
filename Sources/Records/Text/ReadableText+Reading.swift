import PolicyReading
import SourceText

extension ReadableText {
  /// Goes through a source from left to right and leaves out what is not read.
  struct Reading {
    private let source: UnsafeBufferPointer<UInt8>
    private var index = 0
    /// Where the strikethrough that is open ends, and behind its mark.
    private var strikeEnd: (start: Int, end: Int)?
    /// Tags `del` and `s` that are open.
    private var openStrikes = 0
    /// Where stars were left out.
    private(set) var stars: [Int] = []
    /// Where the closing bracket of a link stands, and where its address ends.
    private var links: [(bracket: Int, end: Int)] = []

    struct Step {
      let bytes: [UInt8]
      let offset: Int
      let length: Int
      let isStruck: Bool
    }

    init(_ source: UnsafeBufferPointer<UInt8>) { self.source = source }

    mutating func next() -> Step? {
      while index < source.count {
        let byte = source[index]
        if let end = strikeEnd, index >= end.start {
          index = max(index, end.end)
          strikeEnd = nil
          continue
        }
        if let link = links.last, index == link.bracket {
          index = link.end
          links.removeLast()
          continue
        }
        switch byte {
        case UInt8(ascii: "<"):
          let isBreak = beginsLineBreak
          if let end = endOfMarkup() {
            if isBreak { return step("\n", end - index) }
            index = end
            continue
          }
        case UInt8(ascii: "*"), UInt8(ascii: "`"):
          // Alone it says "all".
          if source.count > 1 {
            if byte == UInt8(ascii: "*") { stars.append(index) }
            index += 1
            continue
          }
        case UInt8(ascii: "~"):
          if strikeEnd == nil, let closing = closingStrike() {
            strikeEnd = closing
            index += closing.end - closing.start
            continue
          }
        case UInt8(ascii: "!") where starts(with: "![") && link(at: index + 1) != nil:
          index += 1
          continue
        case UInt8(ascii: "["):
          if let link = link(at: index) {
            links.append(link)
            index += 1
            continue
          }
        case UInt8(ascii: "\\"):
          if index + 1 < source.count, isPunctuation(source[index + 1]) {
            index += 1
            return take(1)
          }
        case UInt8(ascii: "&"):
          if let (scalar, length) = reference() {
            if let step = step(scalar, length) { return step }
            continue
          }
        case 0x09, 0x0D:
          if let step = step(" ", 1) { return step }
        case 0x80...:
          let (scalar, length) = scalar()
          if let step = step(scalar, length) { return step }
          continue
        default: break
        }
        return take(1)
      }
      return nil
    }

    private var isStruck: Bool { strikeEnd != nil || openStrikes > 0 }

    private mutating func take(_ length: Int) -> Step {
      defer { index += length }
      return Step(
        bytes: Array(source[index..<index + length]), offset: index, length: length,
        isStruck: isStruck)
    }

    /// Nil, and a step further, for a character without a form.
    private mutating func step(_ scalar: Unicode.Scalar, _ length: Int) -> Step? {
      defer { index += length }
      if scalar.isUnseen { return nil }
      let bytes =
        scalar.properties.isWhitespace && scalar != "\n" ? [0x20] : Array(String(scalar).utf8)
      return Step(bytes: bytes, offset: index, length: length, isStruck: isStruck)
    }

    private func starts(with text: StaticString, at start: Int? = nil) -> Bool {
      let start = start ?? index
      return text.withUTF8Buffer { start <= source.count && source[start...].starts(with: $0) }
    }

    private func find(_ text: StaticString, from start: Int) -> Int? {
      (start..<max(start, source.count)).first { starts(with: text, at: $0) }
    }

    /// Behind a comment or a tag that begins here; nil for what is neither, such as an address in
    /// angle brackets.
    private mutating func endOfMarkup() -> Int? {
      if starts(with: "<!--") { return find("-->", from: index + 4).map { $0 + 3 } ?? source.count }
      guard let close = source[index...].firstIndex(of: UInt8(ascii: ">")) else { return nil }
      let inside = source[(index + 1)..<close]
      let isClosing = inside.first == UInt8(ascii: "/")
      let name = inside.drop { $0 == UInt8(ascii: "/") }.prefix { isLetterOrDigit($0) }
      guard let first = name.first, !(0x30...0x39).contains(first),
        !inside.contains(UInt8(ascii: "@")), !inside.contains(UInt8(ascii: ":"))
      else { return nil }
      switch String(decoding: name, as: UTF8.self).lowercased() {
      case "del", "s", "strike": openStrikes = max(0, openStrikes + (isClosing ? -1 : 1))
      default: break
      }
      return close + 1
    }

    /// `<br>` parts lines, as it does on the page.
    private var beginsLineBreak: Bool {
      guard source.count > index + 3 else { return false }
      let name = source[(index + 1)...(index + 2)].map { $0 | 0x20 }
      return name == Array("br".utf8) && !isLetterOrDigit(source[index + 3])
    }

    /// The run of as many tildes that closes the one that begins here.
    private func closingStrike() -> (start: Int, end: Int)? {
      let length = source[index...].prefix { $0 == UInt8(ascii: "~") }.count
      guard length <= 2 else { return nil }
      var start = index + length
      while start < source.count {
        guard source[start] == UInt8(ascii: "~") else {
          start += 1
          continue
        }
        let run = source[start...].prefix { $0 == UInt8(ascii: "~") }.count
        if run == length, start > index + length { return (start, start + run) }
        start += run
      }
      return nil
    }

    /// The bracket that closes the text of a link which begins here, and where its address ends.
    private func link(at start: Int) -> (bracket: Int, end: Int)? {
      guard
        let close = source[(start + 1)...].firstIndex(where: {
          $0 == UInt8(ascii: "]") || $0 == UInt8(ascii: "[")
        }), source[close] == UInt8(ascii: "]"), close + 1 < source.count
      else { return nil }
      let last: UInt8
      switch source[close + 1] {
      case UInt8(ascii: "("): last = UInt8(ascii: ")")
      case UInt8(ascii: "["): last = UInt8(ascii: "]")
      default: return nil
      }
      return source[(close + 2)...].firstIndex(of: last).map { (close, $0 + 1) }
    }

    /// A character reference of Markdown, `&amp;` or `&#8203;`, that begins here.
    private func reference() -> (Unicode.Scalar, Int)? {
      guard let semicolon = source[index...].prefix(12).firstIndex(of: UInt8(ascii: ";")) else {
        return nil
      }
      let length = semicolon + 1 - index
      let name = String(decoding: source[(index + 1)..<semicolon], as: UTF8.self)
      let number =
        name.hasPrefix("#x") || name.hasPrefix("#X")
        ? UInt32(name.dropFirst(2), radix: 16)
        : name.hasPrefix("#") ? UInt32(name.dropFirst()) : nil
      if let number { return Unicode.Scalar(number).map { ($0, length) } }
      return Self.named[name].map { ($0, length) }
    }

    private static let named: [String: Unicode.Scalar] = [
      "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "nbsp": " ", "commat": "@", "comma": ",",
      "semi": ";", "shy": "\u{AD}", "zwj": "\u{200D}", "zwnj": "\u{200C}", "lrm": "\u{200E}",
      "rlm": "\u{200F}", "hyphen": "-", "lowbar": "_",
    ]

    /// The character here; bytes that are no UTF-8 stand for themselves as U+FFFD.
    private func scalar() -> (Unicode.Scalar, Int) {
      var decoder = UTF8()
      var bytes = source[index...].prefix(4).makeIterator()
      guard case .scalarValue(let scalar) = decoder.decode(&bytes) else { return ("\u{FFFD}", 1) }
      return (scalar, String(scalar).utf8.count)
    }
  }
}

private func isPunctuation(_ byte: UInt8) -> Bool {
  switch byte {
  case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
  default: false
  }
}

private func isLetterOrDigit(_ byte: UInt8) -> Bool {
  switch byte {
  case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
  default: false
  }
}
