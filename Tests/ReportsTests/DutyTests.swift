import Records
import Reports
import TestSupport
import Testing

/// Who had two parts in a change.
@Suite struct DutyTests {
  /// One name may write under several addresses: each is somebody's, and none hides behind another.
  @Test(arguments: 0..<3)
  func everyAddressOfACommitterCounts(own: Int) throws {
    let repository = try TestRepository()
    try repository.write(
      SampleRecords.normal.replacing(with: "---\nrequester: \"ann-\(own)@example.net\"\n---").text)
    for number in 0..<3 {
      try repository.write(
        SampleRecords.normal.replacing(with: "---\nrequester: \"ann-\(own)@example.net\"\n---").text
          + "\nEdit \(number).\n")
      try repository.git("add", "--all")
      try repository.git(
        "commit", "--quiet", "--message", "Edit", "--author=Ann <ann-\(number)@example.net>")
    }
    let rows = try repository.register().duties(try repository.history())
    #expect(rows.map(\.committers) == [["Ann"]])
    #expect(rows.first?.overlaps.contains(.committerRequests) == true)
    #expect(rows.first?.overlaps.contains(.committerImplements) == false)
  }
}
