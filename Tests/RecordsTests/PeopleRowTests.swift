import Chronology
import Records
import SourceText
import TestSupport
import Testing

/// One row of the list of people is one person: all handles and addresses of its cells are theirs, words
/// of any cell that say that they left count, and what stands beside the table is read or a problem.
@Suite struct PeopleRowTests {
  private static let head = "| Handle | Name | E-mail | Roles |"

  private func list(
    _ row: String, head: String = head, title: String = "# People", beside: String = ""
  ) -> PeopleDirectory {
    let columns = head.split(separator: "|").count
    let rest = String(repeating: "|", count: max(0, columns - 4))
    return readPeopleDirectory(
      [
        SourceFile(
          path: "content/people.md",
          text: """
            \(title)

            \(head)
            |\(String(repeating: "---|", count: columns))
            \(row)
            | @dev | Dan Brown | dan@example.com | |\(rest)

            \(beside)
            """)
      ], zone: .utc)
  }

  private func column(_ head: String, _ cell: String) -> PeopleDirectory {
    list(
      "| @t2 | Bea Jones | bea@example.com | technical | \(cell) |",
      head: Self.head + " \(head) |")
  }

  private func holding(_ people: PeopleDirectory, _ handle: String = "t2")
    -> PeopleDirectory.Holding
  {
    people.holds(.technical, Identity(handle: handle), at: nil)
  }

  /// Whether @t2 and @dev are known for one, or the list is in doubt.
  private func arePartedFromDev(_ people: PeopleDirectory) -> Bool {
    people.problems.isEmpty
      && !people.resolved(Identity(handle: "t2"))
        .isSame(as: people.resolved(Identity(handle: "dev")))
  }

  @Test func takesEveryHandleOfARowForOnePerson() {
    var random = SplitMix(seed: 71)
    let heads = [
      "GitHub", "GitLab handle", "Slack", "Login", "Alias", "Same as", "Other handles",
      "Second e-mail", "User name 2", "Also known as", "LDAP", "Old account", "Whatever", "Mascot",
    ]
    for _ in 0..<100 {
      let head = heads[random.below(heads.count)]
      let cells = ["@dev", "dan@example.com", "@x, @dev", "see @dev", "<dan@example.com>", "@DEV"]
      let cell = cells[random.below(cells.count)]
      #expect(!arePartedFromDev(column(head, cell)), "\(head): \(cell)")
    }
    for head in ["GitHub", "Login", "Slack", "Alias"] {
      #expect(!arePartedFromDev(column(head, "dev")), "\(head)")
    }
    for row in [
      "| @t2 | @dev | bea@example.com | technical |",
      "| @t2 | Bea Jones (@dev) | bea@example.com | technical |",
      "| @t2 | Bea Jones = Dan Brown | bea@example.com | technical |",
      "| @t2 | Bea <dan@example.com> | bea@example.com | technical |",
    ] {
      #expect(!arePartedFromDev(list(row)), "\(row)")
    }
  }

  @Test func anAliasIsThePerson() {
    let people = column("GitHub", "bea-j")
    #expect(people.problems.isEmpty)
    #expect(holding(people, "bea-j") == .yes)
    #expect(holding(column("Alias", "@bea2, @bea3"), "bea3") == .yes)
  }

  @Test func anyCellMaySayThatSomebodyLeft() {
    var random = SplitMix(seed: 72)
    let words = [
      "left", "left in May", "on leave", "former", "inactive", "suspended", "no longer here",
      "offboarded", "retired", "resigned", "sabbatical", "left 2026-05-01",
    ]
    let names = ["Bea Jones (#)", "Bea Jones, #", "Bea Jones - #", "#", "Bea Jones – #"]
    for _ in 0..<80 {
      let word = words[random.below(words.count)]
      let name = names[random.below(names.count)].replacing("#", with: word)
      let people = list("| @t2 | \(name) | bea@example.com | technical |")
      #expect(!people.problems.isEmpty || holding(people) == .no, "\(name)")
      for head in ["Notes", "Remarks", "Comment", "Anything", "Team", "Title"] {
        let people = column(head, word)
        #expect(!people.problems.isEmpty || holding(people) == .no, "\(head): \(word)")
      }
    }
    for name in ["Bea Jones †", "Bea Jones 🌴", "~Bea Jones", "bot", "Core team", "Bea?"] {
      #expect(!list("| @t2 | \(name) | b@example.com | technical |").problems.isEmpty, "\(name)")
    }
  }

  @Test(arguments: [
    "technical for rpc-gateway", "technical writer", "technical in staging",
    "security of the vault",
    "technical, but not alone", "CAB guest", "technical below High risk",
  ])
  func aRoleIsItsNameAlone(_ role: String) {
    #expect(!list("| @t2 | Bea Jones | b@example.com | \(role) |").problems.isEmpty)
  }

