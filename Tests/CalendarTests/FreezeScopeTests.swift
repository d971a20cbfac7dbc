import Calendar
import Chronology
import Configuration
import PolicyReading
import Records
import SourceText
import TestSupport
import Testing

@Suite struct FreezeScopeTests {
  private static let policy = readPolicy(
    SourceFile(path: "content/policy/p.md", text: FullPolicy.text), settings: Settings())
  private static let list = readSystemDirectory([
    SourceFile(
      path: "content/systems.md",
      text: """
        | System | Depends on | Aliases |
        |---|---|---|
        | web | api | www |
        | webb | | |
        | api | database | |
        | database | | |
        """)
  ])

  private func answer(
    _ freeze: String, _ touched: String, _ list: SystemDirectory = SystemDirectory(),
    dependents: Bool = false
  ) throws -> Answer {
    let declared = readFreeze(
      SourceFile(
        path: "content/freezes/f.md",
        text: "---\nname: F\nfrom: 2026-06-01T00:00Z\nto: 2026-06-10T00:00Z\nsystems: \(freeze)\n"
          + "dependents: \(dependents)\nallowed: Emergency only\n---\n"), zone: .utc, systems: list)
    let calendar = DeploymentCalendar(
      Self.policy, freezes: [declared], incidents: [], settings: Settings(), systems: list)
    let named = list.read(touched)
    let profile = ChangeProfile(
      type: Self.policy.types.first { $0.name == "Normal" }, risk: "High",
      systems: named.names.isEmpty ? nil : named.names.map(\.value),
      hasUnknownSystems: !named.unknown.isEmpty)
    let found = try #require(calendar.freezes.first { $0.name == "F" })
    // The decision, which looks freezes up, says what the freeze itself says.
    let at = try #require(InstantText.read("2026-06-02T03:00Z", in: .utc)).instant
    let state = calendar.decide(profile, over: Interval(start: at, end: at)).state
    let answer = found.concerns(profile)
    #expect(state == (answer == .yes ? .closed : answer == .no ? .open : .unknown))
    return answer
  }

  @Test(arguments: [
    ("web, api", "web", Answer.yes), ("web and api", "API", .yes), ("all", "web", .yes),
    ("All systems", "web", .yes), ("\"*\"", "web", .yes), ("[Zürich]", "Zu\u{308}rich", .yes),
    ("[web]", "all", .yes), ("web", "billing", .no), ("[rpc-gatway]", "rpc-gateway", .unknown),
    ("[rpcgateway]", "rpc-gateway", .unknown), ("[gateway-rcp]", "gateway-rpc", .unknown),
    ("[node-1]", "node-2", .no), ("[node-1]", "node-11", .no), ("[webb]", "web", .unknown),
    ("see ticket", "web", .unknown), ("[web, TBD]", "web", .yes),
    ("[web, TBD]", "billing", .unknown),
    ("web api", "web", .unknown), ("web/api", "api", .unknown), ("[web]", "web, TBD", .yes),
    ("[web]", "billing, TBD", .unknown), ("[wеb]", "web", .unknown), ("[id]", "ui", .no),
    ("[web]", "<!-- x -->", .unknown),
    ("global", "web", .unknown), ("[production]", "web", .unknown), ("prod", "web", .unknown),
    ("entire platform", "web", .unknown), ("everything", "web", .yes),
    ("[web]", "global", .unknown),
    ("\"rpc-*\"", "rpc-gateway", .unknown), ("\"*-gateway\"", "rpc-gateway", .unknown),
    ("[rpc]", "rpc-gateway", .unknown), ("[gateway]", "rpc-gateway", .unknown),
    ("[rpc-]", "rpc-gateway", .unknown), ("[rpc-gateway]", "rpc", .unknown),
    ("[gateway-rpc]", "rpc-gateway", .unknown), ("gateway (rpc)", "rpc-gateway", .unknown),
    ("[gateways]", "rpc-gateway", .unknown), ("[rpc-gateways]", "gateway-rpc", .unknown),
    ("[gateway-eu-rpc]", "rpc-gateway", .unknown), ("[gateway-eu]", "rpc-gateway", .no),
    ("non-explorer", "rpc-gateway", .unknown), ("core", "rpc-gateway", .unknown),
    ("[core-api]", "rpc-gateway", .no), ("[access]", "acces-log", .no), ("[dns]", "dn-pool", .no),
    ("\"*, web\"", "api", .unknown), ("\"**web, api**\"", "api", .yes),
  ])
  func holdsWithoutAList(_ freeze: String, _ touched: String, _ expected: Answer) throws {
    #expect(try answer(freeze, touched) == expected)
  }

