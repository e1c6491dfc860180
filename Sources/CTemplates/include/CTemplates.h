#ifndef SITEGEN_CTEMPLATES_H
#define SITEGEN_CTEMPLATES_H

#include <stddef.h>

/// One file of Templates/, as it was when the binary was built.
struct ctemplates_file {
  const char *path;
  const unsigned char *bytes;
  size_t size;
};

extern const size_t ctemplates_count;

/// The file at an index below `ctemplates_count`; they are sorted by path.
const struct ctemplates_file *ctemplates_file_at(size_t index);

#endif
