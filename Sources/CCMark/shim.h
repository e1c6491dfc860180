#include <cmark.h>
#include <string.h>

/* The length in bytes of a node's zero-terminated text; 0 if the text is null. */
static inline size_t sitegen_text_length(const char *text) {
  return text ? strlen(text) : 0;
}
