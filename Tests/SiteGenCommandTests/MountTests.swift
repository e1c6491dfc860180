#if os(Linux)
  import Foundation
  import Testing

  /// Whether this user can mount folders in a mount namespace of its own.
  private let canMount: Bool = {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", unshare + " 'mount -t tmpfs none /mnt' 2>/dev/null"]
    do { try process.run() } catch { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }()

  private let unshare = getuid() == 0 ? "unshare --mount sh -ec" : "unshare --mount --map-root-user sh -ec"

  /// Outputs that cannot be exchanged, because they are mounted or come from a lower layer.
  @Suite(.enabled(if: canMount, "this user may not mount folders ('unshare --mount'); FileReplacementTests still run"))
  struct CommandMounts {
    /// Builds, changes the title, builds again; `between` runs in between, with a second folder in `$M`.
    private func build(_ first: String = "", between: String = "", after: String = "", _ options: String = "") throws
      -> (result: CommandResult, project: SmallProject)
    {
      let project = try SmallProject()
      let script = """
        M=$(mktemp -d)
        \(first)
        "$SITEGEN" build --quiet
        \(between)
        sed -i 's/Home/Another/' Content/index.md
        "$SITEGEN" build \(options)
        grep -q Another public/index.html
        \(after)
        """
      let quoted = script.replacing("'", with: "'\\''")
      return (try sitegen([], in: project.path, shell: "\(unshare) '\(quoted)'"), project)
    }

    private let words = "sitegen: the files of 'public' are replaced one by one, because "

    @Test func replacesTheFilesOfAMountPoint() throws {
      let (result, _) = try build(
        "mkdir public; mount -t tmpfs none public", after: "ls -A public | grep -c sitegen; touch public/x")
      #expect(result.status == 0, "\(result.errors)")
      #expect(result.errors.contains(words + "it is a mount point: assets and data first"))
      #expect(result.output == "1\n")
    }

    @Test func replacesTheFilesOfAFolderOfALowerLayer() throws {
      let (result, _) = try build(
        between: """
          mkdir upper; mount -t tmpfs none "$M"; mkdir "$M/upper" "$M/work"
          mount -t overlay overlay -o "lowerdir=$PWD,upperdir=$M/upper,workdir=$M/work" /mnt
          cd /mnt
          """, after: "test ! -e .public.sitegen; test ! -e public/.sitegen")
      #expect(result.status == 0, "\(result.errors)")
      #expect(result.errors.contains(words + "the file system cannot exchange it with another folder"))
    }

    /// For example `docker run -v ./public:/usr/share/nginx/html`.
    @Test func replacesTheFilesOfAFolderThatIsMountedElsewhere() throws {
      let (result, _) = try build(
        between: "mount --bind public \"$M\"",
        after: "grep -q Another \"$M/index.html\"; ls \"$M\" | grep -c sitegen.json")
      #expect(result.status == 0, "\(result.errors)")
      #expect(result.errors.contains(words + "it is also mounted at '"))
      #expect(result.output == "1\n")
    }

    @Test func refusesAMountPointInTheSite() throws {
      let (result, _) = try build(between: "mount -t tmpfs none public/data")
      #expect(result.status == 73)
      #expect(result.errors.contains("'public/data"))
    }
  }
#endif
