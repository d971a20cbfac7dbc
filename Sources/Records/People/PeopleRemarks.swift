import Markdown
import PolicyReading
import SourceText

/// What stands beside a list of people and may take back what its rows say: `@ann left in May`, `the
/// list is a draft`.
///
/// A sentence that names somebody of the list says nothing only where all of its words are known to:
/// whom to ask, who keeps the list. Any other may say that a row does not hold, or is somebody else's.
struct PeopleRemarks {
  /// What the rows call people, folded, each with its row.
  private let names: [String: Int]
  /// First names that one row has, as they are written.
  private let firstNames: [String: Int]

  init(_ people: [PeopleDirectory.Person]) {
    var names: [String: Int] = [:]
    var firstNames: [String: Int] = [:]
    for (row, person) in people.enumerated() {
      let parts = ([person.identity] + person.aliases).flatMap { [$0.handle, $0.name, $0.email] }
      for name in parts.compactMap(\.self).map(WordForm.fold)
      where !name.isEmpty && names[name] == nil { names[name] = row }
      let words = (person.identity.name ?? "").parts(at: " ")
      // `May` and `Will` begin sentences of anything.
      for word in words where words.count > 1 && !SystemName.standsInSentences(word) {
        if firstNames[word] == nil { firstNames[word] = row }
      }
    }
    self.names = names
    self.firstNames = firstNames
  }

  func problems(of documents: [MarkdownDocument]) -> [ReadingProblem] {
    documents.flatMap(problems)
  }

  private func problems(of document: MarkdownDocument) -> [ReadingProblem] {
    var found: [ReadingProblem] = []
    var isUnderEnd = false
    for node in document.nodes.indices {
      let text: String
      switch document.nodes[node].kind {
      case .heading:
        text = document.plainText(of: node)
        isUnderEnd = StandingText.isOver(WordForm.fold(text))
      case .paragraph: text = document.plainText(of: node)
      case .htmlBlock:
        let readable = ReadableText(document.markup(of: node))
        text = readable.text(readable.bytes.indices)
      default: continue
      }
      guard text.sentences.contains(where: { takesBack($0, isUnderEnd: isUnderEnd) })
      else { continue }
      found.append(
        ListForm.people.unread(
          "a text beside the list of people that may take back a row", text,
          at: document.place(of: node),
          accepted: "say it in the table, with a day under Until or another handle in the row, or "
            + "remove the row; what says nothing of the rows goes under Notes"))
    }
    return found
  }

  private func takesBack(_ sentence: String, isUnderEnd: Bool) -> Bool {
    let words = WordForm.words(sentence)
    let (rows, others) = parted(sentence, words)
    if !rows.isEmpty {
      // Of two people in one sentence one may be the other, but where they stand in a row.
      let isRow =
        sentence.utf8.contains(UInt8(ascii: ",")) || words.contains("and")
        || words.contains("or")
      return isUnderEnd || rows.count > 1 && !isRow || !others.allSatisfy(Self.harmless.contains)
    }
    return Self.speaksOfEnd(words) || Self.endsRows(words) || Self.endsPeople(words)
      || StandingSentence(sentence).isAgainstList
      || sentence.holdsDay && words.contains(where: Self.limiting.contains)
  }

  /// `Status: inactive`, `these rows are suspended`; not `people who left are taken out of the list`.
  private static func endsRows(_ words: [String]) -> Bool {
    words.contains(where: ofRows.contains) && !words.contains(where: ofOthers.contains)
      && StandingText.isOver(words.joined(separator: " "))
  }

  /// `Technical approvers are suspended`, `these people may no longer approve`: of all of them, and of some
  /// that nobody names.
  private static func endsPeople(_ words: [String]) -> Bool {
    guard let subject = words.firstIndex(where: ofPeople.contains),
      !words[..<subject].contains(where: ofOthers.contains)
    else { return false }
    let said = words[(subject + 1)...].drop { ["below", "above", "listed", "here"].contains($0) }
    return said.first.map(verbs.contains) ?? false
      && StandingText.isStatement(said.joined(separator: " "))
  }

