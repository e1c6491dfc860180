/// The version of sitegen, as `--version` prints it.
public let sitegenVersion = "0.1.0"
