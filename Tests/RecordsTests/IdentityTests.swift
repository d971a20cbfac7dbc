import Chronology
import Records
import SourceText
import TestSupport
import Testing

@Suite struct IdentityTests {
  private static let nobody = PeopleDirectory()
  private static let list = readPeopleDirectory(
    [
      SourceFile(
        path: "content/people.md",
        text: """
          | Handle | Name | E-mail | Roles | From | Until |
          |---|---|---|---|---|---|
          | @ann | Ann Smith | a.smith@example.com | technical, CAB | 2026-01-01 | 2026-06-30 |
          | @ann | | | security | 2026-07-01 | |
          | @bob | Bob Jones | bob@example.com | CTO | | |
          | | Cy Miller | cy@example.com | | | |
          | @dan | Dan | | technical | soon | |
          """)
    ], zone: .utc)

  private func areOne(_ a: String, _ b: String, _ list: PeopleDirectory = nobody) -> Bool {
    list.identities(in: a).share(with: list.identities(in: b))
  }

  @Test(arguments: [
    ("@ann", "ann"), ("@ann", "@Ann"), ("@ann", "@an\u{200B}n"), ("@ann", "@a\u{AD}nn (on call)"),
    ("ann@example.com", "Ann Smith <ann@example.com>"),
    ("Ann Smith <ann@example.com>", "Ann Smith"),
    ("Miller, Cy", "Cy Miller"), ("Ann Smith", "ann smith"), ("ANN@EXAMPLE.COM", "ann@example.com"),
    ("@ann", "[@ann](https://example.com/ann)"), ("Ann Smith (@ann)", "@ann"),
    ("@ann-smith", "Ann Smith"), ("@ann", "ann@example.com"), ("@ann", "@ann (Ann Smith)"),
    ("@ann <ann.smith@example.com>", "ann.smith@example.com"), ("@zo\u{308}e", "@zöe"),
    ("@rpc-dev", "@rpc_dev"), ("@rpc-dev", "@RPC.dev"), ("@rpc-dev", "@rpcdev"),
    ("@rpc-dev", "@rpc\u{2011}dev"), ("@rpc-dev", "@r\u{440}c-dev"), ("@rpc-dev", "@org/rpc-dev"),
    ("@rpc-dev", "https://github.com/rpc-dev"), ("rpc-dev+1@example.com", "rpc-dev@example.com"),
    ("@rpc-dev", "rpc-dev+ci@example.com"), ("@rpc-dev", "@x (by @rpc-dev)"),
    ("@rpc-dev", "@x via @rpc-dev"), ("@ann", "@αnn"),
  ])
  func agreeInTheirParts(_ a: String, _ b: String) {
    #expect(areOne(a, b))
    #expect(areOne(b, a))
  }

  @Test(arguments: [
    ("@ann", "@bob"), ("@ann", "@anna"), ("ann@example.com", "ann@example.org"),
    ("Ann Smith", "Ann Miller"), ("@rpc-lead", "@rpc-dev"),
  ])
  func differInTheirParts(_ a: String, _ b: String) { #expect(!areOne(a, b)) }

  @Test func areWhoTheListSays() {
    for other in ["a.smith@example.com", "Ann Smith", "Smith, Ann", "@ANN"] {
      #expect(areOne("@ann", other, Self.list), "\(other)")
    }
    #expect(!areOne("@ann", "@bob", Self.list))
    // One row is one person, whatever their address begins with.
    #expect(!areOne("@cy", "Dan", Self.list))
    #expect(areOne("Miller, Cy", "cy@example.com", Self.list))
  }

  @Test(arguments: [
    ("@a, @b", 2), ("@a @b", 2), ("@a and @b", 2), ("@a; @b", 2), ("Miller, Cy", 1),
    ("Miller, Cy; Smith, Ann", 2), ("a@x.example, b@x.example", 2),
    ("Miller, Cy <cy@x.example>, Smith, Ann <ann@x.example>", 2), ("Ann Smith and Bob Jones", 2),
    ("@cab (meeting of 3 March)", 1), ("@cy, approved 2026-03-04", 1), ("@cy for @ann", 2),
    ("@cab (chaired by @dan)", 2), ("TBD", 0), ("N/A", 0), ("", 0), ("?", 0), ("~", 0),
    ("approved", 0), ("the whole team was happy with it", 0), ("<!-- @cy -->", 0),
    ("@a\n@b", 2), ("@org/ann", 1), ("@org/reviewers", 0), ("rejected by @cab", 1),
  ])
  func areCounted(_ text: String, _ count: Int) {
    #expect(Self.nobody.identities(in: text).count == count)
  }

  @Test func partsListedNamesAtCommas() {
    #expect(Self.list.identities(in: "Ann Smith, Bob Jones").count == 2)
    #expect(Self.nobody.identities(in: "Ann Smith, Bob Jones").count == 1)
  }

  static let holdings: [(String, ApprovalRole, String?, PeopleDirectory.Holding)] = [
    ("@ann", .technical, "2026-03-01T00:00Z", .yes),
    ("@ann", .technical, "2026-06-30T23:59Z", .yes), ("@ann", .technical, "2026-07-01T00:00Z", .no),
    ("@ann", .technical, "2025-12-31T23:59Z", .no), ("@ann", .security, "2026-07-01T00:00Z", .yes),
    ("Ann Smith", .security, "2026-06-01T00:00Z", .no), ("@bob", .named("cto"), nil, .yes),
    ("@bob", .technical, nil, .no), ("@ann", .technical, nil, .unknown),
    ("cy@example.com", .technical, nil, .unknown), ("@eve", .technical, nil, .unlisted),
    ("Ann Smith (@eve)", .technical, "2026-03-01T00:00Z", .unlisted),
    ("@cab", .advisoryBoard, nil, .unknown), ("@eve-cab", .advisoryBoard, nil, .unlisted),
    ("@cab", .technical, nil, .unlisted),
    ("@dan", .technical, "2026-03-01T00:00Z", .unknown),
  ]

  @Test(arguments: holdings)
  func holdTheirRoles(
    _ who: String, _ role: ApprovalRole, _ at: String?, _ expected: PeopleDirectory.Holding
  ) throws {
    let identity = try #require(Self.list.identities(in: who).first)
    let instant = at.flatMap { InstantText.read($0, in: .utc)?.instant }
    #expect(Self.list.holds(role, identity, at: instant) == expected)
  }
}
