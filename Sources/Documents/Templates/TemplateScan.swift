import SourceText

/// Finds the tags of a template.
///
/// What the check of names does not cover is refused here: set delimiters, dynamic partials,
/// inheritance, pragmas, transforms and names with dots.
struct TemplateScan {
  private let file: SourceFile
  private var tags: [TemplateTag] = []
  private var problems: [ReadingProblem] = []
  /// Indices of sections that are not closed yet.
  private var open: [Int] = []

  static func read(_ file: SourceFile) -> TemplateSource {
    var scan = TemplateScan(file: file)
    scan.run()
    return TemplateSource(file: file, tags: scan.tags, problems: scan.problems)
  }

  private init(file: SourceFile) { self.file = file }

  private mutating func run() {
    let bytes = file.bytes
    var index = 0
    while index + 1 < bytes.count {
      guard bytes[index] == brace, bytes[index + 1] == brace else {
        index += 1
        continue
      }
      guard let end = end(ofTagAt: index) else {
        let line = file.range(ofLine: file.line(at: index)).indices
        report("the tag does not end", SourceRange(index, max(index + 2, line.upperBound)))
        index = max(index + 2, line.upperBound)
        continue
      }
      let range = SourceRange(index, end)
      take(range)
      index = end
      // The rest could only repeat it, section by section.
      if open.count > TemplateSource.deepestNesting {
        report("sections nest deeper than \(TemplateSource.deepestNesting)", range)
        open.removeAll()
        return
      }
    }
    while !open.isEmpty { closeUnclosed() }
  }

  private let brace = UInt8(ascii: "{")
  private let closingBrace = UInt8(ascii: "}")

  /// The offset after the tag; nil where it does not end.
  private func end(ofTagAt start: Int) -> Int? {
    let bytes = file.bytes
    let kind = start + 2 < bytes.count ? bytes[start + 2] : 0
    let braces = kind == brace ? 3 : 2
    var index = start + 2
    while index + braces <= bytes.count {
      if bytes[index..<index + braces].allSatisfy({ $0 == closingBrace }) { return index + braces }
      let isLineEnd = bytes[index] == 0x0A || bytes[index] == 0x0D
      if isLineEnd, kind != UInt8(ascii: "!") { return nil }
      index += 1
    }
    return nil
  }

  private mutating func take(_ range: SourceRange) {
    var inside = file.bytes[range.indices].dropFirst(2).dropLast(2)
    let mark = inside.first ?? 0
    let isName = Self.isNameByte(mark) || mark == 0x20 || mark == UInt8(ascii: ".")
    if !isName { inside = inside.dropFirst() }
    if mark == brace { inside = inside.dropLast() }
    let trimmed = inside.trimmingBlanks()
    let name = String(decoding: trimmed, as: UTF8.self)
    switch mark {
    case UInt8(ascii: "!"): tags.append(TemplateTag(kind: .comment, name: "", range: range))
    case UInt8(ascii: "="): refuse("a change of delimiters", range)
    case UInt8(ascii: "<"), UInt8(ascii: "$"): refuse("inheritance", range)
    case UInt8(ascii: "%"): refuse("a pragma", range)
    case UInt8(ascii: ">"):
      if name.utf8.first == UInt8(ascii: "*") {
        refuse("a partial named by a value", range)
      } else if trimmed.allSatisfy({ Self.isNameByte($0) || $0 == UInt8(ascii: "/") }),
        !trimmed.isEmpty
      {
        tags.append(TemplateTag(kind: .partial, name: name, range: range))
      } else {
        report("`\(name)` is no name of a partial", range)
      }
    case UInt8(ascii: "#"), UInt8(ascii: "^"), UInt8(ascii: "/"), UInt8(ascii: "&"), brace:
      takeNamed(name, mark: mark, range)
    default:
      takeNamed(name, mark: 0, range)
    }
  }

  private mutating func takeNamed(_ name: String, mark: UInt8, _ range: SourceRange) {
    let isCurrent = name == "." && [0, brace, UInt8(ascii: "&")].contains(mark)
    guard isCurrent || (!name.isEmpty && name.utf8.allSatisfy(Self.isNameByte)) else {
      if name.utf8.contains(UInt8(ascii: "(")) {
        refuse("a transform", range)
      } else if name == "." {
        refuse("a section over `.`", range)
      } else if name.utf8.contains(UInt8(ascii: ".")) {
        report("`\(name)` has a dot: put a section over the value before it", range)
      } else {
        report("`\(name)` is no name", range)
      }
      return
    }
    switch mark {
    case UInt8(ascii: "#"), UInt8(ascii: "^"):
      open.append(tags.count)
      let kind = TemplateTag.Kind.section(isInverted: mark == UInt8(ascii: "^"), inner: 0)
      tags.append(TemplateTag(kind: kind, name: name, range: range))
    case UInt8(ascii: "/"): close(name, range)
    case brace, UInt8(ascii: "&"): tags.append(TemplateTag(kind: .raw, name: name, range: range))
    default: tags.append(TemplateTag(kind: .text, name: name, range: range))
    }
  }

  private mutating func close(_ name: String, _ range: SourceRange) {
    guard open.contains(where: { tags[$0].name == name }) else {
      let help = open.last.map { "write `{{/\(tags[$0].name)}}`" }
      report("`{{/\(name)}}` closes no section", range, help)
      return
    }
    while let last = open.last, tags[last].name != name { closeUnclosed() }
    if let last = open.popLast() { endSection(last) }
    tags.append(TemplateTag(kind: .close, name: name, range: range))
  }

  private mutating func closeUnclosed() {
    guard let last = open.popLast() else { return }
    report("the section `\(tags[last].name)` is not closed", tags[last].range)
    endSection(last)
  }

  private mutating func endSection(_ index: Int) {
    guard case .section(let isInverted, _) = tags[index].kind else { return }
    tags[index].kind = .section(isInverted: isInverted, inner: tags.count - index - 1)
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
      true
    default: false
    }
  }

  private mutating func refuse(_ what: String, _ range: SourceRange) {
    report("\(what) is not supported", range)
  }

  private mutating func report(_ message: String, _ range: SourceRange, _ help: String? = nil) {
    problems.append(
      ReadingProblem(.templateProblem(message: message, help: help), at: Place(file, range)))
  }
}

extension ArraySlice<UInt8> {
  /// Without spaces and tabs at its ends.
  func trimmingBlanks() -> ArraySlice<UInt8> {
    var slice = self
    while slice.first == 0x20 || slice.first == 0x09 { slice.removeFirst() }
    while slice.last == 0x20 || slice.last == 0x09 { slice.removeLast() }
    return slice
  }
}
