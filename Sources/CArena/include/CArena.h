// Memory that is given back all at once, for a C library that makes many small objects and can be told how to allocate.
//
// Each thread has its own. Not for nested use: between a begin and its end, no other begin on the same thread.
#ifndef CARENA_H
#define CARENA_H

#include <stddef.h>

// Makes all memory that this thread has taken invalid, and gives it back.
void carena_empty(void);

// Like calloc and realloc. Like the library that they are for, they end the program if there is no memory.
void *carena_calloc(size_t count, size_t size);
void *carena_realloc(void *memory, size_t size);

// Does nothing.
void carena_free(void *memory);

#endif
