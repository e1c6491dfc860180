#ifndef SITEGEN_CEMBEDDED_H
#define SITEGEN_CEMBEDDED_H

#include <stddef.h>

/// A file of the project, embedded when the binary was built.
struct cembedded_file {
  /// Relative to Sources/CEmbedded.
  const char *path;
  const unsigned char *bytes;
  size_t size;
};

extern const size_t cembedded_count;

/// The file at an index below `cembedded_count`.
const struct cembedded_file *cembedded_file_at(size_t index);

#endif
