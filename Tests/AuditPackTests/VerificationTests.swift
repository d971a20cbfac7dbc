import AuditPack
import Foundation
import TestSupport
import Testing

/// A pack is what it was closed with, or says what was changed.
@Suite struct VerificationTests {
  private static func sums(_ files: [(String, String)]) -> [PackFile] {
    var files = files.map { PackFile($0.0, Array($0.1.utf8)) }
    // Hashes of `sha256sum`.
    files.append(
      PackFile(
        "SHA256SUMS",
        Array(
          """
          ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  a/one.txt
          e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  manifest.json

          """.utf8)))
    return files
  }

  @Test func whatIsWholeIsSaidToBe() {
    #expect(verifyPack(Self.sums([("a/one.txt", "abc"), ("manifest.json", "")])).isEmpty)
  }

  @Test func aByteAFileMoreAFileLess() {
    #expect(
      verifyPack(Self.sums([("a/one.txt", "abd"), ("manifest.json", "")])) == [
        .changed("a/one.txt")
      ])
    #expect(verifyPack(Self.sums([("manifest.json", "")])) == [.missing("a/one.txt")])
    #expect(
      verifyPack(Self.sums([("a/one.txt", "abc"), ("b", ""), ("manifest.json", "")])) == [
        .added("b")
      ])
  }

  @Test(arguments: ["", "x\n", "zz  a\n", "ba78  a/one.txt\n"])
  func aListThatIsNoneIsSaid(text: String) {
    let faults = verifyPack([
      PackFile("a/one.txt", Array("abc".utf8)), PackFile("SHA256SUMS", Array(text.utf8)),
    ])
    guard case .unreadable? = faults.first, faults.count == 1 else {
      Issue.record("\(faults)")
      return
    }
    guard case .unreadable? = verifyPack([]).first else {
      Issue.record("an empty folder is no pack")
      return
    }
  }
}
