import Foundation
import Glibc
import Synchronization
import Testing

@testable import Site

@Suite struct PublishingFaultTests {
  private let scratch: ScratchFolder

  init() throws {
    scratch = try ScratchFolder()
    let site = try StagedSite(target: scratch.site)
    try site.write("index.html", Array("old".utf8))
    _ = try site.finish()
  }

  private func expectOldSiteAlone() {
    #expect(scratch.text("site/index.html") == "old")
    #expect(scratch.files == ["site/.changebook", "site/index.html"])
  }

  @Test func aFullDiskLeavesTheOldSite() throws {
    var calls = SystemCalls()
    let room = Shared(room: 1000)
    calls.write = { number, bytes, count in
      let taken = room.take(count)
      guard taken > 0 else { return Int(fail(ENOSPC)) }
      return write(number, bytes, taken)
    }
    let site = try StagedSite(target: scratch.site, waitingSeconds: 0, calls: calls)
    try site.write("a", [UInt8](repeating: 65, count: 500))
    let full = PublishingError(.system(operation: "write", code: ENOSPC), "b")
    #expect(throws: full) { try site.write("b", [UInt8](repeating: 66, count: 5000)) }
    #expect(full.description == "cannot write b: No space left on device")
    #expect(throws: full) { try site.finish() }
    expectOldSiteAlone()
  }

  @Test func aFullDeviceIsNoticed() {
    let device = Descriptor(open("/dev/full", O_WRONLY))
    #expect(!device.writeAll([1, 2, 3]) { write($0, $1, $2) })
    #expect(errno == ENOSPC)
  }

  @Test func shortAndInterruptedWritesAreContinued() throws {
    var calls = SystemCalls()
    let turn = Shared(room: 0)
    calls.write = { number, bytes, count in
      if turn.next().isMultiple(of: 2) { return Int(fail(EINTR)) }
      return write(number, bytes, min(3, count))
    }
    let site = try StagedSite(target: scratch.site, waitingSeconds: 0, calls: calls)
    try site.write("a", Array("ten letters".utf8))
    _ = try site.finish()
    #expect(scratch.text("site/a") == "ten letters")
  }

  /// The system tells of a failed write once, to whoever asks first.
  @Test(arguments: 0..<5) func aFailedFlushLeavesTheOldSite(_ number: Int) throws {
    var calls = SystemCalls()
    let turn = Shared(room: 0)
    calls.flush = { turn.next() == number ? fail(EIO) : fsync($0) }
    let site = try StagedSite(target: scratch.site, waitingSeconds: 0, calls: calls)
    site.settling { try? site.write("a/index.html", Array("new".utf8)) }
    try site.write("b/index.html", Array("new".utf8))
    #expect(throws: PublishingError.self) { try site.finish() }
    expectOldSiteAlone()
  }

  @Test func everyNewFileAndFolderIsFlushedBeforeTheSwap() throws {
    let flushed = Mutex<Set<ino_t>>([])
    var calls = SystemCalls()
    calls.flush = { number in
      let inode = Descriptor(dup(number)).status?.st_ino
      flushed.withLock { if let inode { $0.insert(inode) } }
      return 0
    }
    let seen = Mutex<Set<ino_t>?>(nil)
    calls.exchange = { _, _, _ in
      seen.withLock { $0 = flushed.withLock { $0 } }
      return fail(EINVAL)
    }
    let site = try StagedSite(target: scratch.site, waitingSeconds: 0, calls: calls)
    try site.write("index.html", Array("old".utf8))
    site.settling {
      for number in 0..<50 { try? site.write("a/\(number % 3)/\(number).html", [65]) }
    }
    _ = try site.finish()
    let paths =
      ["", "/.changebook", "/a", "/a/0", "/a/1", "/a/2"]
      + (0..<50).map {
        "/a/\($0 % 3)/\($0).html"
      }
    let inodes = paths.compactMap { scratch.status("site" + $0)?.st_ino }
    #expect(inodes.count == paths.count)
    #expect(seen.withLock { $0 }?.isSuperset(of: inodes) == true)
  }

  @Test func whatAKilledBuildLeftIsSweptAway() throws {
    try scratch.put(OutputFolder.markText, at: ".site.staging-99999999/.changebook")
    try scratch.put("half a pa", at: ".site.staging-99999999/changes/a/index.html")
    try scratch.makeFolder(".site.staging-99999998")
    try scratch.put("", at: ".site.lock")
    let site = try StagedSite(target: scratch.site, waitingSeconds: 0)
    site.abandon()
    #expect(!scratch.exists(".site.staging-99999999"))
    #expect(!scratch.exists(".site.staging-99999998"))
    expectOldSiteAlone()
  }

