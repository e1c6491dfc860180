internal import Synchronization

/// A value that is computed once, by the first caller that needs it.
///
/// Why a class: all copies of a struct that contains a `Once` share the computed value.
final class Once<Value: Sendable>: Sendable {
  private let made: Mutex<Value?>

  /// `value`: the value if it is already known.
  init(_ value: sending Value? = nil) { made = Mutex(value) }

  func value(_ make: () -> Value) -> Value {
    made.withLock { made in
      if let made { return made }
      let value = make()
      made = value
      return value
    }
  }
}

/// A value that is computed once, on first use.
///
/// Why a class: all copies of a struct that contains a `Lazy` share the computed value.
final class Lazy<Value: Sendable>: Sendable {
  private let make: @Sendable () -> Value
  private let made = Once<Value>()

  init(_ make: @escaping @Sendable () -> Value) {
    self.make = make
  }

  var value: Value { made.value(make) }
}
