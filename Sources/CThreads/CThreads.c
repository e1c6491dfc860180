#define _GNU_SOURCE
#include "CThreads.h"

#include <pthread.h>
#include <stdatomic.h>
#include <unistd.h>

#if defined(__linux__)
#include <sched.h>
#endif

enum { MOST_THREADS = 64 };

struct work {
  atomic_long next;
  long count;
  void (*body)(void *context, long index);
  void *context;
};

static void *take_part(void *argument) {
  struct work *work = argument;
  for (long index; (index = atomic_fetch_add(&work->next, 1)) < work->count;) work->body(work->context, index);
  return NULL;
}

static long number_of_cores(void) {
#if defined(__linux__)
  // The cores that this process may use, which can be fewer than there are.
  cpu_set_t cores;
  if (sched_getaffinity(0, sizeof cores, &cores) == 0) return CPU_COUNT(&cores);
#endif
  return sysconf(_SC_NPROCESSORS_ONLN);
}

void cthreads_perform(long count, void (*body)(void *context, long index), void *context) {
  struct work work = {0, count, body, context};
  pthread_t threads[MOST_THREADS];
  long others = number_of_cores() - 1;
  if (others > count - 1) others = count - 1;
  if (others > MOST_THREADS) others = MOST_THREADS;
  long started = 0;
  while (started < others && pthread_create(&threads[started], NULL, take_part, &work) == 0) started++;
  take_part(&work);
  while (started > 0) pthread_join(threads[--started], NULL);
}
