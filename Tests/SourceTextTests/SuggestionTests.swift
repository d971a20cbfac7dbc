import SourceText
import Testing

@Suite struct SuggestionTests {
  private let keys = ["requested", "requester", "risk", "runtime", "id"]

  @Test(arguments: [
    ("requestd", "requested"), ("Requester", "requester"), ("rsik", "risk"),
    ("runtimes", "runtime"),
    ("ID", "id"),
  ])
  func findsWhatWasMeant(word: String, meant: String) {
    #expect(suggest(for: word, among: keys) == meant)
  }

  @Test(arguments: ["", "approvals", "xyz", "requirements-list"])
  func suggestsNothingFarOff(word: String) {
    #expect(suggest(for: word, among: keys) == nil)
  }

  @Test func takesTheFirstOfEquals() {
    #expect(suggest(for: "bat", among: ["cat", "hat"]) == "cat")
  }
}
