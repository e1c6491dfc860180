#ifndef SITEGEN_CTHREADS_H
#define SITEGEN_CTHREADS_H

/// Calls `body` once with each index from 0 to `count` - 1, on as many threads as this process has cores. Returns after the
/// last call. If the system refuses threads, because memory or processes are limited, those that exist do all the work;
/// the calling thread always takes part.
void cthreads_perform(long count, void (*body)(void *context, long index), void *context);

#endif
