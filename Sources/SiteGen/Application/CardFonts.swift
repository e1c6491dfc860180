import Foundation

/// The fonts of social cards: those of sitegen, so that a card looks the same wherever it is made. Letters that they lack
/// are drawn with the fonts of the machine.
enum CardFonts {
  /// Writes the fonts and a configuration of fontconfig to `scratch`. Returns the environment in which rsvg-convert uses
  /// them.
  static func write(to scratch: ScratchFolder) throws(SystemError) -> [String: String] {
    var cursor = FolderCursor(scratch.folder)
    for font in embeddedFiles(at: "SiteGen/Charts/Fonts/") { try cursor.write("fonts/" + font.name, font.bytes) }
    try cursor.write("fonts.conf", configuration(in: scratch.path))
    // Why PANGOCAIRO_BACKEND: on macOS, Pango would otherwise know only the fonts that are installed.
    return ["FONTCONFIG_FILE": scratch.path + "/fonts.conf", "PANGOCAIRO_BACKEND": "fc"]
  }

  /// The configuration names the fonts of sitegen, and includes that of the machine. The hinting that a machine prefers
  /// must not change a card.
  private static func configuration(in folder: String) -> [UInt8] {
    let own = getenv("FONTCONFIG_FILE").map { [String(cString: $0)] }
    let usual = ["/etc", "/usr/local/etc", "/opt/homebrew/etc", "/opt/local/etc"].map { $0 + "/fonts/fonts.conf" }
    var xml: [UInt8] = []
    func add(_ element: String, _ text: String) {
      xml += "<\(element)>".utf8
      appendEscapedXML(text.utf8, to: &xml)
      xml += "</\(element.prefix { $0 != " " })>\n".utf8
    }
    xml += "<?xml version=\"1.0\"?>\n<!DOCTYPE fontconfig SYSTEM \"urn:fontconfig:fonts.dtd\">\n<fontconfig>\n".utf8
    add("dir", folder + "/fonts")
    add("cachedir", folder + "/cache")
    for file in own ?? usual { add("include ignore_missing=\"yes\"", file) }
    xml +=
      """
      <match target="font">
      <edit name="antialias" mode="assign"><bool>true</bool></edit>
      <edit name="hinting" mode="assign"><bool>false</bool></edit>
      <edit name="rgba" mode="assign"><const>none</const></edit>
      </match>
      </fontconfig>

      """.utf8
    return xml
  }
}
