import Records
import SourceText
import TestSupport
import Testing

@Suite struct SystemNameTests {
  private static let list = readSystemDirectory([
    SourceFile(
      path: "content/systems.md",
      text: """
        # Systems

        | System | Owner | Depends on | Aliases | Retired | Remarks |
        |---|---|---|---|---|---|
        | web | @web | api, database | front end, www | | |
        | api | | database | | | |
        | database | | - | db | | |
        | Search and Discovery | | | | | |
        | old-web | | | | 2025-06-30 | |
        """)
  ])

  private static let unlisted = SystemDirectory()

  private func names(_ text: String, _ list: SystemDirectory = unlisted) -> [String] {
    list.read(text).names.map(\.value)
  }

  @Test(arguments: [
    "web, api", "web,api", "web; api", "web and api", "web & api", "web&api", "web AND api",
    "[web](https://x.example/a,b), api", "**web**, `api`", "web<br>, api", "web, api,",
    "web, <!-- and more? --> api", "[web][1] and [api](api.md)", "w\u{200B}eb, a\u{AD}pi",
    "web\napi", "\u{FEFF}web, api", "web, web, api", "w&#8203;eb &amp; api", "web,\u{A0}api",
  ])
  func partsALine(_ text: String) {
    for list in [Self.unlisted, Self.list] {
      #expect(names(text, list) == ["web", "api"])
      #expect(list.read(text).unknown.isEmpty)
    }
  }

  @Test(arguments: [
    "all", "All", "ALL", "All systems", "all systems", "every system", "*", "[all]", "**All**",
    "everything", "all of our services", "_all_", "web and all systems",
  ])
  func knowsTheWordForAll(_ text: String) {
    #expect(Self.unlisted.read(text).areAll)
    #expect(Self.list.read(text).areAll)
  }

  @Test(arguments: [
    "see ticket", "TBD", "tbd", "N/A", "n/a", "none", "None.", "?", "???", "-", "—", "…",
    "<!-- list them -->", "<!-- web -->", "_No response_", "[systems]", "{{ systems }}", "~~web~~",
    "the ones in the ticket", "all but web", "All systems except docs", "not web",
    "https://x.example/web", "`", "to be confirmed", "unknown", "various", "<web>?", "web?",
    "we do not know which of them", "ticket #12", "~", "\u{200B}", "42",
  ])
  func refusesWhatIsNoName(_ text: String) {
    for list in [Self.unlisted, Self.list] {
      let named = list.read(text)
      #expect(named.names.isEmpty, "\(named.names.map(\.value))")
      #expect(!named.unknown.isEmpty)
      #expect(named.unknown.allSatisfy { !$0.isName })
    }
  }

  /// Whatever the separator, the markup and the letters: a filler never hides the name beside it, and
  /// never goes unnoticed.
  @Test func neverLosesWhatStandsInALine() {
    var random = SplitMix(seed: 5)
    let separators = [",", ", ", ";", "; ", " and ", " & ", ",\n"]
    let marks = [("", ""), ("**", "**"), ("`", "`"), ("[", "](x.md)"), (" ", " "), ("<b>", "</b>")]
    let spellings = ["web", "WEB", "w\u{200D}eb", "ｗｅｂ", "Web"]
    let fillers = ["TBD", "see ticket", "n/a", "?", "<!-- api -->x?", "_No response_", "{{name}}"]
    for _ in 0..<400 {
      var parts = [spellings[random.below(spellings.count)]]
      let mark = marks[random.below(marks.count)]
      parts[0] = mark.0 + parts[0] + mark.1
      let hasFiller = random.below(2) == 0
      parts.insert(
        hasFiller ? fillers[random.below(fillers.count)] : "api", at: random.below(2))
      let text = parts.joined(separator: separators[random.below(separators.count)])
      for list in [Self.unlisted, Self.list] {
        let named = list.read(text)
        let folded = named.names.map { list.canonicalName(of: $0.value) ?? $0.value }
        let isKept = folded.contains { $0.lowercased().unicodeScalars.contains("w") || $0 == "ｗｅｂ" }
        #expect(isKept, "\(text)")
        #expect(named.unknown.isEmpty != hasFiller, "\(text)")
      }
    }
  }

  @Test func takesAliasesAndSpellingsForOneSystem() {
    #expect(names("WWW, front-end and Web", Self.list) == ["web"])
    #expect(names("db; Database", Self.list) == ["database"])
    #expect(names("Search and Discovery, web", Self.list) == ["Search and Discovery", "web"])
  }

