import Foundation
import Testing

@Suite struct AddCommand {
  @Test func addsPlainTextWithACardToComplete() throws {
    let site = try FloodSite()
    try site.write(letter, to: "../Letter of the school.txt")
    let added = try sitegen("add", "../Letter of the school.txt", in: site.path)
    #expect(added.status == 0)
    #expect(added.output == "seeds/Letter of the school.txt\nContent/sources/letter-of-the-school.md\n")
    #expect(added.errors.contains("needs 'published', 'published_basis' and 'fidelity'"))
    let failed = try sitegen("check", in: site.path)
    #expect(failed.status == 1)
    for key in ["published", "published_basis", "fidelity"] {
      #expect(failed.errors.contains("'\(key)'"), "\(failed.errors)")
    }
    try site.replace("published:\n", with: "published: 2021-05-05\n", in: card)
    try site.replace("published_basis:\n", with: "published_basis: stated\n", in: card)
    try site.replace("fidelity:\n", with: "fidelity: original\n", in: card)
    let checked = try sitegen("check", "--strict", in: site.path)
    #expect(checked.status == 0, "\(checked.errors)")
    #expect(try site.text(of: card).contains("title: Letter of the school\n"))
  }

  @Test func keepsWhatIsNoPlainTextBesideItsText() throws {
    let site = try FloodSite()
    try site.write(Data([0xFF, 0xD8, 0xFF, 0x00]), to: "../photo.jpg")
    try site.write(letter, to: "../photo.txt")
    #expect(try sitegen("add", "../photo.jpg", in: site.path).status == 73)
    let added = try sitegen("add", "../photo.jpg", "--text", "../photo.txt", "--id", "the-letter", in: site.path)
    #expect(added.output == "seeds/photo.jpg\nseeds/photo.jpg.txt\nContent/sources/the-letter.md\n")
    let card = "Content/sources/the-letter.md"
    #expect(try site.text(of: card).contains("text_by: by hand\n"))
    for (key, value) in [("published", "2021-05-05"), ("published_basis", "stated"), ("fidelity", "original")] {
      try site.replace("\(key):\n", with: "\(key): \(value)\n", in: card)
    }
    try site.replace(
      "claims: []\n",
      with: """
        claims:
          - question: people-rescued
            answer: "90"
            said_by: report
            quote: "90 people slept at the school"

        """, in: card)
    #expect(try sitegen("build", "--strict", in: site.path).status == 0)
    let page = try site.text(of: "public/sources/the-letter.html")
    #expect(page.contains("<code>photo.jpg</code>") && page.contains("by hand"))
    let claims = try site.text(of: "public/data/claims.json")
    #expect(claims.contains("\"document\": \"photo.jpg\"") && claims.contains("\"seed\": \"photo.jpg.txt\""))
    // Both hashes are checked.
    try site.replace("slept", with: "stayed", in: "seeds/photo.jpg.txt")
    let changed = try sitegen("check", in: site.path)
    #expect(changed.errors.contains("this is not the SHA-256 of 'seeds/photo.jpg.txt' [seed-changed]"))
    try site.replace("stayed", with: "slept", in: "seeds/photo.jpg.txt")
    try site.write(Data([1]), to: "seeds/photo.jpg")
    let other = try sitegen("check", in: site.path)
    #expect(other.errors.contains("this is not the SHA-256 of 'seeds/photo.jpg' [seed-changed]"))
  }

