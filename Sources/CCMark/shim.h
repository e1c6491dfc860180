#include <cmark.h>
#include <string.h>

/* The bytes of a node's text, which libcmark ends with a zero; 0 where there is none. */
static inline size_t sitegen_text_length(const char *text) {
  return text ? strlen(text) : 0;
}
