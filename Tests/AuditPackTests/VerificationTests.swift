import AuditPack
import TestSupport
import Testing

/// A pack is what it was closed with, or says what was changed.
@Suite struct VerificationTests {
  private static func pack(_ random: inout SplitMix) -> [PackFile] {
    let files = (0...random.below(12)).map { index in
      PackFile(
        ["", "a/", "b/c/"][random.below(3)] + "file-\(index).txt",
        (0..<random.below(40)).map { _ in UInt8(random.below(256)) })
    }
    return Manifest.sealed(files)
  }

  @Test(arguments: 0..<20)
  func whatIsWholeIsSaidToBe(seed: Int) {
    var random = SplitMix(seed: UInt64(seed))
    #expect(verifyPack(Self.pack(&random)).isEmpty)
  }

  /// Hashes of `sha256sum`.
  @Test func sumsAreThoseOfAnybodyElse() {
    let sums = Manifest.sealed([PackFile("a/one.txt", Array("abc".utf8))]).last
    #expect(sums?.path == "SHA256SUMS")
    let text = String(decoding: sums?.content ?? [], as: UTF8.self)
    #expect(
      text.hasPrefix(
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  a/one.txt\n"))
  }

  /// Whatever is done to one file of a pack is found, the two lists among them.
  @Test(arguments: 0..<120)
  func whateverIsDoneIsFound(seed: Int) {
    var random = SplitMix(seed: UInt64(seed))
    var files = Self.pack(&random)
    let index = random.below(files.count)
    let path = files[index].path
    var content = files[index].content
    switch random.below(4) {
    case 0:
      content.insert(UInt8(random.below(256)), at: random.below(content.count + 1))
      files[index] = PackFile(path, content)
    case 1:
      if content.isEmpty {
        content = [0]
      } else {
        content[random.below(content.count)] ^= UInt8(1 << random.below(8))
      }
      files[index] = PackFile(path, content)
    case 2: files.remove(at: index)
    default: files.append(PackFile("more-\(random.below(9)).txt", content))
    }
    let faults = verifyPack(files)
    #expect(!faults.isEmpty, "\(path)")
    #expect(faults.allSatisfy { if case .absent = $0 { false } else { true } })
  }

  /// One list rewritten to fit what was done does not hide it, since the other does not agree.
  @Test(arguments: 0..<60)
  func aListThatWasRewrittenHidesNothing(seed: Int) {
    var random = SplitMix(seed: UInt64(seed))
    let files = Self.pack(&random)
    var changed = files.filter { ![Manifest.path, Manifest.sums].contains($0.path) }
    let index = random.below(changed.count)
    let path = changed[index].path
    let isRemoved = random.below(2) == 0
    if isRemoved {
      changed.remove(at: index)
    } else {
      changed[index] = PackFile(path, changed[index].content + [0x21])
    }
    // Closed anew, but with one of the old lists.
    let kept = [Manifest.path, Manifest.sums][random.below(2)]
    let forged =
      Manifest.sealed(changed).filter { $0.path != kept } + files.filter { $0.path == kept }
    #expect(!verifyPack(forged).isEmpty, "\(kept)")
  }

  @Test(
    arguments: [
      "", "x\n", "zz  a\n", "ba78  a/one.txt\n", "\r\n",
      "BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD  a/one.txt\n",
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  ../one.txt\n",
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  a/one.txt\r\n",
    ])
  func aListThatIsNoneWasChanged(text: String) {
    let files = Manifest.sealed([PackFile("a/one.txt", Array("abc".utf8))])
      .filter { $0.path != Manifest.sums }
    let faults = verifyPack(files + [PackFile(Manifest.sums, Array(text.utf8))])
    #expect(faults.contains { if case .unreadable = $0 { true } else { false } }, "\(faults)")
    #expect(faults.allSatisfy { !$0.words.contains("is missing") }, "\(faults)")
  }

  @Test func aFolderWithoutAnyListIsNoPack() {
    for files in [[], [PackFile("a", [])]] {
      guard case .absent? = verifyPack(files).first else {
        Issue.record("it is no pack")
        continue
      }
    }
  }

  /// Two files of one name are both there, whatever their names' capitals.
  @Test(arguments: 0..<20)
  func noFileTakesTheNameOfAnother(seed: Int) {
    var random = SplitMix(seed: UInt64(seed))
    let files = (0..<(2 + random.below(20))).map { index in
      PackFile(["a", "A", "b", "a-2", "a-3"][random.below(5)], [UInt8(index)])
    }
    let sealed = Manifest.sealed(files)
    #expect(Set(sealed.map { $0.path.lowercased() }).count == files.count + 2)
    #expect(verifyPack(sealed).isEmpty)
  }

  /// The list of hashes is as it was written, or it was changed: the same lines in another order have another
  /// hash, which may have been kept elsewhere.
  @Test(arguments: 0..<20)
  func aListInAnotherFormWasChanged(seed: Int) throws {
    var random = SplitMix(seed: UInt64(seed))
    let files = Self.pack(&random)
    let list = try #require(files.first { $0.path == Manifest.sums })
    var lines = String(decoding: list.content, as: UTF8.self).split(separator: "\n").map {
      $0 + "\n"
    }
    let other = random.below(lines.count)
    switch seed % 3 {
    case 0: lines.insert("\n", at: other)
    case 1: lines[lines.count - 1].removeLast()
    default:
      guard lines.count > 1 else { return }
      lines.swapAt(other, (other + 1) % lines.count)
    }
    let rewritten = PackFile(Manifest.sums, Array(lines.joined().utf8))
    #expect(
      verifyPack(files.filter { $0.path != Manifest.sums } + [rewritten]) == [
        .changed(Manifest.sums)
      ])
  }
}
