import Configuration
import Records
import SourceText

/// Free ids in the scheme of a site, one after the other.
package enum RecordNumbering {
  /// The next one, see `RecordIDSeries`.
  package static func next(
    _ kind: RecordKind, after known: [String], used: Set<String>, year: Int,
    patterns: [Located<String>] = []
  ) -> String? {
    var series = Series(kind, after: known, used: used, year: year, patterns: patterns)
    return series?.next()
  }

  package typealias Series = RecordIDSeries
}

/// The ids that come next. Their scheme is that of most records of the kind; the year in it is the one given.
package struct RecordIDSeries: Sendable {
  private let form: RecordIDForm
  private let used: Set<String>
  private let prefix: String
  private let width: Int
  private var number: Int

  /// Without any record the scheme is that of the first pattern of the settings, else `CHG-2026-0001` and
  /// `INC-2026-001`. Nil where the form has letters that nobody but its inventor knows.
  ///
  /// - Parameters:
  ///   - known: The ids of the kind.
  ///   - used: Every id that is taken, whatever it is of.
  package init?(
    _ kind: RecordKind, after known: [String], used: Set<String>, year: Int,
    patterns: [Located<String>] = []
  ) {
    let form = RecordIDForm(patterns)
    let schemes = known.compactMap { Scheme($0) }
    var counts: [(scheme: Scheme, count: Int)] = []
    for scheme in schemes {
      if let index = counts.firstIndex(where: { $0.scheme.stem == scheme.stem }) {
        counts[index].count += 1
        counts[index].scheme.width = max(counts[index].scheme.width, scheme.width)
      } else {
        counts.append((scheme, 1))
      }
    }
    let most = counts.max { ($0.count, $1.scheme.stem) < ($1.count, $0.scheme.stem) }?.scheme
    guard let scheme = most ?? Self.fresh(kind, patterns) else { return nil }
    let prefix = scheme.prefix(year: year)
    let numbers = used.compactMap { Scheme($0) }.filter { $0.written == prefix }.map(\.number)
    self.form = form
    self.used = used
    self.prefix = prefix
    width = scheme.width
    number = numbers.max() ?? 0
  }

  /// The next one that is free.
  package mutating func next() -> String? {
    for _ in 0..<1000 {
      let (next, isOver) = number.addingReportingOverflow(1)
      guard !isOver else { return nil }
      number = next
      let digits = "\(number)"
      let id = prefix + String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
      if form.isValid(id), !used.contains(id) { return id }
    }
    return nil
  }

  private static func fresh(_ kind: RecordKind, _ patterns: [Located<String>]) -> Scheme? {
    let usual = kind == .change ? "CHG-####-####" : "INC-####-###"
    let texts = patterns.map(\.value)
    let own =
      kind == .change
      ? texts.first { !$0.hasPrefix("INC") } ?? texts.first
      : texts.first { $0.hasPrefix("INC") } ?? texts.first
    return Scheme(pattern: own ?? usual)
  }

  /// An id parted into what stands before its number, and the number.
  private struct Scheme {
    /// As written, with its year.
    let written: String
    /// The same with a mark in the place of a year.
    let stem: String
    let number: Int
    var width: Int

    init?(_ id: String) {
      let digits = id.reversed().prefix { $0.isASCII && $0.isNumber }.count
      guard digits > 0, digits <= 15, let number = Int(id.suffix(digits)) else { return nil }
      written = String(id.dropLast(digits))
      stem = written.split(separator: "-", omittingEmptySubsequences: false)
        .map { Self.isYear($0) ? "*" : String($0) }.joined(separator: "-")
      self.number = number
      width = digits
    }

    /// `CHG-####-####`: the first group of four digits that another follows is a year.
    init?(pattern: String) {
      guard !pattern.contains("@") else { return nil }
      let isOpen = pattern.hasSuffix("#*")
      let text = pattern.replacing("#*", with: "#")
      let digits = text.reversed().prefix { $0 == "#" }.count
      guard digits > 0 else { return nil }
      let rest = text.dropLast(digits)
      stem = rest.split(separator: "-", omittingEmptySubsequences: false)
        .map { $0 == "####" ? "*" : String($0) }.joined(separator: "-")
      guard !stem.contains("#") else { return nil }
      written = stem
      number = 0
      width = isOpen ? 3 : digits
    }

    func prefix(year: Int) -> String { stem.replacing("*", with: "\(year)") }

    private static func isYear(_ text: Substring) -> Bool {
      guard text.utf8.count == 4, let year = Int(text) else { return false }
      return (1970...2200).contains(year)
    }
  }
}
