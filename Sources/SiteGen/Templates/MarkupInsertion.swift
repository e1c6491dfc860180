/// The escaping of a value that a template inserts.
enum Escaping: Sendable {
  /// The content of an HTML element.
  case text
  /// A quoted HTML attribute.
  case attribute
  /// An address in a quoted attribute.
  case address
  /// A part of an address.
  case addressComponent
  /// The inside of a JSON string in a JSON script.
  case scriptString
  /// A whole JSON value in a JSON script.
  case scriptJSON
  /// Markup without escaping.
  case markup
}

/// The reason why a value cannot be inserted at a position.
struct InsertionRefusal: Error {
  let message: String
  let remedy: String?

  init(_ message: String, remedy: String? = nil) {
    self.message = message
    self.remedy = remedy
  }
}

extension MarkupContext {
  /// The escaping of a value at this position, or the reason why it cannot be inserted.
  ///
  /// Markup and JSON can only be inserted by `{{{ }}}`, all other values only by `{{ }}`.
  func escaping(of name: String, _ type: FieldType, isRaw: Bool) -> Result<Escaping, InsertionRefusal> {
    switch type {
    case .flag, .record, .list:
      return refuse("'\(name)' is \(type.description), which cannot be inserted", "use it as a section")
    case .text, .address:
      if isRaw {
        return refuse("'\(name)' is \(type.description), which cannot be inserted raw", "write '{{\(name)}}'")
      }
    case .json:
      guard isRaw else { return refuse("'\(name)' is JSON, which must be inserted raw", "write '{{{\(name)}}}'") }
      return position == .rawText && isDataScript && !isInString && matched == 0
        ? .success(.scriptJSON)
        : refuse("'\(name)' is JSON, which can only be inserted in a script element of type JSON")
    case .markup:
      guard isRaw else {
        return refuse("'\(name)' is markup, which would be escaped twice", "write '{{{\(name)}}}'")
      }
      return position == .text
        ? .success(.markup) : refuse("'\(name)' is markup, which cannot be inserted in \(description)")
    }
    return textEscaping(of: name, isAddress: type.isAddress)
  }

  private func textEscaping(of name: String, isAddress: Bool) -> Result<Escaping, InsertionRefusal> {
    switch position {
    case .text: return .success(.text)
    case .value: return attributeEscaping(of: name, isAddress: isAddress)
    case .beforeValue, .unquotedValue:
      return refuse("'\(name)' cannot be inserted in \(description)", "put the value in quotation marks")
    case .rawText where matched == 0:
      if isDataScript {
        return isInString
          ? .success(.scriptString)
          : refuse("'\(name)' can only be inserted inside a JSON string", "put it in quotation marks")
      }
      return isTextOnlyElement ? .success(.text) : refuse("'\(name)' cannot be inserted in \(description)")
    default: return refuse("'\(name)' cannot be inserted in \(description)")
    }
  }

  private func attributeEscaping(of name: String, isAddress: Bool) -> Result<Escaping, InsertionRefusal> {
    let attributeName = String(decoding: attribute, as: UTF8.self)
    if isRefusedAttribute { return refuse("'\(name)' cannot be inserted in the attribute '\(attributeName)'") }
    if isAddressValue {
      switch address {
      case .refused:
        return refuse(
          "'\(name)' cannot be inserted after an unsupported link scheme",
          "begin the address with one of \(linkSchemeList)")
      case .query, .fragment: return .success(.addressComponent)
      case .scheme, .segment, .path: return .success(isAddress ? .address : .addressComponent)
      case .start, .mixed:
        return isAddress
          ? .success(.address)
          : refuse(
            "'\(name)' is text, but '\(attributeName)' must start with an address", "use a key of kind 'address' here")
      }
    }
    if isAddress { return .success(.address) }
    if element == Array("meta".utf8), attribute == Array("content".utf8), holdsAddress {
      return refuse(
        "'\(name)' is text, but the value after 'url=' must be an address", "use a key of kind 'address' here")
    }
    return .success(.attribute)
  }

  private func refuse(_ message: String, _ remedy: String? = nil) -> Result<Escaping, InsertionRefusal> {
    .failure(InsertionRefusal(message, remedy: remedy))
  }

  /// Whether the `content` value so far contains `url`, after which the address of a redirect follows.
  private var holdsAddress: Bool {
    let pattern = Array("url".utf8)
    return literal.indices.contains { literal[$0...].starts(with: pattern) }
  }

  // MARK: - Names

  /// The name of the position in diagnostics.
  var description: String {
    let tag = String(decoding: element, as: UTF8.self)
    switch position {
    case .text: return "text"
    case .tagOpen, .tagName: return "the name of a tag"
    case .betweenAttributes, .afterAttribute, .attributeName, .afterAttributeName: return "the tag of '\(tag)'"
    case .beforeValue, .unquotedValue: return "a value without quotation marks"
    case .value: return "the value of '\(String(decoding: attribute, as: UTF8.self))'"
    case .declaration: return "a declaration"
    case .comment: return "a comment"
    case .rawText: return "the content of '\(tag)'"
    }
  }

  /// Whether tags are not parsed in the content of the element.
  var isRawTextElement: Bool {
    switch String(decoding: element, as: UTF8.self) {
    case "script", "style", "title", "textarea", "xmp", "iframe", "noembed", "noframes", "plaintext": true
    default: false
    }
  }

  /// Whether the content of the element is text and character references without tags.
  private var isTextOnlyElement: Bool {
    element == Array("title".utf8) || element == Array("textarea".utf8)
  }

  /// Whether the value of the attribute is an address.
  var isAddressAttribute: Bool {
    switch String(decoding: attribute, as: UTF8.self) {
    case "href", "src", "action", "formaction", "cite", "poster", "data", "background", "longdesc", "manifest", "ping",
      "xlink:href", "codebase", "icon", "profile":
      true
    default: false
    }
  }

  /// Whether the value of the attribute could run as a program, or has its own syntax.
  private var isRefusedAttribute: Bool {
    let name = String(decoding: attribute, as: UTF8.self)
    if name.hasPrefix("on") { return true }
    switch name {
    case "style", "srcset", "imagesrcset", "srcdoc", "http-equiv", "attributename": return true
    case "type": return element == Array("script".utf8)
    case "to", "from", "by", "values":
      return element.starts(with: "animate".utf8) || element == Array("set".utf8)
    default: return false
    }
  }
}

extension FieldType {
  fileprivate var isAddress: Bool {
    if case .address = self { true } else { false }
  }
}
