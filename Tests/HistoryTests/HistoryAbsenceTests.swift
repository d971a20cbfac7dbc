import Chronology
import Configuration
import Foundation
import Records
import SourceText
import TestSupport
import Testing

@testable import History

/// Where nothing is known, why not: each case has a sentence of its own.
@Suite struct HistoryAbsenceTests {
  private static let record = SampleRecords.normal.text

  private static func committed() throws -> TestRepository {
    let repository = try TestRepository()
    try repository.write(record)
    try repository.commit("Ask", at: "2026-03-02T09:20:00Z")
    try repository.write(record + "\nMore.\n")
    try repository.commit("More", at: "2026-03-03T09:20:00Z")
    return repository
  }

  @Test func settingsTurnItOff() throws {
    #expect(try Self.committed().history(.off).absence == .off)
  }

  @Test func withoutGit() throws {
    let repository = try Self.committed()
    let none = GitEnvironment(["PATH": repository.root + ":relative:"])
    #expect(try repository.history(environment: none).absence == .noGit)
  }

  @Test func withoutARepository() throws {
    let repository = try Self.committed()
    try repository.remove(".git")
    #expect(try repository.history().absence == .noRepository)
  }

  @Test func withoutACommit() throws {
    let repository = try TestRepository()
    try repository.write(Self.record)
    #expect(try repository.history().absence == .noCommit)
  }

  @Test func withoutARecordInACommit() throws {
    let repository = try TestRepository()
    try repository.commit("Begin", at: "2026-03-02T09:20:00Z")
    try repository.write(Self.record)
    #expect(try repository.history().absence == .notCommitted)
  }

  /// Variables that name another repository are not followed.
  @Test func variablesDoNotLeadAstray() throws {
    let repository = try Self.committed()
    let other = try TestRepository()
    let environment = GitEnvironment([
      "PATH": "/usr/bin:/bin", "HOME": repository.root, "GIT_DIR": other.root + "/.git",
      "GIT_WORK_TREE": other.root, "GIT_CONFIG_COUNT": "1", "GIT_CONFIG_KEY_0": "core.bare",
      "GIT_CONFIG_VALUE_0": "true", "GIT_PAGER": "false", "GIT_EXTERNAL_DIFF": "false",
    ])
    let history = try repository.history(environment: environment)
    #expect(history.absence == nil)
  }

  /// Neither do git's own settings, wherever they stand.
  @Test(
    arguments: [
      ("log.follow", "true"), ("diff.relative", "true"), ("color.ui", "always"),
      ("core.pager", "false"), ("diff.external", "false"), ("diff.renames", "copies"),
      ("log.showSignature", "true"), ("log.date", "relative"), ("core.quotePath", "true"),
      ("log.diffMerges", "off"), ("core.abbrev", "5"), ("diff.noprefix", "true"),
      ("log.decorate", "full"), ("i18n.logOutputEncoding", "latin1"), ("core.attributesFile", "x"),
    ])
  func settingsOfGitDoNotLeadAstray(key: String, value: String) throws {
    let repository = try Self.committed()
    let expected = try repository.edits()
    try repository.git("config", key, value)
    #expect(try repository.edits() == expected && expected.count == 2)
  }

  @Test func aShallowCloneKnowsTooLittle() throws {
    let repository = try Self.committed()
    let clone = repository.root + "/clone"
    try repository.git("clone", "--quiet", "--depth", "1", "file://\(repository.root)", clone)
    #expect(try history(of: clone, repository).absence == .shallow)
  }

  @Test func aPartialCloneKnowsWhoAndWhenAndFetchesNothing() throws {
    let repository = try Self.committed()
    try repository.git("config", "uploadpack.allowFilter", "true")
    let clone = repository.root + "/clone"
    try repository.git(
      "clone", "--quiet", "--filter=blob:none", "file://\(repository.root)", clone)
    let history = try history(of: clone, repository)
    #expect(history.absence == nil && history.lacksTexts)
    let register = try register(of: clone)
    let record = try #require(history.of(register.changes[0]))
    #expect(record.commits == 2)
    #expect(record.edits.allSatisfy { $0.changes.isEmpty })
    // Nothing is concluded from texts that are not there.
    #expect(LateEntry.all(of: register.changes[0], in: history).isEmpty)
    let proofs = ApprovalProof.all(of: register.changes[0], in: history, register.people)
    #expect(!proofs.isEmpty && proofs.allSatisfy { $0.finding == .unknown })
  }

  @Test func recordsInARepositoryOfTheirOwnThatIsNotThere() throws {
    let repository = try Self.committed()
    let other = try Self.committed()
    try repository.git(
      "submodule", "--quiet", "add", "file://\(other.root)", "content/changes/team")
    try repository.commit("Add the team's", at: "2026-03-04T09:20:00Z")
    #expect(
      try repository.history().absence == .submodule(path: "content/changes/team"))
  }

  @Test func aRepositoryThatIsDamagedIsSaidToBe() throws {
    let repository = try Self.committed()
    let objects = repository.folder.url.appending(path: ".git/objects")
    for name in try FileManager.default.contentsOfDirectory(atPath: objects.path)
    where name.utf8.count == 2 {
      try FileManager.default.removeItem(at: objects.appending(path: name))
    }
    let absence = try #require(try repository.history().absence)
    #expect(absence != .noRepository && !absence.sentence.isEmpty)
  }

  /// Whatever replaces a commit on this computer, the history is that of the commits.
  @Test func replacedCommitsAreNotFollowed() throws {
    let repository = try Self.committed()
    let head = try repository.git("rev-parse", "HEAD").trimmingCharacters(
      in: .whitespacesAndNewlines)
    try repository.git("replace", "--graft", head)
    let register = try repository.register()
    #expect(try repository.history().of(register.changes[0])?.commits == 2)
  }

  @Test func everySentenceIsOne() {
    let all: [HistoryAbsence] = [
      .off, .noGit, .noRepository, .notTrusted, .noCommit, .notCommitted, .shallow,
      .submodule(path: "content/changes/x"), .tooLarge, .failed("fatal: x"),
    ]
    #expect(Set(all.map(\.sentence)).count == all.count)
    for absence in all { #expect(absence.sentence.hasSuffix("."), "\(absence.sentence)") }
  }

  private func register(of root: String) throws -> Register {
    try readRegister(try readSourceTree(root: root, jobs: .one), settings: Settings(), jobs: .one)
  }

  private func history(of root: String, _ repository: TestRepository) throws -> RegisterHistory {
    readHistory(
      of: try register(of: root), root: root, environment: repository.environment,
      asOf: .init(secondsSinceEpoch: 1_780_000_000), jobs: .one)
  }
}
