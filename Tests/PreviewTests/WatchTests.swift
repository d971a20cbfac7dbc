import Foundation
import Preview
import SourceText
import Synchronization
import TestSupport
import Testing

/// Whatever changes is heard of, whichever way it is watched.
@Suite struct WatchTests {
  /// Counts what a watch tells.
  private final class Counter: Sendable {
    let count = Atomic(0)
    let watch: any ChangeWatch
    let thread = Mutex<SourceText.Thread?>(nil)

    init(_ watch: any ChangeWatch) {
      self.watch = watch
      let worker = SourceText.Thread { [self] in
        while watch.wait() { count.add(1, ordering: .relaxed) }
      }
      thread.withLock { $0 = worker }
    }

    /// Whether it tells something within some seconds.
    func tells(_ change: () throws -> Void) rethrows -> Bool {
      // What went before is told by now.
      usleep(60_000)
      let before = count.load(ordering: .relaxed)
      try change()
      for _ in 0..<1_000 {
        if count.load(ordering: .relaxed) > before { return true }
        usleep(5_000)
      }
      return false
    }

    func end() {
      watch.end()
      thread.withLock { $0 }?.join()
    }
  }

  private static func site() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write("title: a\n", to: "changebook.yml")
    for number in 0..<6 { try folder.write("\(number)", to: "content/changes/\(number).md") }
    try folder.write("x", to: "templates/pages/x.mustache")
    try folder.write("ref", to: ".git/HEAD")
    return folder
  }

  @Test(arguments: [false, true])
  func hearsOfEveryChange(polls: Bool) throws {
    let folder = try Self.site()
    let root = folder.url.path
    let places = WatchedPlaces(root: root, git: root + "/.git")
    let watch: any ChangeWatch =
      polls ? PollingWatch(places) : try #require(InotifyWatch(places))
    let counter = Counter(watch)
    defer { counter.end() }
    let manager = FileManager.default
    var random = SplitMix(seed: 701)
    var folders = ["content/changes"]
    for step in 0..<(polls ? 12 : 40) {
      let place = folders[random.below(folders.count)]
      let isTold = try counter.tells {
        switch random.below(7) {
        case 0:
          // A folder with a file in it, which is there before anybody looks.
          let new = "\(place)/f\(step)/deep"
          folders.append(new)
          try folder.write("new", to: "\(new)/a.md")
        case 1: try folder.write("edit \(step)", to: "changebook.yml")
        case 2: try folder.write("edit \(step)", to: "templates/pages/x.mustache")
        case 3:
          try folder.write("a \(step)", to: "\(place)/moved.md")
          try? manager.removeItem(atPath: "\(root)/\(place)/to.md")
          try manager.moveItem(
            atPath: "\(root)/\(place)/moved.md", toPath: "\(root)/\(place)/to.md")
        case 4:
          try folder.write("a", to: "\(place)/gone.md")
          try manager.removeItem(atPath: "\(root)/\(place)/gone.md")
          try folder.write("b \(step)", to: "\(place)/left.md")
        case 5: try folder.write("ref \(step)", to: ".git/HEAD")
        default: try folder.write("edit \(step)", to: "\(place)/new.md")
        }
      }
      #expect(isTold, "step \(step)")
    }
  }

  @Test func isNotTroubledByWhatDoesNotCount() throws {
    let folder = try Self.site()
    let root = folder.url.path
    try folder.write("a", to: "site/index.html")
    let watch = try #require(InotifyWatch(WatchedPlaces(root: root, git: root + "/.git")))
    let counter = Counter(watch)
    defer { counter.end() }
    usleep(60_000)
    try folder.write("b", to: "site/index.html")
    try folder.write("b", to: ".git/config")
    try folder.write("b", to: ".build/x")
    usleep(150_000)
    #expect(counter.count.load(ordering: .relaxed) == 0)
  }

  @Test(arguments: [false, true])
  func endsWhileItWaits(polls: Bool) throws {
    let folder = try Self.site()
    let places = WatchedPlaces(root: folder.url.path, git: nil)
    let watch: any ChangeWatch =
      polls ? PollingWatch(places) : try #require(InotifyWatch(places))
    let counter = Counter(watch)
    usleep(20_000)
    let begun = ContinuousClock.now
    counter.end()
    #expect(begun.duration(to: .now) < .seconds(2))
  }
}
