import Foundation
import Testing

@testable import SiteGen

@Suite struct JSONWriterWrites {
  @Test func everyKindOfValueIndented() {
    var json = JSONWriter()
    json.object { json in
      json.member("text", "a \"b\" \\ / \n\t\u{1}\u{7F}\u{2028}\u{2029} é 🙂")
      json.member("nothing", nil as String?)
      json.key("numbers")
      json.array { json in
        json.number(-1)
        json.number(0.5)
        json.number(3.0)
        json.number(.infinity)
      }
      json.key("empty")
      json.array { _ in }
      json.key("none")
      json.object { _ in }
      json.key("lines")
      json.array { json in
        for number in 1...2 {
          json.onOneLine { json in
            json.object { json in
              json.member("n", number)
              json.key("list")
              json.array(["a", "b"])
            }
          }
        }
      }
      json.member("last", true)
    }
    #expect(
      json.text == #"""
        {
          "text": "a \"b\" \\ / \n\t\u0001\u007f\u2028\u2029 é 🙂",
          "nothing": null,
          "numbers": [
            -1,
            0.5,
            3,
            null
          ],
          "empty": [],
          "none": {},
          "lines": [
            {"n": 1, "list": ["a", "b"]},
            {"n": 2, "list": ["a", "b"]}
          ],
          "last": true
        }
        """#)
    #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(json.bytes)) }
  }
}

@Suite struct JSONEscaping {
  @Test(arguments: [
    ("", ""), ("\u{2028}", #"\u2028"#), ("a\u{2029}\u{2028}b", #"a\u2029\u2028b"#),
    ("¨©\u{2027}\u{202A}", "¨©\u{2027}\u{202A}"), ("\"\"x\\", #"\"\"x\\"#), ("\n€¨\n", #"\n€¨\n"#),
    ("!\u{1F} \u{7F}#", #"!\u001f \u007f#"#),
  ])
  func copiesAllOtherCharacters(text: String, escaped: String) {
    var output = Array("\u{2028}".utf8.dropLast())
    appendEscapedJSON(text.utf8, to: &output)
    #expect(output.dropFirst(2).elementsEqual(escaped.utf8))
  }
}

@Suite struct SiteRecordReads {
  @Test func whatItWrites() {
    let files = [SiteRecord.File(path: "a \"b\"\u{1}\u{2028}/ä 🙂", bytes: 7, sha256: sha256([1]))]
    let record = SiteRecord(files: files)
    #expect(SiteRecord(record.json) == record)
    #expect(SiteRecord(SiteRecord(files: []).json)?.files == [])
  }
}
