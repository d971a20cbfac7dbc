import Chronology
import Markdown
import Records
import SourceText
import TestSupport
import Testing

/// Of an incident that is over no more is read than when and for what it held: with every damage it says
/// the same of these as when it is read as a whole.
@Suite struct SettledIncidentTests {
  private static let text = """
    ---
    id: INC-2026-001
    title: Slow answers
    systems: [web, api]
    started: 2026-05-01T10:00Z
    resolved: 2026-05-01T12:00Z
    caused_by: CHG-2026-0042
    ---
    # Slow answers

    - one
    - two

    The cause was *found* at noon.
    """
  private static let later = Instant(secondsSinceEpoch: 1_800_000_000)

  private func read(_ bytes: [UInt8], settled: Instant?) -> Incident {
    readIncident(
      SourceFile(path: "content/incidents/INC-2026-001.md", bytes: bytes), zone: .utc,
      settled: settled)
  }

  private func expectSame(_ bytes: [UInt8], _ what: String) {
    let whole = read(bytes, settled: nil)
    let settled = read(bytes, settled: Self.later)
    #expect(settled.certainSpan == whole.certainSpan, "\(what)")
    #expect(settled.id == whole.id, "\(what)")
    #expect(
      settled.systems.map(\.value).joined(separator: "|")
        == whole.systems.map(\.value).joined(separator: "|"), "\(what)")
  }

  @Test func everyDamagedByteIsReadTheSame() {
    let bytes = Array(Self.text.utf8)
    var random = SplitMix(seed: 37)
    let signs = Array("-:[]{}\"'#*_ \n~?Z0".utf8)
    for index in bytes.indices {
      var gone = bytes
      gone.remove(at: index)
      expectSame(gone, "without byte \(index)")
      var other = bytes
      other[index] = signs[random.below(signs.count)]
      expectSame(other, "byte \(index) is \(other[index])")
      expectSame(Array(bytes[..<index]), "cut at \(index)")
    }
  }

  @Test(arguments: [
    "\n\n---\nresolved: 2027-06-01T00:00Z\n---\n", "\n***\nsystems: [all]\n",
    "\n- - -\nstarted: x\n",
    "\n   ___\nid: INC-2026-009\n",
  ])
  func secondFrontMatterBelowIsSeen(_ added: String) {
    expectSame(Array((Self.text + added).utf8), added)
    #expect(read(Array((Self.text + added).utf8), settled: Self.later).certainSpan == nil)
  }

  @Test func readsNoTextOfOneThatIsOver() {
    let bytes = Array(Self.text.utf8)
    #expect(read(bytes, settled: Self.later).document.nodes.count == 1)
    #expect(read(bytes, settled: Instant(secondsSinceEpoch: 0)).document.nodes.count > 1)
    #expect(read(bytes, settled: nil).title?.value == "Slow answers")
  }

  /// `resolved:` with a day and no time is over by the end of that day, and is no instant.
  @Test(arguments: ["2026-05-01", "1 May 2026", "01 May 2026", "13.05.2026"])
  func aDayWithoutATimeEnds(_ day: String) throws {
    let bytes = Array(Self.text.replacing("2026-05-01T12:00Z", with: day).utf8)
    expectSame(bytes, day)
    let incident = read(bytes, settled: nil)
    #expect(incident.resolved == nil)
    #expect(incident.certainSpan?.end == incident.latestEnd, "\(day)")
    #expect(incident.latestEnd.map { $0 > Instant(secondsSinceEpoch: 1_777_593_600) } == true)
  }

  @Test(arguments: ["2026-05", "May 2026", "soon", "2026-05-01?", "2026-04-30", "not 2026-05-01"])
  func whatIsNoDayDoesNot(_ text: String) {
    let bytes = Array(Self.text.replacing("2026-05-01T12:00Z", with: text).utf8)
    #expect(read(bytes, settled: nil).certainSpan == nil, "\(text)")
  }
}
