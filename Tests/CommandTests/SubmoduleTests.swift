import TestSupport
import Testing

/// An empty folder of a submodule that nobody fetched says nothing of what is in it.
@Suite struct SubmoduleTests {
  @Test(arguments: ["freezes", "incidents"])
  func isUnknownUntilItIsFetched(_ folder: String) throws {
    let site = try GateSite()
    try site.makeFolder("content/\(folder)")
    #expect(try site.gate(GateSite.open).status == 0)
    try site.folder.write(
      "[submodule \"f\"]\n\tpath = content/\(folder)\n\turl = ../f\n", to: ".gitmodules")
    let run = try site.gate(GateSite.open)
    #expect(run.status == 2)
    #expect(run.output.contains("submodule"))
    try site.folder.write("# Freezes\n\nOne file each.\n", to: "content/\(folder)/README.md")
    #expect(try site.gate(GateSite.open).status == 0)
  }

  @Test func ofOtherFoldersItDoesNotMatter() throws {
    let site = try GateSite()
    try site.makeFolder("content/freezes")
    try site.folder.write("[submodule \"f\"]\n\tpath = vendor/f\n", to: ".gitmodules")
    #expect(try site.gate(GateSite.open).status == 0)
  }
}
