/// Makes the fragments of a document's headings, in the manner of GitHub: lower case, blanks to
/// hyphens, punctuation dropped; the second of the same name gets `-1`, the third `-2`.
struct AnchorMaker {
  /// How often each anchor has been asked for.
  private var uses = [String: Int](minimumCapacity: 12)

  mutating func anchor(for heading: String) -> String {
    let slug = Self.slug(heading)
    guard var count = uses[slug] else {
      uses[slug] = 0
      return slug
    }
    var anchor: String
    repeat {
      count += 1
      anchor = "\(slug)-\(count)"
    } while uses[anchor] != nil
    uses[slug] = count
    uses[anchor] = 0
    return anchor
  }

  /// Never empty: a heading of punctuation alone is `section`.
  static func slug(_ heading: String) -> String { slugASCII(heading) ?? slugUnicode(heading) }

  /// The same for a heading of ASCII alone, as nearly all are; nil for any other.
  private static func slugASCII(_ heading: String) -> String? {
    var slug: [UInt8] = []
    slug.reserveCapacity(heading.utf8.count)
    for byte in heading.utf8 {
      switch byte {
      case 0x61...0x7A, 0x30...0x39, UInt8(ascii: "-"), UInt8(ascii: "_"): slug.append(byte)
      case 0x41...0x5A: slug.append(byte | 0x20)
      case 0x20: slug.append(UInt8(ascii: "-"))
      case 0x80...: return nil
      default: continue
      }
    }
    return slug.isEmpty ? "section" : String(decoding: slug, as: UTF8.self)
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
