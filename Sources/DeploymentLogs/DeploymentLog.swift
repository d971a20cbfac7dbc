import Chronology
import SourceText

/// A file of deployments.
package struct DeploymentLog: Sendable {
  package let file: SourceFile
  /// In the order of the file.
  package let deployments: [Deployment]
  /// Entries of a known form that are about no deployment.
  package let passedOver: Int
  /// Entries that are not read.
  package let problems: [ReadingProblem]

  /// The folder that logs of the content are kept in.
  package static let folder = "content/deployments/"
  /// Endings of their names.
  package static let endings = [".jsonl", ".ndjson", ".json", ".csv"]

  /// More entries of one file are not read.
  static let mostEntries = 100_000
  /// More problems of one file are not told.
  static let mostProblems = 100
}

/// Reads a log by the ending of its name and the form of its entries: JSON Lines and CSV of our own, the
/// answers of GitHub's and GitLab's APIs, the history of Argo CD, CDEvents. An entry that is not read
/// becomes a problem at its line.
package func readDeploymentLog(_ file: SourceFile, zone: Zone) -> DeploymentLog {
  var reader = DeploymentLogReader(file, zone: zone)
  if file.path.hasSuffix(".csv") {
    reader.readTable()
  } else if file.path.hasSuffix(".json") {
    reader.readValues()
  } else {
    reader.readLines()
  }
  return reader.log
}

extension SourceFile {
  /// Whether it is a log of `content/deployments`.
  package var isDeploymentLog: Bool {
    path.utf8.starts(with: DeploymentLog.folder.utf8)
      && DeploymentLog.endings.contains(where: path.hasSuffix)
  }
}

extension ReadingProblem {
  /// Whether it is of a log of `content/deployments`, or of that folder.
  package var isOfLogs: Bool {
    let path = place.file.path
    if path.utf8.starts(with: DeploymentLog.folder.utf8) { return !path.hasSuffix(".md") }
    return path + "/" == DeploymentLog.folder
  }
}

extension String {
  /// Without the blanks around it.
  fileprivate var trimmed: Substring {
    var text = self[...]
    while let last = text.unicodeScalars.last, last == " " || last == "\t" {
      text.unicodeScalars.removeLast()
    }
    return text.drop { $0 == " " || $0 == "\t" }
  }
}

private struct DeploymentLogReader {
  private let file: SourceFile
  private let zone: Zone
  private var deployments: [Deployment] = []
  private var passedOver = 0
  private var problems: [ReadingProblem] = []
  private var isFull = false

  init(_ file: SourceFile, zone: Zone) {
    self.file = file
    self.zone = zone
  }

  var log: DeploymentLog {
    DeploymentLog(
      file: file, deployments: deployments, passedOver: passedOver, problems: problems)
  }

  // MARK: JSON

  /// A line that is no JSON leaves the others as they are.
  mutating func readLines() {
    for line in 1...file.lineStarts.count where !isFull {
      let range = file.range(ofLine: line).indices
      var reader = JSONReader(file, range)
      guard !reader.isAtEnd() else { continue }
      do throws(JSONFault) {
        take(try reader.next())
        if !reader.isAtEnd() { report("more than one value stands in the line", at: range) }
      } catch {
        report("it is no JSON: \(error.reason)", at: range)
      }
    }
  }

  /// Values one after the other; behind one that is no JSON nothing is known of the rest.
  mutating func readValues() {
    var reader = JSONReader(file, file.wholeRange.indices)
    while !isFull, !reader.isAtEnd() {
      do throws(JSONFault) {
        take(try reader.next())
      } catch {
        let line = file.line(at: min(error.offset, max(0, file.bytes.count - 1)))
        report(
          "it is no JSON: \(error.reason); nothing of this value, and nothing behind it, is read",
          at: file.range(ofLine: line).indices)
        return
      }
    }
  }

  private mutating func take(_ node: JSONNode) {
    if let elements = node.elements {
      for element in elements where !isFull { takeEntry(element) }
    } else {
      takeEntry(node)
    }
  }

