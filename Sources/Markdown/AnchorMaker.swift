import SourceText

/// Makes the fragments of a document's headings, in the manner of GitHub: lower case, blanks to
/// hyphens, punctuation dropped; the second of the same name gets `-1`, the third `-2`.
struct AnchorMaker {
  /// The anchors given so far, and how often each has been asked for again: of few documents more
  /// than a dozen, which are found faster one after the other than by their hashes.
  private var given: [(anchor: String, uses: Int)] = []
  /// The index of each in `given`; filled where they are many.
  private var indices: [String: Int] = [:]

  mutating func anchor(for heading: String) -> String {
    let slug = Self.slug(heading)
    guard let index = index(of: slug) else {
      add(slug)
      return slug
    }
    var anchor: String
    repeat {
      given[index].uses += 1
      anchor = "\(slug)-\(given[index].uses)"
    } while self.index(of: anchor) != nil
    add(anchor)
    return anchor
  }

  private func index(of anchor: String) -> Int? {
    indices.isEmpty ? given.firstIndex { $0.anchor == anchor } : indices[anchor]
  }

  private mutating func add(_ anchor: String) {
    given.append((anchor, 0))
    if !indices.isEmpty {
      indices[anchor] = given.count - 1
    } else if given.count == 32 {
      for index in given.indices { indices[given[index].anchor] = index }
    }
  }

  /// Never empty: a heading of punctuation alone is `section`.
  static func slug(_ heading: String) -> String { slugASCII(heading) ?? slugUnicode(heading) }

  /// The same for a heading of ASCII alone, as nearly all are; nil for any other.
  private static func slugASCII(_ heading: String) -> String? {
    heading.withBytes { heading in
      withUnsafeTemporaryAllocation(of: UInt8.self, capacity: heading.count) { slug in
        var count = 0
        for byte in heading {
          switch byte {
          case 0x61...0x7A, 0x30...0x39, UInt8(ascii: "-"), UInt8(ascii: "_"): slug[count] = byte
          case 0x41...0x5A: slug[count] = byte | 0x20
          case 0x20: slug[count] = UInt8(ascii: "-")
          case 0x80...: return nil
          default: continue
          }
          count += 1
        }
        return count == 0 ? "section" : String(decoding: slug[..<count], as: UTF8.self)
      }
    }
  }

  private static func slugUnicode(_ heading: String) -> String {
    var slug = ""
    for scalar in heading.unicodeScalars {
      switch scalar {
      case "a"..."z", "0"..."9", "-", "_": slug.unicodeScalars.append(scalar)
      case "A"..."Z": slug += scalar.properties.lowercaseMapping
      case " ": slug += "-"
      default:
        guard !scalar.isASCII else { continue }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
          .nonspacingMark, .spacingMark, .decimalNumber, .letterNumber, .connectorPunctuation:
          slug += scalar.properties.lowercaseMapping
        default: continue
        }
      }
    }
    return slug.isEmpty ? "section" : slug
  }
}
