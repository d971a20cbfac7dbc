import Markdown

/// What an area is filled with, so that areas differ without colour too.
package struct FillPattern: Sendable, Hashable {
  /// The meaning that its colour has everywhere on the site.
  package enum Tone: String, Sendable, Hashable {
    case accent = "t-accent"
    case good = "t-good"
    case warn = "t-warn"
    case bad = "t-bad"
    case quiet = "t-quiet"
  }

  package enum Texture: Int, Sendable, Hashable, CaseIterable {
    case solid, rising, pale, dots, crossed, upright, falling, level
  }

  package let tone: Tone
  package let texture: Texture

  package init(_ tone: Tone, _ texture: Texture) {
    self.tone = tone
    self.texture = texture
  }

  /// One for each of several areas without a meaning of their own; the last stands for all further.
  package static func plain(_ index: Int) -> FillPattern {
    let textures = Texture.allCases
    return FillPattern(.accent, textures[min(max(index, 0), textures.count - 1)])
  }

  /// As a definition of a drawing, under a name that is unique on its page.
  func define(_ id: String, in writer: inout HTMLWriter) {
    writer.open(
      "pattern",
      [
        "id": id, "class": tone.rawValue, "width": "6", "height": "6",
        "patternUnits": "userSpaceOnUse",
      ])
    let isSolid = texture == .solid
    writer.rectangle(isSolid ? "f-solid" : "f-ground", x: 0...6, y: 0...6)
    switch texture {
    case .solid: break
    case .pale: writer.rectangle("f-pale", x: 0...6, y: 0...6)
    case .rising: diagonals(rising: true, to: &writer)
    case .falling: diagonals(rising: false, to: &writer)
    case .crossed:
      diagonals(rising: true, to: &writer)
      diagonals(rising: false, to: &writer)
    case .dots:
      writer.circle("f-dot", at: (1.5, 1.5), radius: 1.1)
      writer.circle("f-dot", at: (4.5, 4.5), radius: 1.1)
    case .upright: writer.line("f-line", from: (3, 0), to: (3, 6))
    case .level: writer.line("f-line", from: (0, 3), to: (6, 3))
    }
    writer.close("pattern")
  }

  /// Three strokes, so that they meet those of the next tile.
  private func diagonals(rising: Bool, to writer: inout HTMLWriter) {
    for offset in [-6.0, 0, 6] {
      let (foot, head) = rising ? (6.0, 0.0) : (0.0, 6.0)
      writer.line("f-line", from: (offset, foot), to: (offset + 6, head))
    }
  }
}
