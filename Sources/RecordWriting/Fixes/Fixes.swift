import Chronology
import Findings
import Records
import Rules
import SourceText

// Mending what mends itself:
//  1. an edit is proposed for a problem whose mending needs nobody's knowledge;
//  2. it is made on a copy, and the record is read again;
//  3. it is kept only where the record then has fewer problems, and none that it had not before.
// No edit says anything that the record does not say already: no instant, no person, no approval.

extension [Finding] {
  /// With the edits that mend them, where there are such.
  package func withFixes(of register: Register, asOf: Instant) -> [Finding] {
    var fixes: [FindingKey: TextFix] = [:]
    var mended: Set<String> = []
    for fixed in readingFixes(of: register) {
      mended.insert(fixed.problem.place.file.path)
      for finding in findings(for: [fixed.problem]) { fixes[FindingKey(finding)] = fixed.fix }
    }
    for missing in MissingSections.fixes(of: register, besides: mended, asOf: asOf) {
      fixes[missing.key] = missing.fix
    }
    if fixes.isEmpty { return self }
    return map { finding in
      var finding = finding
      finding.fix = fixes[FindingKey(finding)]
      return finding
    }
  }
}

/// What tells one finding from all others, whatever the settings make of its severity.
struct FindingKey: Hashable {
  let place: Place
  let code: RuleCode
  let message: String

  init(place: Place, code: RuleCode, message: String) {
    self.place = place
    self.code = code
    self.message = message
  }

  init(_ finding: Finding) {
    self.init(place: finding.place, code: finding.code, message: finding.message)
  }
}

/// The problems of a register's records that mend themselves, each with the edit that was tried.
func readingFixes(of register: Register) -> [(problem: ReadingProblem, fix: TextFix)] {
  let reader = RecordReader(register)
  let problems =
    register.changes.map(\.problems) + register.incidents.map(\.problems)
    + register.freezes.map(\.problems)
  return problems.joined().compactMap { problem in
    ProposedFix.fix(for: problem, in: register).flatMap { fix in
      reader.isBetter(by: fix) ? (problem, fix) : nil
    }
  }
}

/// Reads records again as the register read them.
struct RecordReader {
  private let register: Register

  init(_ register: Register) { self.register = register }

  func problems(of file: SourceFile) -> [ReadingProblem] {
    let settings = register.settings
    switch DecidingFolder(holding: file.path) {
    case .changes:
      return readChange(
        file, policies: register.policies, settings: settings, systems: register.systems,
        people: register.people
      ).problems
    case .incidents:
      return readIncident(
        file, zone: register.zone, systems: register.systems, settings: settings
      ).problems
    case .freezes:
      return readFreeze(
        file, zone: register.zone, systems: register.systems,
        names: register.freezeAllowances
      ).problems
    case .policy, nil: return []
    }
  }

  /// Whether a record has fewer problems with an edit. Where its front matter did not parse, nothing of it was
  /// known before, so that it is enough that it parses.
  func isBetter(by fix: TextFix) -> Bool {
    guard let place = fix.edits.first?.place else { return false }
    let before = problems(of: place.file)
    let edited = SourceFile(path: place.file.path, bytes: fix.applied(to: place.file))
    let after = problems(of: edited)
    if before.contains(where: \.isOfSyntax) { return !after.contains(where: \.isOfSyntax) }
    return after.count < before.count
  }
}

extension ReadingProblem {
  /// The front matter does not parse.
  var isOfSyntax: Bool {
    switch kind {
    case .yamlSyntax, .frontMatterUnclosed: true
    default: false
    }
  }
}

extension TextFix {
  /// The bytes of its file with its edits made.
  package func applied(to file: SourceFile) -> [UInt8] { [self].applied(to: file).bytes }
}

extension [TextFix] {
  /// The bytes of a file with the edits made that do not overlap ones before them, and which of the fixes
  /// were made.
  package func applied(to file: SourceFile) -> (bytes: [UInt8], made: [TextFix]) {
    var edits: [(edit: TextEdit, order: Int)] = []
    var made: [TextFix] = []
    for fix in self {
      let isFree = fix.edits.allSatisfy { edit in
        edits.allSatisfy { !$0.edit.touches(edit) }
      }
      guard isFree else { continue }
      for edit in fix.edits { edits.append((edit, edits.count)) }
      made.append(fix)
    }
    edits.sort {
      ($0.edit.place.range.lower, $0.order) > ($1.edit.place.range.lower, $1.order)
    }
    var bytes = file.bytes
    for (edit, _) in edits {
      bytes.replaceSubrange(edit.place.range.indices, with: [UInt8](edit.text.utf8))
    }
    return (bytes, made)
  }
}

extension TextEdit {
  /// Whether two edits are of common bytes; insertions at one place are made one after the other.
  fileprivate func touches(_ other: TextEdit) -> Bool {
    let (a, b) = (place.range, other.place.range)
    return a.lower < b.upper && b.lower < a.upper
  }
}
