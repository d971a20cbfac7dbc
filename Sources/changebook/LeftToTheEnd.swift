/// Leaves a value to the end of the process, when the kernel takes its memory back at once: to free
/// the parts of ten thousand records one by one takes longer than to judge them.
func leaveToTheEnd<Value>(_ value: Value) { _ = Unmanaged.passRetained(LeftToTheEnd(value)) }

private final class LeftToTheEnd<Value> {
  let value: Value
  init(_ value: Value) { self.value = value }
}
