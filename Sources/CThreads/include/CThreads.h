#ifndef SITEGEN_CTHREADS_H
#define SITEGEN_CTHREADS_H

#include <stdint.h>

/// Calls `body` once with each index from 0 to `count` - 1, on as many threads as this process has cores. Returns after the
/// last call. If the system refuses threads, because memory or processes are limited, those that exist do all the work;
/// the calling thread always takes part.
void cthreads_perform(long count, void (*body)(void *context, long index), void *context);

/// A clock that only goes forward, and the user and system time of the process and of the calling thread, in nanoseconds.
int64_t cthreads_wall_nanoseconds(void);
int64_t cthreads_process_nanoseconds(void);
int64_t cthreads_thread_nanoseconds(void);

/// The most memory that the process has had, in bytes.
int64_t cthreads_peak_memory(void);

/// A number of the calling thread, which no other thread has while it runs.
uint64_t cthreads_thread_id(void);

#endif