  private static let ofPeople: Set<String> = [
    "people", "persons", "approvers", "reviewers", "members", "signatories", "accounts",
  ]
  private static let verbs: Set<String> = [
    "are", "were", "have", "may", "must", "can", "cannot", "do",
  ]

  private static let ofRows: Set<String> = [
    "list", "row", "rows", "table", "page", "status", "state", "entry", "entries", "these", "roles",
    "approvals",
  ]
  private static let ofOthers: Set<String> = [
    "who", "that", "which", "whoever", "people", "somebody", "someone", "anybody", "anyone", "if",
    "when",
  ]

  /// Whether words say of a list that it does not hold: `People (outdated)`, `the last row is void`.
  static func speaksOfEnd(_ words: [String]) -> Bool {
    words.contains(where: ofLists.contains)
      || zip(words, words.dropFirst()).contains { pairsOfLists.contains("\($0) \($1)") }
  }

  /// The rows that a sentence names, and the words that it has besides.
  private func parted(_ sentence: String, _ words: [String]) -> (rows: Set<Int>, others: [String]) {
    var rows: Set<Int> = []
    var others: [String] = []
    let capitals = Set(
      sentence.split { !$0.isLetter }.filter { $0.first?.isUppercase ?? false }
        .map { WordForm.fold(String($0)) })
    var index = 0
    while index < words.count {
      let named = (1...4).reversed().lazy.compactMap { count -> (Int, Int)? in
        guard index + count <= words.count else { return nil }
        return names[words[index..<index + count].joined(separator: " ")].map { ($0, count) }
      }.first
      if let (row, count) = named {
        rows.insert(row)
        index += count
      } else if let row = firstNames[words[index]], capitals.contains(words[index]) {
        rows.insert(row)
        index += 1
      } else {
        others.append(words[index])
        index += 1
      }
    }
    return (rows, others)
  }

  private static let limiting: Set<String> = [
    "until", "till", "before", "end", "ends", "only", "except", "unless", "not", "never", "longer",
  ]
  private static let ofLists: Set<String> = [
    "draft", "obsolete", "outdated", "superseded", "nobody", "invalid", "provisional", "void",
    "template", "wrong", "incorrect", "stale", "deprecated", "unmaintained", "incomplete",
    "unconfirmed", "placeholder",
  ]
  private static let pairsOfLists: Set<String> = [
    "of date", "not valid", "not current", "not final", "not complete", "let go", "not maintained",
    "be removed", "not rely", "no effect",
  ]

  /// Words of sentences that say whom to ask, and who keeps the list.
  private static let harmless: Set<String> = [
    "a", "an", "the", "this", "that", "these", "list", "page", "file", "table", "is", "are", "was",
    "were", "be", "by", "to", "for", "of", "in", "on", "at", "with", "and", "or", "about", "via",
    "from", "please", "ask", "asks", "contact", "contacts", "write", "mail", "email", "e", "call",
    "ping", "tell", "message", "questions", "question", "go", "goes", "reach", "requests",
    "request",
    "additions", "corrections", "correction", "kept", "keeps", "keep", "maintained", "maintains",
    "maintainer", "maintainers", "maintain", "reviewed", "reviews", "review", "checked", "checks",
    "updated", "updates", "update", "edited", "written", "created", "owned", "owns", "owner",
    "owners", "responsible", "every", "each", "quarter", "quarterly", "month", "monthly", "week",
    "weekly", "year", "yearly", "day", "daily", "last", "it", "you", "we", "our", "us", "people",
    "everybody", "everyone", "new", "changes", "change", "add", "added", "entries", "row", "rows",
    "up", "date", "current", "thanks", "help", "helps", "if", "there", "any", "other", "have",
    "has",
    "who", "see", "channel", "slack", "team", "handbook", "wiki", "how", "joined", "join",
    "welcome",
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]
}
