import Figures
import Markdown
import Records

/// The report of one period as one HTML file for e-mail: its style inside, no script, nothing that
/// is fetched, tables where a page has charts, since mail programs drop those.
///
/// - Parameter address: As in `renderReportMarkdown`.
package func renderReportMail(
  _ report: PeriodReport, site: String, address: @escaping (ReportLink) -> String? = { _ in nil }
) -> [UInt8] {
  var writer = MailReportWriter(address: address)
  return Array("<!doctype html>\n".utf8) + Array(writer.document(report, site: site).text.utf8)
    + [0x0A]
}

private struct MailReportWriter: ~Copyable {
  let address: (ReportLink) -> String?
  private var html = HTMLWriter()

  init(address: @escaping (ReportLink) -> String?) { self.address = address }

  mutating func document(_ report: PeriodReport, site: String) -> HTML {
    html.open("html", "lang", "en")
    html.open("head")
    html.open("meta", "charset", "utf-8")
    html.open("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
    html.open("meta", ["name": "color-scheme", "content": "light dark"])
    html.element("title", "\(report.title) · \(site)")
    html.element("style", mailStyle)
    html.close("head")
    html.newline()
    html.open("body")
    html.open("div", class: "report")
    html.element("p", class: "soft", "\(site) · \(report.kicker)")
    html.element("h1", report.title)
    html.open("p", class: "soft")
    write(report.days)
    html.close("p")
    if let caution = report.caution {
      html.open("p", class: "caution")
      write(caution)
      html.close("p")
    }
    if report.showsVerdict {
      html.open("p", class: "lead")
      write(report.summary)
      html.close("p")
    }
    html.newline()
    for section in report.sections {
      html.element("h2", section.heading)
      for block in section.blocks { write(block) }
      html.newline()
    }
    html.close("div")
    html.close("body")
    html.newline()
    html.close("html")
    return html.finish()
  }

  private mutating func write(_ block: ReportBlock) {
    switch block {
    case .paragraph(let words): paragraph(words)
    case .note(let words):
      html.open("p", class: "soft")
      write(words)
      html.close("p")
    case .empty(let text): html.element("p", class: "soft", text)
    case .list(let items): write(items)
    case .table(let table): write(table)
    case .figures(let figures):
      write(figureTable(figures))
      write(courseItems(figures))
    case .commentary(let page):
      var options = HTMLOptions(headingOffset: 2) { link in
        // A link of the folder leads nowhere in a mail.
        link.hasPrefix("https://") || link.hasPrefix("http://") || link.hasPrefix("mailto:")
          ? .keep(link) : .dead(suggestion: nil)
      }
      options.omitted = page.titleNode
      // Its pictures are not in the mail.
      options.picture = { _ in .absent }
      html.append(renderHTML(page.document, nodes: page.body, options: options).html)
    }
  }

  private mutating func write(_ items: [ReportItem]) {
    guard !items.isEmpty else { return }
    html.open("ul")
    for item in items {
      html.open("li")
      write(item.head)
      for detail in item.details {
        html.open("br")
        html.open("span", class: "soft")
        write(detail)
        html.close("span")
      }
      html.close("li")
    }
    html.close("ul")
  }

  private mutating func write(_ table: ReportTable) {
    guard !table.rows.isEmpty else { return }
    html.open("table", ["role": "table", "cellpadding": "0", "cellspacing": "0"])
    html.open("tr")
    for column in table.columns {
      html.element("th", ["scope": "col", "class": column.isNumber ? "n" : nil], column.name)
    }
    html.close("tr")
    for row in table.rows {
      html.open("tr")
      for (index, cell) in row.enumerated() {
        html.open("td", ["class": table.columns[index].isNumber ? "n" : nil])
        write(cell)
        html.close("td")
      }
      html.close("tr")
    }
    html.close("table")
  }

  private mutating func paragraph(_ words: Words) {
    html.open("p")
    write(words)
    html.close("p")
  }

  private mutating func write(_ words: Words) {
    for phrase in words.phrases {
      switch phrase {
      case .text(let text), .time(let text, _): html.text(text)
      case .strong(let text): html.element("b", text)
      case .mark(let mark, let text):
        html.element("b", "class", mark.rawValue, mark.sign + text)
      case .link(let link, let text):
        if let address = address(link) {
          html.element("a", "href", address, text)
        } else {
          html.text(text)
        }
      }
    }
  }
}

/// Without quotes, angle brackets and ampersands, which the writer would escape.
private let mailStyle = """
  body { margin: 0; padding: 16px; background: #ffffff; color: #1b1e22; \
  font: 15px/1.5 Helvetica, Arial, sans-serif; word-break: break-word; } \
  .report { max-width: 680px; margin: 0 auto; } \
  h1 { font-size: 26px; line-height: 1.2; margin: 4px 0; } \
  h2 { font-size: 18px; line-height: 1.3; margin: 28px 0 8px; } \
  p { margin: 0 0 10px; } .lead { font-size: 17px; margin-top: 14px; } \
  .soft { color: #555b63; font-size: 13px; } .caution { color: #775000; font-weight: bold; } \
  ul { margin: 0 0 10px; padding-left: 20px; } li { margin-bottom: 8px; } \
  table { border-collapse: collapse; width: 100%; font-size: 13px; margin-bottom: 10px; } \
  th, td { text-align: left; vertical-align: top; padding: 5px 8px 5px 0; \
  border-bottom: 1px solid #dcd9d1; } th { color: #555b63; } .n { text-align: right; } \
  a { color: #17456b; } .good { color: #1a653c; } .bad { color: #9c2720; } \
  .doubtful { color: #775000; } .neutral { color: #555b63; } \
  @media (prefers-color-scheme: dark) { body { background: #14171a; color: #e7e5e0; } \
  .soft, th, .neutral { color: #a7adb4; } th, td { border-color: #343a41; } \
  a { color: #93bfe6; } .good { color: #85cba1; } .bad { color: #f29c93; } \
  .doubtful, .caution { color: #e3bb72; } }
  """
