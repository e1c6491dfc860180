#ifndef SITEGEN_CTEMPLATES_H
#define SITEGEN_CTEMPLATES_H

#include <stddef.h>

/// One file of Templates/, as it was when the binary was built.
struct ctemplates_file {
  const char *path;
  const unsigned char *bytes;
  size_t size;
};

extern const struct ctemplates_file ctemplates_files[];
extern const size_t ctemplates_count;

#endif