  private static let forms: [any LogForm.Type] = [
    CDEventsDeployments.self, ArgoCDHistory.self, GitLabDeployments.self, GitHubDeployments.self,
    PlainDeployments.self,
  ]

  private mutating func takeEntry(_ node: JSONNode) {
    guard let entry = Self.forms.lazy.compactMap({ $0.read(node) }).first else {
      return report(
        "it has none of the names of a deployment, such as `environment`, `revision` and `finished`",
        at: node.range)
    }
    switch entry {
    case .passedOver: passedOver += 1
    case .deployments(let read): for (facts, node) in read { add(facts, at: node.range) }
    }
  }

  // MARK: CSV

  mutating func readTable() {
    var reader = CSVReader(file)
    var columns: [(index: Int, fact: WritableKeyPath<DeploymentFacts, String?>)]?
    var (rollback, heads): (Int?, [String]) = (nil, [])
    while !isFull, let reading = reader.next() {
      switch reading {
      case .failure(let fault): report(fault.reason, at: fault.offset..<fault.offset)
      case .success(let row):
        guard let columns else {
          heads = row.fields.map { field in
            field.lowercased().trimmed.map { $0 == " " || $0 == "-" ? "_" : String($0) }.joined()
          }
          let found = PlainDeployments.names.compactMap { names, fact in
            names.lazy.compactMap { heads.firstIndex(of: $0) }.first.map { ($0, fact) }
          }
          if let twice = heads.first(where: { head in
            PlainDeployments.known.contains(head) && heads.count { $0 == head } > 1
          }) {
            return report("its first row names the column \(twice) twice", at: row.range)
          }
          rollback = heads.firstIndex(of: PlainDeployments.rollback)
          columns = found.map { (index: $0.0, fact: $0.1) }
          if found.isEmpty {
            report(
              "its first row names none of the columns "
                + PlainDeployments.names.compactMap(\.names.first).joined(separator: ", ")
                + (row.fields.contains { $0.contains(";") || $0.contains("\t") }
                  ? "; columns are parted by commas" : ""),
              at: row.range)
            return
          }
          continue
        }
        var facts = DeploymentFacts()
        for (index, fact) in columns where index < row.fields.count && !row.fields[index].isEmpty {
          facts[keyPath: fact] = row.fields[index]
        }
        if row.fields.count > heads.count {
          facts.fault = "it has \(row.fields.count) fields, and the first row \(heads.count)"
        }
        facts.markMisspelt(heads)
        if let rollback, rollback < row.fields.count { facts.readRollback(row.fields[rollback]) }
        add(facts, at: row.range)
      }
    }
  }

  // MARK: What comes of it

  private mutating func add(_ facts: DeploymentFacts, at range: Range<Int>) {
    guard deployments.count < DeploymentLog.mostEntries else {
      isFull = true
      return report(
        "the file has more than \(DeploymentLog.mostEntries) entries; nothing from here on is read",
        at: range)
    }
    switch facts.deployment(at: firstLine(of: range), in: zone) {
    case .success(let deployment): deployments.append(deployment)
    case .failure(let unread): report(unread.reason, at: range)
    }
  }

  /// An entry may go over many lines: it stands where it begins.
  private func firstLine(of range: Range<Int>) -> Place {
    let line = file.range(ofLine: file.line(at: range.lowerBound)).indices
    return Place(file, SourceRange(range.lowerBound, max(range.lowerBound, line.upperBound)))
  }

  private mutating func report(_ reason: String, at range: Range<Int>) {
    if problems.count == DeploymentLog.mostProblems {
      isFull = true
      problems.append(
        ReadingProblem(
          .unreadableDeployment(
            reason: "the file has more such entries; nothing from here on is read"),
          at: firstLine(of: range)))
    }
    guard problems.count < DeploymentLog.mostProblems else { return }
    problems.append(
      ReadingProblem(.unreadableDeployment(reason: reason), at: firstLine(of: range)))
  }
}
