import Markdown
import Testing

@Suite struct SectionTests {
  @Test func namesAnchorsLikeGitHub() {
    let document = markdown(
      """
      # 4.1 Standard Changes (Pre-Approved)
      # A & B_c – d
      # Überprüfung `x.y`
      # A
      # A
      # A-1
      # A
      # !?
      # !?
      """)
    #expect(
      document.headings.map(\.anchor) == [
        "41-standard-changes-pre-approved", "a--b_c--d", "überprüfung-xy", "a", "a-1", "a-1-1",
        "a-2", "section", "section-1",
      ])
  }

  @Test func countsTopLevelHeadingsOnly() {
    let document = markdown("# a\n\n> # b\n\n- # c\n\nd\n=\n")
    #expect(document.headings.map(\.text) == ["a", "d"])
    #expect(document.headings.map(\.level) == [1, 1])
  }

  @Test func partsSectionsByLevel() {
    let document = markdown("zero\n\n# a\n\none\n\n### b\n\ntwo\n\n## c\n\nthree\n\n# d\n")
    let sections = document.sections
    #expect(sections.map(\.heading.text) == ["a", "b", "c", "d"])
    #expect(
      sections.map { document.plainText(ofNodes: $0.content) } == [
        "one b two c three", "two", "three", "",
      ])
    #expect(
      sections.map { document.plainText(ofNodes: $0.ownContent) } == ["one", "two", "three", ""])
  }

  @Test func givesTablesTheirNearestHeading() {
    let document = markdown(
      """
      | a |
      |---|

      # One

      > | b |
      > |---|
      > | 1 |

      ## Two

      - | c | d |
        |---|---|
        | **2** | `3` |

      ```
      | e |
      |---|
      ```
      """)
    let tables = document.tables
    #expect(tables.map { $0.heading?.text } == [nil, "One", "Two"])
    #expect(tables.map { $0.header.map(\.text) } == [["a"], ["b"], ["c", "d"]])
    #expect(tables.map { $0.rows.map { $0.map(\.text) } } == [[], [["1"]], [["2", "3"]]])
  }

  @Test func walksTheNodesDirectlyBelow() {
    let document = markdown("a\n\n- b\n- c\n\n> d\n")
    #expect(
      document.children(of: 0).map(document.name) == ["paragraph", "list -", "blockQuote"])
    #expect(document.children(of: document.indices("list")[0]).map(document.name).count == 2)
  }
}
