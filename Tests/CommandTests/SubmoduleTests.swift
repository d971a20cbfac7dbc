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

  /// As git itself reads its settings; with an empty folder and with none.
  @Test(arguments: [true, false])
  func isFoundHoweverItIsWritten(_ exists: Bool) throws {
    for (index, folder) in ["freezes", "incidents", "holidays", "systems", "freezes/2026"]
      .enumerated()
    {
      let path = "content/\(folder)"
      let forms = [
        "[submodule \"f\"]\n\tpath = \"\(path)\"\n", "[submodule \"f\"]\n\tPath = \(path)\n",
        "[submodule \"f\"]\n\tpath = \(path) # x\n", "[submodule \"f\"]\npath=\(path) ; x\n",
        "[submodule \"f\"]\n\tpath = ./\(path)/\n", "[submodule \"f\"] path = \(path)\n",
        "[submodule \"a]\"]\r\n\tPATH = \(path)\r\n", "[submodule \"f\"]\n\tpath = \\\n\(path)\n",
      ]
      for text in index == 0 ? forms : [forms[index % forms.count]] {
        let site = try GateSite()
        if exists { try site.makeFolder(path) }
        #expect(try site.gate(GateSite.open).status == 0)
        try site.folder.write(text, to: ".gitmodules")
        #expect(try site.gate(GateSite.open).status == 2, "\(text)")
      }
    }
  }

  /// What only looks like one, and what was fetched.
  @Test func othersDoNotMatter() throws {
    for text in [
      "[submodule \"f\"]\n\tpath = vendor/content/freezes\n", "# path = content/freezes\n",
      "[submodule \"f\"]\n\turl = content/freezes\n", "[submodule \"path = content/freezes\"]\n",
      "[submodule \"f\"]\n\tpath = content/freezes2\n",
      "[submodule \"f\"]\n\tpath = content/guide\n", "",
    ] {
      let site = try GateSite()
      try site.makeFolder("content/freezes")
      try site.folder.write(text, to: ".gitmodules")
      #expect(try site.gate(GateSite.open).status == 0, "\(text)")
    }
  }

  @Test func ofOtherFoldersItDoesNotMatter() throws {
    let site = try GateSite()
    try site.makeFolder("content/freezes")
    try site.folder.write("[submodule \"f\"]\n\tpath = vendor/f\n", to: ".gitmodules")
    #expect(try site.gate(GateSite.open).status == 0)
  }
}
