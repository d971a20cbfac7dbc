import Foundation

/// What is wrong with a pack.
package enum PackFault: Sendable, Hashable {
  /// It is no pack at all.
  case absent(String)
  /// A list of what it holds cannot be read; reads after the name of the list.
  case unreadable(String, reason: String)
  case changed(String)
  case missing(String)
  /// A file that the pack did not have.
  case added(String)
  /// One list names it and the other does not.
  case disputed(String)

  package var words: String {
    switch self {
    case .absent(let reason): reason
    case .unreadable(let list, let reason): "\(list) was changed: \(reason)"
    case .changed(let path): "\(path) was changed"
    case .missing(let path): "\(path) is missing"
    case .added(let path): "\(path) does not belong to the pack"
    case .disputed(let path): "\(Manifest.sums) and \(Manifest.path) do not both name \(path)"
    }
  }
}

/// Compares the files of a folder with the two lists that the pack was closed with, which have to agree:
/// what was changed, what is missing, what was added, by path.
///
/// Who rewrites a file and both lists is not found out: that takes a hash that was kept elsewhere.
package func verifyPack(_ files: [PackFile]) -> [PackFault] {
  let held = Dictionary(
    files.map { ($0.path, $0.content) }, uniquingKeysWith: { first, _ in first })
  guard held[Manifest.sums] != nil || held[Manifest.path] != nil else {
    return [.absent("there is neither \(Manifest.sums) nor \(Manifest.path): this is no pack")]
  }
  var faults: [PackFault] = []
  var lists: [(name: String, sums: [String: String])] = []
  for (name, read) in [(Manifest.sums, readSums), (Manifest.path, readManifest)] {
    guard let content = held[name] else {
      faults.append(.missing(name))
      continue
    }
    switch read(content) {
    case .success(let sums):
      lists.append((name, sums))
      if name == Manifest.sums, content != Manifest.lines(of: sums) {
        faults.append(.changed(name))
      }
    case .failure(let fault): faults.append(.unreadable(name, reason: fault.reason))
    }
  }
  let own = [Manifest.sums, Manifest.path]
  for path in Set(lists.flatMap(\.sums.keys)).union(held.keys).subtracting([Manifest.sums])
    .sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) })
  {
    let naming = lists.filter { $0.sums[path] != nil }
    if naming.isEmpty {
      if !own.contains(path), !lists.isEmpty { faults.append(.added(path)) }
      continue
    }
    guard let content = held[path] else {
      if !own.contains(path) { faults.append(.missing(path)) }
      continue
    }
    let sum = Manifest.sha256(content)
    if naming.contains(where: { $0.sums[path] != sum }) { faults.append(.changed(path)) }
    // The manifest cannot name itself.
    if naming.count < lists.count, path != Manifest.path { faults.append(.disputed(path)) }
  }
  if let sums = lists.first(where: { $0.name == Manifest.sums }), sums.sums[Manifest.path] == nil {
    faults.append(.disputed(Manifest.path))
  }
  return faults
}

private struct ListFault: Error {
  let reason: String
}

/// The lines of `sha256sum`.
private func readSums(_ content: [UInt8]) -> Result<[String: String], ListFault> {
  var sums: [String: String] = [:]
  for bytes in content.split(separator: 0x0A) {
    let line = String(decoding: bytes, as: UTF8.self)
    let (sum, path) = (String(line.prefix(64)), String(line.dropFirst(66)))
    guard line.dropFirst(64).prefix(2) == "  ", isSum(sum), isInside(path),
      sums.updateValue(sum, forKey: path) == nil
    else {
      return .failure(
        ListFault(reason: "a line cannot be read: \(line.prefix(160))"))
    }
  }
  return sums.isEmpty ? .failure(ListFault(reason: "it names no file")) : .success(sums)
}

private func readManifest(_ content: [UInt8]) -> Result<[String: String], ListFault> {
  struct Listed: Decodable {
    let files: [File]
    struct File: Decodable {
      let path: String
      let sha256: String
    }
  }
  guard let listed = try? JSONDecoder().decode(Listed.self, from: Data(content)) else {
    return .failure(ListFault(reason: "it cannot be read"))
  }
  var sums: [String: String] = [:]
  for file in listed.files {
    guard isSum(file.sha256), isInside(file.path),
      sums.updateValue(file.sha256, forKey: file.path) == nil
    else { return .failure(ListFault(reason: "an entry cannot be read: \(file.path.prefix(160))")) }
  }
  return .success(sums)
}

private func isSum(_ text: String) -> Bool {
  text.utf8.count == 64
    && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
}

/// A pack names nothing outside of it, and nothing that no pack would be made with.
private func isInside(_ path: String) -> Bool {
  path.utf8.allSatisfy { $0 >= 0x20 }
    && path.split(separator: "/", omittingEmptySubsequences: false)
      .allSatisfy { !$0.isEmpty && $0 != "." && $0 != ".." }
}
