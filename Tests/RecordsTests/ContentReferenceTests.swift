import Records
import TestSupport
import Testing

@Suite struct ContentReferenceTests {
  private func file(_ link: String) -> ContentReference {
    ContentReference(link, from: "content/guide/a.md")
  }

  @Test func resolvesPercentSignsAndQueries() {
    #expect(file("my%20page.md") == .file(path: "content/guide/my page.md", fragment: nil))
    #expect(
      file("gr%C3%B6%C3%9Fe.md#%C3%9Cber")
        == .file(path: "content/guide/größe.md", fragment: "Über"))
    #expect(file("b.md?plain=1#L2") == .file(path: "content/guide/b.md", fragment: "L2"))
    #expect(file("100%.md") == .file(path: "content/guide/100%.md", fragment: nil))
    #expect(file("?a=b#c") == .here(fragment: "c"))
    #expect(file("#gr%C3%B6%C3%9Fe") == .here(fragment: "größe"))
  }

  @Test func resolvesFolders() {
    #expect(file("/content/changes/") == .file(path: "content/changes", fragment: nil))
    #expect(file("..") == .file(path: "content", fragment: nil))
    #expect(file("./%2e%2e/policy/") == .file(path: "content/policy", fragment: nil))
  }

  @Test func leavesTheRootInNoSpelling() {
    var random = SplitMix(seed: 3)
    let parts = ["..", "%2e%2e", ".%2E", "a", "%2F", "%252e%252e", "/", "b%2f..", "%00", "\\"]
    for _ in 0..<500 {
      let link = (0..<1 + random.below(8)).map { _ in parts[random.below(parts.count)] }
        .joined(separator: "/")
      guard case .file(let path, _) = file(link) else { continue }
      #expect(!path.hasPrefix("/") && !path.hasPrefix("../"))
    }
  }
}