  @Test(arguments: [
    ("[web]", "www", false, Answer.yes), ("[web]", "webb", false, .no),
    ("[wbe]", "web", false, .unknown),
    ("[web]", "wbe", false, .unknown), ("[database]", "web", false, .no),
    ("[database]", "web", true, .yes), ("[database]", "webb", true, .no),
    ("[web]", "api", true, .no), ("\"web*\"", "webb", false, .unknown),
    ("\"www-*\"", "api", false, .unknown), ("[global]", "web", false, .unknown),
  ])
  func holdsWithAList(
    _ freeze: String, _ touched: String, _ dependents: Bool, _ expected: Answer
  ) throws {
    #expect(try answer(freeze, touched, Self.list, dependents: dependents) == expected)
  }

  @Test func cannotReachDependentsThatNobodyLists() throws {
    #expect(try answer("[database]", "web", dependents: true) == .unknown)
  }

  /// The words of a name in another order, in the plural, or a part of them: never open. Other words are
  /// another name.
  @Test func wordsInAnotherOrderNeverOpen() throws {
    var random = SplitMix(seed: 31)
    let words = ["rpc", "gateway", "bridge", "relay", "indexer", "ledger", "archive", "wallet"]
    for _ in 0..<200 {
      var own: [String] = []
      var others = words
      for _ in 0..<2 + random.below(2) {
        own.append(others.remove(at: random.below(others.count)))
      }
      var changed = own
      changed.swapAt(0, 1 + random.below(changed.count - 1))
      if random.below(2) == 0 { changed[random.below(changed.count)] += "s" }
      if random.below(3) == 0 { changed.removeLast() }
      let (name, other) = (own.joined(separator: "-"), changed.joined(separator: "_"))
      #expect(try answer("[\"\(other)\"]", name) == .unknown, "\(other) of \(name)")
      #expect(try answer("[\"\(name)\"]", other) == .unknown, "\(name) of \(other)")
      let unrelated = "\(others[0])-\(others[1])"
      #expect(try answer("[\"\(unrelated)\"]", name) == .no, "\(unrelated) of \(name)")
    }
  }

  /// One slip in a name of five letters and more: the freeze or the question, never open.
  @Test func oneSlipNeverOpens() throws {
    var random = SplitMix(seed: 23)
    let letters = Array("abcdefghijklmnopqrstuvwxyz-")
    let names = ["rpc-gateway", "explorer", "bridge-relay", "zürich-api", "indexer"]
    for _ in 0..<300 {
      let name = names[random.below(names.count)]
      var slipped = Array(name)
      let place = 1 + random.below(slipped.count - 2)
      switch random.below(4) {
      case 0: slipped.remove(at: place)
      case 1: slipped.insert(letters[random.below(letters.count)], at: place)
      case 2: slipped.swapAt(place, place + 1)
      default: slipped[place] = letters[random.below(letters.count)]
      }
      let other = String(slipped)
      #expect(try answer("[\"\(other)\"]", name) != .no, "\(other)")
      #expect(try answer("[\"\(name)\"]", other) != .no, "\(other)")
    }
  }
}
