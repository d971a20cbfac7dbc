import Chronology
import SourceText

/// A field of a table, as a workbook holds it.
package enum TableCell: Sendable, Hashable {
  case empty
  case text(String)
  case whole(Int64)
  case number(Double)
  case instant(Instant)
}

/// A workbook as Office Open XML (ISO/IEC 29500): sheets of texts, numbers and instants in UTC.
///
/// Texts are written as texts, so that none is ever taken for a formula. The head of each sheet stays in sight and
/// filters.
package struct Workbook {
  package struct Sheet {
    /// At most 31 characters, without `[]:*?/\`.
    let name: String
    /// The first row is the head.
    let rows: [[TableCell]]

    package init(name: String, rows: [[TableCell]]) {
      self.name = name
      self.rows = rows
    }

    package init(name: String, texts: [[String]]) {
      self.init(name: name, rows: texts.map { $0.map(TableCell.text) })
    }
  }

  private let sheets: [Sheet]

  /// What a sheet has room for.
  package static let mostRows = 1_048_576

  package init(_ sheets: [Sheet]) { self.sheets = sheets }

  package func bytes() throws(WorkbookFault) -> [UInt8] {
    for sheet in sheets where sheet.rows.count > Self.mostRows {
      throw WorkbookFault(
        description: "a sheet has room for \(Self.mostRows - 1) rows below its head, and these are "
          + "\(sheet.rows.count - 1)")
    }
    var archive = StoredArchive()
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    let package = "http://schemas.openxmlformats.org/package/2006"
    let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    let numbers = sheets.indices.map { $0 + 1 }
    try archive.add(
      "[Content_Types].xml",
      document(
        "<Types xmlns=\"\(package)/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"\(kind).sheet.main+xml\"/><Override PartName=\"/xl/styles.xml\" ContentType=\"\(kind).styles+xml\"/>"
          + numbers.map {
            "<Override PartName=\"/xl/worksheets/sheet\($0).xml\" ContentType=\"\(kind).worksheet+xml\"/>"
          }.joined() + "</Types>"))
    try archive.add(
      "_rels/.rels",
      document(
        "<Relationships xmlns=\"\(package)/relationships\"><Relationship Id=\"rId1\" Type=\"\(office)/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
      ))
    try archive.add(
      "xl/workbook.xml",
      document(
        "<workbook xmlns=\"\(main)\" xmlns:r=\"\(office)\"><sheets>"
          + zip(numbers, sheets).map {
            "<sheet name=\"\(Self.escaped($1.name))\" sheetId=\"\($0)\" r:id=\"rId\($0)\"/>"
          }.joined() + "</sheets></workbook>"))
    try archive.add(
      "xl/_rels/workbook.xml.rels",
      document(
        "<Relationships xmlns=\"\(package)/relationships\">"
          + numbers.map {
            "<Relationship Id=\"rId\($0)\" Type=\"\(office)/worksheet\" Target=\"worksheets/sheet\($0).xml\"/>"
          }.joined()
          + "<Relationship Id=\"rId\(numbers.count + 1)\" Type=\"\(office)/styles\" Target=\"styles.xml\"/></Relationships>"
      ))
    try archive.add(
      "xl/styles.xml",
      document(
        "<styleSheet xmlns=\"\(main)\"><numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\"yyyy\\-mm\\-dd\\ hh:mm:ss\"/></numFmts><fonts count=\"2\"><font/><font><b/></font></fonts><fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill></fills><borders count=\"1\"><border/></borders><cellStyleXfs count=\"1\"><xf/></cellStyleXfs><cellXfs count=\"3\"><xf/><xf fontId=\"1\" applyFont=\"1\"/><xf numFmtId=\"164\" applyNumberFormat=\"1\"/></cellXfs><cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles></styleSheet>"
      ))
    for (number, sheet) in zip(numbers, sheets) {
      try archive.add("xl/worksheets/sheet\(number).xml", document(Self.markup(of: sheet, main)))
    }
    return archive.finished()
  }

  private func document(_ markup: String) -> [UInt8] {
    Array(("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n" + markup).utf8)
  }

  private static func markup(of sheet: Sheet, _ namespace: String) -> String {
    let rows = sheet.rows.enumerated().map { index, cells in
      let written = cells.enumerated().map { column, cell in
        markup(of: cell, at: "\(name(ofColumn: column))\(index + 1)", isHead: index == 0)
      }.joined()
      return "<row r=\"\(index + 1)\">\(written)</row>"
    }.joined()
    let width = sheet.rows.first?.count ?? 0
    let pane =
      "<sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews>"
    let filter =
      width == 0
      ? "" : "<autoFilter ref=\"A1:\(name(ofColumn: width - 1))\(max(1, sheet.rows.count))\"/>"
    return
      "<worksheet xmlns=\"\(namespace)\">\(pane)<sheetData>\(rows)</sheetData>\(filter)</worksheet>"
  }

  private static func markup(of cell: TableCell, at place: String, isHead: Bool) -> String {
    switch cell {
    case .empty: return ""
    case .text(let text):
      let style = isHead ? " s=\"1\"" : ""
      return
        "<c r=\"\(place)\"\(style) t=\"inlineStr\"><is><t xml:space=\"preserve\">\(escaped(text))</t></is></c>"
    case .whole(let number): return "<c r=\"\(place)\"><v>\(number)</v></c>"
    case .number(let number): return "<c r=\"\(place)\"><v>\(number)</v></c>"
    case .instant(let instant):
      // Days since 30 December 1899, as spreadsheets count them.
      let days = Double(instant.secondsSinceEpoch) / 86_400 + 25_569
      return "<c r=\"\(place)\" s=\"2\"><v>\(days)</v></c>"
    }
  }

  /// `A` to `Z`, `AA` and on.
  private static func name(ofColumn index: Int) -> String {
    let letter = String(Character(Unicode.Scalar(UInt8(0x41 + index % 26))))
    return index < 26 ? letter : name(ofColumn: index / 26 - 1) + letter
  }

  /// As text of XML. A cell holds at most 32 767 characters; what is cut ends in `…`.
  private static func escaped(_ text: String) -> String {
    let scalars = text.unicodeScalars
    let end = scalars.index(scalars.startIndex, offsetBy: longestCell, limitedBy: scalars.endIndex)
    let isCut = end.map { $0 < scalars.endIndex } ?? false
    var bytes: [UInt8] = []
    bytes.appendXML(isCut ? String(scalars.prefix(longestCell - 1)) + "…" : text)
    return String(decoding: bytes, as: UTF8.self)
  }

  private static let longestCell = 16_000
}

/// Why a table cannot be a workbook.
package struct WorkbookFault: Error, Sendable, CustomStringConvertible {
  package let description: String
}
