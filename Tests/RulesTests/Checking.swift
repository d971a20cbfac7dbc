import Chronology
import Configuration
import Findings
import Records
import Rules
import SourceText
import TestSupport
import Testing

/// What `check` says of a content folder.
func findings(
  of files: [SourceFile], settings: Settings = Settings(), asOf: String = "2026-06-01T00:00Z",
  jobs: Int = 1, declaringFreezes: Bool = true
) throws -> [Finding] {
  let instant = try #require(InstantText.read(asOf, in: .utc)).instant
  let register = try register(of: files, settings: settings, declaringFreezes: declaringFreezes)
  return check(register, asOf: instant, jobs: Jobs(jobs))
}

/// A freeze that is long over: where nothing is declared at all, CB709 says so.
private let pastFreeze = SourceFile(
  path: "content/freezes/2020-fair.md",
  text: "---\nname: Fair\nfrom: 2020-06-01T00:00Z\nto: 2020-06-02T00:00Z\n---\n")

/// A content folder as it is read; `FullPolicy` stands in where no file is a policy, and a freeze
/// of long ago where none declares one.
func register(
  of files: [SourceFile], settings: Settings = Settings(), declaringFreezes: Bool = true
) throws -> Register {
  var files = files
  if declaringFreezes, !files.contains(where: { $0.path.hasPrefix("content/freezes/") }) {
    files.append(pastFreeze)
  }
  if !files.contains(where: { $0.path.hasPrefix("content/policy/") }) {
    files.append(SourceFile(path: FullPolicy.path, text: FullPolicy.text))
  }
  return try readRegister(SourceTree(files: files), settings: settings, jobs: .one)
}

/// Expects the findings of some files to be the marked ones: none missing, none more, each exactly
/// where its mark stands.
func expectMarkedFindings(
  _ sources: [MarkedSource], settings: Settings = Settings(), asOf: String = "2026-06-01T00:00Z",
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let found = try findings(of: sources.map(\.file), settings: settings, asOf: asOf)
  let described = found.map { MarkedSource.describe($0.code.description, $0.place) }
  #expect(
    described.sorted() == sources.flatMap(\.expected).sorted(), "\(found.map(\.message))",
    sourceLocation: sourceLocation)
}

/// The same for one change under `FullPolicy`.
func expectMarkedFindings(
  _ record: ExampleRecord, path: String = "content/changes/CHG-2026-0042.md",
  asOf: String = "2026-06-01T00:00Z", sourceLocation: SourceLocation = #_sourceLocation
) throws {
  try expectMarkedFindings(
    [MarkedSource(path: path, record.text)], asOf: asOf, sourceLocation: sourceLocation)
}

/// The same for `SampleRecords.normal` with some of its lines replaced.
func expectMarkedFindings(
  normalWith excerpt: String, asOf: String = "2026-06-01T00:00Z",
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  try expectMarkedFindings(
    SampleRecords.normal.replacing(with: excerpt), asOf: asOf, sourceLocation: sourceLocation)
}

/// The same for one record as it is written.
func expectMarkedFindings(
  normalText text: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  try expectMarkedFindings(
    [MarkedSource(path: "content/changes/CHG-2026-0042.md", text)], sourceLocation: sourceLocation)
}

/// The same for a policy, without any record.
func expectMarkedFindings(
  inPolicy text: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  try expectMarkedFindings(
    [MarkedSource(path: FullPolicy.path, text)], sourceLocation: sourceLocation)
}
