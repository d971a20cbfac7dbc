import Interchange
import SourceText

/// A workbook as Office Open XML (ISO/IEC 29500): sheets of texts.
///
/// They are written as texts, so that none is ever taken for a formula.
struct Workbook {
  struct Sheet {
    /// At most 31 characters, without `[]:*?/\`.
    let name: String
    /// The first row is the head.
    let rows: [[String]]
  }

  private let sheets: [Sheet]

  init(_ sheets: [Sheet]) { self.sheets = sheets }

  func bytes() -> [UInt8] {
    var archive = StoredArchive()
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    let package = "http://schemas.openxmlformats.org/package/2006"
    let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    let numbers = sheets.indices.map { $0 + 1 }
    archive.add(
      "[Content_Types].xml",
      document(
        "<Types xmlns=\"\(package)/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"\(kind).sheet.main+xml\"/><Override PartName=\"/xl/styles.xml\" ContentType=\"\(kind).styles+xml\"/>"
          + numbers.map {
            "<Override PartName=\"/xl/worksheets/sheet\($0).xml\" ContentType=\"\(kind).worksheet+xml\"/>"
          }.joined() + "</Types>"))
    archive.add(
      "_rels/.rels",
      document(
        "<Relationships xmlns=\"\(package)/relationships\"><Relationship Id=\"rId1\" Type=\"\(office)/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
      ))
    archive.add(
      "xl/workbook.xml",
      document(
        "<workbook xmlns=\"\(main)\" xmlns:r=\"\(office)\"><sheets>"
          + zip(numbers, sheets).map {
            "<sheet name=\"\(Self.escaped($1.name))\" sheetId=\"\($0)\" r:id=\"rId\($0)\"/>"
          }.joined() + "</sheets></workbook>"))
    archive.add(
      "xl/_rels/workbook.xml.rels",
      document(
        "<Relationships xmlns=\"\(package)/relationships\">"
          + numbers.map {
            "<Relationship Id=\"rId\($0)\" Type=\"\(office)/worksheet\" Target=\"worksheets/sheet\($0).xml\"/>"
          }.joined()
          + "<Relationship Id=\"rId\(numbers.count + 1)\" Type=\"\(office)/styles\" Target=\"styles.xml\"/></Relationships>"
      ))
    archive.add(
      "xl/styles.xml",
      document(
        "<styleSheet xmlns=\"\(main)\"><fonts count=\"2\"><font/><font><b/></font></fonts><fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill></fills><borders count=\"1\"><border/></borders><cellStyleXfs count=\"1\"><xf/></cellStyleXfs><cellXfs count=\"2\"><xf/><xf fontId=\"1\" applyFont=\"1\"/></cellXfs><cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles></styleSheet>"
      ))
    for (number, sheet) in zip(numbers, sheets) {
      archive.add("xl/worksheets/sheet\(number).xml", document(Self.markup(of: sheet, main)))
    }
    return archive.finished()
  }

  private func document(_ markup: String) -> [UInt8] {
    Array(("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n" + markup).utf8)
  }

  private static func markup(of sheet: Sheet, _ namespace: String) -> String {
    let rows = sheet.rows.enumerated().map { index, cells in
      let style = index == 0 ? " s=\"1\"" : ""
      let written = cells.enumerated().map { column, cell in
        let place = "\(name(ofColumn: column))\(index + 1)"
        return
          "<c r=\"\(place)\"\(style) t=\"inlineStr\"><is><t xml:space=\"preserve\">\(escaped(cell))</t></is></c>"
      }.joined()
      return "<row r=\"\(index + 1)\">\(written)</row>"
    }.joined()
    return "<worksheet xmlns=\"\(namespace)\"><sheetData>\(rows)</sheetData></worksheet>"
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
