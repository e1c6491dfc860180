import Foundation

/// A text in Unicode normalisation form C, in which canonically equivalent characters have one spelling.
func inNormalisationFormC(_ text: [UInt8]) -> [UInt8] {
  guard !text.allSatisfy({ $0 < 0x80 }) else { return text }
  return Array(String(decoding: text, as: UTF8.self).precomposedStringWithCanonicalMapping.utf8)
}
