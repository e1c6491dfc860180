import Testing

@testable import SiteGen

@Suite struct DigestTests {
  /// Of the two longer inputs, one needs a second block for the padding, the other for the text.
  static let cases = [
    (
      "", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
      "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="
    ),
    (
      "abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
      "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0="
    ),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1", "JI1qYdIGOLjlwCaTDD5gOaM85Flk/yFn9uzt1BnbBsE="
    ),
    (
      String(repeating: "a", count: 65), "635361c48bb9eab14198e76ea8ab7f1a41685d6ad62aa9146d301d4f17eb0ae0",
      "Y1NhxIu56rFBmOduqKt/GkFoXWrWKqkUbTAdTxfrCuA="
    ),
  ]

  @Test(arguments: cases)
  func agreesWithSha256sumAndOpenSSL(text: String, hexadecimal: String, base64: String) {
    #expect(sha256(Array(text.utf8)) == hexadecimal)
    #expect(sha256Base64(Array(text.utf8)) == base64)
  }
}
