import Chronology
import Markdown

/// Makes markup of pages and blocks by their templates: the one place where values meet markup.
package struct HTMLRenderer: ~Copyable {
  private let templates: BlockTemplates
  private let links: any LinkMap
  private let zone: Zone
  private var writer = HTMLWriter()
  /// The models around the place that is written, the innermost last.
  private var models: [any TemplateModel] = []
  /// The index of the outermost model of the template at hand.
  private var base = 0

  package init(_ templates: BlockTemplates, links: any LinkMap, zone: Zone) {
    self.templates = templates
    self.links = links
    self.zone = zone
  }

  /// Behind what was written so far.
  package mutating func write(_ model: any TemplateModel, with template: Template) {
    let outer = base
    base = models.count
    models.append(model)
    run(template, 0..<template.program.count)
    models.removeLast()
    base = outer
  }

  package mutating func write(_ block: any Block) {
    if !block.isEmpty { write(block, with: templates[block: type(of: block).name]) }
  }

  /// Each on a line of its own.
  private mutating func write(_ blocks: [any Block]) {
    var isFirst = true
    for block in blocks where !block.isEmpty {
      if !isFirst { writer.newline() }
      isFirst = false
      write(block)
    }
  }

  package consuming func finish() -> HTML { writer.finish() }

  private mutating func run(_ template: borrowing Template, _ range: Range<Int>) {
    var index = range.lowerBound
    while index < range.upperBound {
      let instruction = template.program[index]
      index += 1
      switch instruction {
      case .literal(let bytes): writer.append(template: template.literals, bytes)
      case .value(let place): show(value(of: place))
      case .section(let place, isInverted: true, let end):
        if !value(of: place).isThere { run(template, index..<end) }
        index = end
      case .section(let place, isInverted: false, let end):
        repeatSection(over: value(of: place), template, index..<end)
        index = end
      }
    }
  }

  private func value(of place: FieldReference) -> FieldValue {
    let value = models[base + place.level].value(at: place.index)
    guard case .target(let target) = value else { return value }
    return .text(target.flatMap(links.href) ?? "")
  }

  private mutating func repeatSection(
    over value: FieldValue, _ template: borrowing Template, _ inner: Range<Int>
  ) {
    switch value {
    case .model(let model?): run(template, inner, in: model)
    case .list(let models): for model in models { run(template, inner, in: model) }
    default: if value.isThere { run(template, inner) }
    }
  }

  private mutating func run(
    _ template: borrowing Template, _ range: Range<Int>, in model: any TemplateModel
  ) {
    models.append(model)
    run(template, range)
    models.removeLast()
  }

  private mutating func show(_ value: FieldValue) {
    switch value {
    case .text(let text): writer.text(text)
    case .markup(let html): writer.append(html)
    case .rich(let text): write(text)
    case .blocks(let blocks): write(blocks)
    case .prose(let prose): links.write(prose, to: &writer)
    // Templates that show one of these are refused when they are loaded.
    case .flag, .model, .list, .target: break
    }
  }

  package mutating func write(_ text: RichText) {
    for piece in text.pieces {
      switch piece {
      case .text(let text): writer.text(text)
      case .link(let target, let text):
        guard let href = links.href(target) else {
          writer.text(text)
          break
        }
        write(.link, InlineModel(text, href: href, isOutside: target.isOutside))
      case .id(let target, let id):
        write(.id, InlineModel(id, href: target.flatMap(links.href) ?? ""))
      case .instant(let instant):
        write(.time, InlineModel(instant, in: zone))
      case .day(let day):
        write(.time, InlineModel(DisplayTime.day(day), datetime: day.description))
      case .interval(let interval, let target):
        write(
          .interval,
          InlineModel(interval, in: zone, href: target.flatMap(links.href) ?? ""))
      case .mark(let tone, let text, let target):
        write(.mark, InlineModel(text, tone: tone, href: target.flatMap(links.href) ?? ""))
      case .severity(let severity, let isWaived):
        write(.severity, InlineModel(severity, isWaived: isWaived))
      case .findings(let counts, let target):
        write(.findings, InlineModel(counts, href: target.flatMap(links.href) ?? ""))
      case .drawing(let drawing, _): writer.append(drawing)
      case .strong(let text): write(.strong, InlineModel(text))
      case .small(let text): write(.small, InlineModel(text))
      case .code(let text): write(.code, InlineModel(text))
      case .path(let path): write(.path, InlineModel(path: path))
      case .name(let name, let target):
        write(.name, InlineModel(name, href: target.flatMap(links.href) ?? ""))
      }
    }
  }

  private mutating func write(_ kind: InlineKind, _ model: InlineModel) {
    write(model, with: templates[inline: kind])
  }
}

extension LinkTarget {
  fileprivate var isOutside: Bool { if case .web = self { true } else { false } }
}
