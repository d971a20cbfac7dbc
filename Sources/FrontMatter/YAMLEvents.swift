import CLibYAML

/// libyaml's parser over bytes in memory. Both pointers stay put: libyaml keeps one of them.
struct YAMLEvents {
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let event: UnsafeMutablePointer<yaml_event_t>

  /// - Precondition: the bytes are valid UTF-8 and outlive this value.
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    parser = .allocate(capacity: 1)
    parser.initialize(to: yaml_parser_t())
    event = .allocate(capacity: 1)
    event.initialize(to: yaml_event_t())
    // Zero is returned only where no memory is left; the first event then fails as well.
    guard yaml_parser_initialize(parser) == 1 else { return }
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
  }

  /// Reads the next event; false at the end and at an error.
  func advance() -> Bool {
    let wasEnd = event.pointee.type == YAML_STREAM_END_EVENT
    yaml_event_delete(event)
    return !wasEnd && yaml_parser_parse(parser, event) == 1
  }

  /// Valid until the next `advance`.
  var current: UnsafePointer<yaml_event_t> { UnsafePointer(event) }

  func close() {
    yaml_event_delete(event)
    yaml_parser_delete(parser)
    event.deallocate()
    parser.deallocate()
  }

  /// What stopped the parser, and where.
  struct Failure {
    /// libyaml's words.
    let words: String
    let place: Offset

    enum Offset {
      /// Of a byte from the first.
      case byte(Int)
      /// Of Unicode scalars from the first; `opening` is where the construct began.
      case scalar(Int, opening: Int?)
    }
  }

  var failure: Failure? {
    let state = parser.pointee
    guard state.error != YAML_NO_ERROR else { return nil }
    let problem = state.problem.map { String(cString: $0) } ?? "out of memory"
    let context = state.context.map { String(cString: $0) }
    if state.error == YAML_READER_ERROR {
      return Failure(words: problem, place: .byte(state.problem_offset))
    }
    let opening = context == nil ? nil : state.context_mark.index
    return Failure(
      words: context.map { "\(problem) \($0)" } ?? problem,
      place: .scalar(state.problem_mark.index, opening: opening))
  }
}
