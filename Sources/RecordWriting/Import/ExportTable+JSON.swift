import Foundation
import SourceText

extension ExportTable {
  /// A list of objects, at the top or behind `result`, `records` or `issues`. Of an object in a cell counts what
  /// people see of it; lists are parted by commas. A row's line is its number in the list. Nil for any other JSON.
  package init?(json text: ExportText) {
    guard
      let root = try? JSONSerialization.jsonObject(with: Data(text.bytes)),
      let objects = Self.objects(in: root)
    else { return nil }
    // Objects are read without the order of their names.
    let heads = Set(objects.flatMap(\.keys)).sorted { $0.precedesInBytes($1) }
    self.heads = heads
    rows = objects.enumerated().map { index, object in
      let cells = heads.map { Self.text(object[$0]) }
      let large = cells.map(\.utf8.count).max() ?? 0
      return Row(
        line: index + 1, cells: cells,
        fault: large > Self.largestCell
          ? "a cell has \(large) bytes, and a record holds \(Self.largestCell)" : nil)
    }
  }

  private static func objects(in root: Any) -> [[String: Any]]? {
    if let objects = root as? [[String: Any]] { return objects }
    guard let object = root as? [String: Any] else { return nil }
    return ["result", "records", "issues"].lazy.compactMap { object[$0] as? [[String: Any]] }.first
  }

  private static func text(_ value: Any?) -> String {
    switch value {
    case let text as String: return text
    case let list as [Any]:
      return list.map { text($0) }.filter { !$0.isEmpty }.joined(separator: ", ")
    case let object as [String: Any]:
      if let login = object["login"] as? String { return "@\(login)" }
      let names = ["display_value", "displayName", "name", "value"]
      return names.lazy.compactMap { object[$0] as? String }.first ?? ""
    case let number as NSNumber: return number.stringValue
    default: return ""
    }
  }
}
