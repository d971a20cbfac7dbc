import Records
import TestSupport
import Testing

/// People whom readers could take for one are one, until a list tells them apart.
@Suite struct NameLikenessTests {
  private func areOne(_ a: String, _ b: String) -> Bool {
    let nobody = PeopleDirectory()
    return nobody.identities(in: a).share(with: nobody.identities(in: b))
  }

  private static let firsts = ["Dana", "José", "Jörg", "Łukasz", "Bjørn", "Zoë", "Anne-Marie"]
  private static let lasts = ["Brown", "García", "Müller", "Strauß", "Nowak", "Lindqvist"]

  @Test func mayBeOneWithoutMarksInitialsTitlesOrSecondNames() {
    var random = SplitMix(seed: 29)
    for _ in 0..<200 {
      let first = Self.firsts[random.below(Self.firsts.count)]
      let last = Self.lasts[random.below(Self.lasts.count)]
      let plain = Self.plain(first), plainLast = Self.plain(last)
      let others = [
        "\(plain) \(plainLast)", "\(first.prefix(1)). \(last)", "\(first) \(last.prefix(1)).",
        "Dr. \(first) \(last)", "\(first) M. \(last)", "\(first) \(last)-Lee", "\(last), \(first)",
        last, "@\(Self.ascii(plain.prefix(1) + plainLast))", "@\(Self.ascii(plain + plainLast))",
        "\(Self.ascii(plain)).\(Self.ascii(plainLast))@example.com",
      ]
      let other = others[random.below(others.count)]
      #expect(areOne("\(first) \(last)", other), "\(first) \(last) and \(other)")
      #expect(areOne(other, "\(first) \(last)"), "\(other) and \(first) \(last)")
    }
  }

  @Test(arguments: [
    ("@ann", "@bob"), ("Ann Smith", "Bob Jones"), ("Ann Smith", "Cy Smith"),
    ("Ann Smith", "Ann Jones"), ("@ann", "Bob Smith"), ("@ann-lee", "@ann-kim"),
    ("José García", "Juan García Pérez"), ("@runtime-lead", "@rpc-lead"), ("@dana", "@dana-brown"),
    ("dana@example.com", "dana@example.org"), ("@cab", "Ann Cabot"),
  ])
  func areTwoWhereAPartDiffers(_ a: String, _ b: String) { #expect(!areOne(a, b)) }

  @Test(arguments: [
    "rotating", "platform team", "SRE", "ops", "DevOps", "@sre-team", "@team-payments", "rpc squad",
    "on-call engineer", "the on-duty engineer", "shift lead", "external contractor", "vendor",
    "rota",
    "Release Management", "Engineering", "the payments team",
  ])
  func groupsAreNobody(_ text: String) {
    #expect(PeopleDirectory().identities(in: text).isEmpty)
  }

  @Test(arguments: [
    "Ann Miller SRE", "Engineering Lead", "@rpc-oncall", "rpc-oncall", "@ops-lead",
    "Ann Miller (platform team)",
    "Ann Miller, platform team", "@infra", "Head of Operations",
  ])
  func holdersOfPostsArePeople(_ text: String) {
    #expect(PeopleDirectory().identities(in: text).count == 1)
  }

  private static func plain(_ text: String) -> String {
    let letters: [Character: String] = [
      "é": "e", "ö": "oe", "Ł": "L", "ø": "o", "ë": "e", "í": "i", "ü": "ue", "ß": "ss",
    ]
    return text.map { letters[$0] ?? String($0) }.joined()
  }

  private static func ascii(_ text: some StringProtocol) -> String {
    text.lowercased().filter { $0.isASCII && $0.isLetter }
  }
}