  @Test func saysWhichListedNameWasMeant() {
    let named = Self.list.read("wbe, frontend, mainframe")
    #expect(named.names.isEmpty)
    #expect(named.unknown.map(\.isName) == [true, true, true])
    #expect(named.unknown.map(\.suggestion) == ["web", "web", nil])
  }

  @Test func knowsWhatDependsOnASystem() {
    #expect(Self.list.dependents(on: ["database"]) == ["web", "api"])
    #expect(Self.list.dependents(on: ["DB"]) == ["web", "api"])
    #expect(Self.list.dependents(on: ["web"]).isEmpty)
    #expect(Self.list.knowsDependencies)
    #expect(Self.list.system(named: "old-web")?.retirement?.day != nil)
  }

  @Test func pointsOutWhatIsWrongWithTheList() {
    let list = readSystemDirectory([
      SourceFile(
        path: "content/systems/core.md",
        text: """
          | Service | Dependencies | Aliases | Retired |
          |---|---|---|---|
          | web | apo | | soon |
          | WEB | | | |
          | api | | web | |
          """)
    ])
    #expect(list.systems.map(\.name.value) == ["web", "api"])
    #expect(list.problems.count == 4)
    #expect(!list.knowsDependencies)
  }

  @Test func placesEachNameInTheBody() throws {
    let change = try readSampleChange(
      "## Change Request: A\n### Type\n[x] Normal\n### Impact Assessment\n"
        + "- **Systems affected:** [web](w.md) and\n  `api`, TBD\n- **Users affected:** none\n")
    #expect(change.systems.map(\.value) == ["web", "api"])
    #expect(change.systems.map(\.place.text) == ["web", "api"])
    #expect(change.hasUnknownSystems)
    #expect(change.knownSystems == nil)
    #expect(change.problems.map(\.place.text) == ["TBD"])
  }

  @Test(arguments: [
    ("[web]", "web", true), ("[web]", "api", false), ("[web, api]", "web", false),
    ("[web]", "web, six nodes in two regions", true), ("[web]", "the api of partners", false),
    ("[web]", "<!-- list them -->", true), ("web", "web and api", false), ("[web]", "Web", true),
    ("[web]", "N/A", true), ("web, api", "api; web", true), ("all", "web", false),
  ])
  func comparesFrontMatterAndBody(_ stated: String, _ written: String, _ agree: Bool) throws {
    let change = try readSampleChange(
      "---\nsystems: \(stated)\n---\n## Change Request: A\n### Type\n[x] Normal\n"
        + "### Impact Assessment\n- **Systems affected:** \(written)\n")
    let isTold = change.problems.contains {
      if case .disagreement = $0.kind { true } else { false }
    }
    #expect(isTold != agree)
  }

  @Test(arguments: ["[web, ~]", "{web: yes}", "[[web]]"])
  func leavesNothingOfAListOut(_ systems: String) throws {
    let change = try readSampleChange(
      "---\nsystems: \(systems)\n---\n## Change Request: A\n### Type\n[x] Normal\n")
    #expect(change.hasUnknownSystems)
    #expect(!change.problems.isEmpty)
  }

  /// A long list in one chain with a loop: no more is looked at than what depends on the names.
  @Test func dependenciesAreWorkedOutForTheNamesAlone() {
    func list(_ count: Int) -> SystemDirectory {
      let rows = (0..<count).map { "| svc-\($0) | svc-\(($0 + 1) % count) |" }
      return readSystemDirectory([
        SourceFile(
          path: "content/systems.md",
          text: "| System | Depends on |\n|---|---|\n" + rows.joined(separator: "\n"))
      ])
    }
    let names: Set = ["svc 1", "svc 7", "svc 90", "nobody"]
    let short = list(100).dependencies(among: names)
    let long = list(1000).dependencies(among: names)
    #expect(short.pairs.count == 6)
    #expect(long.pairs.count == 6)
    #expect(short.steps <= 3 * 100)
    #expect(long.steps <= 3 * 1000)
    #expect(list(1000).dependencies(among: ["svc 1"]).steps == 0)
    let pairs = Self.list.dependencies(among: ["web", "api", "database"]).pairs
    #expect(
      pairs.map { "\($0.dependent) on \($0.system)" } == [
        "web on api", "web on database", "api on database",
      ])
  }
}
