import FrontMatter
import Glibc
import Markdown
import SourceText

/// A record's file, parsed but not yet understood.
struct RecordSource {
  let document: MarkdownDocument
  let mapping: MappingReader
  /// Of the Markdown and the YAML as such.
  let problems: [ReadingProblem]

  /// - Parameters:
  ///   - forms: What values of some keys look like.
  ///   - words: The settings' words for keys and values.
  init(
    _ file: SourceFile, known keys: [String], forms: [String: ValueForm] = [:],
    words: RecordWords = RecordWords(), limits: MarkdownLimits = .record
  ) {
    let split = splitFrontMatter(file)
    self.init(
      split, readMarkdown(file, body: split.body, limits: limits), known: keys, forms: forms,
      words: words)
  }

  /// An ordinary page, or one of a list of names.
  init(page file: SourceFile) { self.init(file, known: ["title"], limits: .page) }

  /// The front matter alone; nil where there is none, and where the text below has a line that could
  /// begin front matter as well.
  init?(
    frontMatterOf file: SourceFile, known keys: [String], forms: [String: ValueForm] = [:],
    words: RecordWords = RecordWords()
  ) {
    let split = splitFrontMatter(file)
    guard split.yaml != nil, !split.isUnclosed, !file.mayHoldBreak(in: split.body) else {
      return nil
    }
    self.init(
      split, MarkdownDocument(unread: file, body: split.body), known: keys, forms: forms,
      words: words)
  }

  private init(
    _ split: FrontMatterSplit, _ document: MarkdownDocument, known keys: [String],
    forms: [String: ValueForm], words: RecordWords
  ) {
    let file = document.file
    self.document = document
    var problems = document.problems
    var root: YAMLNode?
    if let range = split.yaml {
      let yaml = readYAML(file, range: range)
      let read = words.read(yaml.root, known: keys)
      problems += yaml.problems + read.problems
      root = read.root
    }
    if split.isUnclosed {
      problems.append(ReadingProblem(.frontMatterUnclosed, at: Place(startOf: file)))
    }
    if split.yaml != nil, file.mayHoldBreak(in: split.body),
      let second = document.secondFrontMatter(known: keys)
    {
      problems.append(second)
    }
    mapping = MappingReader(
      root: root, of: file, known: keys, unknownKeys: .keptUnlessMisspelt, forms: forms)
    self.problems = problems
  }
}

extension SourceFile {
  /// Whether a line of a range begins with the sign of a thematic break, three of which are one, or ends
  /// with three hyphens.
  fileprivate func mayHoldBreak(in range: SourceRange) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
      guard let base = bytes.baseAddress else { return false }
      var start = Int(range.lower)
      let end = Int(range.upper)
      while start < end {
        if Self.beginsBreak(base + start, end - start) { return true }
        if start > Int(range.lower), endsInHyphens(base, before: start - 1) { return true }
        guard let next = memchr(base + start, 0x0A, end - start) else { return false }
        start = UnsafeRawPointer(next) - UnsafeRawPointer(base) + 1
      }
      return false
    }
  }

  private func endsInHyphens(_ base: UnsafePointer<UInt8>, before end: Int) -> Bool {
    var last = end
    while last > 0, base[last - 1] == 0x0D || base[last - 1] == 0x20 || base[last - 1] == 0x09 {
      last -= 1
    }
    return last > 2 && (1...3).allSatisfy { base[last - $0] == UInt8(ascii: "-") }
  }

  /// Whether the first signs of a line are three of a break's, blanks aside: `- **label**` begins none.
  private static func beginsBreak(_ line: UnsafePointer<UInt8>, _ count: Int) -> Bool {
    var signs = 0
    var sign: UInt8 = 0
    var index = 0
    while index < count {
      switch line[index] {
      case 0x20, 0x09: break
      case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "_"):
        if signs > 0, line[index] != sign { return false }
        sign = line[index]
        signs += 1
      default: return false
      }
      if signs == 3 { return true }
      index += 1
    }
    return false
  }
}
