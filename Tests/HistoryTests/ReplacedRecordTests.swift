import Configuration
import Foundation
import Records
import SourceText
import TestSupport
import Testing

@testable import History

/// Records that are gone although a file or an id of theirs is there, and merges that drop what they wrote
/// nothing about.
@Suite struct ReplacedRecordTests {
  private static let draft = SampleRecords.normal.without(
    "approvals", "started", "deployed", "outcome", "closed")

  private static func record(_ id: String, _ more: String) -> String {
    draft.replacing(with: "---\nid: \(id)\n\(more)\n---").text
  }

  private static let other = "title: Another change\nrequested: 2026-04-02T09:00Z"

  private enum Way: CaseIterable { case overwritten, folderAlone, removedFirst, moved }

  /// Whatever id the other record has and however it came in, the first is gone and its edits are not
  /// those of the other.
  @Test(arguments: 0..<16)
  func anotherRecordInItsPlace(seed: Int) throws {
    var random = SplitMix(seed: UInt64(seed))
    let way = Way.allCases[seed % Way.allCases.count]
    let id = random.below(2) == 0 ? "CHG-2026-0042" : "CHG-2026-0043"
    let path = way == .moved ? "content/changes/b/\(id).md" : "content/changes/CHG-2026-0042.md"
    let repository = try TestRepository()
    try repository.write(Self.record("CHG-2026-0042", ""))
    try repository.commit("Ask", at: "2026-03-02T09:20:00Z")
    for index in 0..<random.below(3) {
      try repository.write(Self.record("CHG-2026-0042", "owner: \"@o\(index)\""))
      try repository.commit("Go on", at: "2026-03-03T09:2\(index):00Z")
    }
    if way == .removedFirst || way == .moved { try repository.remove() }
    if way == .removedFirst { try repository.commit("Remove", at: "2026-03-04T09:20:00Z") }
    try repository.write(Self.record(id, Self.other), to: path)
    if way != .folderAlone {
      try repository.commit("Write", by: "oncall", at: "2026-04-02T09:20:00Z")
    }
    let history = try repository.history()
    #expect(history.lost.map(\.id) == ["CHG-2026-0042"], "\(way) \(id)")
    if way != .moved || id == "CHG-2026-0042" {
      #expect(history.lost.first?.replacement == id, "\(way) \(id)")
    }
    let subject: String? =
      switch way {
      case .overwritten, .moved: "Write"
      case .removedFirst: "Remove"
      case .folderAlone: nil
      }
    #expect(history.lost.first?.commit?.subject == subject, "\(way) \(id)")
    #expect(history.heldIDs.contains("CHG-2026-0042"))
    #expect(
      try repository.edits(of: id, history).count == 1, "\(way) \(id)")
  }

  /// What somebody edits, numbers anew or takes back is the same record.
  @Test(
    arguments: [
      ("CHG-2026-0042", "title: Other words"), ("CHG-2026-0042", "requested: 2026-03-01T09:00Z"),
      ("CHG-2026-0044", ""), ("CHG-2026-0042", "risk: High\nsystems: [indexer]"),
    ], [false, true])
  func anEditIsNoOtherRecord(edit: (id: String, text: String), isRemovedFirst: Bool) throws {
    let repository = try TestRepository()
    try repository.write(Self.record("CHG-2026-0042", ""))
    try repository.commit("Ask", at: "2026-03-02T09:20:00Z")
    if isRemovedFirst {
      try repository.remove()
      try repository.commit("Remove", at: "2026-03-03T09:20:00Z")
    }
    try repository.write(Self.record(edit.id, edit.text))
    try repository.commit("Edit", at: "2026-03-04T09:20:00Z")
    let history = try repository.history()
    #expect(history.lost.isEmpty)
    #expect(try repository.edits(of: edit.id, history).count == (isRemovedFirst ? 3 : 2))
  }

  /// A merge that takes one side and writes nothing: it is named for what it dropped.
  @Test(arguments: [false, true])
  func aMergeThatDropsARecord(isOnlyEdited: Bool) throws {
    let repository = try TestRepository()
    if isOnlyEdited {
      try repository.write(Self.record("CHG-2026-0042", ""))
    } else {
      try repository.write(Self.record("CHG-2026-0001", ""), to: "content/changes/CHG-2026-0001.md")
    }
    try repository.commit("Begin", at: "2026-03-01T09:20:00Z")
    try repository.git("checkout", "--quiet", "-b", "old")
    try repository.write("# Page\n", to: "content/page.md")
    try repository.commit("Page", at: "2026-03-02T09:20:00Z")
    try repository.git("checkout", "--quiet", "main")
    try repository.write(Self.record("CHG-2026-0042", "risk: High"))
    try repository.commit("Ask", at: "2026-03-03T09:20:00Z")
    try repository.git("checkout", "--quiet", "old")
    try repository.git(
      "merge", "--quiet", "--no-edit", "--strategy", "ours", "-m", "Take ours", "main", by: "oncall"
    )
    let history = try repository.history()
    if isOnlyEdited {
      let edits = try repository.edits(of: "CHG-2026-0042", history)
      #expect(edits.last == "oncall | Risk: High → Medium", "\(edits)")
      #expect(history.lost.isEmpty)
    } else {
      #expect(history.lost.map(\.id) == ["CHG-2026-0042"])
      #expect(history.lost.first?.commit?.subject == "Take ours")
      #expect(history.lost.first?.commit?.author.name == "oncall")
    }
  }
}