  @Test func foldersOfOthersWithSuchANameStay() throws {
    try scratch.put("mine", at: ".site.staging-12/thesis.md")
    try scratch.put(OutputFolder.markText, at: ".site.staging-mine/.changebook")
    let site = try StagedSite(target: scratch.site, waitingSeconds: 0)
    _ = try site.finish()
    #expect(scratch.text(".site.staging-12/thesis.md") == "mine")
    #expect(scratch.exists(".site.staging-mine/.changebook"))
  }

  @Test func aBuildKilledBetweenTwoRenamesIsMended() throws {
    #expect(rename(scratch.site, scratch.path + "/.site.old-99999999") == 0)
    let site = try StagedSite(target: scratch.site, waitingSeconds: 0)
    site.abandon()
    expectOldSiteAlone()
  }

  @Test func aSecondBuildWaitsThenGivesUp() throws {
    let first = try StagedSite(target: scratch.site)
    #expect(throws: PublishingError(.busy(seconds: 0), scratch.site)) {
      _ = try StagedSite(target: scratch.site, waitingSeconds: 0)
    }
    _ = try first.finish()
    _ = try StagedSite(target: scratch.site, waitingSeconds: 0)
  }

  @Test func aSecondBuildTakesItsTurn() async throws {
    let site = scratch.site
    let first = try StagedSite(target: site)
    try first.write("index.html", Array("first".utf8))
    async let second = Task.detached {
      let second = try StagedSite(target: site, waitingSeconds: 30)
      try second.write("index.html", Array("second".utf8))
      return try second.finish()
    }.value
    _ = try first.finish()
    #expect(try await second.written == 1)
    #expect(scratch.text("site/index.html") == "second")
  }

  @Test(.timeLimit(.minutes(1)))
  func aLockThatNobodyHoldsAnyMoreIsTaken() throws {
    // `flock` goes with its process, however that ended.
    let holder = Process()
    holder.executableURL = URL(filePath: "/usr/bin/flock")
    // With -o the lock is its own, and not that of what it starts as well.
    holder.arguments = ["-o", "\(scratch.path)/.site.lock", "sleep", "20"]
    try holder.run()
    defer { holder.terminate() }
    while true {
      let lock = Descriptor(open("\(scratch.path)/.site.lock", O_RDWR | O_CREAT, 0o600))
      if flock(lock.number, LOCK_EX | LOCK_NB) != 0 { break }
    }
    #expect(throws: PublishingError(.busy(seconds: 0), scratch.site)) {
      _ = try StagedSite(target: scratch.site, waitingSeconds: 0)
    }
    kill(holder.processIdentifier, SIGKILL)
    holder.waitUntilExit()
    try StagedSite(target: scratch.site, waitingSeconds: 0).abandon()
    expectOldSiteAlone()
  }

  @Test(.timeLimit(.minutes(1)))
  func aFolderThatIsGoneDuringTheBuildIsAnError() throws {
    let target = "\(scratch.path)/around/site"
    let site = try StagedSite(target: target)
    try site.write("index.html", [65])
    #expect(throws: Never.self) {
      try FileManager.default.removeItem(atPath: "\(scratch.path)/around")
    }
    #expect(throws: PublishingError.self) { try site.write("a/index.html", [65]) }
    #expect(throws: PublishingError.self) { try site.finish() }
  }

  @Test func aTargetReplacedDuringTheBuildIsNotTouched() throws {
    let site = try StagedSite(target: scratch.site)
    try site.write("index.html", Array("new".utf8))
    #expect(rename(scratch.site, scratch.path + "/away") == 0)
    try scratch.put("precious", at: "site/notes.md")
    #expect(throws: PublishingError(.changedMeanwhile, scratch.site)) { try site.finish() }
    #expect(scratch.text("site/notes.md") == "precious")
    #expect(scratch.text("away/index.html") == "old")
  }
}

/// A counter for the calls of a test.
private final class Shared: Sendable {
  private let value: Atomic<Int>

  init(room: Int) { value = Atomic(room) }

  /// As much of `count` as there is room for.
  func take(_ count: Int) -> Int {
    let taken = min(count, max(0, value.load(ordering: .relaxed)))
    value.subtract(taken, ordering: .relaxed)
    return taken
  }

  func next() -> Int { value.add(1, ordering: .relaxed).oldValue }
}
