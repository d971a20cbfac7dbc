import Foundation
import SourceText
import Testing

/// Files below a root are created or replaced as wholes, and never over what nobody read.
@Suite struct ContentFileWritingTests {
  private let folder = FileManager.default.temporaryDirectory
    .appending(path: "changebook-writing-\(UUID().uuidString)")

  init() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  private func text(_ path: String) throws -> String {
    try String(contentsOf: folder.appending(path: path), encoding: .utf8)
  }

  private func names(in path: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: path).path)
  }

  @Test func aFileIsCreatedOnce() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    try createContentFile(Array("one".utf8), root: folder.path, path: "content/a/b.md")
    let error = #expect(throws: InputError.self) {
      try createContentFile(Array("two".utf8), root: folder.path, path: "content/a/b.md")
    }
    #expect(error?.reason == "it is there already")
    #expect(try text("content/a/b.md") == "one")
    #expect(try names(in: "content/a") == ["b.md"])
  }

  @Test func aFileThatChangedMeanwhileIsLeft() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    try createContentFile(Array("one".utf8), root: folder.path, path: "a.md")
    for other in ["on", "onE", "longer"] {
      let error = #expect(throws: InputError.self) {
        try editContentFile(
          Array("two".utf8), from: Array(other.utf8), root: folder.path, path: "a.md")
      }
      #expect(error?.reason.contains("changed") == true)
      #expect(try text("a.md") == "one")
    }
    try editContentFile(
      Array("two".utf8), from: Array("one".utf8), root: folder.path, path: "a.md")
    #expect(try text("a.md") == "two")
    #expect(try names(in: ".") == ["a.md"])
    try FileManager.default.removeItem(at: folder.appending(path: "a.md"))
    #expect(throws: InputError.self) {
      try editContentFile(
        Array("three".utf8), from: Array("two".utf8), root: folder.path, path: "a.md")
    }
    #expect(try names(in: ".").isEmpty)
  }

  @Test(arguments: ["../a.md", "a//b.md", "./a.md", "", "link/a.md", "link.md"])
  func nothingIsWrittenOutside(_ path: String) throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let outside = folder.appending(path: "outside")
    let root = folder.appending(path: "root")
    for url in [outside, root] {
      try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }
    try FileManager.default.createSymbolicLink(
      at: root.appending(path: "link"), withDestinationURL: outside)
    try FileManager.default.createSymbolicLink(
      at: root.appending(path: "link.md"), withDestinationURL: outside.appending(path: "x.md"))
    #expect(throws: InputError.self) {
      try createContentFile(Array("x".utf8), root: root.path, path: path)
    }
    #expect(throws: InputError.self) {
      try editContentFile(Array("x".utf8), from: [], root: root.path, path: path)
    }
    #expect(try names(in: "outside").isEmpty)
    #expect(try names(in: "root").sorted() == ["link", "link.md"])
    #expect(try names(in: ".").sorted() == ["outside", "root"])
  }
}