  @Test func noneIsNoRole() {
    for text in ["-", "none", "–", "None", "no", "n/a"] {
      let people = list("| @t2 | Bea Jones | b@example.com | \(text) |")
      #expect(holding(people) == .no, "\(text)")
    }
    #expect(holding(list("| @t2 | Bea Jones | b@example.com | |")) == .unknown)
  }

  @Test func columnsThatLimitAreProblems() {
    for (head, cell) in [
      ("Systems", "rpc-gateway"), ("Scope", "rpc-gateway"), ("Limit", "Low risk"),
      ("Restrictions", "no production"), ("Only for", "staging"), ("Max risk", "Low"),
      ("Type", "bot"), ("Bot", "yes"), ("Kind", "service account"), ("Permissions", "read"),
      ("Applies to", "rpc"), ("Excluded systems", "key-vault"), ("Conditions", "with a second"),
    ] {
      #expect(!column(head, cell).problems.isEmpty, "\(head): \(cell)")
    }
    for (head, cell) in [
      ("Systems", ""), ("Systems", "all"), ("Scope", "all systems"), ("Limit", "none"),
      ("Restrictions", "-"), ("Bot", "no"), ("Type", "employee"), ("Kind", "permanent"),
    ] {
      let people = column(head, cell)
      #expect(people.problems.isEmpty, "\(head): \(cell): \(people.problems)")
      #expect(holding(people) == .yes, "\(head): \(cell)")
    }
  }

  /// What lists of people hold as a rule.
  @Test(arguments: [
    ("Department", "Core"), ("Team", "Platform"), ("Location", "Berlin"), ("Office", "Zurich"),
    ("Phone", "+49 30 123"), ("Time zone", "CET"), ("Title", "Staff engineer"),
    ("Job title", "Head of automation"), ("Languages", "en, de"), ("Manager", "@dev"),
    ("Reports to", "Dan Brown"), ("Deputy", "@dev"), ("Holiday cover", "@dev"),
    ("Notes", "asks for tea"), ("Notes", "left Berlin for Rome"), ("Notes", "see @dev"),
    ("Pronouns", "she/her"), ("Country", "CH"), ("Cost centre", "4711"), ("Birthday", "in spring"),
    ("Slack channel", "#core"), ("Team e-mail", "core@example.com"), ("Mentor", "Dan Brown"),
    ("Skills", "Rust, Go"), ("Level", "L5"), ("Region", "EMEA"), ("Squad", "@org/core"),
    ("Employee ID", "12345"), ("Room", "2.04"), ("Company", "QH"), ("Seniority", "senior"),
  ])
  func otherColumnsSayNothing(_ head: String, _ cell: String) {
    let people = column(head, cell)
    #expect(people.problems.isEmpty, "\(people.problems)")
    #expect(holding(people) == .yes)
    #expect(arePartedFromDev(people))
  }

  @Test(arguments: [
    "Bea Jones", "Jones, Bea", "Bea Jones (she/her)", "Bea Jones (Payments)", "Dr. Bea Jones",
    "Bea O’Jones", "Bea Jones-Smith", "Béa Jönes", "Billie Holiday", "B. Jones", "Bea \"BJ\" Jones",
    "Bea Jones, PhD", "Bea Jones – Payments", "Bea van der Jones", "贝亚", "Bea Jones & Sons",
    "Beate Old", "Bea", "bea jones",
  ])
  func namesAreNames(_ name: String) {
    let people = list("| @t2 | \(name) | bea@example.com | technical |")
    #expect(people.problems.isEmpty, "\(people.problems)")
    #expect(holding(people) == .yes)
  }

  /// A cell that names two, whatever joins them.
  @Test func twoPeopleAreNoName() {
    var random = SplitMix(seed: 67)
    let (first, last) = (["Bea", "Cy", "Ånn", "Dan"], ["Jones", "Miller", "Roe", "Smith-Ray"])
    for _ in 0..<100 {
      let a = "\(first[random.below(4)]) \(last[random.below(4)])"
      let b = "\(first[random.below(4)]) \(last[random.below(4)])"
      for joint in [
        " & ", "&", " + ", ", ", " and ", " or ", " / ", "; ", "<br>", " aka ", " with ",
      ] {
        let name = a + joint + b
        let problems = list("| @t2 | \(name) | b@example.com | technical |").problems
        #expect(!problems.isEmpty, "\(name)")
      }
      #expect(!list("| @t2 | \(a) (with \(b)) | b@example.com | technical |").problems.isEmpty)
      #expect(list("| @t2 | \(a) | b@example.com | technical |").problems.isEmpty)
    }
    #expect(!list("| @t2 | Cy & Dan | b@example.com | technical |").problems.isEmpty)
  }

