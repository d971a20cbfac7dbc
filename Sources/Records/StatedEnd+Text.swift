import Markdown
import PolicyReading
import SourceText

/// What the title and the text of a record say of an end, see `EndingStatement`.
extension StatedEnd {
  static func statements(
    in body: RecordBody, of document: MarkdownDocument, title: Located<String>?
  ) -> [ReadingProblem] {
    var found: [ReadingProblem] = []
    func report(_ label: String, _ text: String, _ place: Place) {
      let outcome = WordForm.words(text).lazy.compactMap { Outcome(writtenAs: $0)?.rawValue }.first
      found.append(
        ReadingProblem(.endBesideOutcome(label: label, text: text, outcome: outcome), at: place))
    }
    if let title, EndingStatement.stands(in: title.value) {
      report("title", title.value, title.place)
    }
    let parts = Parts(of: body)
    var index = 0
    while index < document.nodes.count {
      let end = Int(document.nodes[index].end)
      switch document.nodes[index].kind {
      case .heading:
        let text = document.plainText(of: index)
        if Parts.isTitle(text, title), document.holdsStrike(index..<end) {
          report("title", "~~\(text)~~", document.place(of: index))
        } else if EndingStatement.stands(in: text),
          title.map({ !text.hasSuffix($0.value) }) ?? true
        {
          report("heading", text, document.place(of: index))
        }
        index = max(end, index + 1)
      case .blockQuote:
        // A quote stands apart from the text around it.
        for node in index..<end where document.nodes[node].kind == .paragraph {
          if let text = statement(in: document, node, isApart: true) {
            report("text", text, document.place(of: node))
          }
        }
        index = max(end, index + 1)
      case .paragraph:
        if let text = statement(in: document, index, isApart: parts.areOfChange(index)) {
          report("text", text, document.place(of: index))
        }
        if parts.isOpening(index), document.holdsWholeStrike(index) {
          report("text", "~~\(document.plainText(of: index))~~", document.place(of: index))
        }
        index = max(end, index + 1)
      case .taskItem(isChecked: false) where parts.areRemarks(index):
        let text = document.plainText(of: index)
        if isOfConsent(text) { report("box", "[ ] \(text)", document.place(of: index)) }
        index = max(end, index + 1)
      case .codeBlock, .htmlBlock: index = max(end, index + 1)
      default: index += 1
      }
    }
    return found
  }

  /// The sentence of a paragraph that says so. Of steps, tests and technical details only a paragraph
  /// of bold letters or capitals speaks of the change as such, and a sentence that names it.
  private static func statement(
    in document: MarkdownDocument, _ node: Int, isApart: Bool
  ) -> String? {
    let text = document.plainText(of: node)
    let isLoud = document.isBold(node) || text.isOfCapitals
    return text.parts(atAnyOf: ".;!?\n").first { sentence in
      if isApart { return EndingStatement.says(sentence) || EndingStatement.opens(sentence) }
      return (isLoud || namesRecord(sentence))
        && EndingStatement.says(sentence, allowsReason: false)
        || isLoud && StateWords.areAll(of: WordForm.words(sentence))
    }.map { WordForm.trim($0) }
  }

  /// `CAB approved`, `Ready to deploy`: of a box that is not ticked, what there is not yet.
  private static func isOfConsent(_ text: String) -> Bool {
    let words = WordForm.words(text)
    return (2..<7).contains(words.count) && !words.contains("pre")
      && words.contains {
        consent.contains($0) || $0.hasPrefix("approv") || $0.hasPrefix("authoris")
      }
  }

  private static let consent: Set<String> = ["ready", "cleared", "released", "signed"]

  private static func namesRecord(_ sentence: String) -> Bool {
    let words = WordForm.words(sentence)
    return zip(words, words.dropFirst()).contains {
      $0 == "this" && ["change", "record", "rfc"].contains($1)
    } || words.contains("cab")
  }

  /// The parts of a body that speak of the change as such.
  private struct Parts {
    private let opening: Range<Int>
    private let preamble: Range<Int>
    private let others: [Range<Int>]
    private let approvals: [Range<Int>]

    init(of body: RecordBody) {
      opening = body.opening
      preamble = body.preamble
      approvals = body.sections.filter { $0.role == .approvals || $0.role == .type }.map(\.content)
      others = body.sections.filter { section in
        switch section.role {
        case .technicalDetails, .implementationPlan, .rollbackPlan, .testingEvidence, .impact,
          .riskLevel, .schedule:
          true
        default: false
        }
      }.map(\.content)
    }

    static func isTitle(_ text: String, _ title: Located<String>?) -> Bool {
      title.map { text.hasSuffix($0.value) } ?? false
    }

    func isOpening(_ node: Int) -> Bool { opening.contains(node) || preamble.contains(node) }
    func areOfChange(_ node: Int) -> Bool { !others.contains { $0.contains(node) } }

    /// The same without the sections whose boxes are approvals, or a choice.
    func areRemarks(_ node: Int) -> Bool {
      areOfChange(node) && !approvals.contains { $0.contains(node) }
    }
  }
}

extension String {
  /// Letters, and no small one.
  var isOfCapitals: Bool {
    unicodeScalars.contains { $0.properties.isUppercase }
      && !unicodeScalars.contains { $0.properties.isLowercase }
  }
}
