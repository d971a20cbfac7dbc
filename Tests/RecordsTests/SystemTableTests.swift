import Records
import SourceText
import TestSupport
import Testing

/// Sections on the systems of a change that hold a table, alone or beside a list.
@Suite struct SystemTableTests {
  private static let headings = [
    "Affected systems", "Systems affected", "Systems", "Components", "Services",
    "Impacted services", "Affected applications", "3. Affected Components", "Involved systems",
  ]
  private static let heads = [
    "System", "Service", "Component", "Name", "Affected system", "Server", "Service name", "Area",
  ]

  private func change(
    _ text: String, keys: String = "", in level: String = "##"
  ) throws -> Change {
    let front = keys.isEmpty ? "" : "---\n\(keys)\n---\n"
    return try readSampleChange(
      front + "# Rotate certificates\n\n**Type:** Normal\n\n\(text)\n\n## Summary\n\nNew ones.\n")
  }

  /// A table of some systems below a heading, with columns around that of their names.
  private func section(_ systems: [String], _ random: inout SplitMix) -> String {
    let heading = Self.headings[random.below(Self.headings.count)]
    let head = Self.heads[random.below(Self.heads.count)]
    let isNumbered = random.below(2) == 0
    let behind = [["Impact", "short restart"], ["Owner", "Operations"], ["Notes", "see below"]][
      random.below(3)]
    let listed = random.below(3) == 0 ? systems.count - 1 : systems.count
    var text = "## \(heading)\n\n"
    if random.below(2) == 0 { text += "What is restarted:\n\n" }
    text += "| \(isNumbered ? "# | " : "")\(head) | \(behind[0]) |\n"
    text += "|---|---|\(isNumbered ? "---|" : "")\n"
    for (index, system) in systems.prefix(listed).enumerated() {
      let name = random.below(3) == 0 ? "`\(system)`" : system
      text += "| \(isNumbered ? "\(index + 1) | " : "")\(name) | \(behind[1]) |\n"
    }
    for system in systems.dropFirst(listed) { text += "\n- \(system)\n" }
    return text
  }

  @Test func everyRowIsASystem() throws {
    var random = SplitMix(seed: 311)
    for _ in 0..<120 {
      let systems = Array(["web", "db", "rpc-gateway", "explorer"].prefix(2 + random.below(3)))
      let text = section(systems, &random)
      let found = try change(text)
      #expect(Set(found.systems.map(\.value)) == Set(systems), "\(text)")
      #expect(found.problems.isEmpty, "\(found.problems.map(\.kind))\n\(text)")
      // The front matter names others.
      let other = try change(text, keys: "systems: [billing]")
      #expect(other.problems.contains { $0.isOfSystems }, "\(text)")
      let same = try change(text, keys: "systems: [\(systems.joined(separator: ", "))]")
      #expect(same.problems.isEmpty, "\(same.problems.map(\.kind))\n\(text)")
    }
  }

  @Test(arguments: ["No", "not affected", "unaffected", "[ ]", "Unchanged"])
  func rowsThatDenyItAreNone(_ denial: String) throws {
    let found = try change(
      "## Systems\n\n| System | Affected |\n|---|---|\n| web | Yes |\n| db | \(denial) |\n")
    #expect(found.systems.map(\.value) == ["web"], "\(denial)")
  }

  /// What is no name is pointed out, and so is a text that names none.
  @Test(arguments: [
    "## Affected systems\n\n| System | Impact |\n|---|---|\n| see ticket | slow |\n",
    "## Systems\n\n| System |\n|---|\n| web? |\n",
    "## Components\n\n| Component | Note |\n|---|---|\n| TBD | x |\n",
    "## Affected systems\n\nThe gateway in front of the nodes is restarted, and logs are moved.\n",
    "## Services\n\nEverything that listens on the second port of the old cluster.\n",
  ]) func whatNamesNoneIsReported(_ text: String) throws {
    #expect(try !change(text).problems.isEmpty, "\(text)")
  }

  @Test(arguments: [
    "## Affected systems\n\nNo system is touched.\n", "## Affected systems\n\nNone\n",
    "## Background\n\n| System | Owner |\n|---|---|\n| web | ops |\n",
  ]) func whatSaysNothingIsNone(_ text: String) throws {
    let found = try change(text)
    #expect(found.systems.isEmpty && found.problems.isEmpty, "\(found.problems.map(\.kind))")
  }

  /// Within the impact a heading or a table of systems counts where nothing else names any.
  @Test(arguments: [
    "### Systems affected\n- web\n- db\n",
    "### Affected systems\n\n| System |\n|---|\n| web |\n| db |\n",
    "| System | Impact |\n|---|---|\n| web | slow |\n| db | none |\n",
    "A short restart.\n\n| Affected service | Users |\n|:-|-:|\n| web | 12 |\n| db | 3 |\n",
  ]) func impactMayNameThem(_ text: String) throws {
    let found = try change("## Impact Assessment\n\n\(text)")
    #expect(found.systems.map(\.value) == ["web", "db"], "\(text)")
    let stated = try change("## Impact Assessment\n\n\(text)", keys: "systems: [web, db]")
    #expect(stated.systems.map(\.value) == ["web", "db"] && stated.problems.isEmpty, "\(text)")
  }

  @Test func peopleInTablesAreNamed() throws {
    let found = try change(
      "## Requested by\n\n| Name | Team |\n|---|---|\n| @ann | web |\n| @bob | db |\n")
    #expect(found.requester?.value == "@ann; @bob")
  }
}

extension ReadingProblem {
  fileprivate var isOfSystems: Bool {
    if case .disagreement("list of systems", _, _, _) = kind { true } else { false }
  }
}
