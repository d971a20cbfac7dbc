import Chronology
import Configuration
import PolicyReading
import RecordWriting
import Records
import SourceText
import TestSupport
import Testing

/// A record that was begun reads as it was meant, whatever its title is.
@Suite struct ChangeDraftTests {
  private func register() throws -> Register {
    let policy = SourceFile(path: FullPolicy.path, text: FullPolicy.text)
    return try readRegister(SourceTree(files: [policy]), settings: Settings(), jobs: Jobs(1))
  }

  @Test(arguments: 0..<UInt64(20))
  func readsAsItWasMeant(_ seed: UInt64) throws {
    let register = try register()
    var random = SplitMix(seed: seed)
    var refused = 0
    let types = register.policies.latest.types.map(\.name)
    let risks = register.policies.latest.risks.map(\.name)
    for _ in 0..<10 {
      let title = "Rotate " + WrittenTexts.line(&random)
      let type = types[random.below(types.count)]
      let risk = risks[random.below(risks.count)]
      var draft = ChangeDraft(id: "CHG-2026-0001", title: title, type: type, risk: risk)
      draft.systems = ["rpc-gateway", WrittenTexts.line(&random)]
      draft.requester = "@ann"
      draft.requested = Instant(secondsSinceEpoch: 1_772_442_900)
      let path = "content/changes/CHG-2026-0001.md"
      guard let bytes = try? draft.text(path: path, in: register) else {
        refused += 1
        continue
      }
      let file = SourceFile(path: path, bytes: bytes)
      let change = readChange(file, policies: register.policies, settings: register.settings)
      #expect(change.id == "CHG-2026-0001" && change.title?.value == title)
      #expect(change.type?.value == type && change.risk?.value == risk)
      #expect(change.requested?.value == draft.requested)
      #expect(change.requester?.value == "@ann")
    }
    // A title that is the template's own, or no answer, is refused.
    #expect(refused <= 3)
  }
}
