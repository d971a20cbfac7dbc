import Chronology
import DeploymentLogs
import PolicyReading
import SourceText

/// Logs that are one: the files of a folder whose names differ in numbers alone, such as `2026-09.jsonl` and
/// `2026-10.jsonl`; and the time of which they tell.
package struct LogSource: Sendable {
  /// The folder where it holds no other logs, else the path of the first file.
  package let name: String
  /// From its first entry to its last; before and after nothing is claimed.
  package let from: Instant
  package let until: Instant
  package let entries: Int
  /// The systems that its entries name, folded; nil where some name none.
  let systems: Set<String>?
  /// Whole months without an entry between two of its files: one may be missing.
  let holes: [Interval]

  /// Of logs as far as they tell of the time until an instant, by name.
  ///
  /// - Parameter folded: A name of a system in one form.
  static func all(
    _ logs: [DeploymentLog], asOf: Instant, in zone: Zone, _ folded: (String) -> String
  ) -> [LogSource] {
    var files: [Stream: [[Deployment]]] = [:]
    var names: [Stream: String] = [:]
    for log in logs.sorted(by: { $0.file.path.precedesInBytes($1.file.path) }) {
      let entries = log.deployments.filter { $0.at <= asOf }
      if entries.isEmpty { continue }
      let stream = Stream(log.file.path)
      files[stream, default: []].append(entries)
      if names[stream] == nil { names[stream] = log.file.path }
    }
    let folders = Dictionary(grouping: files.keys, by: \.folder)
    return files.compactMap { stream, files in
      let all = files.flatMap(\.self)
      let instants = all.map(\.at)
      guard let first = instants.min(), let last = instants.max(), let name = names[stream] else {
        return nil
      }
      let systems = all.map { $0.system.map(folded) }
      return LogSource(
        name: folders[stream.folder]?.count == 1 ? stream.folder : name, from: first, until: last,
        entries: all.count, systems: systems.contains(nil) ? nil : Set(systems.compactMap(\.self)),
        holes: holes(between: files.map { $0.map(\.at) }, in: zone))
    }.sorted { $0.name.precedesInBytes($1.name) }
  }

  private struct Stream: Hashable {
    let folder: String
    /// The name of the file without its numbers.
    let stem: String

    init(_ path: String) {
      let parts = path.parts(at: "/")
      let folder = parts.dropLast().joined(separator: "/")
      self.folder = folder.isEmpty ? "." : folder
      let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
      stem = String(
        decoding: (parts.last ?? path).utf8.filter { !digits.contains($0) }, as: UTF8.self)
    }
  }

  /// The months between the end of what some files tell of and the beginning of the next.
  private static func holes(between files: [[Instant]], in zone: Zone) -> [Interval] {
    let spans = files.compactMap { instants -> (first: Instant, last: Instant)? in
      guard let first = instants.min(), let last = instants.max() else { return nil }
      return (first, last)
    }.sorted { $0.first < $1.first }
    var holes: [Interval] = []
    guard var reached = spans.first?.last else { return [] }
    for span in spans.dropFirst() {
      let start = Period(.month, holding: reached, in: zone).interval.end
      let end = Period(.month, holding: span.first, in: zone).interval.start
      if start < end { holes.append(Interval(start: start, end: end)) }
      reached = max(reached, span.last)
    }
    return holes
  }

  /// Whether it would have told of a deployment of these systems at an instant.
  func covers(_ names: [String], at instant: Instant) -> Bool {
    guard from <= instant, instant <= until, !holes.contains(where: { $0.contains(instant) }) else {
      return false
    }
    return tells(of: names)
  }

  private func tells(of names: [String]) -> Bool {
    guard let systems else { return true }
    return names.contains(where: systems.contains)
  }

  /// Whether it tells of every system that another one tells of.
  fileprivate func replaces(_ other: LogSource) -> Bool {
    guard let systems else { return true }
    return other.systems.map { $0.isSubset(of: systems) } ?? false
  }
}

extension [LogSource] {
  /// Why it cannot be told from these whether a period has more than they say, a clause each.
  func doubts(of interval: Interval, asOf: Instant) -> [String] {
    let telling = filter { $0.from < interval.end && interval.start <= $0.until }
    if telling.isEmpty { return ["no log tells of the period"] }
    var doubts: [String] = []
    let late = telling.filter { one in
      one.from > interval.start
        && !telling.contains { $0.from <= interval.start && $0.replaces(one) }
    }
    if !late.isEmpty {
      doubts.append("no log tells of its beginning" + Self.named(late, of: telling))
    }
    let early = telling.filter { one in
      one.until < interval.end
        && !telling.contains { interval.end <= $0.until && $0.replaces(one) }
    }
    if asOf >= interval.end, !early.isEmpty {
      doubts.append("no log tells of its end" + Self.named(early, of: telling))
    }
    let broken = telling.filter { one in
      one.holes.contains { $0.start < interval.end && interval.start < $0.end }
    }
    if !broken.isEmpty {
      doubts.append(
        "of a whole month between two files there is no entry in "
          + broken.map(\.name).joined(separator: ", "))
    }
    return doubts
  }

  /// Which ones, where others do.
  private static func named(_ some: [LogSource], of all: [LogSource]) -> String {
    some.count == all.count
      ? "" : " for the systems of " + some.map(\.name).joined(separator: ", ")
  }
}
