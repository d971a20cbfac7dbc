import Calendar
import Chronology
import Findings

/// Running text of a report, before anybody knows how it is shown.
package struct Words: Sendable {
  package var phrases: [Phrase]

  package init(_ phrases: [Phrase] = []) { self.phrases = phrases }

  package init(_ text: String) { phrases = [.text(text)] }

  package static func + (a: Words, b: Words) -> Words { Words(a.phrases + b.phrases) }

  package static func += (a: inout Words, b: Words) { a.phrases += b.phrases }

  package var isEmpty: Bool { phrases.isEmpty }
}

/// A piece of running text.
package enum Phrase: Sendable {
  case text(String)
  /// A text that leads somewhere, where the reader's format can lead there.
  case link(ReportLink, String)
  /// A time for people, and the same for machines.
  case time(shown: String, machine: String)
  case mark(ReportMark, String)
  case strong(String)

  /// Its text alone.
  package var text: String {
    switch self {
    case .text(let text), .link(_, let text), .time(let text, _), .mark(_, let text),
      .strong(let text):
      text
    }
  }
}

/// What a word says by its look as well.
package enum ReportMark: String, Sendable, Hashable {
  case good, bad, doubtful, neutral
}

/// Where a number or a name comes from.
package enum ReportLink: Sendable {
  case change(String)
  case incident(String)
  case system(String)
  /// A figure in one period, by its key; the whole course without a period.
  case figure(String, Period?)
  /// The findings of a rule, by its code.
  case findings(String)
  case allFindings
  /// The register of a month.
  case register(Period)
  case clause(PolicyReference)
  case report(Period)
  /// A section of the report of a period, by its anchor.
  case section(Period, String)
  /// The calendar of a week or a month.
  case calendar(Period)
  case freeze(Freeze)
  case restatements
  /// A page in the world: always http or https.
  case web(String)
}

extension Words: ExpressibleByStringInterpolation {
  package init(stringLiteral value: String) { self.init(value) }

  package init(stringInterpolation: consuming StringInterpolation) {
    self.init(stringInterpolation.finish())
  }

  package struct StringInterpolation: StringInterpolationProtocol {
    private var closed: [Phrase] = []
    /// The text that the next text goes on with; nil after another phrase.
    private var open: String?

    package init(literalCapacity: Int, interpolationCount: Int) {
      closed.reserveCapacity(interpolationCount + 1)
    }

    consuming func finish() -> [Phrase] {
      if let open { closed.append(.text(open)) }
      return closed
    }

    package mutating func appendLiteral(_ literal: String) { append(literal) }

    package mutating func appendInterpolation(_ text: String) { append(text) }

    package mutating func appendInterpolation(_ number: Int) { append("\(number)") }

    package mutating func appendInterpolation(_ phrase: Phrase) {
      close()
      if case .text(let text) = phrase { open = text } else { closed.append(phrase) }
    }

    package mutating func appendInterpolation(_ words: Words) {
      guard let last = words.phrases.last else { return }
      close()
      closed += words.phrases.dropLast()
      appendInterpolation(last)
    }

    private mutating func append(_ text: String) {
      guard !text.isEmpty else { return }
      if open == nil { open = text } else { open?.append(text) }
    }

    private mutating func close() {
      guard let text = open else { return }
      closed.append(.text(text))
      open = nil
    }
  }
}

extension Sequence<Words> {
  /// With a text between each two.
  package func joined(by separator: String) -> Words {
    var result = Words()
    for (index, words) in enumerated() {
      if index > 0 { result += Words(separator) }
      result += words
    }
    return result
  }
}
