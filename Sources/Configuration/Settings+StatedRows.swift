import FrontMatter
import SourceText

extension SettingsReader {
  /// Windows, freezes or types that the site states itself: `none`, or a list with a mapping for each.
  static func rows(
    _ key: String, _ reader: inout MappingReader
  ) -> (place: Place?, rows: [StatedRow]) {
    guard let entry = reader.entry(key), let node = reader.node(key) else { return (nil, []) }
    let expected = "none, or a list of them, such as `- {name: …, …}`"
    if case .scalar(let scalar) = node {
      if scalar.text.lowercased() == "none" { return (scalar.place, []) }
      reader.refuse(node, key: key, expected: expected)
      return (nil, [])
    }
    var rows: [StatedRow] = []
    for element in reader.sequence(key) {
      guard case .mapping = element, var row = reader.mapping(in: element, of: key, known: nil)
      else {
        reader.refuse(element, key: key, expected: expected)
        continue
      }
      let cells = row.entries.map { cell in
        let texts = row.texts(cell.key.text)
        return StatedRow.Cell(
          key: cell.key.text,
          value: Located(
            texts.map(\.value).joined(separator: ", "), texts.first?.place ?? cell.key.place))
      }
      reader.absorb(row)
      rows.append(StatedRow(cells: cells, place: row.place))
    }
    return (entry.key.place, rows)
  }
}
