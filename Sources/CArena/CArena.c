#include "CArena.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

// Below the size from which malloc asks the system for memory of its own, so that the next text uses the same memory.
enum { BLOCK_SIZE = 64 * 1024, ALIGNMENT = 16 };

struct block {
  struct block *before;
  size_t used, size;
};

// Each piece of memory follows its size.
enum { HEADER = ALIGNMENT };
_Static_assert(sizeof(size_t) <= HEADER, "a size fits into the header");

static _Thread_local struct block *last;

// Where the memory of a block starts.
enum { START = (sizeof(struct block) + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT };

static void *take(size_t size) {
  if (size > SIZE_MAX - 2 * BLOCK_SIZE) abort();
  size_t whole = HEADER + ((size + ALIGNMENT - 1) & ~(size_t)(ALIGNMENT - 1));
  if (last == NULL || last->size - last->used < whole) {
    size_t space = whole > BLOCK_SIZE / 2 ? whole : BLOCK_SIZE - 4 * ALIGNMENT;
    struct block *block = malloc(START + space);
    if (block == NULL) abort();
    *block = (struct block){last, 0, space};
    last = block;
  }
  char *found = (char *)last + START + last->used + HEADER;
  last->used += whole;
  *(size_t *)(found - HEADER) = whole - HEADER;
  return found;
}

void *carena_calloc(size_t count, size_t size) {
  if (size != 0 && count > SIZE_MAX / size) abort();
  return memset(take(count * size), 0, count * size);
}

void *carena_realloc(void *memory, size_t size) {
  if (memory == NULL) return take(size);
  size_t before = *(size_t *)((char *)memory - HEADER);
  if (size <= before) return memory;
  return memcpy(take(size), memory, before);
}

void carena_free(void *memory) { (void)memory; }

void carena_empty(void) {
  while (last != NULL) {
    struct block *block = last;
    last = block->before;
    free(block);
  }
}
