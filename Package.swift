// swift-tools-version: 6.1
import PackageDescription

var swiftSettings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]
// Set by .ci/run only, so that warnings of a newer compiler do not break the build of a site.
if Context.environment["SITEGEN_WARNINGS_ARE_ERRORS"] != nil {
  swiftSettings.append(.unsafeFlags(["-warnings-as-errors"]))
}
// Why optimized: the tests take a sixth of the time, and the build twice the time. Remove it to debug with lldb.
let librarySettings = swiftSettings + [.unsafeFlags(["-O"], .when(configuration: .debug))]

let package = Package(
  name: "sitegen",
  platforms: [.macOS(.v15)],
  products: [.executable(name: "sitegen", targets: ["SiteGenCommand"])],
  // `make newer-versions` lists what has been released since.
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/swhitty/FlyingFox", exact: "0.27.1"),
  ],
  targets: [
    .systemLibrary(
      name: "CCMark", pkgConfig: "libcmark",
      providers: [.apt(["libcmark-dev"]), .brew(["cmark"])]),
    .systemLibrary(
      name: "CYAML", pkgConfig: "yaml-0.1",
      providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
    .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    .target(name: "CArena"),
    .target(name: "CDisk"),
    .target(name: "CEmbedded"),
    .target(name: "CThreads"),
    .target(
      name: "SiteGen",
      dependencies: [
        "CArena", "CCMark", "CDisk", "CEmbedded", "CThreads", "CYAML",
        .target(name: "CCrypto", condition: .when(platforms: [.linux])),
      ],
      exclude: [
        "Application/Starter", "Charts/Fonts", "Charts/chart.css", "Quantities/Languages", "Quantities/patterns.txt",
      ],
      swiftSettings: librarySettings),
    .target(
      name: "SiteGenPreview",
      dependencies: ["SiteGen", .product(name: "FlyingSocks", package: "FlyingFox")],
      exclude: ["page.js"],
      swiftSettings: swiftSettings),
    .executableTarget(
      name: "SiteGenCommand",
      dependencies: [
        "SiteGen", "SiteGenPreview", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: swiftSettings),
    .testTarget(
      name: "SiteGenTests", dependencies: ["SiteGen"], swiftSettings: swiftSettings),
    .testTarget(
      name: "SiteGenPreviewTests",
      dependencies: ["SiteGenPreview", .product(name: "FlyingSocks", package: "FlyingFox")],
      swiftSettings: swiftSettings),
    .testTarget(
      name: "SiteGenCommandTests", dependencies: ["SiteGenCommand"], swiftSettings: swiftSettings),
    // For `make test-numbers`. It imports the library as tests do, so it needs a debug build.
    .executableTarget(
      name: "ReadNumbers", dependencies: ["SiteGen"], path: "Tests/Numbers/ReadNumbers", swiftSettings: swiftSettings),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .gnu2x
)

// Set by `make fuzz` only, because libFuzzer has its own `main` and instruments the code for coverage.
if Context.environment["SITEGEN_FUZZ"] != nil {
  let fuzzing: [SwiftSetting] = [.unsafeFlags(["-sanitize=fuzzer", "-enable-testing"])]
  for target in package.targets where ["SiteGen", "SiteGenPreview"].contains(target.name) {
    target.swiftSettings = (target.swiftSettings ?? []) + fuzzing
  }
  package.targets.append(
    .executableTarget(
      name: "Fuzz", dependencies: ["SiteGen", "SiteGenPreview"], path: "Fuzz",
      swiftSettings: swiftSettings + fuzzing + [.unsafeFlags(["-parse-as-library"])],
      linkerSettings: [.unsafeFlags(["-sanitize=fuzzer"])]))
}