  /// Another name of a row is that of whoever has it: in brackets, and under Alias.
  @Test func anotherNameIsThePerson() {
    let bracketed = list("| @t2 | Bea Jones (Dan Brown) | b@example.com | technical |")
    #expect(!bracketed.problems.isEmpty || !arePartedFromDev(bracketed))
    let called = list("| @t2 | Bea Jones (aka Dan Brown) | b@example.com | technical |")
    #expect(!called.problems.isEmpty || !arePartedFromDev(called))
    let alone = column("Alias", "Dan Brown")
    #expect(!alone.problems.isEmpty || !arePartedFromDev(alone))
    for text in ["Platform Lead", "she/her", "Payments", "Bea", "since 2020", "aka BJ"] {
      let people = list("| @t2 | Bea Jones (\(text)) | b@example.com | technical |")
      #expect(people.problems.isEmpty, "\(text): \(people.problems)")
      #expect(arePartedFromDev(people), "\(text)")
    }
  }

  @Test func aCrossIsNoStatus() {
    for (head, cell) in [("Status", "x"), ("Human", "✗"), ("Human", "no"), ("Bot", "✓")] {
      let people = column(head, cell)
      #expect(!people.problems.isEmpty || holding(people) != .yes, "\(head): \(cell)")
    }
    for (head, cell) in [("Status", "active"), ("Human", "✓"), ("Human", "yes"), ("Active", "x")] {
      let people = column(head, cell)
      #expect(people.problems.isEmpty && holding(people) == .yes, "\(head): \(cell)")
    }
  }

  @Test(arguments: [
    "technical", "Technical reviewer", "technical, security", "CAB", "CAB member", "emergency CAB",
    "Technical Lead", "security and technical", "CTO, technical", "Change manager; technical",
    "technical review", "code reviewer, technical", "Peer reviewer", "technical; operations",
  ])
  func rolesAreRoles(_ role: String) {
    let people = list("| @t2 | Bea Jones | bea@example.com | \(role) |")
    #expect(people.problems.isEmpty, "\(people.problems)")
  }

  @Test(arguments: [
    "# Suspended people", "# People (outdated)", "# People to be removed", "# Template",
    "# Leavers",
    "# Not approvers", "# No approvals", "# Non-approvers",
    "# Old list of people", "# Revoked", "# Disabled accounts",
  ])
  func aHeadingMayTakeTheListBack(_ title: String) {
    #expect(
      !list("| @t2 | Bea Jones | b@example.com | technical |", title: title).problems.isEmpty)
  }

  @Test(arguments: [
    "This list is out of date.", "Last row void.", "Leavers: Bea Jones", "Bea: access revoked.",
    "Bea quit.", "Bea is on parental leave.", "Bea may approve Low risk changes only.",
    "<p>Bea Jones left.</p>", "[^1]: Bea left.", "The second row is wrong.", "Status: inactive",
    "Bea was let go.", "@t2 is a bot.", "@t2 is @dev.", "@t2 and @dev are the same person.",
    "@t2 = @dev", "@t2 is Dan's second account.", "Dan Brown also uses @t2.",
    "@t2 belongs to Dan Brown", "Aliases: @t2 → @dev", "bea@example.com reaches nobody",
    "Not in force.", "In force from 1 July 2026.", "Valid from 2026-07-01", "Do not use.", "DRAFT",
    "These people may no longer approve changes.", "Technical approvers are suspended.",
    "The people below may not approve.", "All approvers were removed.", "Not yet approved.",
    "Note: Bea has no technical role any more.", "These rows are suspended.", "- @t2 (void)",
  ])
  func aTextMayTakeARowBack(_ text: String) {
    let row = "| @t2 | Bea Jones | bea@example.com | technical |"
    #expect(!list(row, beside: text).problems.isEmpty)
  }

  @Test(arguments: [
    "Approvers are removed after 90 days without an approval.", "In force.",
    "People who may no longer approve are taken out.", "The reviewers are on call in turn.",
    "Approvers may be asked at any time.", "Approved by the board.",
    "Questions go to @t2.", "Please ask Bea Jones or @dev.", "Maintained by @t2 and @dev.",
    "The list is reviewed every quarter by Bea.", "Ask in #people to be added.",
    "People who left are taken out of the list.", "Last reviewed on 2026-01-15.",
    "Who acts in which role of the approvals. Whoever has no role may ask for changes.",
    "People without roles may not approve.", "Corrections: write to bea@example.com.",
    "Contact: @t2", "See the handbook.", "The board meets on Mondays.", "Owner of the list: @dev",
    "Will somebody be missing, add a row.", "Handles are those of GitHub.",
  ])
  func otherTextSaysNothing(_ text: String) {
    let row = "| @t2 | Bea Jones | bea@example.com | technical |"
    let problems = list(row, beside: text).problems
    #expect(problems.isEmpty, "\(problems)")
  }
}
