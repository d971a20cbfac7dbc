import FrontMatter
import SourceText
import Testing

@Suite struct FrontMatterSplitTests {
  private func split(_ text: String) -> (yaml: String?, body: String, isUnclosed: Bool) {
    let file = SourceFile(path: "a.md", text: text)
    let split = splitFrontMatter(file)
    return (split.yaml.map(file.text), file.text(split.body), split.isUnclosed)
  }

  @Test func partsYAMLFromBody() {
    let result = split("---\nid: A-1\n---\n# Title\n")
    #expect(result.yaml == "id: A-1\n")
    #expect(result.body == "# Title\n")
    #expect(!result.isUnclosed)
  }

  @Test(arguments: ["---\r\na: b\r\n---\r\nbody\r\n", "---  \na: b\n...\t\nbody\n"])
  func takesOtherLineEndsDotsAndBlanksAfterFences(text: String) {
    let result = split(text)
    #expect(result.yaml?.hasPrefix("a: b") == true)
    #expect(result.body.hasPrefix("body"))
  }

  @Test func takesEmptyFrontMatterAndAFenceAtTheEnd() {
    #expect(split("---\n---").yaml == "")
    #expect(split("---\n---").body == "")
  }

  @Test(arguments: [
    "# Title\n---\n", "", "----\na\n----\n", " ---\na: b\n---\n", "...\na: b\n---\n",
  ])
  func leavesAFileWithoutFenceWhole(text: String) {
    let result = split(text)
    #expect(result.yaml == nil)
    #expect(result.body == text)
    #expect(!result.isUnclosed)
  }

  @Test(arguments: ["---\nid: A-1\n# Title\n", "---", "---\nid: A-1\n----\n"])
  func flagsAFenceThatNothingCloses(text: String) {
    let result = split(text)
    #expect(result.isUnclosed)
    #expect(result.yaml == nil)
    #expect(result.body == text)
  }
}