  @Test func readsThePagesOfAPDF() throws {
    let site = try FloodSite()
    try site.write(pdf(pages: ["90 people slept at the school.", "The windows are broken."]), to: "../report.pdf")
    let added = try sitegen("add", "../report.pdf", in: site.path)
    #expect(added.output == "seeds/report.pdf\nseeds/report.pdf.txt\nContent/sources/report.md\n", "\(added.errors)")
    let pages = try site.text(of: "seeds/report.pdf.txt").split(separator: "\u{C}")
    #expect(
      pages.map { $0.split(separator: "\n").first } == ["90 people slept at the school.", "The windows are broken."])
    #expect(try site.text(of: "Content/sources/report.md").contains("text_by: pdftotext "))
    try site.write(Data("%PDF-1.4\nbroken".utf8), to: "../broken.pdf")
    let broken = try sitegen("add", "../broken.pdf", in: site.path)
    #expect(broken.status == 73 && broken.errors.contains("pdftotext found no text in '../broken.pdf'"))
    let missing = try sitegen(["add", "../broken.pdf"], in: site.path, environment: ["PATH": "/nowhere"])
    #expect(missing.status == 69 && missing.errors.contains("apt-get install poppler-utils"))
  }

  @Test func namesDocumentsWithTheSameWording() throws {
    let site = try FloodSite()
    let text = try site.text(of: "seeds/notice-of-the-town.txt")
    try site.write(text.replacingOccurrences(of: "blankets", with: "covers"), to: "../copy.txt")
    let added = try sitegen("add", "../copy.txt", in: site.path)
    #expect(added.errors.contains("of its wording with seeds/notice-of-the-town.txt"))
    #expect(
      try site.text(of: "Content/sources/copy.md").contains(
        "of its wording with the document `seeds/notice-of-the-town.txt`"))
    try site.write(text, to: "../same.txt")
    let same = try sitegen("add", "../same.txt", in: site.path)
    #expect(same.status == 0 && same.output.isEmpty)
    #expect(same.errors == "sitegen: '../same.txt' is already in the project, as seeds/notice-of-the-town.txt\n")
  }

  @Test func readsStandardInput() throws {
    let site = try FloodSite()
    let added = try sitegen(
      [], in: site.path, shell: "printf 'A letter\\n\\nWater everywhere.\\n' | \"$SITEGEN\" add - --id letter")
    #expect(added.output == "seeds/letter.txt\nContent/sources/letter.md\n")
  }

  @Test(arguments: [
    (["add"], 64, "file"), (["add", "-"], 64, "give a document from standard input a name"),
    (["add", "a.txt", "b.txt", "--id", "x"], 64, "need exactly one document"),
    (["add", "none.txt"], 73, "'none.txt' cannot be read"), (["add", "seeds"], 73, "'seeds' is not a file"),
    (["add", "sitegen.yaml"], 73, "is neither plain text nor a PDF"),
    (["add", "../notice-of-the-town.txt"], 73, "'seeds/notice-of-the-town.txt'"),
    (["add", "../x.txt", "--id", "X"], 73, "'X' cannot name a card"),
    (["add", "../x.txt", "--project", "seeds"], 73, "is not a project"),
    (["add", "../empty.txt"], 73, "is neither plain text nor a PDF"),
  ])
  func refuses(arguments: [String], status: Int32, words: String) throws {
    let site = try FloodSite()
    try site.write("Words\n", to: "../notice-of-the-town.txt")
    try site.write("Words of x\n", to: "../x.txt")
    try site.write("", to: "../empty.txt")
    let before = try FileManager.default.subpathsOfDirectory(atPath: site.path).sorted()
    let result = try sitegen(arguments, in: site.path)
    #expect(result.status == status && result.errors.contains(words), "\(result.errors)")
    #expect(try FileManager.default.subpathsOfDirectory(atPath: site.path).sorted() == before)
  }

  /// A PDF with one line of text on each page.
  private func pdf(pages: [String]) -> Data {
    var objects = ["<</Type/Catalog/Pages 2 0 R>>", "", "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"]
    for page in pages {
      let text = "BT /F1 12 Tf 50 700 Td (\(page)) Tj ET"
      objects.append(
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<</Font<</F1 3 0 R>>>>/Contents \(objects.count + 2) 0 R>>"
      )
      objects.append("<</Length \(text.utf8.count)>>\nstream\n\(text)\nendstream")
    }
    let kids = pages.indices.map { "\(4 + 2 * $0) 0 R" }.joined(separator: " ")
    objects[1] = "<</Type/Pages/Count \(pages.count)/Kids[\(kids)]>>"
    var file = "%PDF-1.4\n"
    var places: [Int] = []
    for (index, object) in objects.enumerated() {
      places.append(file.utf8.count)
      file += "\(index + 1) 0 obj\n\(object)\nendobj\n"
    }
    let start = file.utf8.count
    file += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
    file += places.map { String(format: "%010d 00000 n \n", $0) }.joined()
    file += "trailer\n<</Size \(objects.count + 1)/Root 1 0 R>>\nstartxref\n\(start)\n%%EOF\n"
    return Data(file.utf8)
  }

  private let card = "Content/sources/letter-of-the-school.md"
  private let letter = """
    Letter of the school

    Murrenau, 5 May 2021. 90 people slept at the school. All of them were given soup, and the teachers read to the
    children until late in the night. The windows of the gym are broken. We ask the parents to call us in the morning.

    """
}
