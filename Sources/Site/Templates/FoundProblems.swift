import Documents
import SourceText

/// Problems of several pages; one that pages share with a partial is told once, with their names.
struct FoundProblems {
  /// The pages on which each shows, in their order; none for what the file alone shows.
  private var pagesOfProblem: [ReadingProblem: [(kind: TemplateKind, name: String)]] = [:]

  mutating func add(_ problems: [ReadingProblem]) {
    for problem in problems { pagesOfProblem[problem] = [] }
  }

  /// Those of a page and the partials it includes. `known` need no page's name.
  mutating func add(
    _ problems: [ReadingProblem], of page: TemplateSource, _ kind: TemplateKind, named name: String,
    known: Set<ReadingProblem>
  ) {
    for problem in problems {
      let needsName = problem.place.file !== page.file && !known.contains(problem)
      pagesOfProblem[problem, default: []] += needsName ? [(kind, name)] : []
    }
  }

  /// By path, place and words.
  var inOrder: [ReadingProblem] {
    pagesOfProblem.map { problem, pages in Self.naming(pages, in: problem) }.sorted { a, b in
      let (x, y) = (a.place, b.place)
      if x.file.path != y.file.path {
        return x.file.path.utf8.lexicographicallyPrecedes(y.file.path.utf8)
      }
      if x.range != y.range {
        return (x.range.lower, x.range.upper) < (y.range.lower, y.range.upper)
      }
      return "\(a.kind)".utf8.lexicographicallyPrecedes("\(b.kind)".utf8)
    }
  }

  private static func naming(
    _ pages: [(kind: TemplateKind, name: String)], in problem: ReadingProblem
  ) -> ReadingProblem {
    guard case .templateProblem(let message, let help) = problem.kind, let first = pages.first
    else { return problem }
    let shown = pages.prefix(3).map { "`\($0.name)`" }.joined(separator: ", ")
    let rest = pages.count > 3 ? " and \(pages.count - 3) more" : ""
    let noun = pages.count == 1 ? first.kind.noun : first.kind.noun + "s"
    return ReadingProblem(
      .templateProblem(message: "\(message), on the \(noun) \(shown)\(rest)", help: help),
      at: problem.place)
  }
}
