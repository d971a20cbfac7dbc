import Foundation
import Testing

@testable import PolicyReading

/// Every cell that the guide shows is read.
@Suite struct GuideCellsTests {
  /// What stands in backticks in the first column of the table with that head.
  private static func cells(below head: String) throws -> [String] {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let page = try String(
      contentsOf: root.appending(path: "content/guide/windows-and-freezes.md"), encoding: .utf8)
    let lines = page.split(separator: "\n", omittingEmptySubsequences: false)
    guard let start = lines.firstIndex(where: { $0.hasPrefix(head) }) else { return [] }
    return lines[(start + 2)...].prefix { $0.hasPrefix("|") }.flatMap { line -> [String] in
      let column = line.dropFirst().prefix { $0 != "|" }
      return column.split(separator: "`", omittingEmptySubsequences: false).enumerated()
        .filter { $0.offset % 2 == 1 }.map { String($0.element) }
    }
  }

  @Test func readsTheTimesOfWindows() throws {
    let cells = try Self.cells(below: "| Cell | Read as |")
    #expect(cells.count > 20)
    for cell in cells {
      if case .refused(let accepted) = WindowTimeText.read(cell) {
        Issue.record("\(cell): \(accepted)")
      }
    }
  }

  @Test func readsTheDurationsOfFreezes() throws {
    let cells = try Self.cells(below: "| Duration | Read as |")
    #expect(cells.count > 12)
    for cell in cells {
      if case .refused(let accepted) = FreezeDurationText.read(cell) {
        Issue.record("\(cell): \(accepted)")
      }
    }
  }

  @Test func readsWhatMayPass() throws {
    let names = FreezeAllowanceText.Names(types: ["Standard", "Normal"], risks: ["Low", "High"])
    let cells = try Self.cells(below: "| Changes Allowed | What passes |")
    #expect(cells.count > 8)
    for cell in cells {
      #expect(
        cell.hasSuffix(":") || FreezeAllowanceText.read(cell, names) != nil, "\(cell)")
    }
  }
}
