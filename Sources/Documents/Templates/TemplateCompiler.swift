import SourceText

/// Follows a template through its sections and partials, asks of every name what the model has under
/// it, and puts the place of the value in place of the name.
package struct TemplateCompiler {
  private let partials: [String: TemplateSource]
  private var problems: [ReadingProblem] = []
  private var seen: Set<ReadingProblem> = []
  /// The models and values around the place that is looked at, the innermost last.
  private var stack: [Frame] = []
  /// The partials around it, the innermost last.
  private var including: [String] = []
  private var depth = 0
  private var visited = 0

  private enum Frame {
    case model(FieldTable)
    /// A section over a text or markup, which `{{.}}` shows.
    case value(FieldReference, isMarkup: Bool)
  }

  /// How many tags a page may have, those of its partials counted wherever they are included.
  package static let mostTags = 20_000

  /// The template in the form in which pages are made, or what is wrong with it and with the partials
  /// that it includes, each problem once.
  package static func compile(
    _ source: TemplateSource, for fields: FieldTable, partials: [String: TemplateSource]
  ) -> (template: Template?, problems: [ReadingProblem]) {
    var compiler = TemplateCompiler(partials: partials)
    compiler.stack = [.model(fields)]
    let steps = compiler.follow(source)
    return (compiler.problems.isEmpty ? Template(steps: steps) : nil, compiler.problems)
  }

  private init(partials: [String: TemplateSource]) { self.partials = partials }

  private mutating func follow(_ source: TemplateSource) -> [Template.Step] {
    for problem in source.problems { add(problem) }
    return follow(source, source.tags.indices, 0..<source.file.bytes.count)
  }

  /// The steps of some of a file's tags and of the bytes around them. Descends as deep as sections
  /// and partials may nest, and no deeper.
  private mutating func follow(
    _ source: TemplateSource, _ range: Range<Int>, _ bytes: Range<Int>
  ) -> [Template.Step] {
    guard depth <= TemplateSource.deepestNesting else {
      if let tag = source.tags[range].first {
        report(
          "sections and partials nest deeper than \(TemplateSource.deepestNesting)", tag, source)
      }
      return []
    }
    depth += 1
    defer { depth -= 1 }
    var steps: [Template.Step] = []
    var index = range.lowerBound
    var end = bytes.lowerBound
    while index < range.upperBound {
      let tag = source.tags[index]
      steps.append(source, from: end, to: tag.range.indices.lowerBound, at: index)
      end = tag.range.indices.upperBound
      index += 1
      visited += 1
      guard visited <= Self.mostTags else {
        if visited == Self.mostTags + 1 {
          report("the page comes to more than \(Self.mostTags) tags", tag, source)
        }
        return steps
      }
      switch tag.kind {
      case .comment, .close: continue
      case .text: if let place = textPlace(tag, source) { steps.append(.value(place)) }
      case .raw: if let place = markupPlace(tag, source) { steps.append(.value(place)) }
      case .partial: steps += include(tag, source)
      case .section(let isInverted, let inner):
        let upper =
          index + inner < source.tags.count
          ? source.tags[index + inner].range.indices.lowerBound : bytes.upperBound
        steps += section(
          tag, source, isInverted: isInverted, tags: index..<index + inner, bytes: end..<upper)
        index += inner
        end = upper
      }
    }
    steps.append(source, from: end, to: bytes.upperBound, at: index)
    return steps
  }

  private mutating func section(
    _ tag: TemplateTag, _ source: TemplateSource, isInverted: Bool, tags: Range<Int>,
    bytes: Range<Int>
  ) -> [Template.Step] {
    let found = find(tag, source)
    let frame: Frame? =
      switch found?.shape {
      // What an unknown section holds cannot be known: its content is checked against the rest.
      case nil, .flag: nil
      case .text: found.map { .value($0.place, isMarkup: false) }
      case .html: found.map { .value($0.place, isMarkup: true) }
      case .section(let fields): .model(fields())
      }
    if let frame, !isInverted { stack.append(frame) }
    let inner = follow(source, tags, bytes)
    if frame != nil, !isInverted { stack.removeLast() }
    return found.map { [.section($0.place, isInverted: isInverted, inner)] } ?? []
  }

  private mutating func textPlace(_ tag: TemplateTag, _ source: TemplateSource) -> FieldReference? {
    guard tag.name != "." else { return current(tag, source, asMarkup: false) }
    guard let found = find(tag, source) else { return nil }
    switch found.shape {
    case .text: return found.place
    case .html: report("markup would be escaped twice", tag, source, "write `{{{\(tag.name)}}}`")
    case .flag:
      report("`\(tag.name)` is yes or no, not a text", tag, source, "write `{{#\(tag.name)}}`")
    case .section:
      report("`\(tag.name)` has values of its own", tag, source, "write `{{#\(tag.name)}}`")
    }
    return nil
  }

  private mutating func markupPlace(
    _ tag: TemplateTag, _ source: TemplateSource
  ) -> FieldReference? {
    guard tag.name != "." else { return current(tag, source, asMarkup: true) }
    guard let found = find(tag, source) else { return nil }
    switch found.shape {
    case .html: return found.place
    case .text:
      report("`\(tag.name)` is text and must be escaped", tag, source, "write `{{\(tag.name)}}`")
    case .flag, .section:
      report("`\(tag.name)` is not markup", tag, source, "write `{{#\(tag.name)}}`")
    }
    return nil
  }

  /// `{{.}}` shows the value of the section around it.
  private mutating func current(
    _ tag: TemplateTag, _ source: TemplateSource, asMarkup: Bool
  ) -> FieldReference? {
    guard case .value(let place, let isMarkup)? = stack.last else {
      report("`.` stands for no text here", tag, source)
      return nil
    }
    if isMarkup != asMarkup {
      report(
        isMarkup ? "markup would be escaped twice" : "`.` is text and must be escaped", tag, source,
        isMarkup ? "write `{{{.}}}`" : "write `{{.}}`")
    }
    return place
  }

  /// Where a name is, in the innermost of the models that have it.
  private mutating func find(
    _ tag: TemplateTag, _ source: TemplateSource
  ) -> (place: FieldReference, shape: FieldShape)? {
    var known: [String] = []
    var level = stack.count { if case .model = $0 { true } else { false } }
    for case .model(let fields) in stack.reversed() {
      level -= 1
      if let index = fields.index(of: tag.name) {
        return (FieldReference(level: level, index: index), fields.entries[index].shape)
      }
      known += fields.entries.map(\.name).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
    report(
      "no value is named `\(tag.name)` here", tag, source, didYouMean(tag.name, among: known))
    return nil
  }

  private mutating func include(
    _ tag: TemplateTag, _ source: TemplateSource
  ) -> [Template.Step] {
    guard let partial = partials[tag.name] else {
      let names = partials.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      report(
        "no partial is named `\(tag.name)`", tag, source, didYouMean(tag.name, among: names))
      return []
    }
    if let start = including.firstIndex(of: tag.name) {
      let through = including[(start + 1)...].map { "`\($0)`" }.joined(separator: ", ")
      let path = through.isEmpty ? "" : " through \(through)"
      report("the partial `\(tag.name)` includes itself\(path)", tag, source)
      return []
    }
    including.append(tag.name)
    defer { including.removeLast() }
    return follow(partial)
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

extension [Template.Step] {
  /// The bytes between two tags, of which the second is that at an index of the file's tags.
  fileprivate mutating func append(
    _ source: TemplateSource, from: Int, to: Int, at next: Int
  ) {
    let literal = source.literal(
      from: from, to: to, after: next > 0 ? source.tags[next - 1] : nil,
      before: next < source.tags.count ? source.tags[next] : nil)
    if !literal.isEmpty { append(.literal([UInt8](literal))) }
  }
}

/// A question for the name that was most likely meant; nil where none is near.
package func didYouMean(_ name: String, among known: [String]) -> String? {
  suggest(for: name, among: known).map { "did you mean `\($0)`?" }
}
