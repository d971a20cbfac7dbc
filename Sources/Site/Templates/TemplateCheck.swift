import SourceText

/// Follows a page's template through its sections and partials, and asks of every name what the
/// page's model has under it.
struct TemplateCheck {
  private let partials: [String: TemplateSource]
  /// Names of the partials, for suggestions.
  private let names: [String]
  private var problems: [ReadingProblem] = []
  private var seen: Set<ReadingProblem> = []
  /// The models and values around the place that is looked at, the innermost last.
  private var stack: [Frame] = []
  /// The partials around it, the innermost last.
  private var including: [String] = []
  private var depth = 0
  private var visited = 0

  private enum Frame {
    case model([String: FieldShape])
    /// A section over a text or markup, which `{{.}}` shows.
    case value(isMarkup: Bool)
  }

  /// How many tags a page may have, those of its partials counted wherever they are included.
  static let mostTags = 20_000

  /// What is wrong with a page and the partials that it includes, each problem once.
  static func problems(
    of page: TemplateSource, shapes: [String: FieldShape], partials: [String: TemplateSource]
  ) -> [ReadingProblem] {
    var check = TemplateCheck(partials: partials)
    check.stack = [.model(shapes)]
    check.follow(page)
    return check.problems
  }

  private init(partials: [String: TemplateSource]) {
    self.partials = partials
    names = partials.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private mutating func follow(_ source: TemplateSource) {
    for problem in source.problems { add(problem) }
    follow(source, source.tags.indices)
  }

  /// Descends as deep as sections and partials may nest, and no deeper.
  private mutating func follow(_ source: TemplateSource, _ range: Range<Int>) {
    guard depth <= TemplateSource.deepestNesting else {
      if let tag = source.tags[range].first {
        report(
          "sections and partials nest deeper than \(TemplateSource.deepestNesting)", tag, source)
      }
      return
    }
    depth += 1
    defer { depth -= 1 }
    var index = range.lowerBound
    while index < range.upperBound {
      let tag = source.tags[index]
      index += 1
      visited += 1
      guard visited <= Self.mostTags else {
        if visited == Self.mostTags + 1 {
          report("the page comes to more than \(Self.mostTags) tags", tag, source)
        }
        return
      }
      switch tag.kind {
      case .comment, .close: continue
      case .text: checkText(tag, source)
      case .raw: checkRaw(tag, source)
      case .partial: include(tag, source)
      case .section(let isInverted, let inner):
        let frame = frame(of: tag, source)
        if let frame, !isInverted { stack.append(frame) }
        follow(source, index..<index + inner)
        if frame != nil, !isInverted { stack.removeLast() }
        index += inner
      }
    }
  }

  private mutating func checkText(_ tag: TemplateTag, _ source: TemplateSource) {
    guard tag.name != "." else { return checkCurrent(tag, source, asMarkup: false) }
    switch shape(of: tag, source) {
    case nil, .text: break
    case .html: report("markup would be escaped twice", tag, source, "write `{{{\(tag.name)}}}`")
    case .flag:
      report("`\(tag.name)` is yes or no, not a text", tag, source, "write `{{#\(tag.name)}}`")
    case .section:
      report("`\(tag.name)` has values of its own", tag, source, "write `{{#\(tag.name)}}`")
    }
  }

  private mutating func checkRaw(_ tag: TemplateTag, _ source: TemplateSource) {
    guard tag.name != "." else { return checkCurrent(tag, source, asMarkup: true) }
    switch shape(of: tag, source) {
    case nil, .html: break
    case .text:
      report("`\(tag.name)` is text and must be escaped", tag, source, "write `{{\(tag.name)}}`")
    case .flag, .section:
      report("`\(tag.name)` is not markup", tag, source, "write `{{#\(tag.name)}}`")
    }
  }

  /// `{{.}}` shows the value of the section around it.
  private mutating func checkCurrent(
    _ tag: TemplateTag, _ source: TemplateSource, asMarkup: Bool
  ) {
    guard case .value(let isMarkup)? = stack.last else {
      report("`.` stands for no text here", tag, source)
      return
    }
    if isMarkup != asMarkup {
      report(
        isMarkup ? "markup would be escaped twice" : "`.` is text and must be escaped", tag, source,
        isMarkup ? "write `{{{.}}}`" : "write `{{.}}`")
    }
  }

  /// What a section puts around its content; nil for nothing.
  private mutating func frame(of tag: TemplateTag, _ source: TemplateSource) -> Frame? {
    switch shape(of: tag, source) {
    // What an unknown section holds cannot be known: its content is checked against the rest.
    case nil, .flag: nil
    case .text: .value(isMarkup: false)
    case .html: .value(isMarkup: true)
    case .section(let shapes): .model(shapes())
    }
  }

  private mutating func shape(of tag: TemplateTag, _ source: TemplateSource) -> FieldShape? {
    var known: [String] = []
    for case .model(let shapes) in stack.reversed() {
      if let shape = shapes[tag.name] { return shape }
      known += shapes.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
    report(
      "no value is named `\(tag.name)` here", tag, source, didYouMean(tag.name, among: known))
    return nil
  }

  private mutating func include(_ tag: TemplateTag, _ source: TemplateSource) {
    guard let partial = partials[tag.name] else {
      report(
        "no partial is named `\(tag.name)`", tag, source, didYouMean(tag.name, among: names))
      return
    }
    if let start = including.firstIndex(of: tag.name) {
      let through = including[(start + 1)...].map { "`\($0)`" }.joined(separator: ", ")
      let path = through.isEmpty ? "" : " through \(through)"
      report("the partial `\(tag.name)` includes itself\(path)", tag, source)
      return
    }
    including.append(tag.name)
    follow(partial)
    including.removeLast()
  }

  private mutating func report(
    _ message: String, _ tag: TemplateTag, _ source: TemplateSource, _ help: String? = nil
  ) {
    add(
      ReadingProblem(
        .templateProblem(message: message, help: help), at: Place(source.file, tag.range)))
  }

  private mutating func add(_ problem: ReadingProblem) {
    if seen.insert(problem).inserted { problems.append(problem) }
  }
}

/// A question for the name that was most likely meant; nil where none is near.
func didYouMean(_ name: String, among known: [String]) -> String? {
  suggest(for: name, among: known).map { "did you mean `\($0)`?" }
}
