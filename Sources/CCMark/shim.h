#include <cmark.h>
#include <string.h>

/* The length in bytes of a node's text, which libcmark ends with a zero byte; 0 for null. */
static inline size_t sitegen_text_length(const char *text) {
  return text ? strlen(text) : 0;
}
