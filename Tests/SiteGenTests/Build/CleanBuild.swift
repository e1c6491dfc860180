@testable import SiteGen

/// Builds a site with a new builder.
func buildSite(
  _ files: [SourceFile], unread: [String] = [], limit: PageLimit = PageLimit()
) -> Checked<BuiltSite?> {
  var builder = Builder(limit: limit)
  return builder.build(files, unread: unread)
}

func readDossier(_ files: ProjectFiles) -> Checked<Dossier?> {
  var builder = Builder()
  return builder.readDossier(files)
}

/// Without the diagnostics of reading the dossier.
func verify(_ dossier: Dossier) -> Checked<FactSheet> {
  var builder = Builder()
  return builder.verify(dossier)
}

/// The fact sheet of a project and all diagnostics, with the rules' default severities; nil if the dossier cannot be
/// read.
func factSheet(_ files: ProjectFiles) -> Checked<FactSheet?> {
  let read = readDossier(files)
  guard let dossier = read.value else { return Checked(nil, read.diagnostics) }
  let sheet = verify(dossier)
  let diagnostics = read.diagnostics + sheet.diagnostics
  return Checked(sheet.value, diagnostics + (diagnostics.hasErrors ? [] : checkCounts(of: sheet.value)))
}

extension ProvenClaims {
  var texts: [SourceText] { cards.map(\.text) }
}

func proveClaims(_ dossier: Dossier) -> ProvenClaims {
  let grammars = Grammars(dossier)
  return ProvenClaims(dossier.sources.map { proveCard($0, dossier, grammars).value }, dossier, grammars)
}
